// SPDX-License-Identifier: GPL-3.0-or-later
// A hard pencil pressed lightly leaves 8 to 16 % of black: no pixel of it is ink, and its strikes and crosses were told none (red team, docs/measurements.md).
#include "scanner/imaging/faint_line.h"

#include <gtest/gtest.h>

#include "drawn_target.h"

namespace kp {
namespace {

using namespace test;

const double kMiddle = kNameBox.y + 0.5 * kNameBox.h;

double alongName(const Draw& pen, const std::vector<PageLine>& lines = {}) {
  const SeenTarget s = seenName(printedRow(pen), {}, Spread::Sharp);
  return faintAlongName(s.print, s.patch, s.spread, kNameBox, lines);
}

double inSquare(const Draw& pen, const std::vector<PageLine>& lines = {}) {
  const SeenTarget s = seenSquare(printedRow(pen));
  return faintInSquare(s.print, s.patch, kSquareBox, lines);
}

Draw pencil(Point from, Point to, double gray) {
  return [=](Paper& p) { p.line(from, to, 0.5, cv::Scalar::all(gray)); };
}

/// 14 % darker than paper.
constexpr double kHardPencil = 219;

TEST(FaintLine, NothingOnUntouchedTargets) {
  EXPECT_LT(alongName({}), 1.5);
  EXPECT_LT(inSquare({}), 1);
}

TEST(FaintLine, AHardPencilThroughANameIsSeenThoughNoneOfItIsInk) {
  const Draw strike = pencil({kNameBox.x - 1, kMiddle}, {kNameBox.x + kNameBox.w + 1, kMiddle + 0.6}, kHardPencil);
  EXPECT_EQ(nameMeasure(strike).inkMm2, nameMeasure({}).inkMm2);
  EXPECT_GT(alongName(strike), 2.4);
}

// It counts where it is weakest: a stroke through two thirds of the name is no strike, nor is a smudge.
TEST(FaintLine, ALineMustGoOnToTheEnd) {
  EXPECT_LT(alongName(pencil({kNameBox.x - 1, kMiddle}, {kNameBox.x + 0.6 * kNameBox.w, kMiddle}, kHardPencil)), 1.5);
}

TEST(FaintLine, AHardPencilsStrokeInASquareIsSeenThoughNoneOfItIsInk) {
  const RectMm& b = kSquareBox;
  const Draw slash = pencil({b.x + 1, b.y + 1.2}, {b.x + b.w - 1, b.y + b.h - 0.8}, kHardPencil);
  EXPECT_EQ(boxMeasure(slash).inkMm2, 0);
  EXPECT_GT(inSquare(slash), 8);
}

// Folds and streaks run level or upright; what the page's lines explain is left out of names.
TEST(FaintLine, FoldsAreNoStrokes) {
  const RectMm& b = kSquareBox;
  EXPECT_LT(inSquare(pencil({b.x - 5, b.y + 3}, {b.x + b.w + 5, b.y + 3.2}, kHardPencil)), 4);
  const PageLine fold{{0, kMiddle}, {210, kMiddle}, 0.5};
  EXPECT_LT(alongName(pencil({0, kMiddle}, {210, kMiddle}, kHardPencil), {fold}), 1.5);
}

}  // namespace
}  // namespace kp
