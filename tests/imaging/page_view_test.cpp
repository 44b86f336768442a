// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/page_view.h"

#include <gtest/gtest.h>

#include <cmath>
#include <opencv2/imgproc.hpp>

#include "paper.h"

namespace kp {
namespace {

using test::Paper;

/// Centre of the darkness of a patch, in its own pixels.
Point darkCentre(const Gray& g) {
  double sum = 0, x = 0, y = 0;
  for (int v = 0; v < g.height; ++v)
    for (int u = 0; u < g.width; ++u) {
      const double dark = 255 - g.at(u, v);
      sum += dark, x += dark * u, y += dark * v;
    }
  return {x / sum, y / sum};
}

// Catches shrinking by a fraction, which takes longer than decoding: 300 dpi stay as they are, 400 and 600 are shrunk by whole numbers to about eight pixels.
TEST(PageView, ScansStayAsTheyAreOrShrinkByWholeNumbers) {
  const Paper paper;
  const PageView coarse(paper.scan(8), 8);
  EXPECT_EQ(coarse.shrink(), 1);
  EXPECT_EQ(coarse.width(), 1680);
  EXPECT_EQ(PageView(paper.scan(300 / 25.4), 300 / 25.4).shrink(), 1);
  for (const double dpi : {400.0, 600.0}) {
    const PageView fine(paper.scan(dpi / 25.4), dpi / 25.4);
    EXPECT_EQ(fine.shrink(), 200 / dpi);
    EXPECT_NEAR(fine.width() / 210.0, 200 / 25.4, 0.02);
    EXPECT_FALSE(fine.hasColour());
  }
}

// Catches the half pixel that shrinking by corners instead of centres costs: a square lies at the same place of the scan, shrunk or not.
TEST(PageView, ShrinkingKeepsCoordinates) {
  Paper paper;
  paper.fill({150, 240, 4, 4});
  const double px = 400 / 25.4;
  const PageView view(paper.scan(px), px);
  ASSERT_LT(view.shrink(), 0.6);
  const Affine toView = test::upright(px * view.shrink());
  Gray patch;
  view.cut(toView, {145, 235, 14, 14}, kPxPerMm, patch);
  const Point c = darkCentre(patch);
  EXPECT_NEAR((c.x + 0.5) / kPxPerMm + 145, 152, 0.05);
  EXPECT_NEAR((c.y + 0.5) / kPxPerMm + 235, 242, 0.05);
  const Point scan = view.toScan(toView({152, 242}));
  EXPECT_NEAR(scan.x, 152 * px - 0.5, 0.8);
  EXPECT_NEAR(scan.y, 242 * px - 0.5, 0.8);
}

// Pixel (u, v) of a cut is centred on area + (u + ½, v + ½) / pxPerMm; also through a turned map.
TEST(PageView, CutIsTrueToATenthOfAPixel) {
  Paper paper;
  paper.fill({100, 150, 3, 3});
  for (const double degrees : {0.0, 3.0, -7.0, 180.0}) {
    const Affine m = test::turned(degrees, 8, {900, 1250});
    const PageView view(paper.scan(m, 1800, 2500), 8);
    Gray patch;
    view.cut(m, {97.3, 146.9, 9, 9}, kPxPerMm, patch);
    ASSERT_EQ(patch.width, 72);
    const Point c = darkCentre(patch);
    EXPECT_NEAR(c.x, (101.5 - 97.3) * kPxPerMm - 0.5, 0.1) << degrees;
    EXPECT_NEAR(c.y, (151.5 - 146.9) * kPxPerMm - 0.5, 0.1) << degrees;
  }
}

// The quick look at the whole page takes nearest pixels: the same places, to a pixel of the view, and white outside.
TEST(PageView, SampleShowsTheSamePlaces) {
  Paper paper;
  paper.fill({100, 150, 3, 3});
  const Affine m = test::turned(2, 8, {900, 1250});
  const PageView view(paper.scan(m, 1800, 2500), 8);
  Gray patch;
  view.sample(m, {90, 140, 24, 24}, 4, patch);
  ASSERT_EQ(patch.width, 96);
  const Point c = darkCentre(patch);
  EXPECT_NEAR(c.x, (101.5 - 90) * 4 - 0.5, 0.5);
  EXPECT_NEAR(c.y, (151.5 - 140) * 4 - 0.5, 0.5);
  view.sample(test::upright(), {-40, -40, 10, 10}, 4, patch);
  for (const auto v : patch.px) ASSERT_EQ(v, 255);
}

// A page hanging out of the scan must not show the backing or a neighbour's pixels as ink.
TEST(PageView, OutsideOfTheScanIsWhite) {
  Paper paper;
  paper.fill({0, 0, 210, 297});
  const PageView view(paper.scan(8), 8);
  Gray patch;
  view.cut(test::upright(), {-20, -20, 10, 10}, kPxPerMm, patch);
  for (const auto v : patch.px) ASSERT_EQ(v, 255);
}

TEST(PageView, ContainsAsksForAllFourCorners) {
  const PageView view(Paper().scan(8), 8);
  EXPECT_TRUE(view.contains(test::upright(), {1, 1, 208, 295}));
  EXPECT_FALSE(view.contains(test::upright(), {1, 1, 208, 295}, 20));
  for (const RectMm& out : {RectMm{-2, 10, 20, 20}, {10, -2, 20, 20}, {195, 10, 20, 20}, {10, 280, 20, 20}})
    EXPECT_FALSE(view.contains(test::upright(), out));
  EXPECT_FALSE(view.contains(test::turned(10, 8, {840, 1188}), {1, 1, 208, 295}));
}

TEST(PageView, ColourIsCutInItsPlanes) {
  Paper paper(true);
  paper.fill({50, 50, 20, 20}, cv::Scalar(200, 60, 30));  // blue
  const PageView view(paper.scan(8), 8);
  ASSERT_TRUE(view.hasColour());
  Gray blue, green, red;
  ASSERT_TRUE(view.cutColour(test::upright(), {55, 55, 4, 4}, kPxPerMm, blue, green, red));
  EXPECT_EQ(blue.at(16, 16), 200);
  EXPECT_EQ(green.at(16, 16), 60);
  EXPECT_EQ(red.at(16, 16), 30);
  const PageView gray(Paper().scan(8), 8);
  Gray untouched;
  EXPECT_FALSE(gray.cutColour(test::upright(), {55, 55, 4, 4}, kPxPerMm, untouched, untouched, untouched));
  EXPECT_TRUE(untouched.px.empty());
}

TEST(PageView, BrightLevelIsPaperUnderAScribble) {
  Gray patch;
  patch.resize(100, 100);
  for (std::size_t i = 0; i < patch.px.size(); ++i) patch.px[i] = i % 100 < 50 ? 40 : 230;
  EXPECT_EQ(brightLevel(patch, 0.4), 230);
  EXPECT_EQ(brightLevel(patch, 0.9), 40);
  EXPECT_EQ(brightLevel({}, 0.4), 255);
}

}  // namespace
}  // namespace kp
