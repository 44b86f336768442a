// SPDX-License-Identifier: GPL-3.0-or-later
// R-07…R-20: one ballot. Each test catches a ballot being counted, or proposed invalid, against its rule.
#include <gtest/gtest.h>

#include "build.h"

namespace kp {
namespace {

using namespace test;

const Contest kStrike = contestOf(5, 3);
const Contest kOne = contestOf(1, 1);
const Contest kSeveral = contestOf(3, 3);
const Contest kPoll = contestOf(3, 0, ContestKind::Opinion);
const Contest kConfidence = contestOf(3, 0, ContestKind::Confidence);

void expectValid(const Judgement& j, const std::string& rule) {
  EXPECT_EQ(j.validity, Validity::Valid);
  EXPECT_EQ(j.rule, rule);
  EXPECT_FALSE(j.proposal.has_value());
}

void expectProposedInvalid(const Judgement& j, const std::string& rule, Why why) {
  EXPECT_EQ(j.validity, Validity::Undecided) << "only the committee makes a ballot invalid";
  EXPECT_EQ(j.proposal, std::optional(Validity::Invalid));
  EXPECT_EQ(j.rule, rule);
  EXPECT_TRUE(hasReason(j, why)) << toString(why);
}

void expectToPerson(const Judgement& j, const std::string& rule, Why why) {
  EXPECT_EQ(j.validity, Validity::Undecided);
  EXPECT_FALSE(j.proposal.has_value());
  EXPECT_EQ(j.rule, rule);
  EXPECT_TRUE(hasReason(j, why)) << toString(why);
}

TEST(Rules, R07_ForeignBallotIsProposedInvalid) {
  expectProposedInvalid(judged(kStrike, "...xx", {{Why::CodeNotOurs}}), "R-07", Why::CodeNotOurs);
  expectProposedInvalid(judged(kStrike, "...xx", {{Why::OtherContest}}), "R-07", Why::OtherContest);
}

TEST(Rules, R07_UnreadableCodeGoesToAPersonWithoutProposal) {
  expectToPerson(judged(kStrike, "...xx", {{Why::CodeUnreadable}}), "R-07", Why::CodeUnreadable);
}

TEST(Rules, R07_ComesBeforeWhatTheVotesSay) { EXPECT_EQ(judged(kStrike, ".....", {{Why::ExtraWriting}, {Why::CodeNotOurs}}).rule, "R-07"); }

TEST(Rules, R08_KeptMoreThanSeatsIsProposedInvalid) {
  expectProposedInvalid(judged(kStrike, "....x"), "R-08", Why::OverVote);
  expectProposedInvalid(judged(kStrike, "....."), "R-08", Why::OverVote);
}

TEST(Rules, R08_OverVoteCertainWhateverTheUnsureMarksAre) {
  const Judgement j = judged(kStrike, "....?");
  expectProposedInvalid(j, "R-08", Why::OverVote);
  EXPECT_TRUE(hasReason(j, Why::MarkUnsure));
  EXPECT_EQ(j.votes[4], Vote::Unsure);
}

TEST(Rules, R08_OverVoteIsCertainWithAPageMissing) {
  expectProposedInvalid(judged(kStrike, "....?", {{Why::PageMissing}}), "R-08", Why::PageMissing);
}

TEST(Rules, R08_NotProposedWhenItIsOpenWhoseMarksTheseAre) {
  expectToPerson(judged(kStrike, ".....", {{Why::PageRepeated}}), "R-20", Why::PageRepeated);
}

TEST(Rules, R09_NobodyKeptIsProposedInvalid) { expectProposedInvalid(judged(kStrike, "xxxxx"), "R-09", Why::NothingVoted); }

TEST(Rules, R10_OneToSeatsKeptIsValid) {
  for (const char* letters : {".xxxx", "..xxx", "x...x"}) expectValid(judged(kStrike, letters), "R-10");
  const Judgement j = judged(kStrike, "x...x");
  EXPECT_EQ(j.votes, (std::vector<Vote>{Vote::No, Vote::Yes, Vote::Yes, Vote::Yes, Vote::No}));
  EXPECT_TRUE(j.reasons.empty());
}

TEST(Rules, R11_OneNameWithOneMarkIsValid) {
  expectValid(judged(kOne, "y"), "R-11");
  expectValid(judged(kOne, "n"), "R-11");
  EXPECT_EQ(judged(kOne, "n").votes, std::vector<Vote>{Vote::No});
}

TEST(Rules, R12_OneNameWithBothIsProposedInvalid) {
  const Judgement j = judged(kOne, "b");
  expectProposedInvalid(j, "R-12", Why::RowBoth);
  EXPECT_EQ(j.reasons, (std::vector<Reason>{{Why::RowBoth, 0}})) << "said once, with the candidate";
}

TEST(Rules, R13_OneNameWithNeitherFollowsTheRuleSet) {
  expectProposedInvalid(judged(kOne, "."), "R-13", Why::NothingVoted);
  RuleSet rules;
  rules.oneNameNeither = Disposition::Valid;
  expectValid(judged(kOne, ".", {}, rules), "R-13");
  rules.oneNameNeither = Disposition::Invalid;
  const Judgement j = judged(kOne, ".", {}, rules);
  EXPECT_EQ(j.validity, Validity::Invalid);
  EXPECT_EQ(j.rule, "R-13");
}

TEST(Rules, R14_ARowWithBothOrNeitherCountsForNobodyAndTheBallotIsValid) {
  const Judgement both = judged(kSeveral, "yb.");
  expectValid(both, "R-14");
  EXPECT_EQ(both.votes, (std::vector<Vote>{Vote::Yes, Vote::None, Vote::None}));
  EXPECT_EQ(both.reasons, (std::vector<Reason>{{Why::RowBoth, 1}})) << "told, though nobody needs to decide";
  expectValid(judged(kSeveral, "nn."), "R-14");
}

TEST(Rules, R02_EveryRowFilledIsValid) { expectValid(judged(kSeveral, "yny"), "R-02"); }

TEST(Rules, R15_NoRowVotedIsProposedInvalid) {
  expectProposedInvalid(judged(kSeveral, "..."), "R-15", Why::NothingVoted);
  expectProposedInvalid(judged(kSeveral, ".bb"), "R-15", Why::RowBoth);
}

TEST(Rules, R16_AllDisapprovedFollowsTheRuleSet) {
  expectToPerson(judged(kSeveral, "nnn"), "R-16", Why::AllRejected);
  RuleSet rules;
  rules.allDisapproved = Disposition::Valid;
  expectValid(judged(kSeveral, "nnn", {}, rules), "R-16");
  rules.allDisapproved = Disposition::Invalid;
  EXPECT_EQ(judged(kSeveral, "nnn", {}, rules).validity, Validity::Invalid);
}

TEST(Rules, R18_ExtraWritingIsProposedInvalid) {
  expectProposedInvalid(judged(kStrike, "...xx", {{Why::ExtraWriting}}), "R-18", Why::ExtraWriting);
  EXPECT_EQ(judged(kStrike, "xxxxx", {{Why::ExtraWriting}}).rule, "R-09") << "what the votes break is cited first";
}

TEST(Rules, R19_SecondInkIsProposedInvalid) { expectProposedInvalid(judged(kStrike, "...xx", {{Why::SecondInk}}), "R-19", Why::SecondInk); }

TEST(Rules, R20_AnUnsureMarkGoesToAPerson) {
  const Judgement strike = judged(kStrike, "..?xx");
  expectToPerson(strike, "R-20", Why::MarkUnsure);
  EXPECT_EQ(strike.votes[2], Vote::Unsure);
  EXPECT_EQ(strike.reasons, (std::vector<Reason>{{Why::MarkUnsure, 2, Field::Name}}));
  expectToPerson(judged(kOne, "?"), "R-20", Why::MarkUnsure);
  expectToPerson(judged(kSeveral, "yy?"), "R-20", Why::MarkUnsure);
  expectToPerson(judged(kConfidence, "hh?"), "R-20", Why::MarkUnsure);
  expectToPerson(judged(kStrike, "xxxx?"), "R-20", Why::MarkUnsure);
}

TEST(Rules, R20_AnUnsureBoxBesideAClearMarkIsUnsure) {
  BallotEvidence evidence = ballotOf(kSeveral, "yyy");
  evidence.rows[1][1] = MarkState::Unsure;
  const Judgement j = judge(kSeveral, RuleSet{}, evidence);
  expectToPerson(j, "R-20", Why::MarkUnsure);
  EXPECT_EQ(j.votes[1], Vote::Unsure);
  EXPECT_EQ(j.reasons, (std::vector<Reason>{{Why::MarkUnsure, 1, Field::Disapprove}}));
}

TEST(Rules, R20_DoubtsAboutTheSheetGoToAPerson) {
  for (const Why why :
       {Why::PageMissing, Why::PageRepeated, Why::SeenBefore, Why::BlankSheet, Why::PageDamaged, Why::NotRegistered, Why::DoubleFeed})
    expectToPerson(judged(kStrike, "...xx", {{why}}), "R-20", why);
}

TEST(Rules, R20_RowsTheEvidenceLacksAreUnsureNeverVotes) { expectToPerson(judged(kStrike, ".xx"), "R-20", Why::MarkUnsure); }

TEST(Rules, R32_PollsAreJudgedLikeColumns) {
  expectValid(judged(kPoll, "yny"), "R-32");
  expectValid(judged(kPoll, "yb."), "R-14");
  expectProposedInvalid(judged(kPoll, "..."), "R-15", Why::NothingVoted);
  expectToPerson(judged(kPoll, "nnn"), "R-16", Why::AllRejected);
}

TEST(Rules, R32_ConfidenceVotesTakeExactlyOneBoxARow) {
  const Judgement j = judged(kConfidence, "hml");
  expectValid(j, "R-32");
  EXPECT_EQ(j.votes, (std::vector<Vote>{Vote::High, Vote::Medium, Vote::Low}));
  expectValid(judged(kConfidence, "hb."), "R-14");
  EXPECT_EQ(judged(kConfidence, "hb.").votes[1], Vote::None);
  expectValid(judged(kConfidence, "lll"), "R-32");
  expectProposedInvalid(judged(kConfidence, "..b"), "R-15", Why::NothingVoted);
}

}  // namespace
}  // namespace kp
