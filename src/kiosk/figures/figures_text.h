// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include "election/tally.h"

namespace kp::kiosk {

/// The base of worked out in full: "350 − 2 (vắng mặt suốt đại hội, không có dự khuyết thay) = 348"; without convened a sentence that says so.
QString baseArithmetic(const Figures& figures);

}  // namespace kp::kiosk
