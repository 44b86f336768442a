// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>

#include "election/error.h"

namespace kp::kiosk {

/// Where USB sticks are mounted on this system.
const QStringList& stickRoots();

/// Refused when `folder` is of a stick that is no longer there: the empty folder it was mounted on stays, and what is written there lands on the computer's own disk.
/// A folder not below one of the roots is none of a stick.
Expected<void> stickStillThere(const QString& folder, const QStringList& roots = stickRoots());

}  // namespace kp::kiosk
