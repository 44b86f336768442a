// SPDX-License-Identifier: GPL-3.0-or-later
// R-21…: figures, tally, sums and who is elected.
#include <gtest/gtest.h>

#include "build.h"

namespace kp {
namespace {

using namespace test;

Figures figuresOf(int convened, int present, int issued, int returned) {
  Figures f;
  f.convened = convened;
  f.present = present;
  f.issued = issued;
  f.returned = returned;
  return f;
}

const Sum& sumOf(const std::vector<Sum>& sums, const std::string& id) {
  for (const Sum& sum : sums)
    if (sum.id == id) return sum;
  static const Sum missing{"", "", 1, 0, false};
  ADD_FAILURE() << "no sum " << id;
  return missing;
}

using Indices = std::vector<std::size_t>;

TEST(Rules, R21_MoreReturnedThanIssuedStops) {
  const auto refused = checkFigures(CongressKind::Delegates, figuresOf(350, 348, 348, 349));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::Refused);
  EXPECT_EQ(refused.error().rule, "R-21");
}

TEST(Rules, R22_FewerReturnedThanIssuedGoesOn) { EXPECT_TRUE(checkFigures(CongressKind::Delegates, figuresOf(350, 348, 348, 340))); }

TEST(Rules, R23_BaseOfMembersTakesOffTheFiveClasses) {
  Figures f = convened(60);
  int number = 1;
  for (const auto& name : deductionClasses(CongressKind::Members)) f.deductions[name] = number++;
  EXPECT_EQ(f.deductions.size(), 5U);
  EXPECT_TRUE(checkFigures(CongressKind::Members, f));
  EXPECT_EQ(baseOf(f), 60 - (1 + 2 + 3 + 4 + 5));
  EXPECT_FALSE(checkFigures(CongressKind::Delegates, f)) << "classes of members do not exist among delegates";
}

TEST(Rules, R24_BaseOfDelegatesTakesOffTheTwoClasses) {
  Figures f = convened(350);
  f.deductions = {{"committee-absent-throughout", 1}, {"absent-no-alternate", 2}};
  EXPECT_TRUE(checkFigures(CongressKind::Delegates, f));
  EXPECT_EQ(baseOf(f), 347);
}

TEST(Rules, R25_HalfIsNotElectedMoreThanHalfIs) {
  const Contest contest = contestOf(2, 1);
  EXPECT_EQ(decide(contest, {}, convened(11), tallyOf({5, 0})).elected, Indices{}) << "11 convened, 5 votes";
  EXPECT_EQ(decide(contest, {}, convened(11), tallyOf({6, 5})).elected, Indices{0}) << "11 convened, 6 votes";
  EXPECT_EQ(decide(contest, {}, convened(10), tallyOf({5, 5})).elected, Indices{}) << "exactly half";
}

TEST(Rules, R25_ThresholdIsOfTheBaseNotOfTheValidBallots) {
  const Tally counted = tallyOf({50, 10}, 60);
  EXPECT_TRUE(decide(contestOf(2, 1), {}, convened(100), counted).elected.empty());
  Figures f = convened(100);
  f.deductions["absent-no-alternate"] = 1;
  EXPECT_EQ(decide(contestOf(2, 1), {}, f, counted).elected, Indices{0}) << "2 × 50 > 99";
}

TEST(Rules, R25_WithoutABaseNobodyIsElected) {
  const Outcome outcome = decide(contestOf(2, 1), {}, Figures{}, tallyOf({5, 1}));
  EXPECT_TRUE(outcome.elected.empty());
  EXPECT_EQ(outcome.shortfall, 1);
  EXPECT_EQ(outcome.percent, (std::vector<std::string>{"", ""}));
}

TEST(Rules, R26_MorePassThanSeatsTakesFromTheTop) {
  const Outcome outcome = decide(contestOf(4, 2), {}, convened(100), tallyOf({60, 90, 70, 10}));
  EXPECT_EQ(outcome.elected, (Indices{1, 2})) << "high to low";
  EXPECT_EQ(outcome.rules, (std::vector<std::string>{"R-26", "R-25", "R-25", "R-25"}));
  EXPECT_EQ(outcome.shortfall, 0);
  EXPECT_TRUE(outcome.tied.empty());
}

TEST(Rules, R26_EqualVotesInsideTheSeatsAreNoTie) {
  const Outcome outcome = decide(contestOf(4, 3), {}, convened(100), tallyOf({60, 80, 80, 55}));
  EXPECT_EQ(outcome.elected, (Indices{1, 2, 0}));
  EXPECT_TRUE(outcome.tied.empty());
}

TEST(Rules, R27_TieAcrossTheLastSeatIsUndecided) {
  const Outcome outcome = decide(contestOf(5, 3), {}, convened(100), tallyOf({60, 90, 60, 60, 55}));
  EXPECT_EQ(outcome.elected, Indices{1});
  EXPECT_EQ(outcome.tied, (Indices{0, 2, 3}));
  EXPECT_EQ(outcome.shortfall, 0);
  EXPECT_EQ(outcome.rules, (std::vector<std::string>{"R-27", "R-25", "R-27", "R-27", "R-26"}));
}

TEST(Rules, R27_ATieBelowTheThresholdIsAShortfallNotATie) {
  const Outcome outcome = decide(contestOf(3, 2), {}, convened(100), tallyOf({60, 50, 50}));
  EXPECT_EQ(outcome.elected, Indices{0});
  EXPECT_TRUE(outcome.tied.empty());
  EXPECT_EQ(outcome.shortfall, 1);
}

TEST(Rules, R27_RunOffHasNoThreshold) {
  Contest runOff = contestOf(3, 1);
  runOff.runOff = true;
  EXPECT_EQ(decide(runOff, {}, convened(100), tallyOf({20, 30, 10})).elected, Indices{1});
  EXPECT_EQ(decide(runOff, {}, convened(100), tallyOf({30, 30, 10})).tied, (Indices{0, 1}));
  runOff.seats = 2;
  const Outcome outcome = decide(runOff, {}, convened(100), tallyOf({0, 30, 0}));
  EXPECT_EQ(outcome.elected, Indices{1}) << "no vote, no seat";
  EXPECT_TRUE(outcome.tied.empty());
  EXPECT_EQ(outcome.shortfall, 1);
  EXPECT_EQ(outcome.rules, (std::vector<std::string>{"R-26", "R-26", "R-26"}));
}

TEST(Rules, R27_WithoutRunOffTheTiedSeatsStayEmpty) {
  RuleSet rules;
  rules.tieNeedsRunOff = false;
  const Outcome outcome = decide(contestOf(3, 2), rules, convened(100), tallyOf({90, 60, 60}));
  EXPECT_EQ(outcome.elected, Indices{0});
  EXPECT_EQ(outcome.tied, (Indices{1, 2}));
  EXPECT_EQ(outcome.shortfall, 1);
}

TEST(Rules, R28_FewerPassThanSeatsIsAShortfall) {
  const Outcome outcome = decide(contestOf(4, 3), {}, convened(100), tallyOf({60, 40, 50, 51}));
  EXPECT_EQ(outcome.elected, (Indices{0, 3}));
  EXPECT_EQ(outcome.shortfall, 1);
}

TEST(Rules, R30_PercentagesAreExactAndRoundedHalfUp) {
  EXPECT_EQ(percentOf(340, 348, 2), "97.70");
  EXPECT_EQ(percentOf(1, 8, 2), "12.50");
  EXPECT_EQ(percentOf(1, 3, 2), "33.33");
  EXPECT_EQ(percentOf(2, 3, 2), "66.67");
  EXPECT_EQ(percentOf(1, 800, 2), "0.13") << "0.125 is rounded up";
  EXPECT_EQ(percentOf(0, 348, 2), "0.00");
  EXPECT_EQ(percentOf(348, 348, 2), "100.00");
  EXPECT_EQ(percentOf(1, 2, 0), "50");
  EXPECT_EQ(percentOf(1, 8, 4), "12.5000");
  EXPECT_EQ(percentOf(5, 0, 2), "");
  EXPECT_EQ(percentOf(5, -1, 2), "");
}

TEST(Rules, R32_NobodyIsElectedInAPollOrAConfidenceVote) {
  for (const ContestKind kind : {ContestKind::Opinion, ContestKind::Confidence}) {
    const Outcome outcome = decide(contestOf(2, 1, kind), {}, convened(10), tallyOf({9, 9}));
    EXPECT_TRUE(outcome.elected.empty());
    EXPECT_TRUE(outcome.tied.empty());
    EXPECT_EQ(outcome.shortfall, 0);
    EXPECT_EQ(outcome.rules, (std::vector<std::string>{"R-32", "R-32"}));
  }
}

TEST(Figures, WrongOnesAreRefused) {
  const auto kind = CongressKind::Delegates;
  EXPECT_FALSE(checkFigures(kind, figuresOf(-1, 0, 0, 0)));
  EXPECT_FALSE(checkFigures(kind, figuresOf(10, 11, 0, 0))) << "present > convened";
  EXPECT_FALSE(checkFigures(kind, figuresOf(10, 9, 10, 0))) << "issued > present";
  Figures f = convened(10);
  f.deductions["absent-no-alternate"] = 11;
  EXPECT_FALSE(checkFigures(kind, f));
  f.deductions["absent-no-alternate"] = -1;
  EXPECT_FALSE(checkFigures(kind, f));
  f.deductions = {{"late", 1}};
  EXPECT_FALSE(checkFigures(kind, f));
  f.deductions = {{"committee-absent-throughout", 2147483647}, {"absent-no-alternate", 2147483647}};
  EXPECT_FALSE(checkFigures(kind, f)) << "the sum of the deductions must not wrap round";
  EXPECT_TRUE(checkFigures(kind, Figures{})) << "missing is not wrong";
  for (const auto& name : {"suspended", "absent-no-alternate"}) EXPECT_NE(deductionText(name), name);
}

TEST(Tally, CountsValidBallotsOnlyAndSaysWhyTheOthersAreNot) {
  const Contest contest = contestOf(3, 2);
  Judgement good = judged(contest, "..x"), bad = judged(contest, "..."), open = judged(contest, ".?x");
  bad.validity = Validity::Invalid;
  const Tally t = tally(contest, {good, good, bad, open});
  EXPECT_EQ(t.valid, 2);
  EXPECT_EQ(t.invalid, 1);
  EXPECT_EQ(t.undecided, 1);
  EXPECT_EQ(t.invalidByRule, (std::map<std::string, int>{{"R-08", 1}}));
  EXPECT_EQ(t.votes[0], (CandidateVotes{2, 0, 0, 0, 0, 0}));
  EXPECT_EQ(t.votes[2], (CandidateVotes{0, 2, 0, 0, 0, 0}));
}

TEST(Tally, ConfidenceVotesHaveTheirOwnColumns) {
  const Contest contest = contestOf(3, 0, ContestKind::Confidence);
  const Tally t = tally(contest, {judged(contest, "hml"), judged(contest, "h.b")});
  EXPECT_EQ(t.votes[0], (CandidateVotes{0, 0, 0, 2, 0, 0}));
  EXPECT_EQ(t.votes[1], (CandidateVotes{0, 0, 1, 0, 1, 0}));
  EXPECT_EQ(t.votes[2], (CandidateVotes{0, 0, 1, 0, 0, 1}));
}

TEST(Sums, HoldForACleanCount) {
  const Contest contest = contestOf(3, 2);
  const Tally t = tally(contest, {judged(contest, "..x"), judged(contest, ".xx")});
  for (const Sum& sum : checkSums(contest, figuresOf(3, 2, 2, 2), t, 4, 2)) {
    EXPECT_TRUE(sum.holds) << sum.id;
    EXPECT_FALSE(sum.text.empty());
  }
}

TEST(Sums, EachFailsOnItsOwnMistake) {
  const Contest contest = contestOf(3, 2);
  const Tally good = tally(contest, {judged(contest, "..x"), judged(contest, ".xx")});
  const auto fails = [&](const Figures& f, const Tally& t, long sheets, const std::string& id) {
    return !sumOf(checkSums(contest, f, t, sheets, 1), id).holds;
  };
  EXPECT_TRUE(fails(figuresOf(3, 4, 2, 2), good, 2, "present + deducted <= convened"));
  Figures base = figuresOf(3, 2, 2, 2);
  base.deductions = {{"absent-no-alternate", 2}};
  EXPECT_TRUE(fails(base, good, 2, "present + deducted <= convened")) << "somebody present is deducted from the base";
  base.deductions = {{"absent-no-alternate", 1}};
  EXPECT_FALSE(fails(base, good, 2, "present + deducted <= convened"));
  EXPECT_TRUE(fails(figuresOf(3, 2, 3, 2), good, 2, "issued <= present"));
  EXPECT_TRUE(fails(figuresOf(3, 3, 2, 3), good, 2, "returned <= issued"));
  EXPECT_TRUE(fails(figuresOf(3, 3, 3, 3), good, 2, "valid + invalid = returned"));
  EXPECT_TRUE(fails(figuresOf(3, 3, 3, 2), good, 3, "sheets = returned x sheets per ballot"));
  Tally open = good;
  open.undecided = 1;
  EXPECT_TRUE(fails(figuresOf(3, 2, 2, 2), open, 2, "undecided = 0"));
  EXPECT_TRUE(fails(figuresOf(3, 2, 2, 2), open, 2, "valid + invalid = returned")) << "an undecided ballot is not counted away";
  Tally tooMany = good;
  tooMany.votes[0].yes = 3;
  EXPECT_TRUE(fails(figuresOf(3, 2, 2, 2), tooMany, 2, "votes of each candidate <= valid"));
  Tally over = good;
  over.votes = {{2, 0, 0, 0, 0, 0}, {2, 0, 0, 0, 0, 0}, {1, 1, 0, 0, 0, 0}};
  EXPECT_TRUE(fails(figuresOf(3, 2, 2, 2), over, 2, "all votes <= seats x valid"));
}

TEST(Sums, RowsOfColumnsAndConfidenceMustAddUp) {
  for (const ContestKind kind : {ContestKind::Election, ContestKind::Confidence}) {
    const Contest contest = contestOf(2, 2, kind);
    const bool confidence = kind == ContestKind::Confidence;
    Tally t = tally(contest, {judged(contest, confidence ? "h." : "y."), judged(contest, confidence ? "lb" : "yb")});
    const std::string id = confidence ? "each row: high + medium + low + not counted = valid" : "each row: yes + no + not counted = valid";
    EXPECT_TRUE(sumOf(checkSums(contest, figuresOf(2, 2, 2, 2), t, 2, 1), id).holds);
    t.votes[1].notCounted = 1;
    const Sum broken = sumOf(checkSums(contest, figuresOf(2, 2, 2, 2), t, 2, 1), id);
    EXPECT_FALSE(broken.holds);
    EXPECT_EQ(broken.left, 1);
    EXPECT_EQ(broken.right, 2);
  }
}

TEST(Sums, AMissingFigureNeverHolds) {
  const Contest contest = contestOf(2, 1);
  for (const char* id : {"present + deducted <= convened", "issued <= present", "returned <= issued", "valid + invalid = returned",
                         "sheets = returned x sheets per ballot"})
    EXPECT_FALSE(sumOf(checkSums(contest, Figures{}, tallyOf({0, 0}), 0, 1), id).holds) << id;
}

}  // namespace
}  // namespace kp
