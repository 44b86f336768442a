// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/target_print.h"

#include <gtest/gtest.h>

#include "drawn_target.h"

namespace kp {
namespace {

using namespace test;

TEST(TargetPrint, ThePatchLiesOnTheGridAndHoldsTheArea) {
  const PrintPatch p = makePrintPatch(printedRow().reference(), {58.53, 98.07, 55, 10});
  EXPECT_LE(p.area.x, 58.53);
  EXPECT_GE(p.area.x + p.area.w, 58.53 + 55);
  EXPECT_EQ(p.area.x * kPxPerMm, static_cast<int>(p.area.x * kPxPerMm));
  EXPECT_EQ(p.width, p.area.w * kPxPerMm);
  EXPECT_EQ(p.printed.width, p.width);
  EXPECT_FALSE(p.print.empty());
  EXPECT_FALSE(p.blank.empty());
  EXPECT_LE(p.print.size(), kSpotSample + 1);
}

// A wider spread must explain all that a narrower one does, or a fatter print would leave ink.
TEST(TargetPrint, WiderSpreadsExplainMore) {
  const PrintPatch p = makePrintPatch(printedRow().reference(), {58.5, 98, 55, 10});
  for (int s = 1; s < kSpreads; ++s)
    for (std::size_t i = 0; i < p.printed.px.size(); ++i)
      ASSERT_GE(p.expected[static_cast<std::size_t>(s)].px[i], p.expected[static_cast<std::size_t>(s) - 1].px[i]);
}

// Feeders and copiers move the print against the global fit; unnoticed, half of each letter would be ink and half of the paper print.
TEST(TargetPrint, PrintShiftedBySixPixelsIsFound) {
  for (const Point shift : {Point{0, 0}, Point{6, 0}, Point{0, -6}, Point{-5, 6}, Point{8, 8}}) {
    const SeenTarget s = seenName(printedRow(), shift);
    EXPECT_NEAR(s.patch.shiftX, shift.x, 1) << shift.x << "," << shift.y;
    EXPECT_NEAR(s.patch.shiftY, shift.y, 1) << shift.x << "," << shift.y;
    EXPECT_GT(s.patch.contrast, 0.4);
    EXPECT_LT(inkArea(s.ink), 0.1);
  }
}

TEST(TargetPrint, BlankPrintLeavesNoInk) {
  EXPECT_LT(inkArea(seenName(printedRow()).ink), 0.05);
  EXPECT_LT(inkArea(seenSquare(printedRow()).ink), 0.05);
}

// The whole point: letters do not hide a thin line through them.
TEST(TargetPrint, AThinLineThroughLettersIsLeft) {
  for (const double gray : {0.0, 90.0, 150.0}) {
    const Paper paper = printedRow([&](Paper& p) { p.line({60, 103}, {112, 103.4}, 0.4, cv::Scalar::all(gray)); });
    EXPECT_GT(inkArea(seenName(paper).ink), 4) << gray;
  }
}

// A strike must not move the alignment by drawing the search to itself.
TEST(TargetPrint, AStrikeDoesNotMoveThePrint) {
  const Paper paper = printedRow([](Paper& p) { p.line({58, 103}, {114, 103.4}, 0.7); });
  const SeenTarget s = seenName(paper, {3, -2});
  EXPECT_NEAR(s.patch.shiftX, 3, 1);
  EXPECT_NEAR(s.patch.shiftY, -2, 1);
}

// Missing print: another form, or the page is not where it is thought to be. Noise must not look like print.
TEST(TargetPrint, NoPrintNoContrast) {
  const SeenTarget s = seenName(Paper());
  EXPECT_LT(s.patch.contrast, 0.05);
  EXPECT_GT(seenName(printedRow()).patch.contrast, 0.4);
}

// Darkness is against the paper of the spot: gray paper and pale toner change nothing.
TEST(TargetPrint, GrayPaperIsPaper) {
  Paper gray;
  gray.fill({0, 0, 210, 297}, cv::Scalar::all(190));
  gray.text(kNameBox, "Nguyen Thi Minh Thu", cv::Scalar::all(90));
  for (const double y : {97.0, 109.0}) gray.fill({20, y, 170, 0.2}, cv::Scalar::all(90));
  const SeenTarget s = seenName(gray);
  EXPECT_NEAR(s.patch.paper, 190, 2);
  EXPECT_LT(s.patch.gain, 0.75);
  EXPECT_LT(inkArea(s.ink), 0.1);
}

// Darkness is counted without dividing where the paper is bright, from a table where it is dark: both round down, or thresholds would shift with the paper.
TEST(TargetPrint, DarknessIsExactOnEveryPaper) {
  constexpr int kReach = 8;
  for (const int bright : {40, 90, 127, 128, 129, 151, 180, 200, 231, 247, 254, 255}) {
    Paper page;
    page.fill({50, 90, 80, 40}, cv::Scalar::all(bright));
    for (int i = 0; i < 30; ++i) page.fill({60.0 + i, 100, 1, 6}, cv::Scalar::all(bright * i / 30));
    const PageView view(page.scan(8), 8);
    const PrintPatch none = makePrintPatch(Paper().reference(), {58, 98, 40, 10});
    const AlignedPatch seen = alignPatch(view, upright(), none, kReach);
    ASSERT_EQ(seen.paper, bright);
    Gray cut;
    view.cut(upright(), {none.area.x - 1, none.area.y - 1, none.area.w + 2, none.area.h + 2}, kPxPerMm, cut);
    for (int y = 0; y < none.height; ++y)
      for (int x = 0; x < none.width; ++x) {
        int sum = 0;
        for (int k = 0; k < 9; ++k) sum += cut.at(x + kReach + k % 3 - 1, y + kReach + k / 3 - 1);
        const int mean = ((sum + 4) * 7282) >> 16;
        ASSERT_EQ(seen.dark.at(x, y), std::max(0, (bright - mean) * 255 / bright)) << bright << " " << mean;
      }
  }
}

TEST(TargetPrint, UnexplainedTellsASpreadThatFits) {
  Paper fat;  // letters a quarter of a millimetre thicker
  for (const double off : {-0.12, 0.0, 0.12}) fat.text({kNameBox.x + off, kNameBox.y + off, kNameBox.w, kNameBox.h}, "Nguyen Thi Minh Thu");
  const SeenTarget s = seenName(fat);
  EXPECT_GT(unexplained(s.patch, s.print, Spread::Sharp, kInkThreshold), unexplained(s.patch, s.print, Spread::Fat, kInkThreshold));
  EXPECT_LT(unexplained(s.patch, s.print, Spread::Fat, kInkThreshold), 0.001);
  const SeenTarget plain = seenName(printedRow());
  EXPECT_LT(unexplained(plain.patch, plain.print, Spread::Soft, kInkThreshold), 0.001);
}

}  // namespace
}  // namespace kp
