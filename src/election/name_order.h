// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

namespace kp {

/// True when two names are the same person's name as people read it: capitals and the number of spaces are ignored, tones are not.
bool sameName(const std::string& a, const std::string& b);

}  // namespace kp
