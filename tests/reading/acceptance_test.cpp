// SPDX-License-Identifier: GPL-3.0-or-later
// The acceptance table: each kind of mark on a printed ballot, four orientations × two resolutions. Wrong readings are never accepted; the other columns
// say how many must be right at least, so that a change which sends more to people is seen too.
#include <gtest/gtest.h>

#include "sheet.h"

namespace kp {
namespace {

using namespace test;

struct Row {
  const char* stroke;
  int samples;  ///< marked targets on one page
  int right;    ///< of all targets of one page, at least, at each orientation and resolution
};

// 12 names, of which six are marked; 12 boxes, of which six are marked.
const std::vector<Row> kAcceptNames = {{"straight", 6, 12}, {"slanted", 6, 12},      {"corner to corner", 6, 12},
                                       {"wavy", 6, 12},     {"double", 6, 12},       {"pencil", 6, 12},
                                       {"marker", 6, 12},   {"overshooting", 6, 12}, {"zigzag", 6, 12}};
const std::vector<Row> kAcceptBoxes = {{"X", 6, 12},    {"large X", 6, 12}, {"pencil X", 6, 12}, {"marker X", 6, 12},
                                       {"tick", 6, 12}, {"slash", 6, 12},   {"filled", 6, 12},   {"filled by hand", 6, 12}};
// Doubtful marks and dirt: right is unsure (or a reason of the page) for the former, none for the latter.
const std::vector<Row> kRejectNames = {{"half", 6, 12},         {"last third", 6, 12}, {"underline", 6, 12}, {"slanted underline", 6, 12},
                                       {"half a slant", 6, 12}, {"faint", 6, 12},      {"ringed", 6, 12},    {"tick beside", 6, 12},
                                       {"dot", 6, 12}};
const std::vector<Row> kRejectBoxes = {{"hesitation dot", 6, 12},  {"small X", 6, 12},  {"faint X", 6, 12}, {"hatched", 6, 12},
                                       {"X scratched out", 6, 12}, {"X beside", 6, 12}, {"speck", 6, 12}};

class Acceptance : public ::testing::TestWithParam<std::tuple<int, int>> {
 protected:
  void check(const Printed& printed, const std::vector<Row>& rows, int targets) {
    const auto [turn, dpi] = GetParam();
    for (const Row& row : rows) {
      Sheet sheet(printed, dpi);
      const auto expect = markEvery(sheet, printed.geometry(), stroke(row.stroke));
      ASSERT_EQ(static_cast<int>(expect.size()), targets) << "the table counts on " << targets << " targets a page";
      int marked = 0;
      for (std::size_t i = 0; i < expect.size(); i += 2) ++marked;
      ASSERT_EQ(marked, row.samples) << row.stroke;
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

TEST_P(Acceptance, StrikesAreRead) { check(strikeOut(), kAcceptNames, 12); }
TEST_P(Acceptance, CrossesAreRead) { check(columns(), kAcceptBoxes, 12); }
TEST_P(Acceptance, DoubtfulStrikesGoToAPerson) { check(strikeOut(), kRejectNames, 12); }
TEST_P(Acceptance, DoubtfulCrossesGoToAPerson) { check(columns(), kRejectBoxes, 12); }

INSTANTIATE_TEST_SUITE_P(Turned, Acceptance, ::testing::Combine(::testing::Values(0, 1, 2, 3), ::testing::Values(150, 300)),
                         [](const auto& p) {
                           return std::to_string(90 * std::get<0>(p.param)) + "degrees" + std::to_string(std::get<1>(p.param)) + "dpi";
                         });

}  // namespace
}  // namespace kp
