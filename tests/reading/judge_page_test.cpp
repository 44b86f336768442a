// SPDX-License-Identifier: GPL-3.0-or-later
// What is decided of a page's targets together: faint lines, rows that slipped.
#include <gtest/gtest.h>

#include "scanner/reading/decide.h"
#include "sheet.h"

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

}  // namespace
}  // namespace kp
