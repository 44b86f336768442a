// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

namespace kp {

/// What the system said (errno) when a file could not be read or written, in the reader's words; the system's own English only for what hardly ever happens.
std::string systemReason(int error);

}  // namespace kp
