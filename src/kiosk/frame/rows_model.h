// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QVariantMap>
#include <vector>

namespace kp::kiosk {

/// A list of rows with named columns for long QML lists (bức tường phiếu, nhật ký): a view makes delegates only for what is seen. The first role names a row: rows that
/// keep it in the same place are updated where they stand, so that a list does not jump when the file is read again.
class RowsModel : public QAbstractListModel {
  Q_OBJECT
  QML_ANONYMOUS
  Q_PROPERTY(int count READ count NOTIFY countChanged)
 public:
  explicit RowsModel(QList<QByteArray> roles, QObject* parent = nullptr);

  int count() const { return static_cast<int>(m_rows.size()); }
  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  const std::vector<QVariantMap>& rows() const { return m_rows; }
  void setRows(std::vector<QVariantMap> rows);

 signals:
  void countChanged();

 private:
  QList<QByteArray> m_roles;
  std::vector<QVariantMap> m_rows;
};

}  // namespace kp::kiosk
