// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/affine.h"

#include <gtest/gtest.h>

#include <cmath>

namespace kp {
namespace {

const std::vector<Point> kPoints = {{10, 20}, {200, 25}, {15, 280}, {190, 270}, {100, 140}};

std::vector<PointPair> pairsThrough(const Affine& m, std::size_t count = kPoints.size()) {
  std::vector<PointPair> pairs;
  for (std::size_t i = 0; i < count; ++i) pairs.push_back({kPoints[i], m(kPoints[i])});
  return pairs;
}

void expectSame(const Affine& a, const Affine& b, double tolerance) {
  for (const Point p : {Point{0, 0}, Point{210, 0}, Point{0, 297}, Point{210, 297}}) {
    EXPECT_NEAR(a(p).x, b(p).x, tolerance);
    EXPECT_NEAR(a(p).y, b(p).y, tolerance);
  }
}

// Catches swapped axes or signs in the normal equations: sheared, unequally scaled and shifted maps come back as they were.
TEST(Affine, FitIsExactOnExactPoints) {
  const Affine m{7.9, -0.4, 31, 0.25, 8.1, -12};
  const auto fitted = fitAffine(pairsThrough(m));
  ASSERT_TRUE(fitted);
  expectSame(*fitted, m, 1e-6);
  EXPECT_TRUE(fitAffine(pairsThrough(m, 3)));
}

TEST(Affine, SimilarityIsExactForTurnScaleAndShift) {
  const double angle = 0.3;
  const Affine m{8 * std::cos(angle), -8 * std::sin(angle), 100, 8 * std::sin(angle), 8 * std::cos(angle), -50};
  for (std::size_t count = 2; count <= kPoints.size(); ++count) {
    const auto fitted = fitSimilarity(pairsThrough(m, count));
    ASSERT_TRUE(fitted);
    expectSame(*fitted, m, 1e-6);
  }
  EXPECT_NEAR(m.scale(), 8, 1e-9);
}

// A page is never mirrored: the similarity must not follow a mirror, the affine map must show it in its determinant.
TEST(Affine, MirrorShowsInTheDeterminantAndIsNoSimilarity) {
  const Affine mirror{-8, 0, 1680, 0, 8, 0};
  const auto fitted = fitAffine(pairsThrough(mirror));
  ASSERT_TRUE(fitted);
  EXPECT_LT(fitted->determinant(), 0);
  expectSame(*fitted, mirror, 1e-6);
  const auto similar = fitSimilarity(pairsThrough(mirror));
  if (similar) {
    EXPECT_GE(similar->determinant(), 0);
    EXPECT_GT(std::abs((*similar)({0, 0}).x - mirror({0, 0}).x), 50);
  }
}

// Catches a division by nearly zero: one point, coinciding points and points on a line determine nothing.
TEST(Affine, DegeneratePointsGiveNone) {
  EXPECT_FALSE(fitSimilarity({}));
  EXPECT_FALSE(fitSimilarity({{{1, 1}, {8, 8}}}));
  EXPECT_FALSE(fitSimilarity({{{1, 1}, {8, 8}}, {{1, 1}, {9, 9}}}));
  EXPECT_FALSE(fitAffine({{{0, 0}, {0, 0}}, {{1, 1}, {8, 8}}}));
  EXPECT_FALSE(fitAffine({{{0, 0}, {0, 0}}, {{1, 1}, {8, 8}}, {{2, 2}, {16, 16}}, {{50, 50}, {400, 400}}}));
  EXPECT_FALSE(fitAffine({{{9, 66}, {72, 528}}, {{9, 178}, {72, 1424}}, {{9, 285}, {72, 2280}}}));
}

TEST(Affine, LeastSquaresSpreadsTheErrorOfOnePoint) {
  const Affine m{8, 0, 0, 0, 8, 0};
  auto pairs = pairsThrough(m);
  pairs[4].to.x += 5;  // the middle one, of five
  const auto fitted = fitAffine(pairs);
  ASSERT_TRUE(fitted);
  EXPECT_NEAR((*fitted)(kPoints[0]).x - m(kPoints[0]).x, 1, 0.3);
}

TEST(Affine, InverseLeadsBack) {
  const Affine m{7.9, -0.4, 31, 0.25, 8.1, -12};
  const Affine back = m.inverse();
  for (const Point p : kPoints) {
    EXPECT_NEAR(back(m(p)).x, p.x, 1e-9);
    EXPECT_NEAR(back(m(p)).y, p.y, 1e-9);
  }
}

}  // namespace
}  // namespace kp
