// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <vector>

#include "count/day.h"

namespace kp::kiosk {

/// The left rail: the steps of the day with their states. Roles: step (key of the page), label, number, state ("done", "now", "waiting", "stopped"), stateText, why.
class StepsModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("belongs to Station")
 public:
  enum Role { StepRole = Qt::UserRole + 1, LabelRole, StateRole, StateTextRole, WhyRole };

  using QAbstractListModel::QAbstractListModel;
  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  void setSteps(std::vector<StepStatus> steps);
  /// The step to open after a start: the first that is stopped or to be done now; "congress" when there is none.
  Q_INVOKABLE QString firstOpen() const;
  /// State of one step by its key; "" for an unknown one.
  Q_INVOKABLE QString stateOf(const QString& step) const;

 private:
  std::vector<StepStatus> m_steps;
};

/// Key of a step as pages and tests name it: "congress", "contest", "print", "check", "figures", "scan", "key-in", "adjudicate", "compare", "result", "minutes", "reveal", "archive".
QString keyOf(DayStep step);

}  // namespace kp::kiosk
