// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "count/contest_count.h"

namespace kp {

/// Makes the pages of every keyed ballot of a contest again from the two stored entries and compares them with the sheets that count: whatever differs is a finding.
Expected<std::vector<ChainFinding>> checkKeyed(const Ledger& ledger, const CountedContest& counted);

}  // namespace kp
