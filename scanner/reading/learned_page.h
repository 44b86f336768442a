// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <vector>

#include "scanner/imaging/page_pose.h"
#include "scanner/imaging/print_anchors.h"
#include "scanner/reading/page_form.h"
#include "scanner/reading/printed_names.h"

namespace kp {

/// A page of a learned form (phiếu in sẵn) prepared for reading: it has no fiducials and no code, its print is all there is to know it and place it by.
struct LearnedPrint {
  PageForm form;
  PrintProfile profile;
  std::vector<PrintPatch> anchors;
  std::vector<NamePrint> names;  ///< as the form's names
};

/// `names` are the printed full names of the page's rows. `page` must outlive the result.
LearnedPrint prepareLearned(const FormPage& page, const Raster& reference, const std::vector<Target>& names);

/// Which page of which form a scan shows, and where it lies.
struct LearnedPlace {
  std::size_t print = 0;  ///< index into the pages looked at
  PrintPlacement placement;
  NamesShown names;
};

/// Looks for the page among `pages`. A page is taken for one when it can be placed and no more than kMostOthers of its rows show other names: first one that shows none, so that
/// the ballot of another contest with the same head and table is not taken for this one; else the one with the most names of its list, which is not to be read (otherNames()).
/// nullopt: none of them.
std::optional<LearnedPlace> findLearned(const PageView& view, double pxPerMm, const std::vector<const LearnedPrint*>& pages);

/// Torn, folded over or black: pieces of print are missing although their place is on the scan.
bool isTorn(const PrintPlacement& placement);

/// Print beyond the page on a scan longer or wider than it: another sheet looks out from under this one. (Pages with codes: isDoubleFeed().)
bool showsPrintBeyond(const PageView& view, const Affine& toView, const PageGeometry& geometry);

/// What of a target is measured as a square: the target itself up to kMarkMm. An empty table cell is wider than a mark: the part of it that is measured as a square is, a square as high as the cell (at most kMarkMm) where the ink is, else in the middle.
RectMm markedPart(const RectMm& cell, const PrintPatch& print, const Gray& ink);
inline constexpr double kMarkMm = 6.5;      ///< the square of the program's own ballots, for which marks in squares are measured
inline constexpr double kMostOthers = 0.5;  ///< of the names: a list with more is another list altogether

}  // namespace kp
