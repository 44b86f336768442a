// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "ballot/form.h"
#include "scanner/imaging/page_view.h"

namespace kp {

/// How far the print on the scan may spread beyond the reference: a sharp scan, a soft one, a bold or badly aligned print, a fat photocopy. Index into PrintPatch::expected.
enum class Spread { Sharp = 0, Soft = 1, Bold = 2, Fat = 3 };
inline constexpr int kSpreads = 4;
/// A spread that surely hides the edges of letters printed at `spread`.
inline Spread widerThan(Spread spread) { return spread < Spread::Bold ? Spread::Bold : Spread::Fat; }

/// What is printed in one area of the page, prepared once from the reference rendering and compared with every scan.
struct PrintPatch {
  RectMm area;                          ///< on the 1/8 mm grid
  int width = 0, height = 0;            ///< pixels at kPxPerMm
  Gray printed;                         ///< darkness (0 … 255) of the reference itself
  std::array<Gray, kSpreads> expected;  ///< darkness (0 … 255) the print may explain at each pixel, by spread
  struct Spot {
    std::int16_t x, y;
  };
  std::vector<Spot> print, blank;  ///< pixels surely printed, and pixels close by surely not; a sample of at most kSpotSample each
};

/// Number of pixels that align a patch: 400 of each settle the shift to a pixel (docs/measurements.md).
inline constexpr std::size_t kSpotSample = 400;

/// Cuts `area` (rounded outwards to the grid) out of the reference page (gray at 2 × kPxPerMm, so that letters lie on half pixels).
PrintPatch makePrintPatch(const Raster& reference, const RectMm& area);

/// One patch of the scan laid over its print.
struct AlignedPatch {
  Gray dark;                   ///< darkness 0 … 255 of the scan against its own paper, smoothed 3×3; size of the PrintPatch
  int shiftX = 0, shiftY = 0;  ///< px the scan's print lay off the global fit
  double contrast = 0;  ///< how much darker the printed spots are than the blank ones beside them, 0 … 1; low: the print is not there
  double gain = 1;      ///< darkness of the scan's print against the reference's
  int paper = 255;      ///< gray of the paper
  double dotMm = 0;     ///< size of the view's dots: thin rules may be a dot thicker or lie a dot off
};

/// Searches the print within ± `reachPx` of where `toView` puts it and gives the darkness there.
AlignedPatch alignPatch(const PageView& view, const Affine& toView, const PrintPatch& print, int reachPx);

/// Where the upper and the lower half of the print in `box` (mm) lie best, px off the whole. A sheet that slipped in the feeder half-way through a name shows one
/// half of its letters moved, and what is left of them looks like a stroke.
struct HalfShifts {
  int upperX = 0, upperY = 0, lowerX = 0, lowerY = 0;
  bool none() const { return upperX == 0 && upperY == 0 && lowerX == 0 && lowerY == 0; }
};
HalfShifts alignHalves(const AlignedPatch& patch, const PrintPatch& print, const RectMm& box);

/// The print where it should be and also where its halves were found: whatever of it a slip moved is then explained.
PrintPatch printAlsoAt(const PrintPatch& print, const HalfShifts& halves);

/// Where the scan is darker than the print explains: 1 where darkness − gain·expected > `threshold` (0 … 255).
void findInk(const AlignedPatch& patch, const PrintPatch& print, Spread spread, int threshold, Gray& ink);

/// Share of the pixels near the print that look like ink at this spread: on unmarked print, how badly the spread fits.
double unexplained(const AlignedPatch& patch, const PrintPatch& print, Spread spread, int threshold);

}  // namespace kp
