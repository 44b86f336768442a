// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "count/contest_count.h"

namespace kp {

/// How often the pile was counted (số lượt kiểm, R-36).
struct PassesDone {
  int done = 0;      ///< a scanned pass is one count; a keyed pass is two: two people keyed every ballot apart from each other and agreed
  int required = 2;  ///< by the rule set of the contest
  std::vector<int>
      reread;  ///< passes that do not count: most of their images are the very files of an earlier pass, no sheet went through a scanner again
  bool enough() const { return done >= required; }
};

/// Worked out of the stored sheets. Errors as the ledger's.
Expected<PassesDone> passesDone(const Ledger& ledger, const CountedContest& counted);

/// Why these passes are not enough and what to do, a sentence for people; names passes that only read the same images again.
std::string passesMissing(const PassesDone& passes);

}  // namespace kp
