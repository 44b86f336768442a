// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <sys/types.h>

#include <chrono>

namespace kp {

/// Clears away a child that was killed and waits for that no longer than `atMost`. One that the kernel holds (a driver in an uninterruptible call: no signal reaches it)
/// is cleared away in the background whenever it ends. `end`: its pidfd. True when it is gone.
bool reap(pid_t child, int end, std::chrono::milliseconds atMost);

}  // namespace kp
