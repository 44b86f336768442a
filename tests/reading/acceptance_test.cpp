// SPDX-License-Identifier: GPL-3.0-or-later
// The acceptance table: each kind of mark on a printed ballot, four orientations × two resolutions. Wrong readings are never accepted; the other columns
// say how many must be right at least, so that a change which sends more to people is seen too.
#include <gtest/gtest.h>

#include <algorithm>

#include "sheet.h"

namespace kp {
namespace {

using namespace test;

struct Row {
  const char* stroke;
  int right;  ///< of all targets of one page, at least, at each orientation and resolution
};

// 12 names, of which six are marked; 12 boxes of two a row, of which six are marked; 12 boxes of three a row, of which four are marked.
const std::vector<Row> kAcceptNames = {{"straight", 12}, {"slanted", 12}, {"corner to corner", 12}, {"wavy", 12},  {"double", 12},
                                       {"pencil", 12},   {"marker", 12},  {"overshooting", 12},     {"zigzag", 12}};
const std::vector<Row> kAcceptBoxes = {{"X", 12},    {"large X", 12}, {"pencil X", 12}, {"marker X", 12},
                                       {"tick", 12}, {"slash", 12},   {"filled", 12},   {"filled by hand", 12}};
// Doubtful marks and dirt: right is unsure (or a reason of the page) for the former, none for the latter.
const std::vector<Row> kRejectNames = {{"half", 12},         {"last third", 12}, {"underline", 12}, {"slanted underline", 12},
                                       {"half a slant", 12}, {"faint", 12},      {"ringed", 12},    {"tick beside", 12},
                                       {"dot", 12}};
const std::vector<Row> kRejectBoxes = {{"hesitation dot", 12},  {"small X", 12},  {"faint X", 12}, {"hatched", 12},
                                       {"X scratched out", 12}, {"X beside", 12}, {"speck", 12}};

class Acceptance : public ::testing::TestWithParam<std::tuple<int, int>> {
 protected:
  /// Marks every `every`th target of a page: `samples` of `targets`, or the test fails, so that a table cannot pass by testing less.
  void check(const Printed& printed, const std::vector<Row>& rows, int targets, int every, int samples) {
    const auto [turn, dpi] = GetParam();
    for (const Row& row : rows) {
      Sheet sheet(printed, dpi);
      const auto expect = markEvery(sheet, printed.geometry(), stroke(row.stroke), every);
      ASSERT_EQ(static_cast<int>(expect.size()), targets) << "the table counts on " << targets << " targets a page";
      const MarkState meant = stroke(row.stroke).expect;
      const auto drawn = meant == MarkState::None ? samples : std::count(expect.begin(), expect.end(), meant);
      ASSERT_EQ(drawn, samples) << row.stroke;
      const PageReading reading = printed.reader().read(sheet.scan(turn));
      const Score s = score(reading, expect);
      EXPECT_EQ(s.wrong, 0) << row.stroke << s.what << "\n" << describe(reading);
      EXPECT_GE(s.right, row.right) << row.stroke << s.what << "\n" << describe(reading);
      EXPECT_EQ(s.right + s.unsure + s.wrong, targets);
      if (!reading.marks.empty()) {
        EXPECT_EQ(reading.orientation, 90 * turn) << row.stroke;
        EXPECT_NEAR(reading.dpi, dpi, 1) << row.stroke;
      }
    }
  }
};

TEST_P(Acceptance, StrikesAreRead) { check(strikeOut(), kAcceptNames, 12, 2, 6); }
TEST_P(Acceptance, CrossesAreRead) { check(columns(), kAcceptBoxes, 12, 2, 6); }
TEST_P(Acceptance, CrossesOfAConfidenceVoteAreRead) { check(confidence(), kAcceptBoxes, 12, 3, 4); }
TEST_P(Acceptance, DoubtfulStrikesGoToAPerson) { check(strikeOut(), kRejectNames, 12, 2, 6); }
TEST_P(Acceptance, DoubtfulCrossesGoToAPerson) { check(columns(), kRejectBoxes, 12, 2, 6); }
TEST_P(Acceptance, DoubtfulCrossesOfAConfidenceVoteGoToAPerson) { check(confidence(), kRejectBoxes, 12, 3, 4); }

INSTANTIATE_TEST_SUITE_P(Turned, Acceptance, ::testing::Combine(::testing::Values(0, 1, 2, 3), ::testing::Values(150, 300)),
                         [](const auto& p) {
                           return std::to_string(90 * std::get<0>(p.param)) + "degrees" + std::to_string(std::get<1>(p.param)) + "dpi";
                         });

}  // namespace
}  // namespace kp
