// SPDX-License-Identifier: GPL-3.0-or-later
// Which sheets were fed in one run, from the journal: what a cut cable parts is one run, what a jam, a new command or a sheet fed again parts is two.
#include "count/feed_runs.h"

#include "counted_day.h"

using namespace kp;
using namespace kp::testing;

namespace {

class FeedRuns : public CountedDay {
 protected:
  /// One command of scanning with the files of these names; `through` false: cut off.
  void run(const std::vector<std::string>& names, bool through = true, const std::string& sources = "scans") {
    ASSERT_TRUE(ledger->journal().append({Event::ScanStarted, {}, "bch", std::nullopt, {}, {}, sources}));
    for (const std::string& name : names) {
      SheetIntake sheet;
      sheet.expected = "bch";
      sheet.sourceName = name;
      sheet.source = std::make_shared<SourceFile>("image " + std::to_string(++stored));
      sheet.reading = ballot(contest(), {3, 4});
      ASSERT_TRUE(ledger->sheets().append({&sheet, 1}, {}));
    }
    if (through) {
      ASSERT_TRUE(ledger->journal().append({Event::ScanEnded, {}, "bch", std::nullopt, {}, {}, ""}));
    }
  }
  std::vector<int> numbers() const {
    std::vector<int> found;
    for (const PassSheet& sheet : pass().readings) found.push_back(sheet.run.number);
    return found;
  }
  using Numbers = std::vector<int>;
};

}  // namespace

TEST_F(FeedRuns, ARunThatWasCutOffGoesOnWhenTheSameCommandIsGivenAgain) {
  run({"s9.jpg"}, false);
  run({"s10.jpg", "s11.jpg"});
  EXPECT_EQ(numbers(), (Numbers{1, 1, 1}));
  EXPECT_TRUE(pass().readings.back().run.ended);
}

// Catches: a pause on the screen that parts a ballot in two.
TEST_F(FeedRuns, ARunThatAPersonStoppedGoesOnToo) {
  run({"s1.jpg"}, false);
  ASSERT_TRUE(ledger->journal().append({Event::ScanEnded, {}, "bch", std::nullopt, {}, kScanStopped, ""}));
  run({"s2.jpg"});
  run({"s3.jpg"});
  EXPECT_EQ(numbers(), (Numbers{1, 1, 2}));
}

TEST_F(FeedRuns, AnotherCommandIsAnotherRun) {
  run({"s1.jpg"}, false);
  run({"s2.jpg"}, false, "other scans");
  run({"s3.jpg"}, true, "other scans");
  run({"s4.jpg"}, true, "other scans");
  EXPECT_EQ(numbers(), (Numbers{1, 2, 2, 3})) << "the third went through, what comes later was fed anew";
}

// Catches: the sheet that was unreadable, scanned again under its old name or by a feeder that jammed, would join whatever was stored last.
TEST_F(FeedRuns, WhatDoesNotGoOnCountingIsAnotherRun) {
  run({"s1.jpg", "s2.jpg"}, false);
  run({"s1.jpg"}, false);
  run({"again-2.jpg"}, false);
  run({"scan-20261122T101500Z-0003.png"}, false);
  run({"scan-20261122T101900Z-0004.png"}, false);
  EXPECT_EQ(numbers(), (Numbers{1, 1, 2, 3, 4, 5}));
  EXPECT_FALSE(pass().readings.back().run.ended);
}

// The committee's way with a sheet that was fed again: votes of the missing page on one part, the other part set aside; then the sum of sheets comes out.
TEST_F(FeedRuns, TheCommitteePairsWhatWasFedAgain) {
  const Contest six = strikeContest(60, 30);
  begin(congressOf({six}), "hai-trang.kiemphieu");
  const int pages = loadContest(*ledger, "bch")->pages;
  ASSERT_EQ(pages, 2);
  std::vector<std::size_t> first(15), second(15);
  for (std::size_t i = 0; i < 15; ++i) first[i] = i, second[i] = 30 + i;
  const PageReading one = pageOf(six, 1, 0, 30, first), two = pageOf(six, 2, 30, 60, second);
  scan({unread(Why::CodeUnreadable), two, one, two});
  scan({one});
  const CountedPass before = pass();
  ASSERT_EQ(before.assembly.ballots.size(), 3u);
  EXPECT_EQ(before.assembly.ballots[1].judgement.validity, Validity::Valid) << "the ballot after it is untouched";
  Ruling votes, valid, aside;
  votes.kind = Ruling::Kind::Votes;
  for (std::size_t i = 0; i < 30; ++i) votes.votes.emplace_back(i, i < 15 ? Vote::No : Vote::Yes);
  valid.kind = Ruling::Kind::Valid;
  aside.kind = Ruling::Kind::SetAside;
  aside.note = "trang 1 của phiếu ở tờ 2";
  for (const auto& [sheet, ruling] : std::vector<std::pair<int, Ruling>>{{2, votes}, {2, valid}, {5, aside}}) {
    const auto ruled = rule(*ledger, {"bch", sheet, ruling, kTwo});
    ASSERT_TRUE(ruled) << ruled.error().what;
  }
  const ContestResult result = *resultOf(*ledger, *loadContest(*ledger, "bch"));
  EXPECT_EQ(result.tally.valid, 2);
  EXPECT_EQ(result.tally.undecided, 0);
  EXPECT_EQ(result.sheets, 4);
}
