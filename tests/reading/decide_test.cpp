// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions at their thresholds. The tables name what changes, not where the threshold stands: a clear case on each side, and between them every answer must
// pass through unsure, so that no small change of a measure turns a vote into none.
#include "scanner/reading/decide.h"

#include <gtest/gtest.h>

#include <functional>

#include "scanner/reading/trace.h"
#include "sheet.h"

namespace kp {
namespace {

using namespace test;

/// What is really measured on a printed ballot whose even targets are marked; the tests then change one field at a time.
std::vector<ReadingTrace::TargetTrace> measured(const Printed& printed, const std::string& with) {
  Sheet sheet(printed);
  markEvery(sheet, printed.geometry(), stroke(with));
  ReadingTrace trace;
  printed.reader().read(sheet.scan(), trace);
  return trace.targets;
}

NameMeasure nameOf(std::size_t target) {
  static const auto targets = measured(strikeOut(), "straight");
  NameMeasure m = targets.at(target).name;
  if (target % 2 == 0) m.through = m.inked = m.inside = 1, m.longestGap = 0, m.inkDark = 0.6;
  return m;
}

NameMeasure struck() { return nameOf(0); }
NameMeasure untouched() { return nameOf(1); }

BoxMeasure boxOf(std::size_t target) {
  static const auto targets = measured(columns(), "X");
  BoxMeasure m = targets.at(target).box;
  if (target % 2 == 0) m.extent = 1, m.inkDark = 0.6;
  return m;
}

BoxMeasure crossed() { return boxOf(0); }
BoxMeasure empty() { return boxOf(1); }

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
  half.through = 0.3;
  EXPECT_EQ(decideName(struck(), half).state, MarkState::Unsure) << "a strike that is not there at the wider spread is not certain";
}

struct BoxCase {
  const char* what;
  std::function<void(BoxMeasure&)> inside, outside;
  bool marked;
  const char* why;
};

const std::vector<BoxCase> kBoxCases = {
    {"print not seen", [](BoxMeasure& m) { m.contrast = 0.19; }, [](BoxMeasure& m) { m.contrast = 0.17; }, false, "print-missing"},
    {"print not seen, crossed", [](BoxMeasure& m) { m.contrast = 0.19; }, [](BoxMeasure& m) { m.contrast = 0.17; }, true, "print-missing"},
    {"dust", [](BoxMeasure& m) { m.inkMm2 = 0.29; }, [](BoxMeasure& m) { m.inkMm2 = 0.31, m.extent = 0.2; }, false, "small"},
    {"extent", [](BoxMeasure& m) { m.extent = 0.67; }, [](BoxMeasure& m) { m.extent = 0.65; }, true, "small"},
    {"ink", [](BoxMeasure& m) { m.inkMm2 = 1.11; }, [](BoxMeasure& m) { m.inkMm2 = 1.09; }, true, "small"},
    {"faint", [](BoxMeasure& m) { m.inkDark = 0.22; }, [](BoxMeasure& m) { m.inkDark = 0.20; }, true, "faint"},
    {"strokes", [](BoxMeasure& m) { m.strokes = 3; }, [](BoxMeasure& m) { m.strokes = 4; }, true, "scratched"},
    {"filled", [](BoxMeasure& m) { m.fill = 0.71; }, [](BoxMeasure& m) { m.fill = 0.73; }, true, "scratched"},
    {"filled neatly", [](BoxMeasure& m) { m.fill = 0.95, m.worstNinth = 0.9, m.spillMm2 = 0.14; },
     [](BoxMeasure& m) { m.fill = 0.95, m.worstNinth = 0.9, m.spillMm2 = 0.16; }, true, "scratched"},
    {"blank part of a filled one", [](BoxMeasure& m) { m.fill = 0.8, m.worstNinth = 0.31, m.spillMm2 = 0; },
     [](BoxMeasure& m) { m.fill = 0.8, m.worstNinth = 0.29, m.spillMm2 = 0; }, true, "scratched"},
    {"hatched", [](BoxMeasure& m) { m.fill = 0.95, m.worstNinth = 0.9, m.spillMm2 = 0, m.strokes = 3; },
     [](BoxMeasure& m) { m.fill = 0.95, m.worstNinth = 0.9, m.spillMm2 = 0, m.strokes = 4; }, true, "scratched"},
    {"beside", [](BoxMeasure& m) { m.outsideMm2 = 1.4; }, [](BoxMeasure& m) { m.outsideMm2 = 1.6; }, false, "beside"},
    {"ringed", [](BoxMeasure& m) { m.ringed = 0.5; }, [](BoxMeasure& m) { m.ringed = 0.6; }, true, "corrected"},
    {"cluttered", [](BoxMeasure& m) { m.outsideMm2 = 1.9; }, [](BoxMeasure& m) { m.outsideMm2 = 2.1; }, true, "cluttered"},
    {"a straight line", [](BoxMeasure& m) { m.narrow = 0.21; }, [](BoxMeasure& m) { m.narrow = 0.19; }, true, "straight-line"},
    {"pen along a streak", [](BoxMeasure& m) { m.onLinesMm2 = 1.2, m.lineExcess = 1.5; },
     [](BoxMeasure& m) { m.onLinesMm2 = 1.2, m.lineExcess = 1.7; }, false, "on-line"},
};

TEST(DecideBox, ClearCases) {
  EXPECT_EQ(decideBox(empty()).state, MarkState::None);
  EXPECT_EQ(decideBox(crossed()).state, MarkState::Mark);
  EXPECT_LT(decideBox(empty()).score, -0.9F);
  EXPECT_GT(decideBox(crossed()).score, 0.9F);
}

TEST(DecideBox, JustInsideAndJustOutsideEachThreshold) {
  for (const auto& c : kBoxCases) {
    BoxMeasure in = c.marked ? crossed() : empty(), out = in;
    c.inside(in), c.outside(out);
    EXPECT_EQ(decideBox(in).state, c.marked ? MarkState::Mark : MarkState::None) << c.what;
    const Decision d = decideBox(out);
    EXPECT_EQ(d.state, MarkState::Unsure) << c.what;
    EXPECT_EQ(d.why, c.why) << c.what;
  }
}

Decision filledBox() {
  BoxMeasure m = crossed();
  m.fill = 0.95, m.worstNinth = 0.9, m.spillMm2 = 0;
  return decideBox(m);
}

MarkReading read(std::size_t candidate, const Decision& d) {
  MarkReading m;
  m.candidate = candidate, m.state = d.state, m.score = d.score;
  return m;
}

// Two rows: in the first a filled box and, in the other, `beside`; in the second a cross.
std::vector<MarkState> rowsWith(const Decision& first, const Decision& beside) {
  const std::vector<Decision> decisions{first, beside, decideBox(crossed()), decideBox(empty())};
  std::vector<MarkReading> marks;
  for (std::size_t i = 0; i < decisions.size(); ++i) marks.push_back(read(i / 2, decisions[i]));
  judgeRows(decisions, marks);
  std::vector<MarkState> states;
  for (const auto& m : marks) states.push_back(m.state);
  return states;
}

// A filled box is a vote while the row is otherwise blank; it may be a cancelled cross when it is not.
TEST(JudgeRows, AFilledBoxBesideAnotherMarkGoesToAPerson) {
  using enum MarkState;
  const Decision filled = filledBox(), cross = decideBox(crossed()), none = decideBox(empty());
  Decision doubt;
  doubt.why = "small";
  EXPECT_TRUE(filled.filled);
  EXPECT_FALSE(cross.filled);
  EXPECT_EQ(rowsWith(filled, none), (std::vector<MarkState>{Mark, None, Mark, None}));
  EXPECT_EQ(rowsWith(filled, cross), (std::vector<MarkState>{Unsure, Unsure, Mark, None}));
  EXPECT_EQ(rowsWith(filled, filled), (std::vector<MarkState>{Unsure, Unsure, Mark, None}));
  EXPECT_EQ(rowsWith(filled, doubt), (std::vector<MarkState>{Unsure, Unsure, Mark, None}));
  EXPECT_EQ(rowsWith(cross, cross), (std::vector<MarkState>{Mark, Mark, Mark, None})) << "two crosses are an over-mark, not a correction";
}

// A line between two rows: over the lower name or under the upper one, so both are doubted, and no others.
TEST(JudgeLinesBetween, ALineOverANameDoubtsTheNameAboveItToo) {
  PageGeometry geometry;
  for (std::size_t i = 0; i < 4; ++i)
    geometry.targets.push_back({i, Field::Name, {30, 100 + (i < 3 ? 8.0 : 20.0) * static_cast<double>(i), 40, 5.5}, {}});
  const auto statesWith = [&](std::size_t doubted) {
    std::vector<MarkReading> marks;
    for (std::size_t i = 0; i < 4; ++i) marks.push_back(read(i, decideName(untouched(), untouched())));
    marks[doubted].state = MarkState::Unsure, marks[doubted].why = "above";
    judgeLinesBetween(geometry, marks);
    std::vector<MarkState> states;
    for (const auto& m : marks) states.push_back(m.state);
    return states;
  };
  using enum MarkState;
  EXPECT_EQ(statesWith(2), (std::vector<MarkState>{None, Unsure, Unsure, None}));
  EXPECT_EQ(statesWith(0), (std::vector<MarkState>{Unsure, None, None, None}));
  EXPECT_EQ(statesWith(3), (std::vector<MarkState>{None, None, None, Unsure})) << "the row above is far";
}

// A line that no pixel of ink shows goes to a person; on names only when it stands out from what the page's other names have (badly printed letters).
TEST(JudgeFaintLines, OnlyWhatStandsOutIsDoubted) {
  const auto statesWith = [](const std::vector<double>& faint, Field field, double paper) {
    std::vector<MarkReading> marks;
    for (std::size_t i = 0; i < faint.size(); ++i) marks.push_back({i, field, MarkState::None, -1, {}, {}});
    judgeFaintLines(faint, paper, marks);
    std::vector<MarkState> states;
    for (const auto& m : marks) states.push_back(m.state);
    return states;
  };
  using enum MarkState;
  EXPECT_EQ(statesWith({0.5, 0.5, 2.5, 0.5}, Field::Name, 0), (std::vector<MarkState>{None, None, Unsure, None}));
  EXPECT_EQ(statesWith({0.5, 0.5, 2.3, 0.5}, Field::Name, 0), (std::vector<MarkState>{None, None, None, None}));
  EXPECT_EQ(statesWith({1.5, 1.5, 1.5, 4.4, 4.6}, Field::Name, 0), (std::vector<MarkState>{None, None, None, None, Unsure}))
      << "the page's usual";
  EXPECT_EQ(statesWith({0.5, 0.5, 3.5, 0.5}, Field::Name, 10), (std::vector<MarkState>{None, None, None, None})) << "grainy paper";
  EXPECT_EQ(statesWith({5, 5, 5, 5.9, 6.1}, Field::Approve, 0), (std::vector<MarkState>{None, None, None, None, Unsure}));
  EXPECT_EQ(statesWith({0.3, 5}, Field::Name, 0), (std::vector<MarkState>{None, Unsure})) << "the strike is not the usual";
  EXPECT_EQ(statesWith({0.3, 5, 5}, Field::Name, 0), (std::vector<MarkState>{None, Unsure, Unsure})) << "nor two of three";
  EXPECT_EQ(statesWith({0.3, 0.3, 5, 5}, Field::Name, 0), (std::vector<MarkState>{None, None, Unsure, Unsure}));
  EXPECT_EQ(statesWith({3, 3, 3, 6.5}, Field::Name, 0), (std::vector<MarkState>{None, None, None, Unsure}))
      << "softly printed, and yet a stroke";
  EXPECT_EQ(statesWith({20}, Field::Name, 0), (std::vector<MarkState>{Unsure})) << "a single name has no others to go by";
  std::vector<MarkReading> mark{{0, Field::Name, MarkState::Mark, 1, {}, {}}};
  judgeFaintLines({30}, 0, mark);
  EXPECT_EQ(mark[0].state, Mark);
}

// A row that slipped out of reach in the feeder was told struck by its own letters.
TEST(JudgeSlippedRows, AStruckNameWhosePrintIsNotThereIsDoubted) {
  std::vector<MarkReading> marks;
  for (std::size_t i = 0; i < 5; ++i) marks.push_back({i, Field::Name, i < 2 ? MarkState::Mark : MarkState::None, 1, {}, {}});
  judgeSlippedRows({0.7, 0.4, 0.7, 0.5, 0.7}, marks);
  EXPECT_EQ(marks[0].state, MarkState::Mark);
  EXPECT_EQ(marks[1].state, MarkState::Unsure);
  EXPECT_EQ(marks[3].state, MarkState::None);
}

// A strike painted over with correction fluid left half a name, which was told untouched.
TEST(JudgeSlippedRows, AnUntouchedNameThatLostItsPrintIsDoubted) {
  std::vector<MarkReading> marks;
  for (std::size_t i = 0; i < 3; ++i) marks.push_back({i, Field::Name, MarkState::None, -1, {}, {}});
  judgeSlippedRows({0.7, 0.35, 0.7}, marks);
  EXPECT_EQ(marks[0].state, MarkState::None);
  EXPECT_EQ(marks[1].state, MarkState::Unsure);
}

TEST(DecideName, AStrikeThatTheSlippedPrintExplainsIsDoubted) {
  NameMeasure m = struck();
  const Decision mark = decideName(m, m);
  m.through = 0.7;
  EXPECT_EQ(decideSlipped(mark, m).state, MarkState::Mark);
  m.through = 0.6;
  EXPECT_EQ(decideSlipped(mark, m).state, MarkState::Unsure);
}

TEST(DecideBox, BetweenNoneAndMarkLiesUnsure) {
  int last = 0;
  bool seen[3] = {false, false, false};
  for (int step = 0; step <= 100; ++step) {
    BoxMeasure m = crossed();
    m.inkMm2 = 0.05 * step, m.extent = step / 100.0;
    const MarkState state = decideBox(m).state;
    const int now = state == MarkState::None ? 0 : state == MarkState::Unsure ? 1 : 2;
    EXPECT_GE(now, last) << step;
    last = now, seen[now] = true;
  }
  EXPECT_TRUE(seen[0] && seen[1] && seen[2]);
}

}  // namespace
}  // namespace kp
