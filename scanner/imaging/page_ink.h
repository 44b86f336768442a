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
  RectMm box;          ///< mm of the page
  double inkMm2 = 0;
  double dark = 0;     ///< mean darkness 0 … 1
  bool round = false;  ///< a ring of a stamp's size
};

/// Finds all ink on the page beyond its print that is larger than a speck. `lines` (folds, streaks) and the outermost kEdgeMm are left out; pieces
/// closer than kJoinMm are one blot. `threshold` as for findInk, 0 … 255.
std::vector<InkBlot> findBlots(const PageView& view, const Affine& toView, const PageGeometry& geometry, const PagePrint& print, const std::vector<PageLine>& lines, int threshold);

inline constexpr double kEdgeMm = 7;    ///< shadows of the paper's edge, cut corners
inline constexpr double kJoinMm = 1.5;  ///< strokes of one word; letters cut apart by table rules

}  // namespace kp
