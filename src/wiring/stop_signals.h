// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kp {

/// From now on Ctrl-C and SIGTERM ask for an end in order; a second one of the same ends the program at once. For programs on a terminal.
void heedStopSignals();
/// Whether one came. Any thread.
bool stopSignalled();

}  // namespace kp
