// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/page_ink.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>

#include "paper.h"

namespace kp {
namespace {

using test::Paper;

constexpr int kThreshold = 46;

Paper table() {
  Paper paper;
  for (const RectMm& f : test::ballotGeometry().fiducials) paper.fill(f);
  for (int i = 0; i < 13; ++i) {
    paper.line({18, 78 + 12.0 * i}, {192, 78 + 12.0 * i}, 0.2);
    if (i < 12) paper.text({40, 80 + 12.0 * i, 60, 6}, "Nguyen Van Thu");
  }
  for (const double x : {18.0, 30.0, 192.0}) paper.line({x, 78}, {x, 222}, 0.2);
  return paper;
}

/// Zigzag handwriting, `width` mm from x.
void write(Paper& paper, double x, double y, double width) {
  for (double at = 0; at < width; at += 3) {
    paper.line({x + at, y}, {x + at + 1, y - 3}, 0.5, cv::Scalar::all(60));
    paper.line({x + at + 1, y - 3}, {x + at + 2, y}, 0.5, cv::Scalar::all(60));
  }
}

/// Where the committee's seal stands: nothing there is looked at as a stamp.
const RectMm kSealPlace{0, 0, 66, 66};

PageInk inkOf(const Paper& paper, const Affine& lies = test::upright(), const std::vector<PageLine>& lines = {}) {
  const PagePrint print = makePagePrint(table().reference(), test::ballotGeometry());
  const PageView view(paper.scan(lies, 1680, 2376), 8);
  return findPageInk(view, test::upright(), test::ballotGeometry(), print, lines, kThreshold, kSealPlace);
}

std::vector<InkBlot> blotsOf(const Paper& paper, const Affine& lies = test::upright(), const std::vector<PageLine>& lines = {}) {
  return inkOf(paper, lies, lines).blots;
}

TEST(PageInk, AWordIsOneBlotWhereItStands) {
  Paper paper = table();
  write(paper, 60, 240, 25);
  const auto blots = blotsOf(paper);
  ASSERT_EQ(blots.size(), 1u);
  const RectMm& b = blots[0].box;
  EXPECT_NEAR(b.x, 60, 1);
  EXPECT_NEAR(b.x + b.w, 86, 1.6);
  EXPECT_NEAR(b.y, 237, 1);
  EXPECT_NEAR(b.h, 3.5, 1);
  EXPECT_GT(blots[0].inkMm2, 15);
  EXPECT_GT(blots[0].dark, 0.4);
}

TEST(PageInk, TwoWordsApartAreTwoBlots) {
  Paper paper = table();
  write(paper, 60, 240, 20);
  write(paper, 100, 240, 20);
  EXPECT_EQ(blotsOf(paper).size(), 2u);
}

// Letters written apart are one word, and a word over a table rule does not vanish in the room left for the rule.
TEST(PageInk, LettersApartAreJoinedAndAWordOverARuleIsSeenOnBothSides) {
  Paper apart = table();
  for (double x = 60; x < 80; x += 2) apart.line({x, 240}, {x, 236}, 0.5, cv::Scalar::all(60));
  EXPECT_EQ(blotsOf(apart).size(), 1u);
  Paper across = table();
  for (double at = 0; at < 15; at += 3) {
    across.line({120 + at, 152.5}, {121 + at, 147}, 0.5, cv::Scalar::all(60));
    across.line({121 + at, 147}, {122 + at, 152.5}, 0.5, cv::Scalar::all(60));
  }
  double top = 1e9, bottom = -1e9;
  for (const auto& b : blotsOf(across)) top = std::min(top, b.box.y), bottom = std::max(bottom, b.box.y + b.box.h);
  EXPECT_NEAR(top, 147, 0.6);
  EXPECT_NEAR(bottom, 152.7, 0.6);
}

// Dust of a feeder, and print lying half a millimetre off, must not send every sheet to a person.
TEST(PageInk, SpecksAndThePrintItselfAreNone) {
  EXPECT_TRUE(blotsOf(table()).empty());
  Affine off = test::upright();
  off.c += 3, off.f += 3;
  EXPECT_TRUE(blotsOf(table(), off).empty()) << "print 0.4 mm off";
  Paper dusty = table();
  cv::RNG rng(7);
  for (int i = 0; i < 120; ++i) dusty.fill({rng.uniform(10.0, 200.0), rng.uniform(10.0, 285.0), 0.4, 0.4}, cv::Scalar::all(40));
  EXPECT_TRUE(blotsOf(dusty).empty()) << "dust";
}

TEST(PageInk, ShadowsAtTheEdgeAndPageLinesAreLeftOut) {
  Paper paper = table();
  paper.fill({0, 0, 4, 297}, cv::Scalar::all(90));
  paper.line({0, 235}, {210, 236}, 0.5, cv::Scalar::all(150));
  const PageLine fold{{5, 235.02}, {205, 235.98}, 1.0};
  EXPECT_FALSE(blotsOf(paper).empty()) << "the fold itself, when nobody knows of it";
  EXPECT_TRUE(blotsOf(paper, test::upright(), {fold}).empty());
}

// A stamp over marks hides them, and a seal where it belongs hides nothing: the ring must be found where it stands.
TEST(PageInk, ARoundSealIsRecognised) {
  for (const Point at : {Point{130, 250}, Point{80, 160}}) {
    Paper seal = table();
    seal.ring(at, 17, 0.9, cv::Scalar::all(120));
    seal.ring(at, 12, 0.4, cv::Scalar::all(120));
    const auto stamps = inkOf(seal).stamps;
    ASSERT_EQ(stamps.size(), 1u) << at.x << "," << at.y;
    EXPECT_NEAR(stamps[0].centre.x, at.x, 1.5);
    EXPECT_NEAR(stamps[0].centre.y, at.y, 1.5);
    EXPECT_NEAR(stamps[0].radius, 17, 1.5);
  }
}

// The inner ring of a seal was taken for the whole: boxes under the outer ring were told marked (columns60 and confidence42, accuracy decks 4001 … 4004).
TEST(PageInk, ASealReachesToItsOuterRing) {
  Paper seal = table();
  seal.ring({130, 250}, 17, 0.5, cv::Scalar::all(120));
  seal.ring({130, 250}, 13, 1.2, cv::Scalar::all(90));
  const auto stamps = inkOf(seal).stamps;
  ASSERT_EQ(stamps.size(), 1u);
  EXPECT_NEAR(stamps[0].radius, 17, 0.8);
}

// The reader looked for one seal only: of two, the paler one hid nothing.
TEST(PageInk, TwoSealsAreBothFound) {
  Paper seals = table();
  seals.ring({60, 180}, 17, 0.9, cv::Scalar::all(90));
  seals.ring({150, 250}, 15, 0.6, cv::Scalar::all(140));
  EXPECT_EQ(inkOf(seals).stamps.size(), 2u);
}

// The rings are looked for in memory that the thread's pages share: what the page before left there is not this page's seal.
TEST(PageInk, ASealOfThePageBeforeIsGone) {
  Paper sealed = table(), written = table();
  sealed.ring({120, 150}, 16, 0.8);
  write(written, 100, 150, 35);
  for (int round = 0; round < 2; ++round) {
    EXPECT_EQ(inkOf(sealed).stamps.size(), 1U);
    EXPECT_TRUE(inkOf(written).stamps.empty());
  }
}

TEST(PageInk, LinesAndWritingAreNoSeal) {
  Paper paper = table();
  paper.line({110, 232}, {145, 232}, 0.8, cv::Scalar::all(60));
  paper.line({110, 267}, {145, 267}, 0.8, cv::Scalar::all(60));
  paper.line({110, 232}, {145, 267}, 0.8, cv::Scalar::all(60));
  write(paper, 40, 250, 35);
  EXPECT_TRUE(inkOf(paper).stamps.empty());
}

}  // namespace
}  // namespace kp
