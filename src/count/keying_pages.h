// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "ballot/page_reading.h"
#include "count/contest_count.h"
#include "count/keyed_entry.h"

namespace kp {

/// A keyed ballot as the pages a reader would have seen, marks with full certainty; reasons for the flags on the first page. `unsureWhy` is written at marks that are
/// unclear. A ballot that is not ours is one page without marks, as when its code is not ours. Per-ballot codes are not keyed: the place in the pile
/// holds the pages of one ballot together instead.
Expected<std::vector<PageReading>> keyedPages(const CountedContest& counted, int ballot, const KeyedEntry& entry,
                                              const std::string& unsureWhy);

inline constexpr const char* kKeyedUnclear = "keyed-unclear";          ///< the operators saw an unclear mark
inline constexpr const char* kKeyedDifferently = "keyed-differently";  ///< the operators did not agree

}  // namespace kp
