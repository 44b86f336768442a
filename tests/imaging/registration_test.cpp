// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/registration.h"

#include <gtest/gtest.h>

#include <cmath>
#include <opencv2/imgproc.hpp>
#include <set>

#include "paper.h"

namespace kp {
namespace {

using test::Paper;
using State = FiducialFinding::State;

constexpr double kPx = 8;

/// A ballot's marks, without those at `missing`.
Paper ballot(const std::set<std::size_t>& missing = {}) {
  Paper paper;
  const PageGeometry g = test::ballotGeometry();
  for (std::size_t i = 0; i < g.fiducials.size(); ++i)
    if (!missing.count(i)) paper.fill(g.fiducials[i]);
  for (int i = 0; i < 12; ++i) paper.text({40, 80 + 12.0 * i, 60, 6}, "Nguyen Van Thu");
  for (int i = 0; i < 13; ++i) paper.line({22, 78 + 12.0 * i}, {192, 78 + 12.0 * i}, 0.2);
  return paper;
}

/// What a code's corners tell: the map, with its corners on whole pixels.
struct Guess {
  Affine map;
  std::vector<PointPair> anchors;
};

Guess guessFrom(const RectMm& code, const Affine& truth) {
  std::vector<PointPair> pairs;
  Point middle;
  for (const Point c :
       {Point{code.x, code.y}, Point{code.x + code.w, code.y}, Point{code.x + code.w, code.y + code.h}, Point{code.x, code.y + code.h}}) {
    const Point p = truth(c);
    pairs.push_back({c, {std::round(p.x), std::round(p.y)}});
    middle.x += std::round(p.x) / 4, middle.y += std::round(p.y) / 4;
  }
  return {*fitSimilarity(pairs), {{{code.x + code.w / 2, code.y + code.h / 2}, middle}}};
}

Registration place(const Paper& paper, const Affine& truth, std::size_t code = 0, int width = 1900, int height = 2600) {
  const PageGeometry g = test::ballotGeometry();
  const PageView view(paper.scan(truth, width, height), kPx);
  const Guess guess = guessFrom(g.codes[code], truth);
  return registerPage(view, g, guess.map, guess.anchors);
}

/// Largest distance between two maps over the part of the page that holds targets, mm.
double worstOff(const Affine& a, const Affine& truth) {
  double worst = 0;
  for (double x = 10; x <= 200; x += 38)
    for (double y = 60; y <= 287; y += 45)
      worst = std::max(worst, std::hypot(a({x, y}).x - truth({x, y}).x, a({x, y}).y - truth({x, y}).y) / truth.scale());
  return worst;
}

FiducialFinding find(const Paper& paper, Point expectedMm, double radiusMm = 4) {
  const PageView view(paper.scan(kPx), kPx);
  return findFiducial(view, test::upright(kPx)(expectedMm), 3, radiusMm, kPx);
}

Paper square() {
  Paper paper;
  paper.fill({100, 100, 3, 3});
  return paper;
}

void expectAtHundredOne(const FiducialFinding& f, const char* what) {
  ASSERT_EQ(f.state, State::Found) << what;
  const Point truth = test::upright(kPx)({101.5, 101.5});
  EXPECT_NEAR(f.view.x, truth.x, 0.3) << what;
  EXPECT_NEAR(f.view.y, truth.y, 0.3) << what;
}

// What touches the square must not shift its centre: a table rule, a pen's line, letters, a fold.
TEST(Fiducial, FoundToAThirdOfAPixelWhateverTouchesIt) {
  expectAtHundredOne(find(square(), {101.5, 101.5}), "alone");
  expectAtHundredOne(find(square(), {104, 99.5}), "expected 3 mm off");
  Paper fold = square();
  fold.line({60, 101}, {150, 101.4}, 0.3, cv::Scalar::all(190));
  expectAtHundredOne(find(fold, {101.5, 101.5}), "fold");
  Paper rule = square();
  rule.line({103, 101.5}, {150, 101.5}, 0.2);
  expectAtHundredOne(find(rule, {101.5, 101.5}), "rule");
  Paper letters = square();
  letters.text({105, 99, 30, 6}, "Le Thi Mai");
  expectAtHundredOne(find(letters, {101.5, 101.5}), "letters beside it");
}

// Catches half a pixel lost where a fine scan is looked at by every second one: at 300 dpi a square is known to 0.03 mm as well.
TEST(Fiducial, OnAFineScanTheCentreStaysWhereItIs) {
  constexpr double kFine = 300 / 25.4;
  for (const double off : {0.0, 0.03, 0.06, 0.09}) {
    Paper paper;
    paper.fill({100 + off, 100, 3, 3});
    const PageView view(paper.scan(kFine), kFine);
    const auto f = findFiducial(view, test::upright(kFine)({102, 101}), 3, 4, kFine);
    ASSERT_EQ(f.state, State::Found) << off;
    const Point truth = test::upright(kFine)({101.5 + off, 101.5});
    EXPECT_NEAR(f.view.x, truth.x, 0.4) << off;
    EXPECT_NEAR(f.view.y, truth.y, 0.4) << off;
  }
}

// A pen's line through the square pulls its weighted centre by what sticks out right beside it; half a pixel is 0.06 mm on paper.
TEST(Fiducial, FoundUnderAPensLine) {
  Paper pen = square();
  pen.line({95, 95}, {120, 112}, 0.5);
  const auto f = find(pen, {101.5, 101.5});
  ASSERT_EQ(f.state, State::Found);
  EXPECT_NEAR(f.view.x, 811.5, 0.6);
  EXPECT_NEAR(f.view.y, 811.5, 0.6);
}

TEST(Fiducial, TheNearestOfTwoIsTaken) {
  Paper two = square();
  two.fill({106, 100, 3, 3});
  expectAtHundredOne(find(two, {102, 101.5}, 6), "left of two");
}

TEST(Fiducial, WhatIsNotThereIsNamed) {
  EXPECT_EQ(find(Paper(), {101.5, 101.5}).state, State::Empty);
  Paper backing;
  backing.fill({80, 80, 60, 60}, cv::Scalar::all(30));
  EXPECT_EQ(find(backing, {101.5, 101.5}).state, State::Dark);
  Paper covered;
  covered.fill({97, 99, 12, 5});
  EXPECT_EQ(find(covered, {101.5, 101.5}).state, State::Covered);
  EXPECT_EQ(find(square(), {-3, 50}).state, State::OffScan);
  EXPECT_EQ(find(square(), {101, 305}).state, State::OffScan);
}

// A letter, a round dot of a pen and a square of another size are not ours.
TEST(Fiducial, OtherShapesAreNotFound) {
  Paper small;
  small.fill({100.6, 100.6, 1.8, 1.8});
  EXPECT_NE(find(small, {101.5, 101.5}).state, State::Found);
  Paper big;
  big.fill({99, 99, 5, 5});
  EXPECT_NE(find(big, {101.5, 101.5}).state, State::Found);
  Paper text;
  text.text({95, 98, 60, 6}, "Hoang Thi Thu");
  EXPECT_NE(find(text, {101.5, 101.5}).state, State::Found);
}

TEST(RegisterPage, TurnsScalesAndShear) {
  const Paper paper = ballot();
  for (const double degrees : {0.0, 5.0, -5.0, 180.0, 177.0, 90.0})
    for (const double scale : {0.94, 1.0, 1.03}) {
      const bool lying = degrees == 90;
      const Affine truth = test::turned(degrees, kPx * scale, lying ? Point{1300, 950} : Point{950, 1300});
      const Registration reg = place(paper, truth, 0, lying ? 2600 : 1900, lying ? 1900 : 2600);
      ASSERT_TRUE(reg.placed) << degrees << " degrees, scale " << scale;
      EXPECT_EQ(reg.used, 6);
      EXPECT_LT(reg.worstMm, 0.1);
      EXPECT_LT(worstOff(reg.toView, truth), 0.1) << degrees << " degrees, scale " << scale;
    }
  const Affine sheared = test::chain({1, 0.006, 0, -0.004, 0.985, 0}, test::turned(1, kPx, {950, 1300}));
  const Registration reg = place(paper, sheared);
  ASSERT_TRUE(reg.placed);
  EXPECT_LT(worstOff(reg.toView, sheared), 0.1) << "shear and unequal scales";
}

// Folds, stamps and torn corners take squares away: any one, and the three of a copier's cut corner, may be missing.
TEST(RegisterPage, SquaresMayBeMissing) {
  const Affine truth = test::turned(2, kPx, {950, 1300});
  for (std::size_t gone = 0; gone < 6; ++gone) {
    const Registration reg = place(ballot({gone}), truth);
    ASSERT_TRUE(reg.placed) << gone;
    EXPECT_EQ(reg.used, 5);
    EXPECT_EQ(reg.fiducials[gone].state, State::Empty);
    EXPECT_LT(worstOff(reg.toView, truth), 0.15) << gone;
  }
  for (const std::set<std::size_t>& gone : {std::set<std::size_t>{0, 1, 4}, {1, 2, 5}, {0, 3, 4}}) {
    const Registration reg = place(ballot(gone), truth);
    ASSERT_TRUE(reg.placed);
    EXPECT_EQ(reg.used, 3);
    EXPECT_LT(worstOff(reg.toView, truth), 0.4);
  }
}

// Two squares agree with any third by chance; with fewer than three nothing checks the place.
TEST(RegisterPage, TwoSquaresAreNotEnough) {
  EXPECT_FALSE(place(ballot({0, 1, 2, 3}), test::turned(2, kPx, {950, 1300})).placed);
  EXPECT_FALSE(place(Paper(), test::turned(0, kPx, {950, 1300})).placed);
}

TEST(RegisterPage, SquaresOnOneSideOnlyAreNotEnough) {
  const Affine truth = test::turned(1, kPx, {950, 1300});
  const Registration left = place(ballot({1, 3, 5}), truth, 1);  // the code of the lower left corner
  EXPECT_EQ(left.used, 3);
  EXPECT_FALSE(left.placed);
}

// A black square of a form under the ballot, 4 mm from where ours is torn away, would turn the page.
TEST(RegisterPage, AFalseSquareIsDropped) {
  const Affine truth = test::turned(0.5, kPx, {950, 1300});
  Paper paper = ballot({5});
  const RectMm gone = test::ballotGeometry().fiducials[5];
  paper.fill({gone.x - 2.5, gone.y - 3, 3, 3});
  const Registration reg = place(paper, truth);
  ASSERT_TRUE(reg.placed);
  EXPECT_EQ(reg.fiducials[5].state, State::Outlier);
  EXPECT_EQ(reg.used, 5);
  EXPECT_LT(worstOff(reg.toView, truth), 0.15);
}

// With both there, the one that agrees with the others is ours.
TEST(RegisterPage, AFalseSquareBesideARealOneDoesNoHarm) {
  const Affine truth = test::turned(-1, kPx, {950, 1300});
  Paper paper = ballot();
  paper.fill({198 - 4.5, 178 + 1, 3, 3});
  const Registration reg = place(paper, truth);
  ASSERT_TRUE(reg.placed);
  EXPECT_GE(reg.used, 5);
  EXPECT_LT(worstOff(reg.toView, truth), 0.15);
}

TEST(RegisterPage, PageHangingOutOfTheScanSaysSo) {
  const Affine truth = test::turned(0, kPx, {950, 1300});
  const Registration reg = place(ballot(), truth, 0, 1900, 2380);  // the lowest pair is cut off
  ASSERT_TRUE(reg.placed);
  EXPECT_EQ(reg.fiducials[4].state, State::OffScan);
  EXPECT_EQ(reg.fiducials[5].state, State::OffScan);
  EXPECT_EQ(reg.used, 4);
}

}  // namespace
}  // namespace kp
