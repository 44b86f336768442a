// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "ledger/ledger.h"

namespace kp {

/// Steps of the day (domain.md §5) in the order of the left rail.
enum class DayStep { Congress, Contest, Print, Check, Figures, Scan, KeyIn, Adjudicate, Compare, Result, Minutes, Reveal, Archive };

enum class StepState {
  Done,     ///< nothing left to do
  Now,      ///< can be done now and should be
  Waiting,  ///< something before it is missing, or it is not needed; `why` says what
  Stopped,  ///< something is wrong that people must settle first; `why` says what
};

struct StepStatus {
  DayStep step = DayStep::Congress;
  StepState state = StepState::Waiting;
  std::string why;  ///< one sentence in this thread's language; "" when Done or Now needs none
};

/// Where the day of one contest stands, worked out of the congress file alone, so that it is the same after a power cut. All steps, in the order of the enum.
/// `contest` "" or unknown: only Congress and Archive say something. Errors: as reading the ledger.
Expected<std::vector<StepStatus>> dayOf(const Ledger& ledger, const std::string& contest);

}  // namespace kp
