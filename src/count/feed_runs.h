// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "count/assembly.h"
#include "count/sheet_origin.h"
#include "ledger/ledger.h"

namespace kp {

/// The feeder run of each sheet, in the order of `sheets` (those of one contest and pass, as forEach() gives them).
/// A run of scanning is a run, and goes on in the next one only where nothing can have come between: it was cut off (stopped, killed, power cut), the same command was given again, and
/// the first new file continues the numbering of the last one stored. A feeder names its sheets anew each time, so a run that a jam ended is never continued.
Expected<std::vector<FeedRun>> feedRuns(const Ledger& ledger, const std::string& contest, int pass, const std::vector<SheetOrigin>& sheets);

}  // namespace kp
