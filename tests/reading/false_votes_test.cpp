// SPDX-License-Identifier: GPL-3.0-or-later
// Ink that no voter left and that was told votes, found by two who drew pages of their own (2026-11-23). Each must be none or go to a person.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <opencv2/imgproc.hpp>

#include "sheet.h"

namespace kp {
namespace {

using namespace test;

std::ptrdiff_t marksOf(const Printed& printed, const Sheet& sheet, double degrees = 0.4) {
  const PageReading r = printed.reader().read(sheet.scan(0, degrees));
  EXPECT_FALSE(r.marks.empty()) << describe(r);
  return std::count_if(r.marks.begin(), r.marks.end(), [](const MarkReading& m) { return m.state == MarkState::Mark; });
}

// A streak that begins in the middle of a page reaches one margin only and is no line of the page: wide, or with another beside it, it went through the squares of a column as
// 16 marks of a valid ballot.
TEST(FalseVotes, StreaksThatBeginMidPage) {
  const RectMm first = columns().geometry().targets[4].box;
  const double x = first.x + first.w / 2;
  for (const double degrees : {0.0, 1.5})
    for (const double gray : {120.0, 175.0}) {
      Sheet wide(columns()), pair(columns());
      wide.line(x, first.y - 3, x, 300, 1.8, gray);
      for (const double off : {-1.0, 1.0}) pair.line(x + off, first.y - 3, x + off, 300, 0.4, gray - 20);
      EXPECT_EQ(marksOf(columns(), wide, degrees), 0) << "one, gray " << gray << " turned " << degrees;
      EXPECT_EQ(marksOf(columns(), pair, degrees), 0) << "two, gray " << gray << " turned " << degrees;
    }
}

// One row on which the ink bled, fatter than the page's title and heads, looked struck at any spread of print.
TEST(FalseVotes, ARowWhoseInkBled) {
  for (const double mm : {0.15, 0.25, 0.32})
    for (const std::size_t target : {1U, 4U, 7U}) {
      Sheet sheet(strikeOut());
      const RectMm box = strikeOut().geometry().targets[target].box;
      const auto px = [&](double v) { return static_cast<int>(v * sheet.pxPerMm()); };
      const cv::Rect row(px(box.x - 1), px(box.y - 0.5), px(box.w + 2), px(box.h + 1));
      const int width = 2 * static_cast<int>(std::lround(mm * sheet.pxPerMm())) + 1;
      cv::Mat bled;
      cv::erode(sheet.px()(row), bled, cv::getStructuringElement(cv::MORPH_ELLIPSE, {width, width}));
      bled.copyTo(sheet.px()(row));
      EXPECT_EQ(marksOf(strikeOut(), sheet), 0) << mm << " mm, target " << target;
    }
}

// Each of eleven names under a ruler's line from margin to margin, as light as a fold: told untouched, one and all.
TEST(FalseVotes, RuledLinesAreNotFolds) {
  for (const double gray : {185.0, 200.0}) {
    Sheet sheet(strikeOut());
    for (const Target& t : strikeOut().geometry().targets)
      sheet.line(-2, t.box.y + t.box.h * 0.55, 212, t.box.y + t.box.h * 0.55, 0.35, gray);
    const PageReading r = strikeOut().reader().read(sheet.scan(0, 0.2));
    for (std::size_t i = 0; i < r.marks.size(); ++i) EXPECT_NE(r.marks[i].state, MarkState::None) << gray << " " << i;
  }
}

// A line along the feet of the letters or the tops of the capitals touches the name all along and was told a strike: an underline, a stroke that slid off its row.
TEST(FalseVotes, LinesAlongTheLettersFeetAndHeads) {
  for (const double height : {0.0, 0.06, 0.87, 0.92}) {
    Sheet sheet(strikeOut());
    for (const Target& t : strikeOut().geometry().targets)
      sheet.line(t.box.x - 1, t.box.y + t.box.h * height, t.box.x + t.box.w + 1, t.box.y + t.box.h * height, 0.5, 50);
    EXPECT_EQ(marksOf(strikeOut(), sheet), 0) << "at " << height << " of the box";
  }
}

// A dirty sensor's streak that begins and ends within the page, on a sheet fed sideways, runs along a row and through the number beside the name: told a strike.
TEST(FalseVotes, AStreakAlongARow) {
  Sheet sheet(strikeOut());
  const RectMm box = strikeOut().geometry().targets[4].box;
  sheet.line(box.x - 30, box.y + box.h * 0.6, box.x + box.w + 38, box.y + box.h * 0.6, 0.4, 90);
  const PageReading r = strikeOut().reader().read(sheet.scan(0, 0));
  EXPECT_EQ(r.marks[4].state, MarkState::Unsure) << describe(r);
  EXPECT_EQ(r.marks[4].why, "on-line");
  Sheet bothEnds(strikeOut());
  bothEnds.line(box.x - 22, box.y + box.h * 0.55, box.x + box.w + 22, box.y + box.h * 0.6, 0.4, 60);
  EXPECT_EQ(strikeOut().reader().read(bothEnds.scan(0, 0)).marks[4].state, MarkState::Mark) << "a long strike";
  Sheet oneSided(strikeOut());  // a hand's long stroke runs on to one side
  oneSided.line(box.x - 4, box.y + box.h * 0.55, box.x + box.w + 30, box.y + box.h * 0.6, 0.4, 60);
  EXPECT_EQ(strikeOut().reader().read(oneSided.scan(0, 0)).marks[4].state, MarkState::Mark);
}

/// Both squares of the first row crossed, every other approval too; then what `draw` does to the square of the third row's refusal.
PageReading withThirdRefusal(const std::function<void(Sheet&, const RectMm&)>& draw) {
  Sheet sheet(columns());
  const auto& targets = columns().geometry().targets;
  for (std::size_t i = 0; i < targets.size(); i += 2) stroke("X").draw(sheet, targets[i].box, 0);
  draw(sheet, targets[5].box);
  return columns().reader().read(sheet.scan(0, 0.4));
}

// What lies in a square beside a crossed one makes a row of "both", which counts for nobody: wet ink that came off when the ballot was folded, a hair, a slip of the pen.
TEST(FalseVotes, InkMuchPalerThanTheBallotsCrosses) {
  const PageReading setOff = withThirdRefusal([](Sheet& s, const RectMm& b) {
    s.line(b.x + 1, b.y + 1, b.x + 5.5, b.y + 5.5, 0.6, 170);
    s.line(b.x + 5.5, b.y + 1, b.x + 1, b.y + 5.5, 0.6, 170);
  });
  EXPECT_EQ(setOff.marks[5].state, MarkState::Unsure) << describe(setOff);
  EXPECT_EQ(setOff.marks[5].why, "paler");
  const PageReading pressed = withThirdRefusal([](Sheet& s, const RectMm& b) {
    s.line(b.x + 1, b.y + 1, b.x + 5.5, b.y + 5.5, 0.45, 85);
    s.line(b.x + 5.5, b.y + 1, b.x + 1, b.y + 5.5, 0.45, 85);
  });
  EXPECT_EQ(pressed.marks[5].state, MarkState::Mark) << "a hand that presses less now and then";
}

// "=", "?", a triangle: signs by which a ballot could be known, told crosses since they have as much ink.
TEST(FalseVotes, SignsOfOtherStrokesAreNoCross) {
  const auto expectNoCross = [](const char* what, const std::vector<std::array<double, 4>>& lines) {
    const PageReading r = withThirdRefusal([&](Sheet& s, const RectMm& b) {
      for (const auto& [x0, y0, x1, y1] : lines) s.line(b.x + x0, b.y + y0, b.x + x1, b.y + y1, 0.45, 50);
    });
    EXPECT_EQ(r.marks[5].state, MarkState::Unsure) << what << ": " << describe(r);
    EXPECT_EQ(r.marks[5].why, "not-a-cross") << what;
  };
  expectNoCross("=", {{1.2, 2.4, 5.3, 2.3}, {1.2, 4.2, 5.3, 4.1}});
  expectNoCross("?", {{1.6, 2.2, 3.2, 1.1}, {3.2, 1.1, 5, 2.2}, {5, 2.2, 3.3, 3.8}, {3.3, 3.8, 3.2, 5.1}, {3.2, 5.6, 3.2, 5.8}});
  expectNoCross("triangle", {{1.2, 5, 3.2, 1.3}, {3.2, 1.3, 5.3, 5}, {5.3, 5, 1.2, 5}});
}

// Who makes crosses narrower or flatter than half the square was sent to a person with every ballot: they looked like a line along an edge.
TEST(FalseVotes, ANarrowOrFlatCrossIsAMark) {
  const PageReading narrow = withThirdRefusal([](Sheet& s, const RectMm& b) {
    s.line(b.x + 2.6, b.y + 1.2, b.x + 4, b.y + 5.3, 0.45, 50);
    s.line(b.x + 4, b.y + 1.2, b.x + 2.6, b.y + 5.3, 0.45, 50);
  });
  EXPECT_EQ(narrow.marks[5].state, MarkState::Mark) << describe(narrow);
  const PageReading flat = withThirdRefusal([](Sheet& s, const RectMm& b) {
    s.line(b.x + 1.2, b.y + 2.6, b.x + 5.3, b.y + 4, 0.45, 50);
    s.line(b.x + 1.2, b.y + 4, b.x + 5.3, b.y + 2.6, 0.45, 50);
  });
  EXPECT_EQ(flat.marks[5].state, MarkState::Mark) << describe(flat);
}

TEST(FalseVotes, AShortStrokeAndAnOAreNoCross) {
  const PageReading slip = withThirdRefusal([](Sheet& s, const RectMm& b) { s.line(b.x + 1.9, b.y + 4.6, b.x + 4.5, b.y + 2, 0.45, 50); });
  EXPECT_EQ(slip.marks[5].state, MarkState::Unsure) << describe(slip);
  const PageReading o = withThirdRefusal([](Sheet& s, const RectMm& b) { s.ring(b.x + b.w / 2, b.y + b.h / 2, 2.0, 0.5, 50); });
  EXPECT_EQ(o.marks[5].state, MarkState::Unsure) << describe(o);
  EXPECT_EQ(o.marks[5].why, "not-a-cross");
}

}  // namespace
}  // namespace kp
