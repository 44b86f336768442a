// SPDX-License-Identifier: GPL-3.0-or-later
// The committee's rulings. Each test catches a ruling that counts what the rules forbid, or that a later one fails to replace.
#include <gtest/gtest.h>

#include "build.h"

namespace kp {
namespace {

using namespace test;
using Kind = Ruling::Kind;

const Contest kStrike = contestOf(5, 3);
const Contest kSeveral = contestOf(3, 3);

Expected<Judgement> ruledOn(const Contest& contest, const BallotEvidence& evidence, const std::vector<Ruling>& rulings) {
  return judgeWithRulings(contest, RuleSet{}, evidence, rulings);
}

Ruling votes(std::vector<std::pair<std::size_t, Vote>> list) { return {Kind::Votes, std::move(list), {}, {}}; }
Ruling invalid(const std::string& rule) { return {Kind::Invalid, {}, rule, {}}; }
const Ruling kValid{Kind::Valid, {}, {}, {}};

TEST(Rulings, NoneLeavesTheJudgementAsItWas) {
  const auto evidence = ballotOf(kStrike, "...x?");
  EXPECT_EQ(*ruledOn(kStrike, evidence, {}), judge(kStrike, RuleSet{}, evidence));
}

TEST(Rulings, VotesSettleAnUnsureMark) {
  const auto ruled = ruledOn(kStrike, ballotOf(kStrike, "...x?"), {votes({{4, Vote::No}})});
  ASSERT_TRUE(ruled);
  EXPECT_EQ(ruled->validity, Validity::Valid);
  EXPECT_EQ(ruled->rule, "R-10");
  EXPECT_TRUE(ruled->ruled);
  EXPECT_TRUE(ruled->reasons.empty());
}

TEST(Rulings, R08_AnOverVoteMadeByHandIsStillOne) {
  const auto ruled = ruledOn(kStrike, ballotOf(kStrike, "...x?"), {votes({{4, Vote::Yes}})});
  ASSERT_TRUE(ruled);
  EXPECT_EQ(ruled->validity, Validity::Undecided);
  EXPECT_EQ(ruled->rule, "R-08");
}

TEST(Rulings, ValidLiftsDoubtsAndKeepsThemAsInformation) {
  const auto ruled = ruledOn(kStrike, ballotOf(kStrike, "...xx", {{Why::ExtraWriting}, {Why::PageRepeated}}), {kValid});
  ASSERT_TRUE(ruled);
  EXPECT_EQ(ruled->validity, Validity::Valid);
  EXPECT_EQ(ruled->rule, "R-10");
  EXPECT_TRUE(hasReason(*ruled, Why::ExtraWriting));
}

TEST(Rulings, ValidIsRefusedWhileAMarkIsUnsure) {
  const auto ruled = ruledOn(kStrike, ballotOf(kStrike, "...x?"), {kValid});
  ASSERT_FALSE(ruled);
  EXPECT_EQ(ruled.error().kind, ErrorKind::Refused);
  EXPECT_EQ(ruled.error().rule, "R-20");
}

TEST(Rulings, ValidIsRefusedWhereTheVotesBreakARule) {
  const struct {
    Contest contest;
    const char* letters;
    const char* rule;
  } cases[] = {{kStrike, ".....", "R-08"},
               {kStrike, "xxxxx", "R-09"},
               {contestOf(1, 1), "b", "R-12"},
               {contestOf(1, 1), ".", "R-13"},
               {kSeveral, "..b", "R-15"}};
  for (const auto& c : cases) {
    const auto ruled = ruledOn(c.contest, ballotOf(c.contest, c.letters), {kValid});
    ASSERT_FALSE(ruled) << c.rule;
    EXPECT_EQ(ruled.error().kind, ErrorKind::Refused);
    EXPECT_EQ(ruled.error().rule, c.rule);
  }
}

TEST(Rulings, R16_ValidAcceptsABallotThatRejectsEverybody) {
  const auto ruled = ruledOn(kSeveral, ballotOf(kSeveral, "nnn"), {kValid});
  ASSERT_TRUE(ruled);
  EXPECT_EQ(ruled->validity, Validity::Valid);
  EXPECT_EQ(ruled->rule, "R-16");
}

TEST(Rulings, R16_AskedAgainWhenTheVotesChangeAfterwards) {
  const auto ruled = ruledOn(kSeveral, ballotOf(kSeveral, "nny", {{Why::ExtraWriting}}), {kValid, votes({{2, Vote::No}})});
  ASSERT_TRUE(ruled);
  EXPECT_EQ(ruled->validity, Validity::Undecided);
  EXPECT_EQ(ruled->rule, "R-16");
}

TEST(Rulings, R17_InvalidCitesTheRuleGiven) {
  const auto ruled = ruledOn(kStrike, ballotOf(kStrike, "...xx", {{Why::ExtraWriting}}), {invalid("R-17")});
  ASSERT_TRUE(ruled);
  EXPECT_EQ(ruled->validity, Validity::Invalid);
  EXPECT_EQ(ruled->rule, "R-17");
  EXPECT_FALSE(ruled->proposal.has_value());
}

TEST(Rulings, InvalidNeedsARuleThatMakesBallotsInvalid) {
  for (const char* rule : {"", "R-10", "R-25", "R-99", "r-08"}) {
    const auto ruled = ruledOn(kStrike, ballotOf(kStrike, "...xx"), {invalid(rule)});
    ASSERT_FALSE(ruled) << rule;
    EXPECT_EQ(ruled.error().kind, ErrorKind::BadInput);
  }
  for (const char* rule : {"R-07", "R-08", "R-09", "R-12", "R-13", "R-15", "R-16", "R-17", "R-18", "R-19", "R-20"})
    EXPECT_TRUE(ruledOn(kStrike, ballotOf(kStrike, "...xx"), {invalid(rule)})) << rule;
}

TEST(Rulings, TheLaterRulingReplacesTheEarlier) {
  const auto evidence = ballotOf(kStrike, "...x?");
  EXPECT_EQ(ruledOn(kStrike, evidence, {invalid("R-20"), votes({{4, Vote::No}})})->validity, Validity::Valid);
  EXPECT_EQ(ruledOn(kStrike, evidence, {votes({{4, Vote::No}}), invalid("R-18")})->validity, Validity::Invalid);
  EXPECT_EQ(ruledOn(kStrike, evidence, {votes({{4, Vote::No}}), invalid("R-18"), kValid})->validity, Validity::Valid);
  EXPECT_EQ(ruledOn(kStrike, evidence, {votes({{4, Vote::No}}), votes({{4, Vote::Yes}})})->rule, "R-08");
}

TEST(Rulings, VotesDoNotLiftOtherDoubts) {
  const auto ruled = ruledOn(kStrike, ballotOf(kStrike, "...x?", {{Why::SecondInk}}), {votes({{4, Vote::No}})});
  ASSERT_TRUE(ruled);
  EXPECT_EQ(ruled->validity, Validity::Undecided);
  EXPECT_EQ(ruled->rule, "R-19");
}

TEST(Rulings, NoneKeepsWhatTheRowShowed) {
  const Contest one = contestOf(1, 1);
  EXPECT_EQ(ruledOn(one, ballotOf(one, "b"), {votes({{0, Vote::None}})})->rule, "R-12");
  EXPECT_EQ(ruledOn(one, ballotOf(one, "?"), {votes({{0, Vote::None}})})->rule, "R-13");
  EXPECT_EQ(ruledOn(kSeveral, ballotOf(kSeveral, "y?y"), {votes({{1, Vote::None}})})->rule, "R-14");
}

TEST(Rulings, VotesThatFitNeitherListNorBallotAreRefused) {
  const Contest confidence = contestOf(2, 0, ContestKind::Confidence);
  const auto strike = ballotOf(kStrike, "...xx");
  for (const auto& ruling :
       {votes({}), votes({{5, Vote::Yes}}), votes({{0, Vote::High}}), votes({{0, Vote::Unsure}}), votes({{0, Vote::Yes}, {0, Vote::No}})}) {
    const auto ruled = ruledOn(kStrike, strike, {ruling});
    ASSERT_FALSE(ruled);
    EXPECT_EQ(ruled.error().kind, ErrorKind::BadInput);
  }
  EXPECT_FALSE(ruledOn(confidence, ballotOf(confidence, "hh"), {votes({{0, Vote::Yes}})}));
  EXPECT_TRUE(ruledOn(confidence, ballotOf(confidence, "h?"), {votes({{1, Vote::Low}})}));
}

TEST(Rulings, SetAsideIsTheCallersMatter) {
  const auto ruled = ruledOn(kStrike, ballotOf(kStrike, "...xx"), {{Kind::SetAside, {}, {}, "tờ giấy lạ"}});
  ASSERT_TRUE(ruled);
  EXPECT_EQ(ruled->validity, Validity::Valid);
  EXPECT_FALSE(ruled->ruled);
}

TEST(Rulings, EvidenceIsNeverChanged) {
  const auto evidence = ballotOf(kStrike, "...x?", {{Why::SecondInk}});
  const auto rows = evidence.rows;
  ASSERT_TRUE(ruledOn(kStrike, evidence, {votes({{4, Vote::No}}), kValid}));
  EXPECT_EQ(evidence.rows, rows);
  EXPECT_EQ(evidence.doubts.size(), 1U);
}

}  // namespace
}  // namespace kp
