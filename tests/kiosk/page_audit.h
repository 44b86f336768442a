// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <QQuickWindow>
#include <QStringList>

namespace kp::kiosk {

/// What is wrong with what can be seen in the window now, one sentence each, by the rules of the kiosk at 1280×800: every control that takes the focus has a name for a
/// screen reader; no words are cut where they may not be shortened; whatever is touched is at least 48 px high and wide; no letters under 16 px; contrast of letters at
/// least 4.5:1 on what lies behind them; no control lies on another.
QStringList auditPage(QQuickWindow* window);

/// Contrast of WCAG 2.1: 1 … 21.
double contrastOf(const QColor& a, const QColor& b);

inline constexpr double kLeastContrast = 4.5;
inline constexpr double kLeastTarget = 48;
inline constexpr int kLeastLetters = 16;

}  // namespace kp::kiosk
