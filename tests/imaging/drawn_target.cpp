// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawn_target.h"

#include <numeric>

namespace kp::test {
namespace {

SeenTarget seen(const Paper& paper, const RectMm& box, double roomX, double roomY, Point shift, Spread spread) {
  SeenTarget s;
  s.spread = spread;
  s.print = makePrintPatch(printedRow().reference(), {box.x - roomX, box.y - roomY, box.w + 2 * roomX, box.h + 2 * roomY});
  const PageView view(paper.scan(), kPxPerMm);
  Affine toView = upright();
  toView.c -= shift.x, toView.f -= shift.y;
  s.patch = alignPatch(view, toView, s.print, 8);
  findInk(s.patch, s.print, spread, kInkThreshold, s.ink);
  return s;
}

}  // namespace

Paper printedRow(const Draw& pen, bool colour) {
  Paper paper(colour);
  paper.text(kNameBox, "Nguyen Thi Minh Thu");
  const RectMm& b = kSquareBox;
  const double w = 0.3;
  paper.fill({b.x, b.y, b.w, w}), paper.fill({b.x, b.y + b.h - w, b.w, w}), paper.fill({b.x, b.y, w, b.h}),
      paper.fill({b.x + b.w - w, b.y, w, b.h});
  for (const double y : {97.0, 109.0}) paper.fill({20, y, 170, 0.2});
  if (pen) pen(paper);
  return paper;
}

SeenTarget seenName(const Paper& paper, Point shift, Spread spread) { return seen(paper, kNameBox, 1.5, 2, shift, spread); }
SeenTarget seenSquare(const Paper& paper, Point shift, Spread spread) { return seen(paper, kSquareBox, 8.5, 2, shift, spread); }

NameMeasure nameMeasure(const Draw& pen, const std::vector<PageLine>& lines) {
  const SeenTarget s = seenName(printedRow(pen));
  return measureName(s.print, s.patch, s.spread, s.ink, kNameBox, lines);
}

BoxMeasure boxMeasure(const Draw& pen, const std::vector<PageLine>& lines) {
  const SeenTarget s = seenSquare(printedRow(pen));
  return measureBox(s.print, s.patch, s.ink, kSquareBox, lines);
}

double inkArea(const Gray& ink) { return std::accumulate(ink.px.begin(), ink.px.end(), 0.0) / (kPxPerMm * kPxPerMm); }

}  // namespace kp::test
