// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "scanner/imaging/marks.h"

namespace kp {

/// Lines too faint to be ink pixel by pixel, seen because they go on: along a line of two centimetres the grain of paper cancels itself out, a hard pencil's stroke adds up.

/// How much darker, 0 … 255, the darkest line is that goes along a printed name from end to end, at whatever height and a little bent or slanting: its mean over the
/// weakest third of the name; spots hidden by print count nothing, what `lines` explain is left out. Even paper has less than 1, the rims of softly printed letters 2. `spread` is the page's. `box` is the name's box (mm).
double faintAlongName(const PrintPatch& print, const AlignedPatch& patch, Spread spread, const RectMm& box,
                      const std::vector<PageLine>& lines);

/// The same of the darkest straight slanting line inside a square, at least half of the square long: its mean; or how much darker the whole inside is than the paper round the square (light
/// shading), when that is more. `box` is the square's outer edge (mm).
double faintInSquare(const PrintPatch& print, const AlignedPatch& patch, const RectMm& box, const std::vector<PageLine>& lines);

}  // namespace kp
