// SPDX-License-Identifier: GPL-3.0-or-later
// What is decided of a page's targets together: faint lines, rows that slipped.
#include <gtest/gtest.h>

#include "measured.h"
#include "scanner/reading/decide.h"

namespace kp {
namespace {

using namespace test;

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
  EXPECT_EQ(statesWith({1, 1.2, 1, 15, 7.9}, Field::Name, 57), (std::vector<MarkState>{None, None, None, Unsure, None}))
      << "grain that cancels itself out along a line: six strikes of a pencil were told none";
  EXPECT_EQ(statesWith({8, 9, 8, 15, 16}, Field::Name, 57), (std::vector<MarkState>{None, None, None, None, None})) << "coarse grain";
  EXPECT_EQ(statesWith({2, 2, 2, 13, 11}, Field::Approve, 57), (std::vector<MarkState>{None, None, None, Unsure, None}));
  EXPECT_EQ(statesWith({8, 9, 8, 20, 22}, Field::Approve, 57), (std::vector<MarkState>{None, None, None, None, None})) << "coarse grain";
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

// The usual is the page's own, whatever the pen; a single mark has nothing to be held against, and of two the darker is believed.
TEST(JudgePaleMarks, AMarkPalerThanTheOthersIsDoubted) {
  using enum MarkState;
  const auto states = [](const std::vector<double>& dark) {
    std::vector<MarkReading> marks;
    for (std::size_t i = 0; i < dark.size(); ++i) marks.push_back({i, Field::Approve, dark[i] > 0 ? Mark : None, 1, {}, {}});
    judgePaleMarks(dark, marks);
    std::vector<MarkState> all;
    for (const auto& m : marks) all.push_back(m.state);
    return all;
  };
  EXPECT_EQ(states({0.6, 0.6, 0.41, 0}), (std::vector<MarkState>{Mark, Mark, Unsure, None}));
  EXPECT_EQ(states({0.6, 0.6, 0.43, 0}), (std::vector<MarkState>{Mark, Mark, Mark, None}));
  EXPECT_EQ(states({0.3, 0.3, 0.2}), (std::vector<MarkState>{Mark, Mark, Unsure})) << "of a pencil";
  EXPECT_EQ(states({0.3}), (std::vector<MarkState>{Mark}));
  EXPECT_EQ(states({0.3, 0.6}), (std::vector<MarkState>{Unsure, Mark}));
}

// A pencil along a ruler from margin to margin is as light as a fold; the voter's other strikes are as light as it is. Next to a ballpoint's strikes it is a fold.
TEST(JudgeFolds, ALineAsDarkAsTheStrikesIsDoubted) {
  using enum MarkState;
  const auto folded = [](const std::vector<double>& strikes, double dark, double onLines) {
    std::vector<MarkReading> marks{{0, Field::Name, None, -1, {}, {}}};
    std::vector<double> all{dark}, lines{onLines};
    for (const double d : strikes) marks.push_back({marks.size(), Field::Name, Mark, 1, {}, {}}), all.push_back(d), lines.push_back(0);
    judgeFolds(all, lines, marks);
    return marks[0].state;
  };
  EXPECT_EQ(folded({0.45, 0.5, 0.4}, 0.27, 0.9), None);
  EXPECT_EQ(folded({0.45, 0.5, 0.4}, 0.32, 0.9), Unsure);
  EXPECT_EQ(folded({0.28, 0.3}, 0.22, 0.9), Unsure) << "of a pencil";
  EXPECT_EQ(folded({}, 0.26, 0.9), Unsure) << "nothing to go by";
  EXPECT_EQ(folded({}, 0.24, 0.9), None);
  EXPECT_EQ(folded({0.3}, 0.3, 0.1), None) << "a streak across the name";
}

// A row that slipped out of reach in the feeder was told struck by its own letters.
TEST(JudgeSlippedRows, AStruckNameWhosePrintIsNotThereIsDoubted) {
  std::vector<MarkReading> marks;
  for (std::size_t i = 0; i < 5; ++i) marks.push_back({i, Field::Name, i < 2 ? MarkState::Mark : MarkState::None, 1, {}, {}});
  judgeSlippedRows({0.7, 0.4, 0.7, 0.5, 0.7}, {0.2, 0.3, 0, 0, 0}, marks);
  EXPECT_EQ(marks[0].state, MarkState::Mark);
  EXPECT_EQ(marks[1].state, MarkState::Unsure);
  EXPECT_EQ(marks[3].state, MarkState::None);
}

// A scribble darkens the paper between the letters, and was doubted as a row whose print is not there.
TEST(JudgeSlippedRows, AScribbleHasMoreInkThanLettersThatSlipped) {
  for (const double inkPerMm : {1.1, 1.3}) {
    std::vector<MarkReading> marks;
    for (std::size_t i = 0; i < 3; ++i) marks.push_back({i, Field::Name, i < 1 ? MarkState::Mark : MarkState::None, 1, {}, {}});
    judgeSlippedRows({0.4, 0.7, 0.7}, {inkPerMm, 0, 0}, marks);
    EXPECT_EQ(marks[0].state, inkPerMm < 1.2 ? MarkState::Unsure : MarkState::Mark);
  }
}

// A strike painted over with correction fluid left half a name, which was told untouched.
TEST(JudgeSlippedRows, AnUntouchedNameThatLostItsPrintIsDoubted) {
  std::vector<MarkReading> marks;
  for (std::size_t i = 0; i < 3; ++i) marks.push_back({i, Field::Name, MarkState::None, -1, {}, {}});
  judgeSlippedRows({0.7, 0.35, 0.7}, {0, 0, 0}, marks);
  EXPECT_EQ(marks[0].state, MarkState::None);
  EXPECT_EQ(marks[1].state, MarkState::Unsure);
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

}  // namespace
}  // namespace kp
