// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <deque>

#include "count/keying.h"
#include "kiosk/frame/page_model.h"
#include "kiosk/frame/rows_model.h"

namespace kp::kiosk {

/// Screen 8, Nhập phiếu: one operator keys the pile, then the other, neither seeing what the other keyed (src/count/keying.h). The person signed in is the operator; which of the
/// two follows from what this person keyed before, else it is chosen.
class KeyInModel : public kp::kiosk::PageModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(int slot READ slot WRITE setSlot NOTIFY changed)  ///< 1 or 2
  Q_PROPERTY(int pass READ pass WRITE setPass NOTIFY changed)
  Q_PROPERTY(int ballot READ ballot NOTIFY changed)      ///< place in the pile being keyed; 0 none is left
  Q_PROPERTY(int returned READ returned NOTIFY changed)  ///< ballots in the pile; 0 the figure is missing
  Q_PROPERTY(int keyed READ keyed NOTIFY changed)        ///< by this operator
  Q_PROPERTY(int otherKeyed READ otherKeyed NOTIFY changed)
  Q_PROPERTY(int agreed READ agreed NOTIFY changed)
  Q_PROPERTY(int referred READ referred NOTIFY changed)
  Q_PROPERTY(QVariant again READ again NOTIFY changed)  ///< ballots that come back to this operator, ascending
  Q_PROPERTY(bool finished READ isFinished NOTIFY changed)
  Q_PROPERTY(bool closed READ isClosed NOTIFY changed)
  Q_PROPERTY(QString refusal READ refusal NOTIFY changed)  ///< why nothing can be keyed into this pass by who is signed in; "" it can
  Q_PROPERTY(QString keysPerBallot READ keysPerBallot NOTIFY changed)  ///< mean of this operator so far; "" before the first
  Q_PROPERTY(QString usual READ usual NOTIFY changed)                  ///< what need not be typed on this face
  Q_PROPERTY(QString help READ help NOTIFY changed)                    ///< the signs of this face
  Q_PROPERTY(QString typed READ typed WRITE setTyped NOTIFY typedChanged)
  Q_PROPERTY(QString problem READ problem NOTIFY typedChanged)  ///< what is wrong with what is typed so far; "" nothing
  Q_PROPERTY(QString summary READ summary NOTIFY typedChanged)  ///< "gạch 3 · giữ 2 (được bầu 3)"
  Q_PROPERTY(
      QVariant preview READ preview NOTIFY
          typedChanged)  ///< rows of the ballot as typed {number, name, marked, text}; of long lists only those that depart from the usual
  Q_PROPERTY(QString said READ said NOTIFY saidChanged)  ///< what came of the last entry
  Q_PROPERTY(QString saidKind READ saidKind NOTIFY saidChanged)
  Q_PROPERTY(
      kp::kiosk::RowsModel* own READ own CONSTANT)  ///< this operator's last entries, newest first: {ballot, typed, text, time, note}

 public:
  explicit KeyInModel(QObject* parent = nullptr);

  int slot() const { return m_slot; }
  void setSlot(int slot);
  int pass() const { return m_pass; }
  void setPass(int pass);
  int ballot() const { return m_ballot; }
  int returned() const { return m_state.returned; }
  int keyed() const { return m_state.of(m_slot).keyed; }
  int otherKeyed() const { return m_state.of(3 - m_slot).keyed; }
  int agreed() const { return m_state.agreed; }
  int referred() const { return m_state.referred; }
  QVariant again() const;
  bool isFinished() const { return m_state.finished(); }
  bool isClosed() const { return m_state.closed; }
  QString refusal() const;
  QString keysPerBallot() const;
  QString usual() const;
  QString help() const;
  QString typed() const { return m_typed; }
  void setTyped(const QString& typed);
  QString problem() const { return m_problem; }
  QString summary() const { return m_summary; }
  QVariant preview() const { return m_preview; }
  QString said() const { return m_said; }
  QString saidKind() const { return m_saidKind; }
  RowsModel* own() { return &m_own; }

  Q_INVOKABLE void reload() override;
  /// Stores what is typed for the ballot shown and goes to the next; nothing happens while it cannot be read. What is typed before the ballot ahead of it is stored and
  /// the next one known waits its turn: keys are never too fast.
  Q_INVOKABLE void key();
  /// Goes to a ballot of one's own, to correct it or key it again.
  Q_INVOKABLE void pick(int ballot);
  /// Hands the ballot shown to the committee; only one that differed.
  Q_INVOKABLE void refer();
  /// True when the ballot shown differed and waits to be keyed again by this operator.
  Q_INVOKABLE bool differed() const;

 signals:
  void changed();
  void typedChanged();
  void saidChanged();
  /// typed() is not what the person typed last: emptied for the next ballot, or given back because it could not be stored. The field follows.
  void typedReplaced();
  /// An entry was stored.
  void stored();

 private:
  struct Loaded;
  static Expected<Loaded> load(const Ledger& ledger, const std::string& contest, int pass, int slot, const std::string& person);
  void show(Loaded loaded);
  void judgeTyped();
  void replaceTyped(const QString& typed);
  void storeNext();
  void begin();
  void giveBack(const QString& typed, int picked, const Error& error);
  void say(const KeyOutcome& outcome);

  int m_slot = 1, m_pass = 1, m_ballot = 0, m_picked = 0;
  bool m_slotChosen = false, m_scanned = false;
  std::deque<QString> m_waiting;  ///< typed and not yet on their way to the file, oldest first
  bool m_storing = false;         ///< from an entry's way to the file until the ballot after it is known
  int m_done = 0;                 ///< entries that came back from the file: a look begun before is out of date
  Contest m_contest;
  KeyingState m_state;
  QString m_typed, m_problem, m_summary, m_said, m_saidKind = QStringLiteral("info");
  QVariantList m_preview;
  RowsModel m_own;
};

}  // namespace kp::kiosk
