// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>
#include <map>
#include <vector>

#include "kiosk/adjudicate/ballot_decision.h"
#include "kiosk/frame/page_model.h"
#include "kiosk/frame/rows_model.h"

namespace kp::kiosk {

/// Screen 9, the doubtful ballots (phiếu cần xem): one at a time, what was seen, what fits, what it would come to; then the ruling of two people, through kp::rule().
/// A ballot stays in its place in the list once ruled on, so that "3 / 12" means the same all the time; it can be ruled on again until the contest is closed.
class DoubtsModel : public kp::kiosk::PageModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(kp::kiosk::RowsModel* cases READ cases CONSTANT)  ///< number, sign, stateText, waits, current
  Q_PROPERTY(int count READ count NOTIFY changed)
  Q_PROPERTY(int position READ position NOTIFY changed)   ///< from 1; 0 none
  Q_PROPERTY(int waiting READ waiting NOTIFY changed)     ///< ballots that wait for the committee, in this pass
  Q_PROPERTY(int settled READ settled NOTIFY changed)     ///< ruled on by the committee; papers the machine set aside are not
  Q_PROPERTY(QVariant passes READ passes NOTIFY changed)  ///< {value, text}
  Q_PROPERTY(int pass READ pass WRITE setPass NOTIFY changed)
  Q_PROPERTY(int asides READ asides NOTIFY changed)  ///< papers set aside that need nobody: blank, seen before
  Q_PROPERTY(bool showAsides READ showAsides WRITE setShowAsides NOTIFY changed)
  Q_PROPERTY(bool closed READ isClosed NOTIFY changed)
  Q_PROPERTY(bool mayLook READ mayLook NOTIFY changed)
  Q_PROPERTY(bool mayRule READ mayRule NOTIFY changed)
  Q_PROPERTY(QVariant ballot READ ballot NOTIFY changed)    ///< ballotView(), its note by what is chosen
  Q_PROPERTY(QVariantList spots READ spots NOTIFY changed)  ///< spotsOf() with `answer`
  Q_PROPERTY(int spot READ spot WRITE setSpot NOTIFY changed)
  Q_PROPERTY(bool deciding READ isDeciding NOTIFY changed)
  Q_PROPERTY(QString question READ question NOTIFY changed)
  Q_PROPERTY(QVariant choices READ choices NOTIFY changed)  ///< {text, kind, taken, proposed}
  Q_PROPERTY(QString after READ after NOTIFY changed)       ///< what it would count for; "" while nothing is chosen
  Q_PROPERTY(bool ready READ isReady NOTIFY changed)
  Q_PROPERTY(bool undoable READ isUndoable NOTIFY changed)
  Q_PROPERTY(int unwritten READ unwritten NOTIFY changed)               ///< ballots with something chosen that is not written down
  Q_PROPERTY(QVariant kept READ kept NOTIFY changed)                    ///< what is chosen and not written of all of them, for resume()
  Q_PROPERTY(QVariantList rulesToCite READ rulesToCite NOTIFY changed)  ///< {id, text}
  Q_PROPERTY(QString recorded READ recorded NOTIFY changed)             ///< what was just written down
  Q_PROPERTY(QVariantList draft READ draft NOTIFY draftChanged)         ///< votes entered by hand: {number, name, vote, text, open}
  Q_PROPERTY(QString draftProblem READ draftProblem NOTIFY draftChanged)
  Q_PROPERTY(QString draftHint READ draftHint NOTIFY draftChanged)
  Q_PROPERTY(int draftOpen READ draftOpen NOTIFY draftChanged)  ///< names without a vote yet

 public:
  explicit DoubtsModel(QObject* parent = nullptr);
  ~DoubtsModel() override;

  RowsModel* cases() { return &m_cases; }
  int count() const { return static_cast<int>(m_list.size()); }
  int position() const;
  int waiting() const;
  int settled() const;
  QVariantList passes() const;
  int pass() const { return m_ballots ? m_ballots->pass.pass : m_pass; }
  void setPass(int pass);
  int asides() const { return static_cast<int>(m_asides.size()); }
  bool showAsides() const { return m_showAsides; }
  void setShowAsides(bool show);
  bool isClosed() const { return m_ballots && m_ballots->counted.state.closed; }
  bool mayLook() const;
  bool mayRule() const;
  QVariantMap ballot() const;
  QVariantList spots() const;
  int spot() const { return m_spot; }
  void setSpot(int spot);
  bool isDeciding() const { return m_decision.open() && mayRule() && !isClosed(); }
  QString question() const;
  QVariantList choices() const;
  QString after() const;
  bool isReady() const { return isDeciding() && m_decision.ready(); }
  bool isUndoable() const;
  int unwritten() const;
  QVariant kept() const;
  QVariantList rulesToCite() const;
  QString recorded() const { return m_recorded; }
  QVariantList draft() const;
  QString draftProblem() const { return m_draftProblem; }
  QString draftHint() const;
  int draftOpen() const;

  /// Takes the choice of this place (0…); out of range: nothing. Those that need more ask for it by a signal.
  Q_INVOKABLE void choose(int place);
  Q_INVOKABLE void chooseRule(const QString& rule);
  Q_INVOKABLE void setAside(const QString& why);
  Q_INVOKABLE void clearChoice();
  /// Takes back `kept` once the screen that locked itself is open again.
  Q_INVOKABLE void resume(const QVariant& kept);
  Q_INVOKABLE void discard();
  /// Any ballot of a pass, also one that nobody has doubted: where passes differ it is to be ruled on anew.
  Q_INVOKABLE void see(int pass, int number);
  /// Writes down what was chosen and goes on to the next ballot that waits. The session's two people sign it.
  Q_INVOKABLE void record();
  /// The ballot shown, or else the one ruled on last, is to be ruled on anew.
  Q_INVOKABLE void undo();
  Q_INVOKABLE void next();
  Q_INVOKABLE void previous();
  Q_INVOKABLE void nextWaiting();
  Q_INVOKABLE void open(int number);
  /// Votes by hand: the keyed text of kp::parseEntry(), or one name after the other.
  Q_INVOKABLE void startDraft();
  Q_INVOKABLE void draftText(const QString& typed);
  Q_INVOKABLE void turnDraft(int candidate);
  Q_INVOKABLE void takeDraft();
  Q_INVOKABLE void reload() override;

 signals:
  void changed();
  void draftChanged();
  void needsRule();
  void needsReason();
  void needsVotes();

 private:
  using Unwritten = std::map<std::pair<int, int>, BallotDecision>;  ///< by pass and ballot: chosen, then another ballot was looked at
  struct Kept {
    Unwritten decisions;
    int number = 0;
  };
  void loaded(SharedBallots ballots);
  bool inHand(const Ballots& ballots) const;
  void keepChosen();
  void dropOutdated();
  void list();
  void show(int number, bool again = false);
  void step(int by);
  std::optional<int> waitingAfter(int number) const;
  std::optional<std::size_t> askedHere() const;
  void settleSpot();
  int firstAsked() const;
  void fillCases();

  RowsModel m_cases;
  SharedBallots m_ballots;
  std::vector<int> m_list, m_asides;  ///< ballot numbers, ascending
  std::vector<int> m_ruled;           ///< ruled on at this screen, last at the end
  int m_pass = 0, m_number = 0, m_spot = -1, m_wanted = 0;
  bool m_showAsides = false, m_onward = false;
  BallotDecision m_decision;
  Unwritten m_unwritten;  ///< of the ballots beside the one shown
  QVariantMap m_view;
  QVariantList m_spots;
  QString m_recorded, m_draftProblem;
  std::vector<Vote> m_draft;
};

}  // namespace kp::kiosk
