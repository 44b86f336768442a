// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace kp::kiosk {

/// A title with spaces that no line ends at inside what is read as one: a term ("Đảng bộ", "Thành phố"), a place's name, "lần thứ XIV". For lines of two hundred pixels and more:
/// narrower ones would cut words.
QString keptTitle(const QString& title);

}  // namespace kp::kiosk
