// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kp {

/// From now on Ctrl-C, SIGTERM and SIGHUP (terminal or session closed) ask for an end in order; a second one of the same ends the program at once.
void heedStopSignals();
/// Whether one came. Any thread.
bool stopSignalled();

}  // namespace kp
