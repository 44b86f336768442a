// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/ink_colour.h"

#include <gtest/gtest.h>

#include "drawn_target.h"

namespace kp {
namespace {

using namespace test;

// B, G, R of pens as scanners show them.
const cv::Scalar kBlue(150, 60, 40), kBlack(45, 45, 45), kRed(60, 50, 190);

std::optional<InkColour> colourOf(const cv::Scalar& pen, double width = 0.5, bool colour = true) {
  const Paper paper = printedRow([&](Paper& p) { p.line({58, 103}, {114, 103.5}, width, pen); }, colour);
  const SeenTarget s = seenName(paper);
  const PageView view(paper.scan(), kPxPerMm);
  return inkColour(view, upright(), s.print, s.patch, s.ink);
}

TEST(InkColour, PensAreToldApart) {
  const auto blue = colourOf(kBlue), black = colourOf(kBlack), red = colourOf(kRed);
  ASSERT_TRUE(blue && black && red);
  EXPECT_GT(blue->mm2, kLeastColourMm2);
  EXPECT_NEAR(black->red, 0, 0.08);
  EXPECT_NEAR(black->blue, 0, 0.08);
  EXPECT_GT(blue->red, 0);
  EXPECT_LT(red->red, -0.3);
  EXPECT_GT(colourDistance(*blue, *black), 0.36);
  EXPECT_GT(colourDistance(*blue, *red), 0.7);
}

// The same pen pressed lightly or drawn thin is the same pen: R-19 must not be raised by pressure.
TEST(InkColour, TheSamePenStaysTheSame) {
  const auto usual = colourOf(kBlue, 0.6), thin = colourOf(kBlue, 0.35);
  ASSERT_TRUE(usual && thin);
  EXPECT_LT(colourDistance(*usual, *thin), 0.22);
}

TEST(InkColour, NoneOnGrayScansOrForADot) {
  EXPECT_FALSE(colourOf(cv::Scalar::all(60), 0.5, false));
  const Paper paper = printedRow([](Paper& p) { p.line({70, 103}, {70.6, 103}, 0.4, kBlue); }, true);
  const SeenTarget s = seenName(paper);
  EXPECT_FALSE(inkColour(PageView(paper.scan(), kPxPerMm), upright(), s.print, s.patch, s.ink));
}

}  // namespace
}  // namespace kp
