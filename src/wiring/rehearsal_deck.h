// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "ledger/ledger.h"
#include "scanner/rehearsal/rehearsal.h"

namespace kp {

/// Makes a marked deck of a contest's own ballots (xấp phiếu chạy thử) with its truth in `folder` (truth.jsonl) and journals it. Returns the number of images.
/// Sheets of another contest, where the deck has them, are of the congress's first other one. Errors: NotFound (contest), BadInput (options), Io.
Expected<int> makeRehearsal(Ledger& ledger, const std::string& contest, RehearsalOptions options, const std::string& folder,
                            const Actors& by);

}  // namespace kp
