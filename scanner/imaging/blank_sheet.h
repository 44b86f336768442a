// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "scanner/imaging/affine.h"
#include "scanner/raster.h"

namespace kp {

/// A blank ballot as it came from a scanner or a PDF, laid straight.
struct BlankSheet {
  double widthMm = 0, heightMm = 0;  ///< of the page: the nearest ISO size where the scan is within 5 % of one, else the scan's own
  Affine toBlank;                    ///< page mm → pixels of the blank
  Raster
      reference;  ///< the page at 2 × kPxPerMm, gray: paper white, print as dark as it gets, dust gone. `dpi` is the blank's own, at most that
};

/// Lays a blank straight: turned by `quarterTurns` × 90° (how the page lies on the scan, clockwise) and its skew. `pxPerMm` 0: as the raster says, else as if A4 filled it.
BlankSheet layStraight(const Raster& blank, int quarterTurns);

/// The same with the map known already, as when a learned form is read from the congress file.
BlankSheet laidStraight(const Raster& blank, double widthMm, double heightMm, const Affine& toBlank);

/// A page at another resolution, by area.
Raster resized(const Raster& page, double dpi, double widthMm, double heightMm);

}  // namespace kp
