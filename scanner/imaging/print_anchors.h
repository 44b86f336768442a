// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "scanner/imaging/registration.h"
#include "scanner/imaging/target_print.h"

namespace kp {

/// Small pieces of a page's print with edges in both directions (letters, corners of rules), spread over the page: what a page without fiducials is placed by.
std::vector<PrintPatch> makeAnchors(const Raster& reference, double widthMm, double heightMm);

/// How much of a printed piece is there, 0 … 1: the share of its printed spots that are dark on the scan. Ink over it does not lower it, other print does.
double printShown(const AlignedPatch& patch, const PrintPatch& print);

/// A page placed by its own print.
struct PrintPlacement {
  Registration registration;  ///< `fiducials` is empty; `used` counts anchors, `worstMm` is theirs
  int visible = 0;            ///< anchors whose place lies on the scan
  int empty = 0;              ///< of these, the place shows paper without any print or no paper at all: torn, folded over
};

/// Looks for each anchor round the place where `guess` puts it (within kCoarseReachMm, then kFineReachMm of a first fit), fits an affine map by least squares, drops what disagrees.
/// Placed when at least kLeastAnchors and half of those on the scan agree and they span the page.
PrintPlacement placeByPrint(const PageView& view, const Affine& guess, const std::vector<PrintPatch>& anchors, double widthMm,
                            double heightMm);

inline constexpr double kCoarseReachMm = 3.5;  ///< less than half the distance of two rows
inline constexpr double kFineReachMm = 1.25;
inline constexpr int kLeastAnchors = 6;  ///< twice what determines the map

}  // namespace kp
