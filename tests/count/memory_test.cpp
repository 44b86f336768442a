// SPDX-License-Identifier: GPL-3.0-or-later
// Issue 3: memory flat from 1,000 to 20,000 pages. What is remembered of each sheet stays small, and nothing is lost by it.
#include <malloc.h>

#include <random>

#include "closing_fixture.h"
#include "count/passes.h"
#include "count/seen_hands.h"

using namespace kp;
using namespace kp::testing;

namespace {

constexpr int kSheets = 2000, kMarks = 20;

/// Strokes at twenty squares by a hand that no other voter has.
std::string strokesOf(int voter) {
  std::minstd_rand random(static_cast<std::uint32_t>(voter));
  InkPrint print;
  for (int t = 0; t < kMarks; ++t) {
    TargetInk& ink = print.emplace_back();
    ink.target = static_cast<std::uint16_t>(t);
    const auto height = 40 + random() % 60;
    for (unsigned i = 0; i < 14; ++i) ink.bins.push_back({static_cast<std::uint8_t>(height + i % 3), 6, 24});
  }
  return encodeInkPrint(print);
}

PageReading writtenBy(int voter) {
  PageReading reading;
  reading.page = 1;
  reading.inkPrint = strokesOf(voter);
  return reading;
}

SeenSheets::Sheet sheet(int id) { return {id, "s" + std::to_string(id) + ".jpg", "bch", false}; }

double bytesInUse() { return static_cast<double>(mallinfo2().uordblks + mallinfo2().hblkhd); }

}  // namespace

// Caught: whole prints of every sheet kept, 1.6 KB each.
TEST(Memory, OfAHandLittleIsRemembered) {
  SeenHands hands([](int id) -> Expected<std::string> { return strokesOf(id); }, 0);
  const double before = bytesInUse();
  for (int voter = 1; voter <= kSheets; ++voter) ASSERT_TRUE(hands.add(writtenBy(voter), sheet(voter)));
  EXPECT_LT((bytesInUse() - before) / kSheets, 500) << "bytes a sheet, of which 64 whole prints are 30";
}

// Caught: a paper fed again taken for another because its first print had left memory; a print asked for that is not in the file yet.
TEST(Memory, PrintsThatLeftItAreAskedForAndKnown) {
  int last = 0, asked = 0;
  SeenHands few(
      [&](int id) -> Expected<std::string> {
        ++asked;
        EXPECT_LE(id, last - static_cast<int>(SeenHands::kPrintsAtLeast)) << "may be in a batch that is not stored yet";
        return strokesOf(id);
      },
      0);
  SeenHands all;
  for (int voter = 1; voter <= kSheets; ++voter) {
    const int hand = voter % 10 == 0 ? voter / 2 + 1 : voter;  // every tenth paper was fed before
    const auto found = few.add(writtenBy(hand), sheet(voter)), expected = all.add(writtenBy(hand), sheet(voter));
    last = voter;
    ASSERT_TRUE(found && expected);
    ASSERT_EQ(found->has_value(), expected->has_value()) << voter;
    ASSERT_EQ(found->has_value(), voter % 10 == 0) << voter;
    if (*found) {
      EXPECT_EQ((*found)->sheet.id, (*expected)->sheet.id);
    }
  }
  EXPECT_GT(asked, 0);
}

// Caught: a file that cannot be read taken for "never seen".
TEST(Memory, AnErrorOfTheFileIsToldNotPassedOver) {
  SeenHands hands([](int) -> Expected<std::string> { return fail(ErrorKind::Io, "gone"); }, 0);
  for (int voter = 1; voter <= kSheets / 10; ++voter) ASSERT_TRUE(hands.add(writtenBy(voter), sheet(voter)));
  EXPECT_FALSE(hands.add(writtenBy(1), sheet(kSheets)));
  EXPECT_FALSE(hands.find(writtenBy(2), "bch"));
}

namespace {

class Pass : public Closing {
 protected:
  void SetUp() override { begin(congressOf({strikeContest(42, 33)})); }
};

}  // namespace

// Caught: every mark's place, score and word kept for counting, 4 KB a sheet and more.
TEST_F(Pass, ALoadedPassIsSmall) {
  for (int batch = 0; batch < kSheets / 100; ++batch) {
    std::vector<PageReading> readings(100, ballot(contest(), {1, 4, 7, 9, 12, 18, 21, 30, 41}));
    for (PageReading& reading : readings) reading.inkPrint = strokesOf(batch);
    store(readings);
  }
  const auto counted = *loadContest(*ledger, "bch");
  const double before = bytesInUse();
  const auto pass = loadPass(*ledger, counted, 1);
  ASSERT_TRUE(pass);
  EXPECT_LT((bytesInUse() - before) / kSheets, 2500) << "bytes a sheet of 42 names";
  ASSERT_EQ(pass->assembly.ballots.size(), static_cast<std::size_t>(kSheets));
  std::vector<PageReading> whole;
  ASSERT_TRUE(loadPass(*ledger, counted, 1, &whole));
  ASSERT_EQ(whole.size(), static_cast<std::size_t>(kSheets));
  EXPECT_EQ(whole.back().marks, ledger->sheets().get(kSheets)->reading.marks);
  EXPECT_EQ(*ledger->sheets().inkPrint(kSheets), strokesOf(kSheets / 100 - 1));
}
