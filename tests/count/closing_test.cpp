// SPDX-License-Identifier: GPL-3.0-or-later
// From stored sheets to a closed contest: rulings, figures, who may act, what is in the way of closing.
#include "count/closing.h"

#include "closing_fixture.h"
#include "count/records.h"

using namespace kp;
using namespace kp::testing;

TEST_F(Closing, RulingTakesTwoOfTheCommitteeWithItsHead) {
  store({ballot(contest(), {})});
  const Ruling invalid = ruling(Ruling::Kind::Invalid, "R-08");
  expectRefused(ruleOn(1, invalid, {"Hà Văn Trưởng"}), "hai người");
  expectRefused(ruleOn(1, invalid, {"Hà Văn Trưởng", "Hà Văn Trưởng"}), "hai người");
  expectRefused(ruleOn(1, invalid, {"Hà Văn Trưởng", "Lý Văn Máy"}), "Lý Văn Máy");
  expectRefused(ruleOn(1, invalid, {"Mai Thị Viên", "Người Lạ"}), "Người Lạ");
  Congress congress = *ledger->congress().load();
  congress.committee.push_back({"Vũ Văn Hai", Role::Member});
  ASSERT_TRUE(ledger->congress().save(congress, {}));
  expectRefused(ruleOn(1, invalid, {"Mai Thị Viên", "Vũ Văn Hai"}), "Trưởng ban");
  EXPECT_TRUE(ledger->rulings().of(1)->empty()) << "nothing is stored when refused";
  EXPECT_TRUE(ruleOn(1, invalid));
}

TEST_F(Closing, RulingsSettleABallotAndNeverTouchTheReading) {
  PageReading doubtful = ballot(contest(), {0, 1});
  doubtful.marks[0].state = MarkState::Unsure;
  store({doubtful, ballot(contest(), {})});
  const auto outcome = ruleOn(1, votes({{0, Vote::No}}));
  ASSERT_TRUE(outcome) << outcome.error().what;
  EXPECT_EQ(outcome->judgement.validity, Validity::Valid);
  expectRefused(ruleOn(2, ruling(Ruling::Kind::Valid)), "R-08");
  ASSERT_TRUE(ruleOn(2, ruling(Ruling::Kind::Invalid, "R-08")));
  const auto counted = *loadContest(*ledger, "bch");
  const auto records = recordsOf(counted, *loadPass(*ledger, counted, 1));
  ASSERT_EQ(records.size(), 2u);
  EXPECT_EQ(records[0].state, SheetRecord::State::Ruled);
  EXPECT_EQ(records[0].marks[0].state, MarkState::Unsure);
  EXPECT_EQ(records[0].votes[0].second, Vote::No);
  ASSERT_EQ(records[0].reasons.size(), 1u);
  EXPECT_EQ(records[0].reasons[0].why, Why::MarkUnsure);
  EXPECT_EQ(records[1].validity, Validity::Invalid);
  EXPECT_EQ(records[1].rule, "R-08");
  EXPECT_EQ(records[1].reasons[0].why, Why::OverVote);
}

TEST_F(Closing, UnreadSheetIsTranscribedOrRuledInvalidOrConfirmed) {
  store({unread(Why::CodeUnreadable), unread(Why::CodeNotOurs), unread(Why::BlankSheet)});
  expectRefused(ruleOn(1, votes({{0, Vote::Yes}})), "5");
  expectRefused(ruleOn(1, ruling(Ruling::Kind::Valid)), "5");
  ASSERT_TRUE(ruleOn(1, votes({{0, Vote::Yes}, {1, Vote::Yes}, {2, Vote::Yes}, {3, Vote::No}, {4, Vote::No}})));
  ASSERT_TRUE(ruleOn(2, ruling(Ruling::Kind::Invalid, "R-07")));
  ASSERT_TRUE(ruleOn(3, ruling(Ruling::Kind::SetAside, "tờ trắng")));
  const ContestResult r = result();
  EXPECT_EQ(r.tally.valid, 1);
  EXPECT_EQ(r.tally.invalid, 1);
  EXPECT_EQ(r.tally.invalidByRule.at("R-07"), 1);
  EXPECT_EQ(r.sheets, 2);
  EXPECT_EQ(r.setAsideSheets, 1);
}

// Catches: R-16 on a ballot that people transcribed because the machine could not read it: "valid" was refused, and the ballot could never be settled.
TEST_F(Closing, ATranscribedBallotThatRejectsEverybodyCanBeRuledValid) {
  Contest columns = strikeContest(3, 3);
  ledger.reset();
  std::filesystem::remove(path());
  begin(congressOf({columns}));
  store({unread(Why::CodeUnreadable)});
  expectRefused(ruleOn(1, ruling(Ruling::Kind::Valid)), "3");
  ASSERT_TRUE(ruleOn(1, votes({{0, Vote::No}, {1, Vote::No}, {2, Vote::No}})));
  EXPECT_EQ(result().tally.undecided, 1);
  const auto ruled = ruleOn(1, ruling(Ruling::Kind::Valid));
  ASSERT_TRUE(ruled) << ruled.error().what;
  EXPECT_EQ(ruled->judgement.validity, Validity::Valid);
  EXPECT_EQ(result().tally.valid, 1);
  EXPECT_EQ(result().tally.undecided, 0);
}

TEST_F(Closing, TheSameFileCannotBeRuledIntoASecondBallot) {
  store({ballot(contest(), {0, 1})});
  SheetIntake copy;
  copy.expected = "bch";
  copy.sourceName = "copy.jpg";
  copy.source = std::make_shared<SourceFile>("image 1");
  copy.reading = ballot(contest(), {0, 1});
  copy.reading.reasons.push_back({Why::SeenBefore, {}, {}, {}});
  copy.duplicateOf = 1;
  ASSERT_TRUE(ledger->sheets().append(std::vector{copy}, {}));
  EXPECT_EQ(result().tally.valid, 1);
  const Ruling all = votes({{0, Vote::No}, {1, Vote::No}, {2, Vote::Yes}, {3, Vote::Yes}, {4, Vote::Yes}});
  expectRefused(ruleOn(2, all), "hai lần");
  EXPECT_TRUE(ruleOn(2, ruling(Ruling::Kind::SetAside, "quét hai lần")));
}

TEST_F(Closing, CloseNamesWhatIsInTheWay) {
  store({ballot(contest(), {0, 1}), ballot(contest(), {1, 2}), ballot(contest(), {})});
  expectRefused(closeContest(*ledger, "bch", kTwo), "triệu tập");
  figures(4);
  expectRefused(closeContest(*ledger, "bch", kTwo), "tờ số 3");
  ASSERT_TRUE(ruleOn(3, ruling(Ruling::Kind::Invalid, "R-08")));
  const auto sums = closeContest(*ledger, "bch", kTwo);
  ASSERT_FALSE(sums);
  EXPECT_NE(sums.error().what.find('3'), std::string::npos) << sums.error().what;
  EXPECT_NE(sums.error().what.find('4'), std::string::npos) << "both sides of the failing sum: " << sums.error().what;
  figures(3);
  expectRefused(closeContest(*ledger, "bch", {"Hà Văn Trưởng"}), "hai người");
  const auto closed = closeContest(*ledger, "bch", kTwo);
  ASSERT_TRUE(closed) << closed.error().what;
  EXPECT_EQ(closed->tally.valid, 2);
  expectRefused(ruleOn(1, ruling(Ruling::Kind::Invalid, "R-18")), "đã chốt");
  EXPECT_FALSE(enterFigures(*ledger, "bch", {}, {}));
  EXPECT_FALSE(closeContest(*ledger, "bch", kTwo));
}

TEST_F(Closing, R21BlocksAndKeepsTheFiguresBefore) {
  figures(10);
  Figures more;
  more.returned = 12;
  const auto refused = enterFigures(*ledger, "bch", more, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().rule, "R-21");
  EXPECT_EQ(ledger->figures().of("bch")->returned, 10);
}

TEST_F(Closing, ReopeningTakesAReason) {
  store({ballot(contest(), {0, 1})});
  figures(1);
  ASSERT_TRUE(closeContest(*ledger, "bch", kTwo));
  for (const char* blank : {"", "  ", "\t\n"}) EXPECT_FALSE(reopenContest(*ledger, "bch", kTwo, blank));
  EXPECT_TRUE(ledger->congress().state("bch")->closed);
  EXPECT_TRUE(reopenContest(*ledger, "bch", kTwo, "đếm lại"));
}

TEST_F(Closing, R31SecretaryOnlyAfterTheCommitteeAndAmongItsElected) {
  store({ballot(contest("bt"), {})}, 1, "bt");
  figures(1, "bt");
  const auto early = closeContest(*ledger, "bt", kTwo);
  ASSERT_FALSE(early);
  EXPECT_EQ(early.error().rule, "R-31");
  std::vector<PageReading> against(9, ballot(contest(), {0, 4}));  // number 1, who stands for secretary, is not elected
  store(against);
  figures(9);
  ASSERT_TRUE(closeContest(*ledger, "bch", kTwo));
  const auto notElected = closeContest(*ledger, "bt", kTwo);
  ASSERT_FALSE(notElected);
  EXPECT_EQ(notElected.error().rule, "R-31");
  EXPECT_NE(notElected.error().what.find("Nguyễn Văn Người 1"), std::string::npos) << notElected.error().what;
}

// Catches (X18): a refusal that names two rounds of one contest by the same words, so that nobody knows which to open first.
TEST_F(Closing, R31ALaterRoundIsNamedByItsRound) {
  ledger.reset();
  std::filesystem::remove(path());
  Contest second = strikeContest();
  second.id = "bch-2";
  second.round = 2;
  begin(congressOf({strikeContest(), second}));
  for (const char* id : {"bch", "bch-2"}) {
    store(std::vector<PageReading>(9, ballot(contest(id), {3, 4})), 1, id);
    figures(9, id);
    ASSERT_TRUE(closeContest(*ledger, id, kTwo));
  }
  const auto refused = reopenContest(*ledger, "bch", kTwo, "đếm lại");
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().what.find("lần thứ 2"), std::string::npos) << refused.error().what;
}

// Catches: the cấp ủy opened and decided anew while a secretary stays elected who may no longer sit in it.
TEST_F(Closing, R31WhatALaterContestStandsOnIsNotReopened) {
  store(std::vector<PageReading>(9, ballot(contest(), {3, 4})));
  figures(9);
  ASSERT_TRUE(closeContest(*ledger, "bch", kTwo));
  store({ballot(contest("bt"), {})}, 1, "bt");
  figures(1, "bt");
  ASSERT_TRUE(rule(*ledger, {"bt", 10, votes({{0, Vote::Yes}}), kTwo}));  // neither box is crossed
  const auto closed = closeContest(*ledger, "bt", kTwo);
  ASSERT_TRUE(closed) << closed.error().what;
  const auto refused = reopenContest(*ledger, "bch", kTwo, "đếm lại");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().rule, "R-31");
  EXPECT_TRUE(ledger->congress().state("bch")->closed);
  ASSERT_TRUE(reopenContest(*ledger, "bt", kTwo, "đếm lại"));
  EXPECT_TRUE(reopenContest(*ledger, "bch", kTwo, "đếm lại"));
}
