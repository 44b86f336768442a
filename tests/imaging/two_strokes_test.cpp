// SPDX-License-Identifier: GPL-3.0-or-later
// What tells a cross from other signs: two strokes, and an arm of each on either side of the other.
#include <gtest/gtest.h>

#include <cmath>

#include "drawn_target.h"

namespace kp {
namespace {

using namespace test;

const Point kMiddle{153.25, 103.25};

/// Lines through the square, each from and to so many mm from its middle.
TwoStrokes strokesOf(const std::vector<std::array<double, 4>>& lines, double width = 0.5) {
  return boxMeasure([&](Paper& p) {
           for (const auto& [x0, y0, x1, y1] : lines) p.line({kMiddle.x + x0, kMiddle.y + y0}, {kMiddle.x + x1, kMiddle.y + y1}, width);
         })
      .two;
}

TEST(TwoStrokes, ACrossHasFourArms) {
  for (const double width : {0.3, 0.5, 0.8}) {
    const TwoStrokes m = strokesOf({{-2, -2, 2, 2}, {2, -2, -2, 2}}, width);
    EXPECT_GT(m.armMm, 1.3) << width;
    EXPECT_NEAR(m.degrees, 90, 10) << width;
    EXPECT_GT(m.tilt, 35) << width;
    EXPECT_LT(m.beyond, 0.08) << width;
    EXPECT_LT(m.offCentre, 0.15) << width;
  }
}

// Narrow and flat crosses were taken for streaks and edges of seals, and went to a person.
TEST(TwoStrokes, ANarrowOrFlatCrossIsOne) {
  for (const TwoStrokes& m :
       {strokesOf({{-0.7, -2.2, 0.7, 2.2}, {0.7, -2.2, -0.7, 2.2}}), strokesOf({{-2.2, -0.7, 2.2, 0.7}, {-2.2, 0.7, 2.2, -0.7}})}) {
    EXPECT_GT(m.armMm, 0.8);
    EXPECT_NEAR(m.degrees, 35, 10);
    EXPECT_NEAR(m.tilt, 17, 6);
  }
}

TEST(TwoStrokes, ACrossBesideTheMiddleSaysWhereItCrosses) {
  const TwoStrokes m = strokesOf({{0.2, -2, 2.2, 1}, {2.2, -2, 0.2, 1}});
  EXPECT_GT(m.armMm, 0.5);
  EXPECT_NEAR(m.offCentre, 1.2 / 2.6, 0.12);
}

// A tick's strokes meet below the middle and have no arms beyond; a "7", a "?" meet above.
TEST(TwoStrokes, ATickMeetsBelowASevenAbove) {
  const TwoStrokes tick = strokesOf({{-2, -0.2, -0.8, 2}, {-0.8, 2, 2.2, -2}});
  EXPECT_EQ(tick.armMm, 0);
  EXPECT_GT(tick.meetMm, 0.8);
  const TwoStrokes seven = strokesOf({{-1.6, -1.4, 1.2, -2}, {1.2, -2, -0.6, 2.2}});
  EXPECT_EQ(seven.armMm, 0);
  EXPECT_LT(seven.meetMm, -0.8);
}

// "=" was a mark like any other.
TEST(TwoStrokes, TwoLinesSideBySideAreFarApart) {
  const TwoStrokes equals = strokesOf({{-2, -0.8, 2, -0.7}, {-2, 0.8, 2, 0.9}});
  EXPECT_LE(equals.degrees, 5);
  EXPECT_NEAR(equals.awayMm, 1.6, 0.25);
  EXPECT_EQ(equals.armMm, 0);
  const TwoStrokes bent = strokesOf({{-2, 2, -0.2, 0.3}, {-0.2, 0.3, 2, -2}});
  EXPECT_LT(bent.second, 0.2) << "one stroke";
}

TEST(TwoStrokes, ATriangleHasAThird) { EXPECT_GT(strokesOf({{-2, 1.6, 0, -1.9}, {0, -1.9, 2, 1.6}, {2, 1.6, -2, 1.6}}, 0.4).beyond, 0.17); }

TEST(TwoStrokes, OneStrokeHasNoSecond) {
  const TwoStrokes m = strokesOf({{-2.2, 2, 2.2, -2}});
  EXPECT_LT(m.second, 0.1);
  EXPECT_EQ(m.armMm, 0);
  EXPECT_EQ(strokesOf({}).second, 0);
}

}  // namespace
}  // namespace kp
