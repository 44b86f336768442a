// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/page_lines.h"

#include <gtest/gtest.h>

#include <cmath>

#include "paper.h"

namespace kp {
namespace {

using test::Paper;

/// A ballot's table: text, rules and squares, none nearer than 9 mm to the paper's edge.
Paper table() {
  Paper paper;
  for (const RectMm& f : test::ballotGeometry().fiducials) paper.fill(f);
  for (int i = 0; i < 17; ++i) {
    paper.line({18, 78 + 12.0 * i}, {192, 78 + 12.0 * i}, 0.2);
    if (i < 16) paper.text({40, 80 + 12.0 * i, 60, 6}, "Nguyen Van Thu");
  }
  for (const double x : {18.0, 30.0, 192.0}) paper.line({x, 78}, {x, 270}, 0.2);
  return paper;
}

std::vector<PageLine> linesOf(const Paper& paper) {
  const PageView view(paper.scan(8), 8);
  return findPageLines(view, test::upright(), test::ballotGeometry());
}

bool isHorizontal(const PageLine& l) { return std::abs(l.to.x - l.from.x) > std::abs(l.to.y - l.from.y); }

// New Hampshire 2020: folds were read as votes. A fold put in by hand is a little slanted.
TEST(PageLines, AFoldAcrossThePageIsFound) {
  for (const double gray : {150.0, 200.0}) {
    Paper paper = table();
    paper.line({0, 139}, {210, 142}, 0.5, cv::Scalar::all(gray));
    const auto lines = linesOf(paper);
    ASSERT_EQ(lines.size(), 1u) << gray;
    EXPECT_TRUE(isHorizontal(lines[0]));
    EXPECT_NEAR(lines[0].from.y, 139.1, 0.4);
    EXPECT_NEAR(lines[0].to.y, 141.9, 0.4);
    EXPECT_GT(lines[0].weight, 0.3);
  }
}

// AMC read 4 votes from a streak of a dirty sensor.
TEST(PageLines, AStreakOfADirtySensorIsFound) {
  for (const double x : {52.0, 150.3}) {
    Paper paper = table();
    paper.line({x, -5}, {x, 302}, 0.25, cv::Scalar::all(120));
    const auto lines = linesOf(paper);
    ASSERT_EQ(lines.size(), 1u) << x;
    EXPECT_FALSE(isHorizontal(lines[0]));
    EXPECT_NEAR(lines[0].from.x, x, 0.3);
    EXPECT_NEAR(lines[0].to.x, x, 0.3);
  }
}

TEST(PageLines, FoldAndStreakTogether) {
  Paper paper = table();
  paper.line({0, 148}, {210, 148.5}, 0.4, cv::Scalar::all(170));
  paper.line({105, -5}, {105, 302}, 0.25, cv::Scalar::all(120));
  EXPECT_EQ(linesOf(paper).size(), 2u);
}

// The weight is what a pen along the fold is told by: a darker, wider line weighs more.
TEST(PageLines, WeightGrowsWithDarknessAndWidth) {
  const auto weight = [](double width, double gray) {
    Paper paper = table();
    paper.line({0, 148}, {210, 148}, width, cv::Scalar::all(gray));
    const auto lines = linesOf(paper);
    return lines.empty() ? 0 : lines[0].weight;
  };
  const double pale = weight(0.4, 200), dark = weight(0.4, 120), wide = weight(0.7, 120);
  EXPECT_GT(pale, 0);
  EXPECT_GT(dark, 1.5 * pale);
  EXPECT_GT(wide, 1.3 * dark);
}

// A strike that were taken for a fold would be taken away as one, and a vote with it.
TEST(PageLines, PrintAndPensAreNoLines) {
  EXPECT_TRUE(linesOf(table()).empty()) << "table rules and letters";
  Paper pen = table();
  for (int i = 0; i < 16; i += 2) pen.line({36, 83 + 12.0 * i}, {110, 83.5 + 12.0 * i}, 0.5);
  EXPECT_TRUE(linesOf(pen).empty()) << "strikes";
  Paper longest = table();
  longest.line({14, 143}, {196, 143.6}, 0.5);
  EXPECT_TRUE(linesOf(longest).empty()) << "a strike over the whole table";
  Paper oneEdge = table();
  oneEdge.line({60, 143}, {210, 143.6}, 0.5);
  EXPECT_TRUE(linesOf(oneEdge).empty()) << "a pen that ran off the paper on one side";
  Paper bothEdges = table();
  bothEdges.line({0, 143}, {20, 143}, 0.5);
  bothEdges.line({190, 143}, {210, 143}, 0.5);
  EXPECT_TRUE(linesOf(bothEdges).empty()) << "dashes at both edges with paper between them";
  EXPECT_TRUE(linesOf(Paper()).empty()) << "nothing";
}

// Catches a piece of the page that is told of lines elsewhere (slow), and one that is not told of a line through it (a fold read as a vote).
TEST(PageLines, APieceIsToldOfTheLinesThroughItOnly) {
  const PageLine fold{{4.75, 139}, {205.25, 145}, 1}, streak{{100, 4.75}, {101, 292.25}, 1};
  const auto count = [&](const RectMm& area) { return linesThrough({fold, streak}, area).size(); };
  EXPECT_EQ(count({20, 120, 60, 6}), 0U);
  EXPECT_EQ(count({20, 138, 60, 6}), 1U);   // the fold
  EXPECT_EQ(count({140, 138, 60, 6}), 1U);  // it slants
  EXPECT_EQ(count({140, 146, 60, 6}), 1U);  // just above: print lies up to a millimetre off
  EXPECT_EQ(count({140, 150, 60, 6}), 0U);
  EXPECT_EQ(count({80, 200, 60, 6}), 1U);  // the streak
  EXPECT_EQ(count({80, 138, 60, 6}), 2U);
}

}  // namespace
}  // namespace kp
