// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <optional>
#include <vector>

#include "scanner/imaging/affine.h"
#include "scanner/imaging/page_view.h"

namespace kp {

/// A plane seen in perspective: x' = (h0·x + h1·y + h2) / (h6·x + h7·y + 1), y' = (h3·x + h4·y + h5) / (…). For photographs of a page; scans are affine.
struct Homography {
  std::array<double, 8> h{1, 0, 0, 0, 1, 0, 0, 0};
  Point operator()(Point p) const;
  /// Pixels a millimetre around `p`, mean over directions (the root of the area factor).
  double scaleAt(Point p) const;
};

/// Least squares through four or more pairs (algebraic error, both systems brought to unit size first); nullopt when they do not determine it.
std::optional<Homography> fitHomography(const std::vector<PointPair>& pairs);

/// `area` of the page (mm) drawn upright at `pxPerMm` from a view that sees it through `pageToView`, bilinear, in colour when the view is; white outside of it.
Raster flatten(const PageView& view, const Homography& pageToView, const RectMm& area, double pxPerMm);

}  // namespace kp
