// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "scanner/imaging/marks.h"

namespace kp::marks {

/// Parts of measuring that names and squares share; not used outside of imaging.

/// A rectangle of a patch, px, half open.
struct Window {
  int x0, y0, x1, y1;
};

/// The part of the patch between the box's sides, from `top` to `bottom` (mm), kept within the patch.
Window windowOf(const PrintPatch& print, const RectMm& box, double top, double bottom);

struct InkSum {
  long count = 0, dark = 0;
};

/// Ink pixels in the window and their darkness added up.
InkSum sumInk(const PrintPatch& print, const AlignedPatch& patch, const Gray& ink, const Window& w);

/// 1 where a pixel of the patch lies on a fold or streak.
void markLines(const PrintPatch& print, const AlignedPatch& patch, const std::vector<PageLine>& lines, Gray& on);

/// How suddenly the ink in the window begins: the steepest tenth of its steps over 1/4 mm, clear of print, as a share of how dark it is. A pen's line is there
/// or not there, 0.6 and more even in a soft scan; creases, shadows and smears come and go. 1 where too little ink is clear of print to tell.
double steepness(const PrintPatch& print, const AlignedPatch& patch, const Gray& ink, const Window& w);

/// The ink that no fold or streak explains.
Gray offLines(const Gray& ink, const Gray& masked);

/// How much heavier the page's lines are inside the window than elsewhere; the largest over all that cross it.
/// `unknown` is what a line counts that runs along print and shows nowhere clear of it.
double lineExcess(const PrintPatch& print, const AlignedPatch& patch, const std::vector<PageLine>& lines, const Window& w, double unknown);

/// Ink outside the square, clear of print (table rules run there, and one printed a little off must not look like a stroke), that belongs to it: not the ends of strokes that come out of a square, not the next rows'.
double inkBeside(const PrintPatch& print, const RectMm& box, const Gray& ink, bool inkInside);

/// Ink close round the square, beyond its line, clear of print.
double spill(const PrintPatch& print, const RectMm& box, const Gray& ink);

/// Share of the directions towards the middles of the square's sides (an octant each, its halves apart) in which ink lies close to it. The arms of a cross come out at the corners.
double ringed(const PrintPatch& print, const RectMm& box, const Gray& ink);

/// The two straight strokes that explain most of the ink in the window.
TwoStrokes twoStrokes(const Gray& ink, const Window& w);

/// Expected darkness (of 255) below which a pixel has nothing to do with print.
inline constexpr int kClearOfPrint = 25;

/// Square millimetres a pixel.
inline constexpr double kMm2PerPx = 1 / (kPxPerMm * kPxPerMm);

}  // namespace kp::marks
