// SPDX-License-Identifier: GPL-3.0-or-later
// Every number opens to its ballots, exactly as many as it says.
#include "count/evidence_of.h"

#include <gmock/gmock.h>

#include "count/records.h"
#include "counted_day.h"

using namespace kp;
using namespace kp::testing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

class EvidenceOf : public CountedDay {
 protected:
  std::vector<int> where(const BallotFilter& filter) const { return ballotsWhere(*loadContest(*ledger, "bch"), pass(), filter); }
  Ruling setAside() const {
    Ruling r;
    r.kind = Ruling::Kind::SetAside;
    r.note = "tờ giấy lạ";
    return r;
  }
};

}  // namespace

// Regression: a figure on screen opens to more or fewer ballots than it says (invalid ballots among the votes, rows left out).
TEST_F(EvidenceOf, EachNumberOfTheResultOpensToThatManyBallots) {
  countAll();
  const ContestResult result = *resultOf(*ledger, *loadContest(*ledger, "bch"));
  ASSERT_EQ(result.tally.votes.size(), 5u);
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_EQ(where(behindVotes(i, Vote::Yes)).size(), static_cast<std::size_t>(result.tally.votes[i].yes)) << i;
    EXPECT_EQ(where(behindVotes(i, Vote::No)).size(), static_cast<std::size_t>(result.tally.votes[i].no)) << i;
  }
  EXPECT_THAT(where(behindVotes(3, Vote::Yes)), ElementsAre(3, 7));
  EXPECT_THAT(where(behindRule("R-08")), ElementsAre(5));
  EXPECT_THAT(where(behindValidity(Validity::Invalid)), ElementsAre(5));
  EXPECT_EQ(where(behindValidity(Validity::Valid)).size(), 8u);
  EXPECT_THAT(where(behindState(SheetRecord::State::Ruled)), ElementsAre(5));
  EXPECT_THAT(where(behindVotes(7, Vote::Yes)), IsEmpty()) << "no such candidate";
}

// Regression: what is set aside is counted behind a number, or cannot be found at all.
TEST_F(EvidenceOf, WhatIsSetAsideIsFoundAndBehindNoNumber) {
  const Contest c = contest();
  scan({ballot(c, {3, 4}), unread(Why::CodeUnreadable), ballot(c, {3, 4}), ballot(c, {}), unread(Why::BlankSheet)});
  ASSERT_TRUE(rule(*ledger, {"bch", 3, setAside(), kTwo}));
  EXPECT_THAT(where(behindState(SheetRecord::State::SetAside)), ElementsAre(3, 5));
  EXPECT_THAT(where(behindValidity(Validity::Valid)), ElementsAre(1));
  EXPECT_THAT(where(behindVotes(0, Vote::Yes)), ElementsAre(1));
  EXPECT_THAT(where(behindState(SheetRecord::State::Review)), ElementsAre(2, 4)) << "what could not be read waits as well";
  EXPECT_THAT(where({}), ElementsAre(1, 2, 3, 4, 5)) << "the whole wall";
  EXPECT_THAT(sheetsOf(pass(), 2), ElementsAre(2));
  EXPECT_THAT(sheetsOf(pass(), 9), IsEmpty());
}

// Regression: a reason that a ruling lifted can no longer be found.
TEST_F(EvidenceOf, ReasonsAreFoundAlsoAfterARuling) {
  countAll();
  BallotFilter over;
  over.why = Why::OverVote;
  EXPECT_THAT(where(over), ElementsAre(5));
  over.state = SheetRecord::State::Counted;
  EXPECT_THAT(where(over), IsEmpty());
}

// Regression: the doubts about one candidate open to another's.
TEST_F(EvidenceOf, CandidateAloneGivesTheDoubtsAboutThatCandidate) {
  const Contest c = contest();
  scan({ballot(c, {3, 4}), pageOf(c, 1, 0, 5, {2}, MarkState::Unsure)});
  BallotFilter about;
  about.candidate = 2;
  EXPECT_THAT(where(about), ElementsAre(2));
  about.candidate = 1;
  EXPECT_THAT(where(about), IsEmpty());
}
