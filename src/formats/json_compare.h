// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

namespace kp {

/// Where two JSON texts say different things: paths like "/votes/0/yes", at most `most` of them; empty when they say the same, whatever their
/// spacing. A text that is no
/// JSON differs at "/".
std::vector<std::string> jsonDifferences(const std::string& a, const std::string& b, std::size_t most = 20);

}  // namespace kp
