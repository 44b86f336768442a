// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "ledger/ledger.h"

namespace kp {

/// Figures entered when the contest's ballots could be known: the minutes say so, whoever entered them.
struct FiguresAfterReading {
  JournalEntry entry;   ///< figures-set
  bool changed = true;  ///< a number that was there became another (isChange()); false: only what was missing was entered
};

/// Entries figures-set of this contest after its first ballot was scanned or keyed in, oldest first; the same figures again are none. NotFound: no such contest.
Expected<std::vector<FiguresAfterReading>> figuresAfterReading(const Ledger& ledger, const std::string& contest);

}  // namespace kp
