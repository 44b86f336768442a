// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "scanner/imaging/page_view.h"
#include "scanner/raster.h"

namespace kp {

/// How much is printed at each height and at each width of a page, by half millimetres from its middle, cleared of slow changes: what tells how a page lies
/// on a scan when nothing on it was printed for that.
struct PrintProfile {
  double widthMm = 0, heightMm = 0;
  std::vector<float> rows, columns;
};

/// The profile of an upright reference page (gray, `pxPerMm`).
PrintProfile profileOf(const Raster& reference, double pxPerMm);

/// How far the print of a picture is turned, radians clockwise on the picture, −kMostSkew … +kMostSkew, up to quarter turns: lines of text and rules are sharpest across that direction.
/// Good to 0.01°: for a blank that is learned from.
double fineSkewOf(const PageView& view, double pxPerMm);
inline constexpr double kMostSkew = 0.14;  ///< 8°: what guides of a feeder let through

/// A way in which the page may lie on the scan.
struct PoseGuess {
  Affine toView;     ///< page mm → view pixels, good to about 2 mm
  double score = 0;  ///< agreement of the profiles, 0 … 2
};

/// The best guess for each quarter turn that the shapes of page and scan allow, best first. `pxPerMm`: the scan's resolution as far as it is known; copies of 92 … 106 % are found.
std::vector<PoseGuess> guessPoses(const PageView& view, double pxPerMm, const PrintProfile& page);

}  // namespace kp
