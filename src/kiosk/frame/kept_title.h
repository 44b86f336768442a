// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace kp::kiosk {

/// A title for the hall with spaces that no line ends at inside what is read as one: a term ("Đảng bộ"), a place's name, "lần thứ XIV".
QString keptTitle(QString title);

}  // namespace kp::kiosk
