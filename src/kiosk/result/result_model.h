// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtQml/qqmlregistration.h>
#include <QStringList>
#include <QVariantList>

#include "kiosk/frame/page_model.h"
#include "kiosk/frame/rows_model.h"
#include "kiosk/result/result_look.h"

namespace kp::kiosk {

/// Screen 12, Kết quả: votes of one contest, what they come to, what is in the way of closing; closing, reopening and the next round.
class ResultModel : public kp::kiosk::PageModel {
  Q_OBJECT
  QML_ELEMENT
  /// Roles: candidate (index in ballot order), number, name, votes, percent, detail (other votes), fraction (0…1 of the base), outcome, stateText.
  Q_PROPERTY(kp::kiosk::RowsModel* rows READ rows CONSTANT)
  Q_PROPERTY(bool highToLow READ isHighToLow WRITE setHighToLow NOTIFY orderChanged)
  Q_PROPERTY(bool any READ hasAny NOTIFY changed)  ///< there are ballots
  Q_PROPERTY(bool closed READ isClosed NOTIFY changed)
  Q_PROPERTY(bool provisional READ isProvisional NOTIFY changed)     ///< not closed: "tạm tính"
  Q_PROPERTY(QString standing READ standing NOTIFY changed)          ///< one sentence: how far the count is and what the numbers are worth
  Q_PROPERTY(QString votesLabel READ votesLabel NOTIFY changed)      ///< what `votes` counts
  Q_PROPERTY(QString voteKey READ voteKey NOTIFY changed)            ///< the vote that `votes` counts, as the filter of ballots names it
  Q_PROPERTY(int majority READ majority NOTIFY changed)              ///< 0: no majority is asked
  Q_PROPERTY(QString majorityText READ majorityText NOTIFY changed)  ///< what the line of quá bán means, in numbers
  Q_PROPERTY(QStringList outcome READ outcome NOTIFY changed)
  Q_PROPERTY(bool open READ isOpenEnded NOTIFY changed)         ///< a tie or a shortfall is left
  Q_PROPERTY(QVariantList figures READ figures NOTIFY changed)  ///< {key, label, value}
  Q_PROPERTY(QVariantList sums READ sums NOTIFY changed)        ///< {text, detail, state}
  Q_PROPERTY(QString failing READ failing NOTIFY changed)       ///< the first sum that fails, with both sides; "" none
  Q_PROPERTY(QString baseText READ baseText NOTIFY changed)
  Q_PROPERTY(bool canClose READ canClose NOTIFY changed)
  Q_PROPERTY(QVariantList obstacles READ obstacles NOTIFY changed)  ///< {text, step, label}: what is in the way of closing
  Q_PROPERTY(QString onePass READ onePass NOTIFY changed)           ///< R-36: fewer passes than asked; "" none
  Q_PROPERTY(QString rehearsed READ rehearsed NOTIFY changed)       ///< sheets that come from a rehearsal, in words; "" none
  Q_PROPERTY(QString closeText READ closeText NOTIFY changed)       ///< what closing means, for the two who do it
  Q_PROPERTY(QString nextText READ nextText NOTIFY changed)         ///< what the next round would be; "" where there is none to make
  Q_PROPERTY(bool nextRoundThere READ isNextRoundThere NOTIFY changed)

 public:
  explicit ResultModel(QObject* parent = nullptr);

  RowsModel* rows() { return &m_rows; }
  bool isHighToLow() const { return m_highToLow; }
  void setHighToLow(bool highToLow);
  bool hasAny() const { return m_look.any(); }
  bool isClosed() const { return m_look.closed(); }
  bool isProvisional() const { return m_look.any() && !m_look.closed(); }
  QString standing() const;
  QString votesLabel() const;
  QString voteKey() const;
  int majority() const { return m_look.majority(); }
  QString majorityText() const;
  QStringList outcome() const { return outcomeTexts(m_look); }
  bool isOpenEnded() const;
  QVariantList figures() const { return figureRows(m_look); }
  QVariantList sums() const { return sumRows(m_look); }
  QString failing() const;
  QString baseText() const;
  bool canClose() const;
  QVariantList obstacles() const;
  QString onePass() const;
  QString rehearsed() const { return m_rehearsed; }
  QString closeText() const;
  QString nextText() const { return m_nextText; }
  bool isNextRoundThere() const { return m_look.nextRoundThere; }

  void reload() override;
  /// Head of the list of ballots behind a candidate's votes.
  Q_INVOKABLE QString pickedText(int candidate) const;
  /// Two-person acts: the second person has just signed.
  Q_INVOKABLE void close();
  Q_INVOKABLE void reopen(const QString& why);
  /// Adds the next round and goes to it: the station's contest becomes that one.
  Q_INVOKABLE void makeNextRound();

 signals:
  void changed();
  void orderChanged();
  void closedNow();
  void nextRoundMade();

 private:
  void fillRows();
  bool m_highToLow = false;
  ResultLook m_look;
  QString m_nextText, m_rehearsed;
  RowsModel m_rows;
};

}  // namespace kp::kiosk
