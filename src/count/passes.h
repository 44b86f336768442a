// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "count/contest_count.h"

namespace kp {

/// One difference of two passes.
struct PassDifference {
  std::string what;           ///< one sentence
  int first = 0, second = 0;  ///< ballot numbers in the first and the second pass, where one ballot is concerned; 0 none
};

/// The same as comparePasses(), with the ballots concerned, so that they can be opened.
Expected<std::vector<PassDifference>> passDifferences(const Ledger& ledger, const CountedContest& counted, const CountedPass& a,
                                                      const CountedPass& b);

/// Compares two passes of one contest (đối chiếu hai lượt, R-36). Per-ballot codes, both scanned: ballot by ballot, each difference named by its sheets; then, and always with
/// shared codes or a keyed pass, by totals: valid, invalid, undecided, and each candidate's votes. Where totals with shared codes differ,
/// ballots that their strokes show to be the same paper (SeenHands) and that count differently are named after them. Returns one sentence for each difference; empty when they agree.
/// The ledger is asked for ink prints only. Errors: its own.
Expected<std::vector<std::string>> comparePasses(const Ledger& ledger, const CountedContest& counted, const CountedPass& a,
                                                 const CountedPass& b);

}  // namespace kp
