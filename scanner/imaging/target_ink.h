// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ballot/ink_print.h"
#include "scanner/imaging/target_print.h"

namespace kp {

/// What findInk() found at one target, as bins along it. `target` is handed through. No bin has ink when there is none.
TargetInk inkAlong(const Gray& ink, std::uint16_t target);

}  // namespace kp
