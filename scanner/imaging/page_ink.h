// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "scanner/imaging/marks.h"

namespace kp {

/// What a whole page has printed, coarsely, with room for print that lies a little off.
struct PagePrint {
  Gray open;  ///< at kPagePxPerMm: 255 where ink can be told from print, 0 at print and at the page's edge
};
inline constexpr double kPagePxPerMm = 4;

PagePrint makePagePrint(const Raster& reference, const PageGeometry& geometry);

/// Connected ink that is no print: a stroke, a word, a stamp, a stain.
struct InkBlot {
  RectMm box;  ///< mm of the page
  double inkMm2 = 0;
  double dark = 0;  ///< mean darkness 0 … 1
  double framed =
      0;  ///< share of its height in which one of its sides is straight, as of a stamp's frame (imaging/stamps.h); 0 where it is not high enough
};

/// A round stamp (con dấu): a ring of ink, mm.
struct Stamp {
  Point centre;
  double radius = 0;
};

struct PageInk {
  std::vector<InkBlot> blots;
  std::vector<Stamp> stamps;
};

/// Finds all ink on the page beyond its print that is larger than a speck. `lines` (folds, streaks) and the outermost kEdgeMm are left out; pieces
/// closer than kJoinMm are one blot. `threshold` as for findInk, 0 … 255.
/// Stamps are looked for in the ink outside `sealPlace`, where one is expected and marks nothing.
PageInk findPageInk(const PageView& view, const Affine& toView, const PageGeometry& geometry, const PagePrint& print,
                    const std::vector<PageLine>& lines, int threshold, const RectMm& sealPlace);

inline constexpr double kEdgeMm = 7;    ///< shadows of the paper's edge, cut corners
inline constexpr double kJoinMm = 2.0;  ///< strokes of one word; a stamp cut apart by table rules and the room left round them

}  // namespace kp
