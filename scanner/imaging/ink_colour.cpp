// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/ink_colour.h"

#include <algorithm>
#include <cmath>

namespace kp {

std::optional<InkColour> inkColour(const PageView& view, const Affine& toView, const PrintPatch& print, const AlignedPatch& patch,
                                   const Gray& ink) {
  if (!view.hasColour()) return std::nullopt;
  const RectMm area{print.area.x + patch.shiftX / kPxPerMm, print.area.y + patch.shiftY / kPxPerMm, print.area.w, print.area.h};
  Gray blue, green, red;
  view.cutColour(toView, area, kPxPerMm, blue, green, red);
  const double paperB = brightLevel(blue, 0.4), paperG = brightLevel(green, 0.4), paperR = brightLevel(red, 0.4);
  const Gray& expected = print.expected[static_cast<std::size_t>(Spread::Fat)];
  double b = 0, g = 0, r = 0;
  long count = 0;
  for (std::size_t i = 0; i < ink.px.size(); ++i) {
    if (!ink.px[i] || expected.px[i] > 25) continue;  // toner close by would tint the ink black
    b += std::max(0.0, 1 - blue.px[i] / paperB), g += std::max(0.0, 1 - green.px[i] / paperG), r += std::max(0.0, 1 - red.px[i] / paperR);
    ++count;
  }
  InkColour colour;
  colour.mm2 = static_cast<double>(count) / (kPxPerMm * kPxPerMm);
  if (colour.mm2 < kLeastColourMm2) return std::nullopt;
  const double all = std::max({b, g, r, 1e-6});
  colour.red = (r - g) / all, colour.blue = (b - g) / all;
  return colour;
}

double colourDistance(const InkColour& a, const InkColour& b) { return std::hypot(a.red - b.red, a.blue - b.blue); }

}  // namespace kp
