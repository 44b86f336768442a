// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/scan/sheet_strip_model.h"

#include <algorithm>

#include "kiosk/frame/words.h"

namespace kp::kiosk {
namespace {

QString keyOf(SheetLook::Mark mark) {
  switch (mark) {
    case SheetLook::Mark::Read: return QStringLiteral("read");
    case SheetLook::Mark::Committee: return QStringLiteral("committee");
    case SheetLook::Mark::Aside: return QStringLiteral("aside");
    case SheetLook::Mark::Seen: return QStringLiteral("seen");
    case SheetLook::Mark::Waiting: break;
  }
  return QStringLiteral("waiting");
}

}  // namespace

int SheetStripModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_sheets.size()); }

QVariant SheetStripModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const SheetLook& look = m_sheets[static_cast<std::size_t>(index.row())];
  switch (role) {
    case SheetRole: return look.sheet;
    case MarkRole: return keyOf(look.mark);
    case WhatRole: return text(look.what);
    case WhyRole: return text(look.why);
    case SourceRole: return text(look.source);
    default: return {};
  }
}

QHash<int, QByteArray> SheetStripModel::roleNames() const {
  return {{SheetRole, "sheet"}, {MarkRole, "mark"}, {WhatRole, "what"}, {WhyRole, "why"}, {SourceRole, "source"}};
}

void SheetStripModel::show(std::vector<SheetLook> sheets) {
  const auto idAt = [](const std::vector<SheetLook>& list, std::size_t i) { return list[i].sheet; };
  std::size_t fresh = 0;  // how many of the new ones stand before the newest known one
  while (fresh < sheets.size() && (m_sheets.empty() || idAt(sheets, fresh) != m_sheets.front().sheet)) ++fresh;
  const std::size_t kept = std::min(sheets.size() - fresh, m_sheets.size());
  bool continues = true;
  for (std::size_t i = 0; i < kept; ++i) continues = continues && idAt(sheets, fresh + i) == idAt(m_sheets, i);
  if (!continues || kept == 0) {
    beginResetModel();
    m_sheets = std::move(sheets);
    endResetModel();
    return;
  }
  if (kept < m_sheets.size()) {
    beginRemoveRows({}, static_cast<int>(kept), static_cast<int>(m_sheets.size()) - 1);
    m_sheets.resize(kept);
    endRemoveRows();
  }
  if (fresh > 0) {
    beginInsertRows({}, 0, static_cast<int>(fresh) - 1);
    m_sheets.insert(m_sheets.begin(), sheets.begin(), sheets.begin() + static_cast<std::ptrdiff_t>(fresh));
    endInsertRows();
  }
  for (std::size_t i = fresh; i < fresh + kept; ++i) {
    if (m_sheets[i] == sheets[i]) continue;
    m_sheets[i] = sheets[i];
    emit dataChanged(index(static_cast<int>(i)), index(static_cast<int>(i)));
  }
  const std::size_t all = m_sheets.size();
  if (all >= sheets.size()) return;  // the list grew at its old end too, when more sheets are shown than before
  beginInsertRows({}, static_cast<int>(all), static_cast<int>(sheets.size()) - 1);
  m_sheets.insert(m_sheets.end(), sheets.begin() + static_cast<std::ptrdiff_t>(all), sheets.end());
  endInsertRows();
}

}  // namespace kp::kiosk
