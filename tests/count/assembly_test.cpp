// SPDX-License-Identifier: GPL-3.0-or-later
// Which sheets make which ballot. Each case is a pile that occurred somewhere: pages out of order, missing, repeated, unread in between.
#include "count/assembly.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "builders.h"

using namespace kp;
using namespace kp::testing;

namespace {

RuleSet rules() { return *ruleSet("190-QĐ/TW"); }

/// Page `page` of a ballot of three pages with two names each (candidates 2(page−1), 2(page−1)+1), the first one struck.
PageReading third(const Contest& contest, int page) {
  const auto from = static_cast<std::size_t>(2 * (page - 1));
  return pageOf(contest, page, from, from + 2, {from});
}

std::vector<PassSheet> pile(const Contest& contest, const std::vector<int>& pages) {
  std::vector<PageReading> readings;
  for (const int page : pages)
    readings.push_back(page > 0 ? third(contest, page) : unread(page == 0 ? Why::CodeUnreadable : Why::BlankSheet));
  return passOf(readings);
}

std::vector<std::vector<int>> ballotsOf(const Assembly& assembly, const std::vector<PassSheet>& sheets) {
  std::vector<std::vector<int>> found;
  for (const auto& b : assembly.ballots) {
    found.emplace_back();
    for (const std::size_t i : b.sheets) found.back().push_back(sheets[i].id);
  }
  return found;
}

bool has(const std::vector<Reason>& reasons, Why why) {
  return std::any_of(reasons.begin(), reasons.end(), [why](const Reason& r) { return r.why == why; });
}

using Groups = std::vector<std::vector<int>>;
const Contest kSix = strikeContest(6, 3);

}  // namespace

TEST(Assembly, SinglePageEachReadSheetIsABallot) {
  const Contest contest = strikeContest();
  const auto sheets = passOf({ballot(contest, {0, 1}), unread(Why::BlankSheet), ballot(contest, {})});
  const Assembly a = assemble(contest, rules(), 1, sheets);
  EXPECT_EQ(ballotsOf(a, sheets), (Groups{{1}, {3}}));
  EXPECT_FALSE(a.ballotOf[1]);
  EXPECT_EQ(a.ballots[0].judgement.validity, Validity::Valid);
  EXPECT_EQ(a.ballots[1].judgement.validity, Validity::Undecided) << "five kept for three seats is R-08";
  EXPECT_EQ(a.ballots[1].judgement.rule, "R-08");
}

TEST(Assembly, PagesFollowEachOther) {
  const auto sheets = pile(kSix, {1, 2, 3, 1, 2, 3});
  const Assembly a = assemble(kSix, rules(), 3, sheets);
  EXPECT_EQ(ballotsOf(a, sheets), (Groups{{1, 2, 3}, {4, 5, 6}}));
  EXPECT_EQ(a.ballots[1].judgement.validity, Validity::Valid) << "over-voting is judged over all pages: three struck, three kept";
}

TEST(Assembly, FedFaceDownIsReadDescending) {
  const auto sheets = pile(kSix, {3, 2, 1, 3, 2, 1});
  const Assembly a = assemble(kSix, rules(), 3, sheets);
  EXPECT_EQ(ballotsOf(a, sheets), (Groups{{3, 2, 1}, {6, 5, 4}})) << "in page order";
  EXPECT_TRUE(a.ballots[0].complete);
  EXPECT_EQ(a.ballots[0].number, 1);
}

TEST(Assembly, MissingPageSendsTheBallotToAPerson) {
  const auto sheets = pile(kSix, {1, 3, 1, 2, 3});
  const Assembly a = assemble(kSix, rules(), 3, sheets);
  EXPECT_EQ(ballotsOf(a, sheets), (Groups{{1, 2}, {3, 4, 5}}));
  EXPECT_FALSE(a.ballots[0].complete);
  EXPECT_EQ(a.ballots[0].judgement.validity, Validity::Undecided);
  EXPECT_TRUE(has(a.ballots[0].judgement.reasons, Why::PageMissing));
  EXPECT_TRUE(has(a.added[0], Why::PageMissing) && has(a.added[1], Why::PageMissing));
  EXPECT_EQ(a.ballots[1].judgement.validity, Validity::Valid) << "its neighbour is not drawn in";
}

TEST(Assembly, SamePageTwiceInARowIsNamed) {
  const auto sheets = pile(kSix, {1, 2, 2, 3, 1, 2, 3});
  const Assembly a = assemble(kSix, rules(), 3, sheets);
  EXPECT_EQ(ballotsOf(a, sheets), (Groups{{1, 2}, {3, 4}, {5, 6, 7}}));
  EXPECT_TRUE(has(a.ballots[1].judgement.reasons, Why::PageRepeated));
  EXPECT_TRUE(has(a.ballots[0].judgement.reasons, Why::PageMissing));
  EXPECT_EQ(a.ballots[2].judgement.validity, Validity::Valid);
}

// Two sheets fed as one between page 1 of a ballot and page 3 of the next must not make one ballot of two voters.
TEST(Assembly, NothingIsJoinedAcrossAnUnreadSheet) {
  const auto sheets = pile(kSix, {1, 2, 0, 3});
  const Assembly a = assemble(kSix, rules(), 3, sheets);
  ASSERT_EQ(ballotsOf(a, sheets), (Groups{{1, 2}, {4}}));
  for (const auto& b : a.ballots) {
    EXPECT_EQ(b.judgement.validity, Validity::Undecided);
    EXPECT_TRUE(std::any_of(b.judgement.reasons.begin(), b.judgement.reasons.end(), [](const Reason& r) {
      return r.detail.find("tờ số 3") != std::string::npos;
    })) << "the committee is told where the page may be";
  }
  const auto blank = pile(kSix, {1, 2, -1, 3});
  EXPECT_EQ(assemble(kSix, rules(), 3, blank).ballots[0].judgement.validity, Validity::Valid) << "an empty back hides nothing";
  const auto between = pile(kSix, {1, 2, 3, 0, 1, 2, 3});
  for (const auto& b : assemble(kSix, rules(), 3, between).ballots)
    EXPECT_EQ(b.judgement.validity, Validity::Valid) << "between two ballots it hides nothing of either";
}

TEST(Assembly, PerBallotCodesGroupAnywhereInThePile) {
  Contest contest = kSix;
  contest.ballotCode = BallotCode::PerBallot;
  std::vector<PageReading> readings;
  for (const auto& [code, page] : std::vector<std::pair<std::uint64_t, int>>{{7, 2}, {9, 1}, {7, 1}, {9, 3}, {7, 3}, {9, 2}, {7, 2}}) {
    readings.push_back(third(contest, page));
    readings.back().ballotCode = code;
  }
  readings.push_back(third(contest, 1));  // a code is missing: printed otherwise
  const auto sheets = passOf(readings);
  const Assembly a = assemble(contest, rules(), 3, sheets);
  EXPECT_EQ(ballotsOf(a, sheets), (Groups{{3, 1, 5}, {2, 6, 4}}));
  EXPECT_FALSE(a.ballotOf[6]) << "the page seen again is set aside, it replaces nothing";
  EXPECT_TRUE(has(a.added[6], Why::SeenBefore));
  EXPECT_FALSE(a.ballotOf[7]);
}

TEST(Assembly, RulingOnAnyPageIsTheBallots) {
  auto sheets = pile(kSix, {1, 2, 3});
  sheets[1].reading.marks[0].state = MarkState::Unsure;
  EXPECT_EQ(assemble(kSix, rules(), 3, sheets).ballots[0].judgement.validity, Validity::Undecided);
  Ruling votes;
  votes.kind = Ruling::Kind::Votes;
  votes.votes = {{2, Vote::No}};
  sheets[2].rulings = {{1, votes}};
  const Assembly a = assemble(kSix, rules(), 3, sheets);
  EXPECT_EQ(a.ballots[0].judgement.validity, Validity::Valid);
  EXPECT_TRUE(a.ballots[0].judgement.ruled);
  EXPECT_EQ(a.ballots[0].evidence.rows[2][0], MarkState::Unsure) << "what the reader saw is never overwritten";
}

TEST(Assembly, LaterRulingWinsWhateverSheetItWasMadeOn) {
  auto sheets = pile(kSix, {1, 2, 3});
  Ruling aside, valid;
  aside.kind = Ruling::Kind::SetAside;
  valid.kind = Ruling::Kind::Valid;
  sheets[0].rulings = {{2, aside}};
  sheets[2].rulings = {{1, valid}};
  EXPECT_FALSE(assemble(kSix, rules(), 3, sheets).ballots[0].taken);
  sheets[2].rulings = {{3, valid}};
  EXPECT_TRUE(assemble(kSix, rules(), 3, sheets).ballots[0].taken);
}

TEST(Assembly, TranscribedSheetIsOneBallotOfAllItsPages) {
  auto sheets = pile(kSix, {1, 2, 3, 0});
  Ruling votes;
  votes.kind = Ruling::Kind::Votes;
  for (std::size_t i = 0; i < 5; ++i) votes.votes.emplace_back(i, i < 3 ? Vote::Yes : Vote::No);
  sheets[3].rulings = {{1, votes}};
  EXPECT_EQ(assemble(kSix, rules(), 3, sheets).ballots.size(), 1u) << "one candidate is not voted: still set aside";
  votes.votes.emplace_back(5, Vote::No);
  sheets[3].rulings = {{1, votes}};
  const Assembly a = assemble(kSix, rules(), 3, sheets);
  ASSERT_EQ(a.ballots.size(), 2u);
  EXPECT_TRUE(a.ballots[1].transcribed);
  EXPECT_EQ(a.ballots[1].judgement.validity, Validity::Valid);
  EXPECT_EQ(sheetsInCount(a, 3), 6) << "the sum sheets = returned × sheets per ballot must come out";
}

TEST(Assembly, IncompleteBallotCountsWholeOnceTheCommitteeDecided) {
  auto sheets = pile(kSix, {1, 2, 3, 1, 2});
  EXPECT_EQ(sheetsInCount(assemble(kSix, rules(), 3, sheets), 3), 5);
  Ruling invalid;
  invalid.kind = Ruling::Kind::Invalid;
  invalid.rule = "R-07";
  sheets[3].rulings = {{1, invalid}};
  EXPECT_EQ(sheetsInCount(assemble(kSix, rules(), 3, sheets), 3), 6);
}

// Whole ballots of several pages in any order, fed either way round, give the same count; a single sheet moved to another place does not go unnoticed.
TEST(Assembly, TallyDoesNotDependOnTheOrderOfBallots) {
  constexpr std::size_t kVoters = 20;
  const auto pileOf = [](const std::vector<std::size_t>& voters) {
    std::vector<PageReading> readings;
    for (const std::size_t voter : voters)
      for (int page = 1; page <= 3; ++page) {
        const auto from = static_cast<std::size_t>(2 * (page - 1));
        const std::vector<std::size_t> struck = {from + (voter >> page) % 2, from + (voter >> (page + 1)) % 2};
        readings.push_back(pageOf(kSix, page, from, from + 2, struck));
      }
    return readings;
  };
  const auto tallyOf = [](const std::vector<PageReading>& order) {
    std::vector<Judgement> judged;
    for (const auto& b : assemble(kSix, rules(), 3, passOf(order)).ballots) judged.push_back(b.judgement);
    return tally(kSix, judged);
  };
  std::vector<std::size_t> voters(kVoters);
  std::iota(voters.begin(), voters.end(), 0u);
  const Tally forward = tallyOf(pileOf(voters));
  EXPECT_GT(forward.valid, 0);
  std::rotate(voters.begin(), voters.begin() + 7, voters.end());
  std::swap(voters[3], voters[11]);
  auto pages = pileOf(voters);
  EXPECT_EQ(tallyOf(pages), forward);
  std::reverse(pages.begin(), pages.end());
  EXPECT_EQ(tallyOf(pages), forward);
  std::rotate(pages.begin() + 4, pages.begin() + 5, pages.end());  // the second page of one ballot ends at the bottom of the pile
  EXPECT_GT(tallyOf(pages).undecided, forward.undecided);
}
