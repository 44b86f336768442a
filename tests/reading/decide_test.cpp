// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions at their thresholds. The tables name what changes, not where the threshold stands: a clear case on each side, and between them every answer must
// pass through unsure, so that no small change of a measure turns a vote into none.
#include "scanner/reading/decide.h"

#include <gtest/gtest.h>

#include <functional>

#include "measured.h"

namespace kp {
namespace {

using namespace test;

TEST(DecideName, ClearCases) {
  EXPECT_EQ(decideName(untouched(), untouched()).state, MarkState::None);
  EXPECT_EQ(decideName(struck(), struck()).state, MarkState::Mark);
  EXPECT_LT(decideName(untouched(), untouched()).score, -0.9F);
  EXPECT_GT(decideName(struck(), struck()).score, 0.9F);
}

// From nothing to a whole strike: none … unsure … mark, in this order and with all three present.
TEST(DecideName, BetweenNoneAndMarkLiesUnsure) {
  int last = 0;
  bool seen[3] = {false, false, false};
  for (int percent = 0; percent <= 100; ++percent) {
    NameMeasure m = struck();
    m.through = m.inside = m.inked = percent / 100.0, m.longestGap = 1 - m.through, m.inkMm2 *= m.through, m.solidMm2 *= m.through;
    const Decision d = decideName(m, m);
    const int step = d.state == MarkState::None ? 0 : d.state == MarkState::Unsure ? 1 : 2;
    EXPECT_GE(step, last) << percent;
    last = step, seen[step] = true;
    if (step != 1) continue;
    EXPECT_FALSE(d.why.empty()) << percent;
    EXPECT_EQ(d.score, 0) << percent;
  }
  EXPECT_TRUE(seen[0] && seen[1] && seen[2]);
}

struct NameCase {
  const char* what;
  std::function<void(NameMeasure&)> inside, outside;  ///< just inside stays as it is, just outside is unsure
  bool struckName;
  const char* why;
};

// The numbers stand just inside and just outside of the thresholds of decide.cpp: who moves one must move its line here, with the measurement that says so.
const std::vector<NameCase> kNameCases = {
    {"print not seen", [](NameMeasure& m) { m.contrast = 0.19; }, [](NameMeasure& m) { m.contrast = 0.17; }, false, "print-missing"},
    {"print not seen, struck", [](NameMeasure& m) { m.contrast = 0.19; }, [](NameMeasure& m) { m.contrast = 0.17; }, true, "print-missing"},
    {"struck share", [](NameMeasure& m) { m.through = 0.75; }, [](NameMeasure& m) { m.through = 0.73; }, true, "partial"},
    {"gap in the strike", [](NameMeasure& m) { m.longestGap = 0.21; }, [](NameMeasure& m) { m.longestGap = 0.23; }, true, "partial"},
    {"part not struck", [](NameMeasure& m) { m.worstFifth = 0.31; }, [](NameMeasure& m) { m.worstFifth = 0.29; }, true, "partial"},
    {"faint strike", [](NameMeasure& m) { m.inkDark = 0.26; }, [](NameMeasure& m) { m.inkDark = 0.24; }, true, "faint"},
    {"a dot on the name", [](NameMeasure& m) { m.inkMm2 = 0.6, m.solidMm2 = 0.24; },
     [](NameMeasure& m) { m.inkMm2 = 0.6, m.solidMm2 = 0.26; }, false, "partial"},
    {"ink across rows", [](NameMeasure& m) { m.around = 0.19; }, [](NameMeasure& m) { m.around = 0.21; }, true, "across-rows"},
    {"light ink across rows", [](NameMeasure& m) { m.inkDark = 0.33, m.around = 0.04; },
     [](NameMeasure& m) { m.inkDark = 0.33, m.around = 0.06; }, true, "across-rows"},
    {"ink at an untouched name", [](NameMeasure& m) { m.through = 0.09, m.inkMm2 = 0.8; },
     [](NameMeasure& m) { m.through = 0.11, m.inkMm2 = 0.95; }, false, "partial"},
    {"hidden by fat print", [](NameMeasure& m) { m.blindFifths = 2; }, [](NameMeasure& m) { m.blindFifths = 3; }, false, "hidden"},
    {"underline", [](NameMeasure& m) { m.below = 0.39; }, [](NameMeasure& m) { m.below = 0.41; }, false, "below"},
    {"overline", [](NameMeasure& m) { m.above = 0.39; }, [](NameMeasure& m) { m.above = 0.41; }, false, "above"},
    {"heavier along a fold", [](NameMeasure& m) { m.onLines = 0.5, m.lineExcess = 1.5; },
     [](NameMeasure& m) { m.onLines = 0.5, m.lineExcess = 1.7; }, false, "on-line"},
};

TEST(DecideName, JustInsideAndJustOutsideEachThreshold) {
  for (const auto& c : kNameCases) {
    NameMeasure in = c.struckName ? struck() : untouched(), out = in;
    c.inside(in), c.outside(out);
    // The wider spread sees the ink too: what is there is no edge of a letter.
    NameMeasure wider = c.struckName ? struck() : untouched();
    if (!c.struckName) wider.through = 0.2, wider.inkMm2 = 0.5;
    EXPECT_EQ(decideName(in, c.struckName ? wider : in).state, c.struckName ? MarkState::Mark : MarkState::None) << c.what;
    const Decision d = decideName(out, wider);
    EXPECT_EQ(d.state, MarkState::Unsure) << c.what;
    EXPECT_EQ(d.why, c.why) << c.what;
  }
}

// What bled is no strike: paper between the words. Steps just inside and outside of half of the spaces.
TEST(DecideName, InkThatLeavesTheSpacesBetweenWordsIsNoStrike) {
  NameMeasure m = struck();
  m.wordGaps = 4, m.gapsCrossed = 2;
  EXPECT_EQ(decideName(m, m).state, MarkState::Mark);
  m.gapsCrossed = 1;
  EXPECT_EQ(decideName(m, m).why, "print-differs");
}

// A rim of soft letters goes all along the name and is gone at the wider spread; a pale thin strike over a third of it is gone there too, and was told none.
TEST(DecideName, ARimIsEverywhereAPaleStrikeIsNot) {
  NameMeasure m = untouched(), wider = untouched();
  m.through = 0.41, m.inkMm2 = 1.5, m.solidMm2 = 0.2, m.inked = 0.41, m.worstFifth = 0.25;
  wider.through = wider.inkMm2 = 0;
  EXPECT_EQ(decideName(m, wider).state, MarkState::None);
  m.worstFifth = 0.15;
  EXPECT_EQ(decideName(m, wider).why, "partial");
}

// Eleven ruler lines from margin to margin, as light as folds, were eleven names told untouched. A fold or four are folds.
TEST(DecideName, ManyLevelLinesAreNoFolds) {
  NameMeasure m = untouched();
  m.onLines = 0.9, m.lineExcess = 1, m.inkDark = 0.22;
  const Decision fold = decideName(m, m);
  ASSERT_EQ(fold.state, MarkState::None);
  EXPECT_EQ(decideAmongLines(fold, m, 4).state, MarkState::None);
  EXPECT_EQ(decideAmongLines(fold, m, 5).why, "on-line");
  m.onLines = 0.1;
  EXPECT_EQ(decideAmongLines(fold, m, 11).state, MarkState::None) << "another row's line";
  m.onLines = 0.9, m.inkDark = 0.29;
  EXPECT_EQ(decideName(m, m).why, "on-line") << "as dark as a pen";
  m.inkDark = 0.27, m.lineExcess = kUnknownExcess;
  EXPECT_EQ(decideName(m, m).state, MarkState::None) << "print hides the fold elsewhere";
  m.lineExcess = 1.7;
  EXPECT_EQ(decideName(m, m).why, "on-line") << "heavier than elsewhere";
}

// Corner to corner: less at letter height than a straight strike, but along the whole name and falling. What lacks one of these may be half a strike or an underline.
TEST(DecideName, ASlantedStrikeIsAMark) {
  NameMeasure slant = struck();
  slant.through = 0.6, slant.fall = -0.5, slant.longestGap = 0.3;
  EXPECT_EQ(decideName(slant, slant).state, MarkState::Mark);
  const std::vector<std::function<void(NameMeasure&)>> notOne = {
      [](NameMeasure& m) { m.fall = 0.39; },       [](NameMeasure& m) { m.inside = 0.89; },     [](NameMeasure& m) { m.through = 0.54; },
      [](NameMeasure& m) { m.worstFifth = 0.59; }, [](NameMeasure& m) { m.longestGap = 0.35; }, [](NameMeasure& m) { m.around = 0.06; },
      [](NameMeasure& m) { m.solidMm2 = 1.4; }};
  for (std::size_t i = 0; i < notOne.size(); ++i) {
    NameMeasure m = slant;
    notOne[i](m);
    EXPECT_EQ(decideName(m, slant).state, MarkState::Unsure) << i;
  }
  NameMeasure gone = slant;
  gone.through = 0.34;
  EXPECT_EQ(decideName(slant, gone).state, MarkState::Unsure) << "edges of letters vanish at the wider spread";
  slant.inkDark = 0.24;
  EXPECT_EQ(decideName(slant, slant).why, "faint");
}

// Letters printed a little off leave ink at their edges that is gone at the wider spread; a strike is not gone.
TEST(DecideName, WiderSpreadTellsPrintFromInk) {
  NameMeasure edges = untouched();
  edges.through = 0.3, edges.inkMm2 = 1.2, edges.inkDark = 0.3, edges.inked = 0.3, edges.solidMm2 = 0.14;
  EXPECT_EQ(decideName(edges, untouched()).state, MarkState::None);
  EXPECT_EQ(decideName(edges, edges).state, MarkState::Unsure);
  // A dash over the family name is as short as such edges are, and is gone at the wider spread with most of its ink; but it is solid.
  NameMeasure dash = edges, rest = untouched();
  dash.solidMm2 = 0.16, rest.inkMm2 = 0.3;
  EXPECT_EQ(decideName(edges, rest).state, MarkState::None);
  EXPECT_EQ(decideName(dash, rest).state, MarkState::Unsure);
  dash.solidMm2 = 0.26;
  EXPECT_EQ(decideName(dash, untouched()).state, MarkState::Unsure) << "nothing left at the wider spread";
  NameMeasure half = struck();
  half.through = 0.3, half.inkMm2 = 1.4;
  EXPECT_EQ(decideName(struck(), half).state, MarkState::Unsure) << "a strike that is not there at the wider spread is not certain";
  half.inkMm2 = 1.6;
  EXPECT_EQ(decideName(struck(), half).state, MarkState::Mark) << "dense letters hide a thin stroke, but not its ink";
  NameMeasure thin = struck();
  thin.solidMm2 = 1.4;
  EXPECT_EQ(decideName(thin, half).state, MarkState::Unsure) << "ink that is nowhere solid is edges of letters";
  half.through = 0.19;
  EXPECT_EQ(decideName(struck(), half).state, MarkState::Unsure);
}

// A pen that went along a fold was doubted however dark it was.
TEST(DecideName, InkDarkerThanFoldsTellsAPenAlongAFold) {
  NameMeasure folded = untouched();
  folded.onLines = 0.8, folded.lineExcess = 3, folded.inkDark = 0.5;
  const Decision doubted = decideName(folded, untouched());
  ASSERT_EQ(doubted.why, "on-line");
  EXPECT_TRUE(isPenAlongLine(folded));
  EXPECT_EQ(decideAlongLine(doubted, struck(), struck()).state, MarkState::Mark);
  EXPECT_EQ(decideAlongLine(doubted, untouched(), untouched()).why, "on-line") << "never none: the doubt stays";
  folded.lineExcess = 1.5;
  EXPECT_FALSE(isPenAlongLine(folded)) << "as heavy as elsewhere: a dark fold";
  folded.lineExcess = kUnknownExcess;
  EXPECT_FALSE(isPenAlongLine(folded));
}

TEST(DecideName, AStrikeThatTheSlippedPrintExplainsIsDoubted) {
  NameMeasure m = struck();
  const Decision mark = decideName(m, m);
  m.through = 0.7;
  EXPECT_EQ(decideSlipped(mark, m).state, MarkState::Mark);
  m.through = 0.6;
  EXPECT_EQ(decideSlipped(mark, m).state, MarkState::Unsure);
}

}  // namespace
}  // namespace kp
