// SPDX-License-Identifier: GPL-3.0-or-later
// Regressions: a paper without a number fed twice and counted twice, in one run or two; one counted or dropped without the committee; blank papers, other passes, other
// contests or papers with codes of their own accused; all accused where all write alike.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "builders.h"
#include "count/adjudication.h"
#include "count/contest_count.h"
#include "count/intake.h"
#include "count/passes.h"
#include "count/seen_hands.h"

using namespace kp;
using namespace kp::testing;

namespace {

/// What hand `hand` leaves on eight names; `feed` moves it as another scan would, by a tenth of a millimetre at most.
std::string writtenBy(int hand, int feed, double unlike = 1) {
  InkPrint print;
  for (int t = 0; t < 8; ++t) {
    TargetInk ink;
    ink.target = static_cast<std::uint16_t>(t);
    for (int i = 0; i < 25; ++i) {
      const double height = 70 + unlike * (9 * std::sin(2.4 * hand + t) + 5 * std::sin((0.2 + 0.07 * hand) * i + t)) + (feed * (i % 2));
      ink.bins.push_back({static_cast<std::uint8_t>(std::lround(height)), 6, 24});
    }
    print.push_back(ink);
  }
  return encodeInkPrint(print);
}

class FedTwice : public ::testing::Test {
 protected:
  void SetUp() override {
    Contest coded = strikeContest(4, 2, "coded");
    coded.ballotCode = BallotCode::PerBallot;
    congress = congressOf({strikeContest(), coded});
    auto opened = Ledger::create(folder.path() / "thu.kiemphieu", congress);
    ASSERT_TRUE(opened) << opened.error().what;
    ledger = std::make_unique<Ledger>(std::move(*opened));
  }
  /// Sheets by "HAND FEED"; hand 0 wrote nothing.
  IntakeReport take(const std::vector<std::pair<int, int>>& sheets, int pass = 1, const std::string& contest = "bch") {
    std::size_t at = 0;
    IntakePorts ports;
    ports.next = [&]() -> Expected<std::optional<SourceItem>> {
      if (at == sheets.size()) return std::optional<SourceItem>();
      const std::string name = "run" + std::to_string(m_runs) + "-" + std::to_string(at);
      return std::optional<SourceItem>(SourceItem{name, name + " " + std::to_string(at++), {}});
    };
    ports.countPages = [](const std::string&) -> Expected<int> { return 1; };
    ports.readPage = [&](const std::string& bytes, int, const std::string&) -> Expected<PageReading> {
      const auto number = static_cast<std::size_t>(std::stoi(bytes.substr(bytes.find(' ') + 1)));
      PageReading reading = ballot(*congress.contest(contest), {0, 1});
      if (sheets[number].first > 0) reading.inkPrint = writtenBy(sheets[number].first, sheets[number].second);
      if (contest == "coded") reading.ballotCode = 100 + number;
      return reading;
    };
    ++m_runs;
    IntakeOptions options;
    options.contest = contest;
    options.pass = pass;
    const auto report = takeIn(*ledger, congress, options, ports);
    EXPECT_TRUE(report);
    return report ? *report : IntakeReport{};
  }
  CountedPass pass() {
    const auto counted = loadContest(*ledger, "bch");
    return *loadPass(*ledger, *counted, 1);
  }

  TempFolder folder;
  Congress congress;
  std::unique_ptr<Ledger> ledger;
  int m_runs = 0;
};

}  // namespace

TEST_F(FedTwice, WaitsForTheCommitteeAndNamesTheOtherSheet) {
  const auto report = take({{1, 0}, {2, 0}, {3, 0}, {2, 1}});
  EXPECT_EQ(report.total.perhapsTwice, 1);
  EXPECT_EQ(report.total.seenBefore, 0);
  const auto sheet = ledger->sheets().get(4);
  ASSERT_TRUE(sheet);
  EXPECT_EQ(sheet->duplicateOf, 2);
  ASSERT_EQ(sheet->reading.reasons.size(), 1U);
  EXPECT_EQ(sheet->reading.reasons[0].why, Why::PageRepeated);
  EXPECT_NE(sheet->reading.reasons[0].detail.find("run1-1"), std::string::npos) << sheet->reading.reasons[0].detail;
  const CountedPass now = pass();
  ASSERT_EQ(now.assembly.ballots.size(), 4U) << "neither dropped";
  EXPECT_EQ(now.assembly.ballots[3].judgement.validity, Validity::Undecided) << "nor counted";
  EXPECT_EQ(now.assembly.ballots[1].judgement.validity, Validity::Valid) << "the first stands";
}

TEST_F(FedTwice, IsFoundInALaterRunButNotInAnotherPass) {
  take({{1, 0}, {2, 0}});
  EXPECT_EQ(take({{1, 0}, {2, 0}}, 2).total.perhapsTwice, 0) << "passes are the same papers by design";
  EXPECT_EQ(take({{3, 0}, {1, 1}}).total.perhapsTwice, 1);
  EXPECT_EQ(ledger->sheets().get(6)->duplicateOf, 1);
}

TEST_F(FedTwice, TheCommitteeSetsItAsideOrKeepsIt) {
  take({{1, 0}, {2, 0}, {1, 1}, {2, 1}});
  RulingRequest request{"bch", 3, {Ruling::Kind::SetAside, {}, {}, "Cùng một tờ giấy với tờ số 1"}, kTwo};
  ASSERT_TRUE(rule(*ledger, request));
  request.sheet = 4, request.ruling = {Ruling::Kind::Valid, {}, {}, {}};
  ASSERT_TRUE(rule(*ledger, request));
  const CountedPass now = pass();
  EXPECT_FALSE(now.assembly.ballots[2].taken);
  EXPECT_EQ(now.assembly.ballots[3].judgement.validity, Validity::Valid);
  EXPECT_EQ(now.judgements().size(), 3U);
}

TEST_F(FedTwice, APaperFedFourTimesIsFoundThreeTimes) {
  EXPECT_EQ(take({{1, 0}, {2, 0}, {1, 1}, {3, 0}, {1, 0}, {1, 1}}).total.perhapsTwice, 3);
  for (const int sheet : {3, 5, 6}) EXPECT_EQ(ledger->sheets().get(sheet)->duplicateOf, 1);
}

TEST_F(FedTwice, BlankPapersAndPapersWithACodeAreNotAccused) {
  EXPECT_EQ(take({{0, 0}, {0, 0}, {1, 0}, {0, 0}}).total.perhapsTwice, 0);
  EXPECT_EQ(take({{5, 0}, {5, 0}}, 1, "coded").total.perhapsTwice, 0) << "the code says they are two";
}

// the totals say that the passes differ, the strokes say on which paper.
TEST_F(FedTwice, BallotsThatTwoPassesCountDifferentlyAreNamed) {
  take({{1, 0}, {2, 0}, {3, 0}});
  take({{3, 1}, {2, 1}, {1, 1}}, 2);
  const auto counted = loadContest(*ledger, "bch");
  auto first = *loadPass(*ledger, *counted, 1), second = *loadPass(*ledger, *counted, 2);
  EXPECT_TRUE(comparePasses(*ledger, *counted, first, second)->empty());
  second.assembly.ballots[2].judgement.votes[4] = Vote::No;
  const auto found = *comparePasses(*ledger, *counted, first, second);
  ASSERT_EQ(found.size(), 2U) << "votes for one candidate, and the paper";
  EXPECT_NE(found[1].find(" 1 (lượt 1)"), std::string::npos) << found[1];
  EXPECT_NE(found[1].find(" 6 (lượt 2)"), std::string::npos) << found[1];
}

// Ruled lines, pens handed out: every paper lies near every other, and none nearer than the rest.
TEST(SeenHands, WhereAllWriteAlikeNobodyIsAccused) {
  SeenHands hands;
  int accused = 0;
  for (int voter = 1; voter <= 60; ++voter) {
    PageReading reading;
    reading.page = 1;
    reading.inkPrint = writtenBy(voter, 0, 0.3);
    accused += (*hands.add(reading, {voter, "", "bch", false})).has_value();
  }
  EXPECT_LE(accused, 6);
  PageReading again;
  again.page = 1;
  again.inkPrint = writtenBy(17, 0, 0.3);
  EXPECT_TRUE((*hands.add(again, {61, "", "bch", false})).has_value()) << "but the very same strokes are found among them";
}
