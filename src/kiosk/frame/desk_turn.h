// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kp::kiosk {

/// Called by work that keeps a desk for minutes (a scan), on the desk's thread and where the file stands between two transactions: what was asked of the desk meanwhile is
/// done now, so that somebody can unlock the screen or rule on a ballot while sheets come in. Opening and closing the file wait until the work has ended.
void letOthersWork();

}  // namespace kp::kiosk
