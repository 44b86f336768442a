// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>

#include "kiosk/scan/pass_look.h"

namespace kp::kiosk {

/// The last sheets taken in, newest first, as thumbnails with their state in sign and word. Roles: sheet (id for image://sheet), mark ("read", "committee", "aside",
/// "seen", "waiting"), what, why, source. Rows that stay keep their place in the list, so that pictures are not loaded again.
class SheetStripModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("belongs to ScanModel")
 public:
  enum Role { SheetRole = Qt::UserRole + 1, MarkRole, WhatRole, WhyRole, SourceRole };

  using QAbstractListModel::QAbstractListModel;
  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  /// `sheets` newest first.
  void show(std::vector<SheetLook> sheets);

 private:
  std::vector<SheetLook> m_sheets;
};

}  // namespace kp::kiosk
