// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "ballot/form.h"
#include "scanner/imaging/blank_sheet.h"

namespace kp {

/// One page of a blank ballot as it was understood.
struct LearnedSheet {
  BlankSheet sheet;
  PageGeometry geometry;      ///< targets only
  std::vector<Target> names;  ///< the printed names, in ballot order
  std::vector<double> fits;   ///< how well each row's print agrees with its name, 0 … 1 (learn_rows.h)
};

/// What was found on a blank ballot.
struct LearnedBallot {
  std::vector<LearnedSheet> pages;
  std::vector<std::string> notes;  ///< whole sentences for the committee: what to look at before confirming
};

/// Finds the rows and boxes of a contest's ballot on its blank pages, given in order (any way up): a table with rules, a row for each candidate in ballot order, on one page or several,
/// in one table or several side by side. Columns and confidence faces need two or three empty columns (or printed squares) to the right of the names.
/// BadInput: no table · another number of rows than candidates · too few columns for boxes. Refused: the print does not look like these names in this order.
Expected<LearnedBallot> learnBallot(const Contest& contest, const std::vector<Raster>& blanks);

}  // namespace kp
