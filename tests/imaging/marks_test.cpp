// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/marks.h"

#include <gtest/gtest.h>

#include "drawn_target.h"

namespace kp {
namespace {

using namespace test;

const double kLeft = kNameBox.x, kRight = kNameBox.x + kNameBox.w, kMiddle = kNameBox.y + 0.5 * kNameBox.h;

Draw strike(double from, double to, double y, double gray = 40, double width = 0.5) {
  return [=](Paper& p) { p.line({kLeft + from * kNameBox.w, y}, {kLeft + to * kNameBox.w, y}, width, cv::Scalar::all(gray)); };
}

TEST(MeasureName, AnUntouchedNameHasNothing) {
  const NameMeasure m = nameMeasure({});
  EXPECT_GT(m.contrast, 0.4);
  EXPECT_EQ(m.through, 0);
  EXPECT_EQ(m.inside, 0);
  EXPECT_EQ(m.below, 0);
  EXPECT_EQ(m.above, 0);
  EXPECT_EQ(m.around, 0);
  EXPECT_EQ(m.onLines, 0);
  EXPECT_EQ(m.lineExcess, 0);
  EXPECT_LT(m.inkMm2, 0.1);
  EXPECT_GT(m.visible, 0.3);
  EXPECT_GT(m.longestGap, 0.3);
}

TEST(MeasureName, AStrikeGoesThroughAllAlong) {
  const NameMeasure m = nameMeasure(strike(-0.03, 1.03, kMiddle));
  EXPECT_GT(m.through, 0.9);
  EXPECT_GT(m.inside, 0.9);
  EXPECT_LT(m.longestGap, 0.1);
  EXPECT_GT(m.inkMm2, 5);
  EXPECT_EQ(m.below, 0);
  EXPECT_EQ(m.above, 0);
  EXPECT_LT(m.around, 0.05);
}

// A name struck in part is not struck: share and gap both say how much is missing. Letters hide some bins, so the share is not the length itself.
TEST(MeasureName, APartlyStruckNameIsTold) {
  const NameMeasure third = nameMeasure(strike(0, 0.33, kMiddle)), most = nameMeasure(strike(0, 0.7, kMiddle)),
                    all = nameMeasure(strike(0, 1, kMiddle));
  EXPECT_GT(third.through, 0.2);
  EXPECT_LT(third.through, 0.6);
  EXPECT_GT(most.through, third.through + 0.15);
  EXPECT_GT(all.through, most.through + 0.05);
  EXPECT_GT(third.longestGap, most.longestGap + 0.1);
  EXPECT_GT(most.longestGap, all.longestGap);
}

// A dash of three letters looks in length like letters printed a little off; it is solid, they are not.
TEST(MeasureName, APensInkIsSolid) {
  EXPECT_GT(nameMeasure(strike(0.4, 0.5, kMiddle, 130, 0.35)).solidMm2, 0.15);
  EXPECT_GT(nameMeasure(strike(0, 1, kMiddle)).solidMm2, 0.7);
  EXPECT_LT(nameMeasure({}).solidMm2, 0.02);
}

TEST(MeasureName, DarknessOfTheInk) {
  const NameMeasure pen = nameMeasure(strike(0, 1, kMiddle, 20)), pencil = nameMeasure(strike(0, 1, kMiddle, 140));
  EXPECT_GT(pen.inkDark, 0.6);
  EXPECT_GT(pencil.inkDark, 0.2);
  EXPECT_LT(pencil.inkDark, pen.inkDark - 0.2);
}

// An underline is below, a line over the name above: neither is a strike.
TEST(MeasureName, LinesBesideTheNameAreBelowOrAbove) {
  const NameMeasure under = nameMeasure(strike(0, 1, kNameBox.y + 1.08 * kNameBox.h));
  EXPECT_GT(under.below, 0.8);
  EXPECT_LT(under.through, 0.1);
  EXPECT_LT(under.above, 0.1);
  const NameMeasure over = nameMeasure(strike(0, 1, kNameBox.y - 0.1 * kNameBox.h));
  EXPECT_GT(over.above, 0.8);
  EXPECT_LT(over.through, 0.1);
  EXPECT_LT(over.below, 0.1);
}

// Writing and stamps go on above and below the row, a strike does not.
TEST(MeasureName, InkAcrossRowsIsAround) {
  const NameMeasure m = nameMeasure([](Paper& p) {
    for (double x = kLeft; x < kRight; x += 1.2) p.line({x, kNameBox.y - 4}, {x + 0.6, kNameBox.y + kNameBox.h + 4}, 0.6);
  });
  EXPECT_GT(m.through, 0.8);
  EXPECT_GT(m.around, 0.5);
}

TEST(MeasureName, AFoldIsTakenOutAndAPenAlongItShows) {
  const double y = kMiddle;
  const Draw fold = [y](Paper& p) { p.line({0, y}, {210, y}, 0.4, cv::Scalar::all(170)); };
  const auto measured = [&](const Draw& pen) {
    const Paper paper = printedRow(pen);
    PageLine line{{5, y}, {205, y}};
    line.weight = 1.05;  // 0.4 mm of gray 170: 3.2 px of a third of full black
    const SeenTarget s = seenName(paper);
    return measureName(s.print, s.patch, s.spread, s.ink, kNameBox, {line});
  };
  const NameMeasure folded = measured(fold);
  EXPECT_LT(folded.through, 0.1);
  EXPECT_GT(folded.onLines, 0.4);
  EXPECT_NEAR(folded.lineExcess, 1, 0.4);
  const NameMeasure struck = measured([&](Paper& p) {
    fold(p);
    p.line({kLeft, y}, {kRight, y}, 0.5, cv::Scalar::all(40));
  });
  EXPECT_GT(struck.lineExcess, 1.6);
}

Draw cross(double reach, double width = 0.5, double gray = 40) {
  return [=](Paper& p) {
    const double cx = kSquareBox.x + kSquareBox.w / 2, cy = kSquareBox.y + kSquareBox.h / 2;
    p.line({cx - reach, cy - reach}, {cx + reach, cy + reach}, width, cv::Scalar::all(gray));
    p.line({cx - reach, cy + reach}, {cx + reach, cy - reach}, width, cv::Scalar::all(gray));
  };
}

TEST(MeasureBox, AnEmptySquareHasNothing) {
  const BoxMeasure m = boxMeasure({});
  EXPECT_GT(m.contrast, 0.4);
  EXPECT_LT(m.inkMm2, 0.02);
  EXPECT_EQ(m.extent, 0);
  EXPECT_EQ(m.strokes, 0);
  EXPECT_LT(m.outsideMm2, 0.02);
  EXPECT_EQ(m.onLinesMm2, 0);
  EXPECT_EQ(m.lineExcess, 0);
}

TEST(MeasureBox, ACrossHasTwoStrokesAndReachesOverTheSquare) {
  const BoxMeasure m = boxMeasure(cross(2.4));
  EXPECT_EQ(m.strokes, 2);
  EXPECT_GT(m.extent, 0.85);
  EXPECT_GT(m.inkMm2, 3);
  EXPECT_LT(m.fill, 0.6);
  EXPECT_GT(m.inkDark, 0.4);
  EXPECT_LT(m.outsideMm2, 0.1);
}

TEST(MeasureBox, ASlashHasOneStroke) {
  const BoxMeasure m = boxMeasure([](Paper& p) { p.line({151, 105.5}, {155.5, 101}, 0.5); });
  EXPECT_EQ(m.strokes, 1);
  EXPECT_GT(m.extent, 0.7);
}

// A hesitation dot made over-votes in a whole town: small in extent, whatever its ink.
TEST(MeasureBox, ADotIsSmall) {
  const BoxMeasure m = boxMeasure([](Paper& p) { p.fill({152.6, 102.6, 1.2, 1.2}); });
  EXPECT_LT(m.extent, 0.4);
  EXPECT_GT(m.inkMm2, 1);
}

TEST(MeasureBox, FilledAndScratchedOutAreTold) {
  const BoxMeasure filled = boxMeasure([](Paper& p) { p.fill({150.2, 100.2, 6.1, 6.1}); });
  EXPECT_GT(filled.fill, 0.85);
  EXPECT_GT(filled.worstNinth, 0.8);
  EXPECT_LT(filled.spillMm2, 0.05);
  const BoxMeasure hatched = boxMeasure([](Paper& p) {
    for (double x = 150.9; x < 156; x += 1.1) p.line({x, 100.9}, {x, 105.6}, 0.4);
  });
  EXPECT_GE(hatched.strokes, 4);
  const BoxMeasure scratched = boxMeasure([](Paper& p) {
    for (double x = 149.7; x < 156.5; x += 0.6) p.line({x, 99.5}, {x + 0.4, 107}, 0.4);
  });
  EXPECT_GT(scratched.spillMm2, 0.5);
  EXPECT_LT(boxMeasure(cross(2.4)).worstNinth, 0.2);
}

// A streak hides a part of the square: what is filled is told by the rest.
TEST(MeasureBox, FillIsOfWhatNoStreakHides) {
  PageLine streak{{153, 5}, {153, 292}};
  streak.weight = 1.5;
  const BoxMeasure m = boxMeasure(
      [](Paper& p) {
        p.fill({150.2, 100.2, 6.1, 6.1});
        p.line({153, 0}, {153, 297}, 0.25, cv::Scalar::all(60));
      },
      {streak});
  EXPECT_GT(m.fill, 0.85);
  EXPECT_GT(m.worstNinth, 0.8);
}

// An X beside the square was meant for it, and is not in it.
TEST(MeasureBox, AMarkBesideTheSquareIsOutside) {
  const BoxMeasure m = boxMeasure([](Paper& p) {
    p.line({158.5, 101}, {162.5, 105.5}, 0.5);
    p.line({158.5, 105.5}, {162.5, 101}, 0.5);
  });
  EXPECT_LT(m.inkMm2, 0.1);
  EXPECT_GT(m.outsideMm2, 3);
}

// Arms that reach out of the square belong to the X in it, or every large X would be clutter.
TEST(MeasureBox, ArmsOfALargeCrossAreNotOutside) {
  const BoxMeasure m = boxMeasure(cross(4.2));
  EXPECT_GT(m.extent, 0.9);
  EXPECT_LT(m.outsideMm2, 0.5);
}

TEST(MeasureBox, AStreakThroughTheSquareIsTakenOut) {
  PageLine streak{{153, 5}, {153, 292}};
  streak.weight = 1.5;
  const Draw draw = [](Paper& p) { p.line({153, 0}, {153, 297}, 0.25, cv::Scalar::all(60)); };
  const BoxMeasure with = boxMeasure(draw, {streak}), without = boxMeasure(draw);
  EXPECT_LT(with.inkMm2, 0.2);
  EXPECT_GT(with.onLinesMm2, 0.8);
  EXPECT_GT(with.lineExcess, 0.5);
  EXPECT_LT(with.lineExcess, 1.6);
  EXPECT_GT(without.inkMm2, 0.8);
}

TEST(MeasureBox, MissingPrintHasNoContrast) {
  const SeenTarget s = seenSquare(Paper());
  EXPECT_LT(measureBox(s.print, s.patch, s.ink, kSquareBox, {}).contrast, 0.1);
  const SeenTarget n = seenName(Paper());
  EXPECT_LT(measureName(n.print, n.patch, n.spread, n.ink, kNameBox, {}).contrast, 0.1);
}

}  // namespace
}  // namespace kp
