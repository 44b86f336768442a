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

// A strike from corner to corner starts over the letters and ends under them: it is known by its fall (4 of 5 such ballots were put before a person).
TEST(MeasureName, ASlantedStrikeFallsOrRises) {
  const auto slanted = [](double from, double to) {
    return nameMeasure([=](Paper& p) {
      p.line({kLeft, kNameBox.y + from * kNameBox.h}, {kRight, kNameBox.y + to * kNameBox.h}, 0.5, cv::Scalar::all(40));
    });
  };
  EXPECT_NEAR(slanted(0.1, 0.9).fall, 0.64, 0.15);
  EXPECT_NEAR(slanted(0.9, 0.1).fall, -0.64, 0.15);
  EXPECT_NEAR(nameMeasure(strike(0, 1, kMiddle)).fall, 0, 0.1);
  EXPECT_EQ(nameMeasure({}).fall, 0);
}

TEST(MeasureName, AStrikeCrossesTheSpacesBetweenWords) {
  const NameMeasure struck = nameMeasure(strike(0, 1, kMiddle)), half = nameMeasure(strike(0, 0.4, kMiddle));
  EXPECT_GE(struck.wordGaps, 2);
  EXPECT_EQ(struck.gapsCrossed, struck.wordGaps);
  EXPECT_EQ(half.wordGaps, struck.wordGaps);
  EXPECT_LT(half.gapsCrossed, half.wordGaps);
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

// A line along the feet of the letters has ink all along the name and lies low.
TEST(MeasureName, HeightOfTheInk) {
  for (const double height : {0.1, 0.5, 0.85}) EXPECT_NEAR(nameMeasure(strike(0, 1, kNameBox.y + height * kNameBox.h)).level, height, 0.06);
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

// An O encloses paper, a cross only what its arms and the square's line would, which is not its own.
TEST(MeasureBox, AnOIsALoopAndAStrokeHasALength) {
  const auto ring = [](Paper& p) {
    for (int k = 0; k < 40; ++k) {
      const auto at = [](int i) { return Point{153.25 + 1.9 * std::cos(i * 0.1571), 103.25 + 1.9 * std::sin(i * 0.1571)}; };
      p.line(at(k), at(k + 1), 0.5);
    }
  };
  EXPECT_GT(boxMeasure(ring).loop, 0.25);
  EXPECT_EQ(boxMeasure(cross(3.5)).loop, 0);
  EXPECT_NEAR(boxMeasure([](Paper& p) { p.line({151.5, 105}, {154.5, 102}, 0.4); }).reachMm, 5.1, 0.4) << "end to end and the pen's width";
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

// A streak that begins in the middle of the page crossed a square whose lower half had slipped in the feeder: the square's own line widened it to a mark.
TEST(MeasureBox, AStreakThroughASlippedSquareIsALineInItsCore) {
  const BoxMeasure m = boxMeasure([](Paper& p) {
    p.line({153, 60}, {153, 297}, 0.25, cv::Scalar::all(60));
    p.fill({150, 105.5, 6.5, 0.3});
  });
  EXPECT_GT(m.narrow, 0.2);
  EXPECT_LT(m.core, 0.15);
  EXPECT_GT(boxMeasure(cross(2.4)).core, 0.5);
  const BoxMeasure slipped = boxMeasure([](Paper& p) { p.fill({150, 105.5, 6.5, 0.3}); });
  EXPECT_EQ(slipped.core, 0);
}

// A streak that is no line of the page, for it begins in the middle, or two beside each other, as wide apart as a mark: 16 squares of a column were told marked.
TEST(MeasureBox, StreaksAreBanded) {
  const auto streaks = [](std::vector<double> at, double width, double askew) {
    return boxMeasure([=](Paper& p) {
      for (const double x : at) p.line({x, 80}, {x + askew, 140}, width, cv::Scalar::all(140));
    });
  };
  EXPECT_GT(streaks({153.2}, 1.8, 0).banded, 0.8);
  EXPECT_GT(streaks({152.2, 154.2}, 0.4, 0).banded, 0.8);
  EXPECT_GT(streaks({151.5, 153.5}, 0.4, 2.5).banded, 0.6) << "on a page that lies askew";
  EXPECT_GT(boxMeasure([](Paper& p) { p.line({100, 103.2}, {200, 103.2}, 1.8, cv::Scalar::all(140)); }).banded, 0.8) << "across";
  EXPECT_LT(boxMeasure(cross(2.4)).banded, 0.1);
  EXPECT_LT(boxMeasure([](Paper& p) { p.line({150.6, 106}, {155.9, 100.5}, 0.5); }).banded, 0.1) << "a slash";
}

// The star of a seal whose ring was too pale to be found was a mark: it is thick as no pen is.
TEST(MeasureBox, AStarIsThickerThanAPen) {
  EXPECT_NEAR(boxMeasure(cross(2.4)).thickMm, 0.4, 0.25);
  const BoxMeasure star = boxMeasure([](Paper& p) { p.fill({149, 101.5, 5, 3.2}, cv::Scalar::all(190)); });
  EXPECT_GT(star.thickMm, 1.2);
}

TEST(MeasureBox, MissingPrintHasNoContrast) {
  const SeenTarget s = seenSquare(Paper());
  EXPECT_LT(measureBox(s.print, s.patch, s.ink, kSquareBox, {}).contrast, 0.1);
  const SeenTarget n = seenName(Paper());
  EXPECT_LT(measureName(n.print, n.patch, n.spread, n.ink, kNameBox, {}).contrast, 0.1);
}

}  // namespace
}  // namespace kp
