// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "scanner/rehearsal/marks.h"
#include "scanner/rehearsal/truth.h"
#include "scanner/rehearsal/voter.h"

namespace kp::rehearsal {

/// One voter with pen in hand.
struct Voter {
  Hand hand;
  Pen pen;
  Intent intent;
  std::vector<bool> doubtful;  ///< by candidate: this row gets a doubtful mark
  bool secondInk = false;      ///< about half of the marks in `otherPen`
  Pen otherPen;
  double faintest = 212;  ///< gray of the faintest line that can still be seen on the scan
};

/// Marks one page as the voter wants it and tells the truth of each of its targets, in their order.
std::vector<MarkTruth> markPage(Sheet& sheet, const PageGeometry& geometry, const Contest& contest, const Voter& voter, Profile profile,
                                Rng& rng);

}  // namespace kp::rehearsal
