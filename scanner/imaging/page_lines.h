// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "scanner/imaging/marks.h"

namespace kp {

/// Finds folds and sensor streaks: lines that run from one edge of the paper to the other, seen first in the unprinted margins at both ends
/// and then followed between them. A pen's stroke never reaches both edges (New Hampshire 2020: folds were read as votes).
std::vector<PageLine> findPageLines(const PageView& view, const Affine& toView, const PageGeometry& geometry);

}  // namespace kp
