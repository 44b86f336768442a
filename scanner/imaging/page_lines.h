// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "scanner/imaging/marks.h"

namespace kp {

/// Finds folds and sensor streaks: lines that run from one edge of the paper to the other, seen first in the unprinted margins at both ends
/// and then followed between them. A pen's stroke never reaches both edges (New Hampshire 2020: folds were read as votes).
std::vector<PageLine> findPageLines(const PageView& view, const Affine& toView, const PageGeometry& geometry);

/// Those of the lines that run through `area` of the page (mm) or so close by that they may once its print was found up to a millimetre off.
std::vector<PageLine> linesThrough(const std::vector<PageLine>& lines, const RectMm& area);

}  // namespace kp
