// SPDX-License-Identifier: GPL-3.0-or-later
// A contest from end to end through the use cases: scanned, counted again by keying, compared, closed, opened again by two people, corrected, closed anew.
// Regressions: a keyed second pass that is compared with nothing; a contest closed although the passes differ, or opened by one person; a reopened count that keeps the
// old result, or a journal that does not say who did it.
#include "count/day.h"
#include "count/keying.h"
#include "count/passes.h"
#include "counted_day.h"

using namespace kp;
using namespace kp::testing;

namespace {

class SecondPass : public CountedDay {
 protected:
  /// Both operators key a ballot of pass 2; the second may type something else.
  KeyOutcome keyBoth(int number, const std::string& first, const std::string& second) {
    const auto one = keyBallot(*ledger, {"bch", 2, number, 1, "Lý Văn Máy", first});
    EXPECT_TRUE(one) << one.error().what;
    auto two = keyBallot(*ledger, {"bch", 2, number, 2, "Mai Thị Viên", second});
    EXPECT_TRUE(two) << two.error().what;
    return two ? *two : KeyOutcome{};
  }
  void ruleOn(int sheet, Ruling::Kind kind, const std::string& cited, decltype(Ruling::votes) votes = {}) {
    Ruling ruling;
    ruling.kind = kind;
    ruling.rule = cited;
    ruling.votes = std::move(votes);
    const auto ruled = rule(*ledger, {"bch", sheet, ruling, kTwo});
    ASSERT_TRUE(ruled) << ruled.error().what;
  }
  void expectNotClosed(const std::string& part) {
    const auto closed = closeContest(*ledger, "bch", kTwo);
    ASSERT_FALSE(closed) << "closed; expected: " << part;
    EXPECT_NE(closed.error().what.find(part), std::string::npos) << closed.error().what;
  }
  int votesFor(std::size_t candidate) const { return resultOf(*ledger, *loadContest(*ledger, "bch"))->tally.votes[candidate].yes; }
  std::vector<JournalEntry> entriesOf(Event event) const {
    const auto all = ledger->journal().list();
    std::vector<JournalEntry> found;
    for (const JournalEntry& entry : *all)
      if (entry.event == toString(event)) found.push_back(entry);
    return found;
  }
};

// Caught (W16, W19, X1, X3): a rail that cries out while the second count is being made, differences in words of another ballot face; a rail that points at closing although the second count is still to be made, or that says nothing of passes that differ.
TEST_F(SecondPass, TheRailPointsAtTheSecondCountAndStopsWherePassesDiffer) {
  const auto stepNow = [this](DayStep step) {
    const auto steps = dayOf(*ledger, "bch");
    EXPECT_TRUE(steps);
    return (*steps)[static_cast<std::size_t>(step)].state;
  };
  const Contest c = contest();
  ASSERT_TRUE(ledger->congress().setRules("bch", *ruleSet("190-QĐ/TW"), {}));
  scan({ballot(c, {3, 4}), ballot(c, {2, 4})});
  EXPECT_EQ(stepNow(DayStep::Compare), StepState::Waiting) << "returned is not known";
  Figures figures;
  figures.convened = figures.present = figures.issued = figures.returned = 2;
  ASSERT_TRUE(enterFigures(*ledger, "bch", figures, {}));
  EXPECT_EQ(stepNow(DayStep::Compare), StepState::Now);
  EXPECT_EQ(stepNow(DayStep::Result), StepState::Now) << "fewer passes are for two people to decide";
  keyBoth(1, "4 5", "4 5");
  EXPECT_EQ(stepNow(DayStep::Compare), StepState::Now) << "the second count is being made: it differs, and nothing is wrong";
  EXPECT_EQ(stepNow(DayStep::Result), StepState::Waiting);
  keyBoth(2, "3 4", "3 4");
  const auto differences = comparePasses(*ledger, *loadContest(*ledger, "bch"), pass(1), pass(2));
  for (const std::string& difference : *differences)
    EXPECT_EQ(difference.find("đồng ý"), std::string::npos) << "names are struck out on this ballot: " << difference;
  EXPECT_EQ(stepNow(DayStep::Compare), StepState::Stopped);
  EXPECT_EQ(stepNow(DayStep::Result), StepState::Waiting);
}

TEST_F(SecondPass, KeyedSecondPassAgreesTheCountIsClosedReopenedByTwoCorrectedAndClosedAgain) {
  const Contest c = contest();
  scan({ballot(c, {3, 4}), ballot(c, {2, 4}), ballot(c, {})});
  Figures figures;
  figures.convened = figures.present = figures.issued = figures.returned = 3;
  ASSERT_TRUE(enterFigures(*ledger, "bch", figures, {}));
  ruleOn(3, Ruling::Kind::Invalid, "R-08");

  // Pass 2, keyed: the second ballot is typed differently and goes to the committee.
  EXPECT_EQ(keyBoth(1, "4 5", "4 5").ballot.state, KeyedBallot::State::Agreed);
  EXPECT_EQ(keyBoth(2, "3 5", "3 4").ballot.state, KeyedBallot::State::Differs);
  const KeyOutcome third = keyBoth(3, "0", "0");
  expectNotClosed("");
  const auto referred = referBallot(*ledger, "bch", 2, 2, "Lý Văn Máy");
  ASSERT_TRUE(referred) << referred.error().what;
  ruleOn(third.ballot.sheet, Ruling::Kind::Invalid, "R-08");
  expectNotClosed("");

  // The committee first rules it as the wrong operator typed it: the passes differ, and the count stays open.
  ruleOn(referred->ballot.sheet, Ruling::Kind::Votes, "", {{2, Vote::No}, {3, Vote::No}, {4, Vote::Yes}});
  EXPECT_FALSE(comparePasses(*ledger, *loadContest(*ledger, "bch"), pass(1), pass(2))->empty());
  expectNotClosed("R-36");
  ruleOn(referred->ballot.sheet, Ruling::Kind::Votes, "", {{2, Vote::No}, {3, Vote::Yes}, {4, Vote::No}});
  EXPECT_TRUE(comparePasses(*ledger, *loadContest(*ledger, "bch"), pass(1), pass(2))->empty());
  close();
  EXPECT_EQ(votesFor(3), 1);

  // Somebody finds that the first ballot was read wrong. One person cannot open the count, a closed one takes no ruling.
  Ruling mended;
  mended.kind = Ruling::Kind::Votes;
  mended.votes = {{3, Vote::Yes}, {2, Vote::No}};
  EXPECT_FALSE(rule(*ledger, {"bch", 1, mended, kTwo}));
  EXPECT_FALSE(reopenContest(*ledger, "bch", {kTwo[0]}, "đọc sai một phiếu"));
  EXPECT_FALSE(reopenContest(*ledger, "bch", {kTwo[0], "Lý Văn Máy"}, "đọc sai một phiếu"));
  ASSERT_TRUE(reopenContest(*ledger, "bch", kTwo, "đọc sai một phiếu"));
  EXPECT_FALSE(ledger->congress().state("bch")->closed);
  ruleOn(1, Ruling::Kind::Votes, "", {{2, Vote::No}, {3, Vote::Yes}});
  expectNotClosed("R-36");  // the keyed pass still says otherwise
  const auto keyedFirst = ledger->keying().ballotOf({"bch", 2, 1});
  ASSERT_TRUE(keyedFirst && *keyedFirst);
  ruleOn((*keyedFirst)->sheet, Ruling::Kind::Votes, "", {{2, Vote::No}, {3, Vote::Yes}});
  close();
  EXPECT_EQ(votesFor(3), 2);
  EXPECT_EQ(votesFor(2), 0);

  EXPECT_EQ(entriesOf(Event::ContestClosed).size(), 2U);
  const auto reopened = entriesOf(Event::ContestReopened);
  ASSERT_EQ(reopened.size(), 1U);
  EXPECT_EQ(reopened.front().by, kTwo);
  EXPECT_EQ(reopened.front().details, "đọc sai một phiếu");
  EXPECT_NE(entriesOf(Event::ContestClosed)[0].details, entriesOf(Event::ContestClosed)[1].details) << "each closing keeps its own result";
  EXPECT_TRUE(ledger->verifyChain()->sound());
}

}  // namespace
