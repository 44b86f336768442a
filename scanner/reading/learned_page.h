// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <vector>

#include "scanner/imaging/page_pose.h"
#include "scanner/imaging/print_anchors.h"
#include "scanner/reading/page_form.h"

namespace kp {

/// A page of a learned form (phiếu in sẵn) prepared for reading: it has no fiducials and no code, its print is all there is to know it and place it by.
struct LearnedPrint {
  PageForm form;
  PrintProfile profile;
  std::vector<PrintPatch> anchors;
  std::vector<PrintPatch> names;  ///< as the form's names
};

/// `names` are the printed full names of the page's rows. `page` must outlive the result.
LearnedPrint prepareLearned(const FormPage& page, const Raster& reference, const std::vector<Target>& names);

/// Which page of which form a scan shows, and where it lies.
struct LearnedPlace {
  std::size_t print = 0;  ///< index into the pages looked at
  PrintPlacement placement;
  double known = 0;  ///< share of the names whose print is there
};

/// Looks for the page among `pages`. A page is taken for one only when nearly all of its names (kLeastKnown) are printed where they should be, so that the ballot of another contest with the
/// same head and table is not read as this one. nullopt: none of them.
std::optional<LearnedPlace> findLearned(const PageView& view, double pxPerMm, const std::vector<const LearnedPrint*>& pages);

/// Torn, folded over or black: pieces of print are missing although their place is on the scan.
bool isTorn(const PrintPlacement& placement);

/// Print beyond the page on a scan longer or wider than it: another sheet looks out from under this one. (Pages with codes: isDoubleFeed().)
bool showsPrintBeyond(const PageView& view, const Affine& toView, const PageGeometry& geometry);

/// What of a target is measured as a square: the target itself up to kMarkMm. An empty table cell is wider than a mark: the part of it that is measured as a square is, a square as high as the cell (at most kMarkMm) where the ink is, else in the middle.
RectMm markedPart(const RectMm& cell, const PrintPatch& print, const Gray& ink);
inline constexpr double kMarkMm = 6.5;       ///< the square of the program's own ballots, for which marks in squares are measured
inline constexpr double kLeastKnown = 0.90;  ///< of the names
inline constexpr double kNameShown =
    0.66;  ///< of a name's print must be dark: another name printed there covers less than half (docs/measurements.md)

}  // namespace kp
