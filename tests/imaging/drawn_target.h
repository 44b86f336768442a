// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>

#include "paper.h"
#include "scanner/imaging/marks.h"

namespace kp::test {

inline constexpr int kInkThreshold = 36;
/// A printed name between table rules, and a printed square.
inline const RectMm kNameBox{60, 100, 52, 6}, kSquareBox{150, 100, 6.5, 6.5};

using Draw = std::function<void(Paper&)>;

/// A page with the name, the square and the rules of their row, and what `pen` adds.
Paper printedRow(const Draw& pen = {}, bool colour = false);

/// A target of that page seen through a scan, up to the ink that is left when the print is taken away.
struct SeenTarget {
  PrintPatch print;
  AlignedPatch patch;
  Gray ink;
  Spread spread = Spread::Soft;
};
/// `shift`: how far the print lies off where the map says, px.
SeenTarget seenName(const Paper& paper, Point shift = {}, Spread spread = Spread::Soft);
SeenTarget seenSquare(const Paper& paper, Point shift = {}, Spread spread = Spread::Soft);

NameMeasure nameMeasure(const Draw& pen, const std::vector<PageLine>& lines = {});
BoxMeasure boxMeasure(const Draw& pen, const std::vector<PageLine>& lines = {});

/// Ink pixels as mm².
double inkArea(const Gray& ink);

}  // namespace kp::test
