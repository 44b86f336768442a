// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <malloc.h>

namespace kp::cli {

/// Gives free memory back to the system. A scan of thousands of files leaves the C library's heaps full of holes: files of 200 KB come and go between the few hundred bytes that are
/// remembered of each sheet, and without this 20,000 pages hold 60 MB of them. It takes a few milliseconds, in which threads that want
/// memory wait: not for the kiosk, whose screen must not.
inline void giveBackSpareMemory() { malloc_trim(0); }

}  // namespace kp::cli
