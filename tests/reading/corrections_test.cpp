// SPDX-License-Identifier: GPL-3.0-or-later
// What people do who changed their mind, or who mark the print beside a target: a pen that says something else than the mark. Each of these was once told a clear vote.
#include <gtest/gtest.h>

#include <cmath>

#include "ballot/font_metrics.h"
#include "sheet.h"

namespace kp {
namespace {

using namespace test;

void strike(Sheet& sheet, const RectMm& box) {
  const double y = box.y + box.h * 0.55;
  sheet.line(box.x - 1, y, box.x + box.w + 1, y + 0.4);
}

MarkState stateOf(const Printed& printed, const Sheet& sheet, std::size_t target) {
  return printed.reader().read(sheet.scan(0, 0.4)).marks.at(target).state;
}

/// Somebody looks at the target, or at the whole sheet.
void expectSeen(const Printed& printed, const Sheet& sheet, std::size_t target, const std::string& what) {
  const PageReading r = printed.reader().read(sheet.scan(0, 0.4));
  EXPECT_TRUE(r.marks.at(target).state == MarkState::Unsure || !r.reasons.empty()) << what << ": " << describe(r);
}

// Pupils learn to take a cross back by a ring round it (khoanh tròn dấu X); its ink was taken for the cross's arms.
TEST(Corrections, ARingRoundACrossIsSeen) {
  for (const double radius : {3.8, 4.6, 5.4}) {
    Sheet sheet(columns());
    const RectMm box = columns().geometry().targets[2].box;
    stroke("X").draw(sheet, box, 0);
    ASSERT_EQ(stateOf(columns(), sheet, 2), MarkState::Mark);
    sheet.ring(box.x + box.w / 2 + 0.3, box.y + box.h / 2 - 0.2, radius, 0.45, 50);
    expectSeen(columns(), sheet, 2, "radius " + std::to_string(radius));
  }
}

// Two lines from side to side through a cross strike it out again; their ends were taken for the cross's arms.
TEST(Corrections, ACrossStruckOutAgainIsSeen) {
  for (const double width : {0.3, 0.5}) {
    Sheet sheet(columns());
    const RectMm box = columns().geometry().targets[2].box;
    stroke("large X").draw(sheet, box, 0);
    for (const double y : {2.6, 3.4}) sheet.line(box.x - 2, box.y + y, box.x + box.w + 2, box.y + y + 0.3, width);
    expectSeen(columns(), sheet, 2, "lines of " + std::to_string(width) + " mm");
  }
}

// "giữ" or a tick written after a struck name was taken for the end of the strike.
TEST(Corrections, AWordBesideAStruckNameIsSeen) {
  for (const double away : {3.0, 5.0, 8.0}) {
    Sheet sheet(strikeOut());
    const RectMm box = strikeOut().geometry().targets[4].box;
    strike(sheet, box);
    ASSERT_EQ(stateOf(strikeOut(), sheet, 4), MarkState::Mark);
    const double x = box.x + box.w + away, y = box.y + box.h / 2;
    sheet.line(x, y, x + 1.5, y + 2), sheet.line(x + 1.5, y + 2, x + 5, y - 3);
    expectSeen(strikeOut(), sheet, 4, "a tick, mm away: " + std::to_string(away));
  }
}

// With a thick pen a small sign fills its box as a band of strokes does, and was taken for the strike's end again.
TEST(Corrections, ASmallThickCrossBesideAStruckNameIsSeen) {
  Sheet sheet(strikeOut());
  const RectMm box = strikeOut().geometry().targets[4].box;
  strike(sheet, box);
  const double x = box.x + box.w + 9, y = box.y + box.h / 2;
  sheet.line(x, y - 1.2, x + 2.4, y + 1.2, 0.9), sheet.line(x, y + 1.2, x + 2.4, y - 1.2, 0.9);
  expectSeen(strikeOut(), sheet, 4, "a cross 9 mm away");
}

/// The first printed text in the row of a target, left of it.
RectMm printBeside(const Printed& printed, std::size_t target, double least) {
  const RectMm box = printed.geometry().targets[target].box;
  for (const TextRun& run : printed.form().pages.front().texts) {
    const RectMm text = boxOf(run);
    if (text.x < box.x && text.w >= least && text.y < box.y + box.h && box.y < text.y + text.h) return text;
  }
  ADD_FAILURE() << "no print beside target " << target;
  return {};
}

// Voters used to the other ballot strike the name beside the squares: the cross in the square and the strike contradict each other.
TEST(Corrections, AStruckNameBesideACrossIsSeen) {
  Sheet sheet(columns());
  stroke("X").draw(sheet, columns().geometry().targets[2].box, 0);
  strike(sheet, printBeside(columns(), 2, 15));
  EXPECT_EQ(stateOf(columns(), sheet, 2), MarkState::Unsure);
  EXPECT_EQ(stateOf(columns(), sheet, 3), MarkState::Unsure) << "the other square of the row";
  EXPECT_EQ(stateOf(columns(), sheet, 4), MarkState::None) << "the next row";
}

TEST(Corrections, AStruckNumberIsSeen) {
  Sheet line(strikeOut()), cross(strikeOut());
  const RectMm number = printBeside(strikeOut(), 4, 0);
  const double y = number.y + number.h * 0.55;
  line.line(number.x - 1, y, number.x + number.w + 1, y);
  cross.line(number.x - 0.5, number.y, number.x + number.w + 0.5, number.y + number.h);
  cross.line(number.x - 0.5, number.y + number.h, number.x + number.w + 0.5, number.y);
  EXPECT_EQ(stateOf(strikeOut(), line, 4), MarkState::Unsure);
  EXPECT_EQ(stateOf(strikeOut(), cross, 4), MarkState::Unsure);
  EXPECT_EQ(stateOf(strikeOut(), line, 5), MarkState::None) << "the next row";
}

TEST(Corrections, AStrikeFromTheNumberThroughTheNameIsAMark) {
  Sheet sheet(strikeOut());
  const RectMm number = printBeside(strikeOut(), 4, 0), name = strikeOut().geometry().targets[4].box;
  const double y = name.y + name.h * 0.55;
  sheet.line(number.x - 1, y, name.x + name.w + 1, y);
  EXPECT_EQ(stateOf(strikeOut(), sheet, 4), MarkState::Mark);
}

// Whatever stood in the seal's place was taken for the seal, a name signed there too.
TEST(Corrections, ANameSignedInTheSealsPlaceIsWriting) {
  Sheet signedSheet(strikeOut()), sealed(strikeOut());
  for (double x = 20; x < 48; x += 4) signedSheet.line(x, 44, x + 2, 37), signedSheet.line(x + 2, 37, x + 4, 44);
  for (const double radius : {12.0, 17.0}) sealed.ring(33, 33, radius, 1.0, 110);
  EXPECT_TRUE(has(strikeOut().reader().read(signedSheet.scan()), Why::ExtraWriting));
  EXPECT_TRUE(strikeOut().reader().read(sealed.scan()).reasons.empty());
}

// Three strokes side by side that run far beyond the name are the strike's end, no word.
TEST(Corrections, AStrikeOfThreeLinesMayRunOn) {
  Sheet sheet(strikeOut());
  const RectMm box = strikeOut().geometry().targets[4].box;
  for (const double dy : {-1.1, 0.0, 1.1})
    sheet.line(box.x - 1, box.y + box.h * 0.55 + dy, box.x + box.w + 11, box.y + box.h * 0.55 + dy, 0.6);
  const PageReading r = strikeOut().reader().read(sheet.scan(0, 0.4));
  EXPECT_EQ(r.marks.at(4).state, MarkState::Mark);
  EXPECT_TRUE(r.reasons.empty()) << describe(r);
}

// The frame of a rectangular stamp (ĐÃ KIỂM PHIẾU) struck the names its lines ran through, and these marks explained the frame; with rows one after the other most of all.
TEST(Corrections, TheFrameOfAStampIsNoStrike) {
  for (const std::size_t last : {5U, 4U})
    for (const double slope : {0.0, 0.6}) {
      Sheet sheet(strikeOut());
      const auto& targets = strikeOut().geometry().targets;
      const RectMm upper = targets[3].box, lower = targets[last].box;
      const double x0 = upper.x - 4, x1 = std::max(upper.x + upper.w, lower.x + lower.w) + 4, y0 = upper.y + upper.h * 0.55,
                   y1 = lower.y + lower.h * 0.55;
      sheet.line(x0, y0, x1, y0 + slope, 0.6), sheet.line(x0, y1, x1, y1 + slope, 0.6);
      sheet.line(x0, y0, x0 - slope / 4, y1, 0.6), sheet.line(x1, y0 + slope, x1 - slope / 4, y1 + slope, 0.6);
      const PageReading r = strikeOut().reader().read(sheet.scan(0, 0.4));
      for (const std::size_t i : {std::size_t{3}, last})
        EXPECT_NE(r.marks.at(i).state, MarkState::Mark) << "row " << i << ": " << describe(r);
    }
}

// Strikes and scribbles through names one under the other touch, and are no frame.
TEST(Corrections, StrikesOfNeighboursAreNoFrame) {
  const auto& targets = strikeOut().geometry().targets;
  for (const bool scribbled : {false, true}) {
    Sheet sheet(strikeOut());
    for (const std::size_t i : {3U, 4U}) {
      const RectMm& box = targets[i].box;
      if (scribbled)
        for (double x = box.x - 1; x < box.x + box.w; x += 3)
          sheet.line(x, box.y + 0.5, x + 1.5, box.y + box.h), sheet.line(x + 1.5, box.y + box.h, x + 3, box.y + 0.5);
      else
        sheet.line(box.x - 1, box.y + box.h * 0.5, box.x + box.w + 1, box.y + box.h * 0.5),
            sheet.line(box.x - 1, box.y + box.h * 0.5, box.x - 1.5, box.y + box.h + 2);
    }
    const PageReading r = strikeOut().reader().read(sheet.scan(0, 0.4));
    for (const std::size_t i : {3U, 4U}) EXPECT_EQ(r.marks.at(i).state, MarkState::Mark) << describe(r);
  }
}

// A strike painted over with correction fluid: half of the letters are gone.
TEST(Corrections, APaintedOutNameIsSeen) {
  Sheet sheet(strikeOut());
  const RectMm box = strikeOut().geometry().targets[4].box;
  sheet.cover({box.x - 1, box.y - 0.5, box.w * 0.6 + 1, box.h + 1}, 255);
  EXPECT_EQ(stateOf(strikeOut(), sheet, 4), MarkState::Unsure);
}

// A hard pencil shades the square evenly: no line in it is darker than the rest.
TEST(Corrections, ALightlyShadedSquareIsSeen) {
  Sheet sheet(columns());
  const RectMm box = columns().geometry().targets[2].box;
  sheet.fill({box.x + 0.4, box.y + 0.4, box.w - 0.8, box.h - 0.8}, 225);
  EXPECT_EQ(stateOf(columns(), sheet, 2), MarkState::Unsure);
  EXPECT_EQ(stateOf(columns(), sheet, 4), MarkState::None);
}

}  // namespace
}  // namespace kp
