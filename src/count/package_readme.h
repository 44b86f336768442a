// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "election/congress.h"

namespace kp {

/// README.txt of a package: what is in it and how to check it with and without this program, Vietnamese first. `key` hex; `openContests` ids.
std::string packageReadme(const Congress& congress, const std::string& madeAt, const std::string& program, const std::string& key,
                          const std::vector<std::string>& openContests);

}  // namespace kp
