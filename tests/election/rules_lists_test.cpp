// SPDX-License-Identifier: GPL-3.0-or-later
// R-01… …R-35: faces and lists. Tested elsewhere, where they are decided: R-17 (a name written in is ExtraWriting to the reader, cited by a
// ruling: see rulings_test), R-22 and R-37 (src/count: journal and checklist), R-29 (reports: announcing), R-31 and R-36 (src/count: order of
// contests, passes that agree), R-33 (entered by the congress; the program only prints the final list).
#include <gtest/gtest.h>

#include <algorithm>

#include "build.h"

namespace kp {
namespace {

using namespace test;

std::vector<Finding> about(const Congress& congress, const std::string& rule) {
  auto all = examine(congress);
  all.erase(std::remove_if(all.begin(), all.end(), [&](const Finding& f) { return f.rule != rule; }), all.end());
  return all;
}

Contest committeeElection(int candidates, int seats) {
  Contest contest = contestOf(candidates, seats);
  contest.office = Office::CapUy;
  return contest;
}

TEST(Rules, R01_MoreCandidatesThanSeatsIsStrikeOut) { EXPECT_EQ(faceOf(contestOf(4, 3)), Face::StrikeOut); }

TEST(Rules, R02_AsManyCandidatesAsSeatsIsColumns) {
  EXPECT_EQ(faceOf(contestOf(3, 3)), Face::Columns);
  EXPECT_EQ(faceOf(contestOf(1, 1)), Face::Columns);
  EXPECT_EQ(faceOf(contestOf(2, 3)), Face::Columns);
}

TEST(Rules, R03_CommitteeWithoutSurplusIsWarned) {
  const auto found = about(congressOf({committeeElection(5, 5)}), "R-03");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].severity, Finding::Severity::Warn);
  EXPECT_TRUE(about(congressOf({committeeElection(6, 5)}), "R-03").empty());
  EXPECT_TRUE(about(congressOf({contestOf(5, 5)}), "R-03").empty()) << "only cấp ủy and ban thường vụ must have a surplus";
}

TEST(Rules, R04_SurplusOverThirtyPercentIsWarned) {
  EXPECT_TRUE(about(congressOf({contestOf(13, 10)}), "R-04").empty()) << "30 % exactly is allowed";
  EXPECT_EQ(about(congressOf({contestOf(14, 10)}), "R-04").size(), 1U);
  EXPECT_TRUE(about(congressOf({contestOf(7, 5)}), "R-04").empty()) << "5 seats fall under R-05";
}

TEST(Rules, R05_SurplusOfTwoForThreeToFiveSeatsIsWarned) {
  EXPECT_EQ(about(congressOf({contestOf(5, 3)}), "R-05").size(), 1U);
  EXPECT_EQ(about(congressOf({contestOf(7, 5)}), "R-05").size(), 1U);
  EXPECT_TRUE(about(congressOf({contestOf(6, 5)}), "R-05").empty());
  EXPECT_TRUE(about(congressOf({contestOf(4, 2)}), "R-05").empty());
}

TEST(Rules, R06_CommitteeMemberAsCandidateIsRefused) {
  Congress congress = congressOf({contestOf(3, 2)});
  congress.committee = {{"PHAN  THỬ 0 BÌNH", Role::Member}};  // capitals and spaces differ, the person does not
  const auto found = about(congress, "R-06");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].severity, Finding::Severity::Block);
  congress.committee = {{"Phan Thử 0 Bình", Role::Supervisor}};
  EXPECT_TRUE(about(congress, "R-06").empty()) << "the presidium may stand";
  congress.committee = {{"Phan Thử 0 Binh", Role::Head}};
  EXPECT_TRUE(about(congress, "R-06").empty()) << "Binh is not Bình";
}

TEST(Rules, R32_PollsAndConfidenceVotesHaveTheirOwnFaces) {
  EXPECT_EQ(faceOf(contestOf(6, 0, ContestKind::Opinion)), Face::Columns);
  EXPECT_EQ(faceOf(contestOf(6, 2, ContestKind::Opinion)), Face::Columns);
  EXPECT_EQ(faceOf(contestOf(6, 0, ContestKind::Confidence)), Face::Confidence);
}

TEST(Rules, R34_AnEditedCopyOfTheRuleSetChangesTheDecision) {
  RuleSet own = *ruleSet("190-QĐ/TW");
  const Contest contest = contestOf(1, 1);
  EXPECT_EQ(judged(contest, ".", {}, own).validity, Validity::Undecided);
  own.oneNameNeither = Disposition::Valid;
  EXPECT_EQ(judged(contest, ".", {}, own).validity, Validity::Valid);
}

TEST(Rules, R35_TechnicianAsCandidateIsRefused) {
  Congress congress = congressOf({contestOf(3, 2)});
  congress.committee = {{"Phan Thử 0 An", Role::Technician, "Ban Tổ chức", "Trần Thử Chủ Tọa"}};
  const auto found = about(congress, "R-35");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].severity, Finding::Severity::Block);
}

TEST(RuleTexts, EveryRuleOfTheTableHasBothLanguagesAndASource) {
  ASSERT_EQ(ruleTexts().size(), 37U);
  for (int i = 1; i <= 37; ++i) {
    const std::string id = (i < 10 ? "R-0" : "R-") + std::to_string(i);
    const RuleText* row = ruleText(id);
    ASSERT_NE(row, nullptr) << id;
    EXPECT_FALSE(row->vi.empty() || row->en.empty() || row->source.empty()) << id;
    EXPECT_EQ(&ruleTexts()[static_cast<std::size_t>(i - 1)], row) << "out of order: " << id;
  }
  EXPECT_EQ(ruleText("R-38"), nullptr);
}

TEST(RuleSets, DefaultAndOlderOneAreKnownOthersAreNot) {
  ASSERT_TRUE(ruleSet("190-QĐ/TW"));
  ASSERT_TRUE(ruleSet("244-QĐ/TW"));
  EXPECT_EQ(ruleSet("190-QĐ/TW")->passesRequired, 2);
  const auto unknown = ruleSet("191-QĐ/TW");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().kind, ErrorKind::NotFound);
  EXPECT_NE(unknown.error().what.find("244-QĐ/TW"), std::string::npos) << "the message must list what can be chosen";
}

}  // namespace
}  // namespace kp
