// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QVariantMap>

#include "count/evidence_of.h"
#include "kiosk/frame/page_model.h"
#include "kiosk/frame/rows_model.h"
#include "kiosk/supervise/ballot_view.h"

namespace kp::kiosk {

/// Every ballot of a contest (bức tường phiếu), filtered; what stands behind any number on any screen. Read-only. `filter` has any of: candidate (index), vote, validity, state, rule,
/// why (words of interfaces.md), pass, numbers (only these ballots). Pictures only for those who may look (mayLookAtBallots()): for others rows carry no sheet and no ballot can be opened.
class WallModel : public kp::kiosk::PageModel {
  Q_OBJECT
  QML_ELEMENT
  Q_PROPERTY(QVariantMap filter READ filter WRITE setFilter NOTIFY filterChanged)
  Q_PROPERTY(kp::kiosk::RowsModel* ballots READ ballots CONSTANT)  ///< number, sheet, sign, stateText, outcome
  Q_PROPERTY(int count READ count NOTIFY changed)
  Q_PROPERTY(int total READ total NOTIFY changed)
  Q_PROPERTY(QString words READ filterWords NOTIFY changed)  ///< the filter in words
  Q_PROPERTY(bool mayLook READ mayLook NOTIFY changed)
  Q_PROPERTY(QVariantList candidates READ candidates NOTIFY optionsChanged)  ///< all options: {value, text}; the first is "any"
  Q_PROPERTY(QVariantList votes READ votes NOTIFY optionsChanged)
  Q_PROPERTY(QVariantList states READ states NOTIFY optionsChanged)
  Q_PROPERTY(QVariantList rules READ rules NOTIFY optionsChanged)
  Q_PROPERTY(QVariantList whys READ whys NOTIFY optionsChanged)
  Q_PROPERTY(QVariantList passes READ passes NOTIFY optionsChanged)
  Q_PROPERTY(QVariant opened READ opened NOTIFY openedChanged)       ///< ballotView() of the ballot opened; empty: none
  Q_PROPERTY(int openedPlace READ openedPlace NOTIFY openedChanged)  ///< from 1 among those shown; 0 none

 public:
  explicit WallModel(QObject* parent = nullptr);

  QVariantMap filter() const { return m_filter; }
  void setFilter(const QVariantMap& filter);
  /// Sets one part of the filter; an empty or negative value takes it out.
  Q_INVOKABLE void set(const QString& key, const QVariant& value);
  RowsModel* ballots() { return &m_rows; }
  int count() const { return m_rows.count(); }
  int total() const { return m_total; }
  QString filterWords() const;
  bool mayLook() const;
  QVariantList candidates() const;
  QVariantList votes() const;
  QVariantList states() const;
  QVariantList rules() const;
  QVariantList whys() const;
  QVariantList passes() const;
  QVariantMap opened() const { return m_opened; }
  int openedPlace() const;
  Q_INVOKABLE void open(int number);
  Q_INVOKABLE void step(int by);
  Q_INVOKABLE void close();
  Q_INVOKABLE void reload() override;

  /// The filter as the use case has it. A vote without a validity is a vote that counts: of valid ballots, as in the result.
  static BallotFilter filterOf(const QVariantMap& filter);

 signals:
  void changed();
  void filterChanged();
  void optionsChanged();
  void openedChanged();

 private:
  void show();
  RowsModel m_rows;
  SharedBallots m_ballots;
  QVariantMap m_filter;
  QVariantMap m_opened;
  int m_total = 0, m_number = 0;
};

}  // namespace kp::kiosk
