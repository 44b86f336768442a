// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QQuickItem>
#include <algorithm>

namespace kp::kiosk {

/// Whether something on the screen is not there yet: the page is being read or is busy, a picture is being loaded, a paper is being drawn (PaperView). What is only seen by
/// waiting for it must not be told by the clock.
inline bool stillComing(const QQuickItem* item) {
  if (!item->isVisible()) return false;
  constexpr int kLoading = 2;  // QQuickImageBase::Loading; the class is Qt's own
  if (item->inherits("QQuickImage") && item->property("status").toInt() == kLoading) return true;
  if (item->property("reading").toBool() || item->property("busy").toBool() || item->property("drawing").toBool()) return true;
  const auto children = item->childItems();
  return std::any_of(children.begin(), children.end(), stillComing);
}

}  // namespace kp::kiosk
