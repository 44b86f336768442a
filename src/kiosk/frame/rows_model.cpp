// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/rows_model.h"

namespace kp::kiosk {

RowsModel::RowsModel(QList<QByteArray> roles, QObject* parent) : QAbstractListModel(parent), m_roles(std::move(roles)) {}

int RowsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant RowsModel::data(const QModelIndex& index, int role) const {
  const int column = role - Qt::UserRole - 1;
  if (!index.isValid() || index.row() < 0 || index.row() >= count() || column < 0 || column >= m_roles.size()) return {};
  return m_rows[static_cast<std::size_t>(index.row())].value(QString::fromLatin1(m_roles[column]));
}

QHash<int, QByteArray> RowsModel::roleNames() const {
  QHash<int, QByteArray> names;
  for (qsizetype i = 0; i < m_roles.size(); ++i) names[Qt::UserRole + 1 + static_cast<int>(i)] = m_roles[i];
  return names;
}

void RowsModel::setRows(std::vector<QVariantMap> rows) {
  const QString name = QString::fromLatin1(m_roles.constFirst());
  bool same = rows.size() == m_rows.size();
  for (std::size_t i = 0; same && i < rows.size(); ++i) same = rows[i].value(name) == m_rows[i].value(name);
  if (!same) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    emit countChanged();
    return;
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i] == m_rows[i]) continue;
    m_rows[i] = std::move(rows[i]);
    const QModelIndex changed = index(static_cast<int>(i));
    emit dataChanged(changed, changed);
  }
}

}  // namespace kp::kiosk
