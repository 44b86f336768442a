// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "election/congress.h"

namespace kp {

/// A contest as people call it: its title, from the second round on with the round ("… (bầu lần thứ 2)").
std::string contestWords(const Contest& contest);

}  // namespace kp
