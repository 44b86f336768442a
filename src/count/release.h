// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "ledger/ledger.h"

namespace kp {

/// Releases a contest's result to the hall (công bố): journals it, after which the hall screen may show it. Two of the committee with its head (domain.md §4).
/// Refused while the contest is open, and as mayAct(). A result released already stays so; nothing is journalled twice. NotFound: no such contest.
Expected<void> releaseResult(Ledger& ledger, const std::string& contest, const Actors& by);

/// True when the result was released since the contest was last closed: one that was reopened must be released anew. NotFound: no such contest.
Expected<bool> isReleased(const Ledger& ledger, const std::string& contest);

}  // namespace kp
