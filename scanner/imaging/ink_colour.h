// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>

#include "scanner/imaging/target_print.h"

namespace kp {

/// Colour of a pen: how much more it takes of red than of green, and of blue than of green, against all it takes; 0, 0 is black or gray, blue ink has red > 0, red ink red < 0.
struct InkColour {
  double red = 0, blue = 0;
  double mm2 = 0;  ///< ink it was taken from
};

/// Mean colour of the ink (findInk) of one target; nullopt on gray scans or for less than kLeastColourMm2 of ink.
std::optional<InkColour> inkColour(const PageView& view, const Affine& toView, const PrintPatch& print, const AlignedPatch& patch,
                                   const Gray& ink);

/// Distance of two inks: 0 the same, about 0.5 between blue and black, 1 between blue and red.
double colourDistance(const InkColour& a, const InkColour& b);

inline constexpr double kLeastColourMm2 = 1.5;

}  // namespace kp
