// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "ballot/form.h"
#include "election/congress.h"

namespace kp::test {

/// A ballot as an office types it, by nobody's layout but its own: two blocks of head, a title, one table with rules in 13 pt, a place to sign; no squares in the corners, no codes.
/// Its pages' targets say where a voter marks: the name, or a place in the middle of the empty cell.
struct OfficeStyle {
  double left = 25, top = 88, rowHeight = 8.4, numberWidth = 12, boxWidth = 24, sizePt = 13;
  int rowsOnFirst = 22, rowsLater = 23;
  int across = 1;        ///< tables side by side
  bool header = true;    ///< on each page
  bool squares = false;  ///< a printed square in each cell
  bool remarks = false;  ///< a further empty column "Ghi chú"
  std::string title = "PHIẾU BẦU CỬ";
};
BallotForm officeBallot(const CongressInfo& congress, const Contest& contest, const OfficeStyle& style);
/// The style that fits this many names: one page up to 22, two tables side by side up to 44, else several pages.
OfficeStyle usualStyle(const Contest& contest);

/// As a PDF, all pages of one ballot.
std::string officePdf(const BallotForm& form);

}  // namespace kp::test
