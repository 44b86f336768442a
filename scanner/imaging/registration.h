// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <vector>

#include "ballot/form.h"
#include "scanner/imaging/affine.h"
#include "scanner/imaging/page_view.h"

namespace kp {

/// What was found at one fiducial's place.
struct FiducialFinding {
  enum class State {
    Found,    ///< a square of the right size
    OffScan,  ///< its place lies outside the scan
    Covered,  ///< something dark is there, but not the square
    Empty,    ///< paper, nothing printed: torn, faded or folded away
    Dark,     ///< black all over: the scanner's backing, no paper here
    Outlier,  ///< a square was found that does not agree with the others
  } state = State::Empty;
  Point view;  ///< its centre on the view (Found, Outlier)
};

/// Where the page lies on the scan, or how far the search came.
struct Registration {
  bool placed = false;                     ///< enough fiducials agree and span the page; else `toView` must not be used
  Affine toView;                           ///< page mm → view pixels
  std::vector<FiducialFinding> fiducials;  ///< as in the geometry
  int used = 0;                            ///< fiducials that carry the fit
  double worstMm = 0;                      ///< largest distance between a used fiducial and the fit
};

/// The centre of the solid square of side `sideMm` nearest to `expected` (view pixels) within `radiusMm`; `pxPerMm` the view's resolution there.
FiducialFinding findFiducial(const PageView& view, Point expected, double sideMm, double radiusMm, double pxPerMm);

/// Places the page: from a first guess (from the code), looks for the fiducials nearest first, refits after each, drops what does not agree.
/// `anchors` are further known points (code centres). Not placed when fewer than kFewestFiducials agree or they do not span the page.
Registration registerPage(const PageView& view, const PageGeometry& geometry, const Affine& guess, const std::vector<PointPair>& anchors);

/// Two anchors and two fiducials, or three fiducials, determine an affine map with one to spare for checking it.
inline constexpr int kFewestFiducials = 3;
/// Fiducials further than this from the fit are dropped. Feeders bend pages by up to 0.4 mm (docs/measurements.md), a wrong square is ≥ 2 mm off.
inline constexpr double kOutlierMm = 0.8;

}  // namespace kp
