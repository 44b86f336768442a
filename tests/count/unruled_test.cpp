// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/unruled.h"

#include "closing_fixture.h"

using namespace kp;
using namespace kp::testing;

namespace {

class Unruled : public Closing {
 protected:
  std::vector<int> waiting() {
    const auto pass = loadPass(*ledger, *loadContest(*ledger, "bch"), 1);
    std::vector<int> sheets;
    for (std::size_t i = 0; i < pass->sheets.size(); ++i)
      if (waitsUnruled(*pass, i)) sheets.push_back(pass->sheets[i].id);
    return sheets;
  }
};

// Catches (W14): another contest's or congress's paper in the box that nobody is asked about: R-07 is proposed, the committee concludes. Blank sheets and copies need nobody.
TEST_F(Unruled, PapersPerhapsNotIssuedWaitForTheCommittee) {
  store(
      {unread(Why::OtherContest), unread(Why::CodeNotOurs), unread(Why::CodeUnreadable), unread(Why::BlankSheet), unread(Why::SeenBefore)});
  EXPECT_EQ(result().unruledSetAside, 3);
  EXPECT_EQ(result().setAsideSheets, 5);
  ASSERT_TRUE(ruleOn(1, ruling(Ruling::Kind::Invalid, "R-07")));
  ASSERT_TRUE(ruleOn(2, ruling(Ruling::Kind::SetAside, "phiếu của cuộc bầu khác")));
  EXPECT_EQ(result().unruledSetAside, 1);
  EXPECT_EQ(result().tally.invalidByRule.at("R-07"), 1);
}

// Catches: a sheet that could not be read and that no list shows, because it has a reason that nobody thought of.
TEST_F(Unruled, WhatCouldNotBeReadWaitsWhateverTheReason) {
  std::vector<PageReading> readings;
  for (const Why why : {Why::PageDamaged, Why::NotRegistered, Why::DoubleFeed, Why::CodeUnreadable}) readings.push_back(unread(why));
  readings.emplace_back();  // nothing was said at all
  store(readings);
  EXPECT_EQ(waiting(), (std::vector<int>{1, 2, 3, 4, 5}));
}

// Catches: a ballot told to wait twice, once as a ballot in doubt and once as a sheet.
TEST_F(Unruled, SheetsOfABallotAreNotAskedAboutAlone) {
  PageReading doubtful = ballot(contest(), {0, 1});
  doubtful.marks[0].state = MarkState::Unsure;
  store({ballot(contest(), {0, 1}), doubtful});
  EXPECT_EQ(waiting(), std::vector<int>{});
  EXPECT_EQ(result().tally.undecided, 1);
}

TEST_F(Unruled, ARulingEndsTheWaitingAndASecondOneDoesNotBringItBack) {
  store({unread(Why::CodeUnreadable)});
  ASSERT_TRUE(ruleOn(1, ruling(Ruling::Kind::Invalid, "R-07")));
  EXPECT_EQ(waiting(), std::vector<int>{});
  ASSERT_TRUE(ruleOn(1, ruling(Ruling::Kind::SetAside, "giấy lót")));
  EXPECT_EQ(waiting(), std::vector<int>{});
}

TEST_F(Unruled, OnlyAnothersPaperIsProposedAsNotIssued) {
  for (const Why why : {Why::OtherContest, Why::CodeNotOurs}) EXPECT_TRUE(proposesNotIssued(unread(why)));
  for (const Why why : {Why::CodeUnreadable, Why::BlankSheet, Why::PageDamaged, Why::SeenBefore})
    EXPECT_FALSE(proposesNotIssued(unread(why)));
  EXPECT_FALSE(proposesNotIssued(ballot(contest(), {0})));
}

// Catches: a contest closed over a sheet that nobody had looked at. The sums hold: one paper was fed twice, and the unread one is the ballot that is missing.
TEST_F(Unruled, NothingIsClosedOverASheetThatWaits) {
  store({ballot(contest(), {0, 1}), ballot(contest(), {1, 2}), unread(Why::CodeUnreadable)});
  figures(2);
  expectRefused(closeContest(*ledger, "bch", kTwo), "tờ số 3");
  ASSERT_TRUE(ruleOn(3, ruling(Ruling::Kind::SetAside, "giấy lót")));
  const auto closed = closeContest(*ledger, "bch", kTwo);
  EXPECT_TRUE(closed) << closed.error().what;
}

}  // namespace
