// SPDX-License-Identifier: GPL-3.0-or-later
// Ballots drawn by dice and compared with the paper: anybody recomputes the drawing, no drawing is lost or thrown away unseen.
#include "count/random_check.h"

#include <gmock/gmock.h>

#include <cmath>
#include <numeric>

#include "counted_day.h"

using namespace kp;
using namespace kp::testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

constexpr const char* kDice = "3 1 6 6 2 4 5 1 3 2";
class RandomChecks : public CountedDay {};

}  // namespace

// Regression: the drawing is no longer the published one. Worked out with another program:
// python3 -c "import hashlib; print([int(hashlib.sha256(b'3166245132,%d' % i).hexdigest(), 16) % 348 + 1 for i in range(1, 11)])"
TEST(DrawNumbers, AreThoseAnybodyCanRecompute) {
  EXPECT_THAT(drawNumbers("3166245132", 10, 348), ElementsAre(55, 123, 124, 328, 282, 228, 22, 21, 212, 165));
  const auto all = drawNumbers("3166245132", 99, 7);
  EXPECT_THAT(all, SizeIs(7));
  EXPECT_EQ(std::accumulate(all.begin(), all.end(), std::size_t{0}), 28u) << "each number once";
}

// Regression: a drawing can be prepared (too few rolls), or what was typed is not what is hashed.
TEST(Dice, OnlySixSidesAndEnoughRolls) {
  EXPECT_EQ(*parseDice(kDice), "3166245132");
  EXPECT_EQ(*parseDice("31662,45132"), "3166245132");
  for (const char* wrong : {"", "316624513", "3 1 6 6 2 4 5 1 3 7", "3 1 6 6 2 4 5 1 3 0", "316624513a"})
    EXPECT_EQ(parseDice(wrong).error().kind, ErrorKind::BadInput) << wrong;
  EXPECT_FALSE(parseDice(std::string(kMaxRolls + 1, '1')));
}

// Regression: the drawing or an answer is lost when the program ends in between; the tally counts wrong.
TEST_F(RandomChecks, OutlivesAPowerCutAndTallies) {
  countAll();
  const auto drawn = drawSample(*ledger, "bch", 1, kDice, 4, {});
  ASSERT_TRUE(drawn) << drawn.error().what;
  ASSERT_THAT(drawn->ballots, SizeIs(4));
  EXPECT_EQ(drawn->total, 9u);
  const auto places = drawNumbers("3166245132", 4, 9);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(drawn->ballots[i].ballot, static_cast<int>(places[i]));
  ASSERT_TRUE(recordAnswer(*ledger, drawn->id, drawn->ballots[0].ballot, PaperAnswer::Agrees, "", {}));
  ASSERT_TRUE(recordAnswer(*ledger, drawn->id, drawn->ballots[1].ballot, PaperAnswer::Differs, "tên thứ 2; gạch", {}));

  const auto path = ledger->path();
  ledger.reset();
  ledger = std::make_unique<Ledger>(*Ledger::open(path, Ledger::Mode::ReadWrite));
  const auto found = randomChecks(*ledger, "bch");
  ASSERT_TRUE(found) << found.error().what;
  ASSERT_THAT(*found, SizeIs(1));
  const RandomCheck& check = found->front();
  EXPECT_EQ(check.agree(), 1u);
  EXPECT_EQ(check.differ(), 1u);
  EXPECT_EQ(check.open(), 2u);
  EXPECT_EQ(check.ballots[1].note, "tên thứ 2; gạch");
  EXPECT_FALSE(check.changed);
  EXPECT_FALSE(differingPerMilleAtMost(check)) << "not before all are compared";

  ASSERT_TRUE(recordAnswer(*ledger, check.id, check.ballots[1].ballot, PaperAnswer::Agrees, "nhìn nhầm", {}));
  ASSERT_TRUE(recordAnswer(*ledger, check.id, check.ballots[2].ballot, PaperAnswer::Agrees, "", {}));
  const auto last = recordAnswer(*ledger, check.id, check.ballots[3].ballot, PaperAnswer::Agrees, "", {});
  ASSERT_TRUE(last) << last.error().what;
  EXPECT_EQ(differingPerMilleAtMost(*last), 750);
  EXPECT_THAT(ledger->journal().list()->back().details, HasSubstr("stage=tally"));
  EXPECT_THAT(ledger->journal().list()->back().details, HasSubstr("agrees=4; differs=0"));
  EXPECT_EQ(recordAnswer(*ledger, check.id, check.ballots[3].ballot, PaperAnswer::Differs, "", {}).error().kind, ErrorKind::Refused);
}

// Regression: a drawing that does not please is replaced by another before its ballots were looked at; ballots not drawn are answered.
TEST_F(RandomChecks, NoDrawingIsThrownAway) {
  countAll();
  const auto drawn = drawSample(*ledger, "bch", 1, kDice, 2, {});
  ASSERT_TRUE(drawn) << drawn.error().what;
  EXPECT_EQ(drawSample(*ledger, "bch", 1, "1111111111", 2, {}).error().kind, ErrorKind::Refused);
  int other = 1;
  while (other == drawn->ballots[0].ballot || other == drawn->ballots[1].ballot) ++other;
  EXPECT_EQ(recordAnswer(*ledger, drawn->id, other, PaperAnswer::Agrees, "", {}).error().kind, ErrorKind::NotFound);
  EXPECT_EQ(recordAnswer(*ledger, 1, other, PaperAnswer::Agrees, "", {}).error().kind, ErrorKind::NotFound) << "no drawing";
  for (const DrawnBallot& ballot : drawn->ballots)
    ASSERT_TRUE(recordAnswer(*ledger, drawn->id, ballot.ballot, PaperAnswer::NotFound, "", {}));
  EXPECT_TRUE(drawSample(*ledger, "bch", 1, "1111111111", 2, {}));
}

// Regression: technical staff, who run the machine, check it themselves.
TEST_F(RandomChecks, NotByTechnicalStaff) {
  countAll();
  EXPECT_EQ(drawSample(*ledger, "bch", 1, kDice, 2, {"Lý Văn Máy"}).error().kind, ErrorKind::Refused);
}

// Regression: a person cannot find the paper: which pile, which place.
TEST_F(RandomChecks, SaysWhereThePaperLies) {
  countAll();
  const auto drawn = drawSample(*ledger, "bch", 1, kDice, 9, {});
  ASSERT_TRUE(drawn) << drawn.error().what;
  for (const DrawnBallot& ballot : drawn->ballots) {
    ASSERT_THAT(ballot.places, SizeIs(1));
    const PilePlace& place = ballot.places.front();
    const bool first = ballot.ballot <= 5;
    EXPECT_EQ(place.pile, first ? 1 : 2);
    EXPECT_EQ(place.place, first ? ballot.ballot : ballot.ballot - 5);
    EXPECT_EQ(place.ofPile, first ? 5 : 4);
    EXPECT_EQ(place.source, "s" + std::to_string(ballot.ballot) + ".jpg");
  }
}

// Regression: keyed ballots are looked for in the pile of the scan before them; they are found by the number written on the paper.
TEST_F(RandomChecks, KeyedBallotsLieByTheirNumber) {
  scan({ballot(contest(), {3, 4}), ballot(contest(), {3, 4})});
  ASSERT_TRUE(ledger->journal().append({Event::ScanEnded, {}, "bch", std::nullopt, {}, {}, ""}));
  SheetIntake keyed;
  keyed.pass = 2;
  keyed.expected = "bch";
  keyed.sourceName = "keyed-00012";
  keyed.source = std::make_shared<SourceFile>("entry");
  keyed.reading = ballot(contest(), {3, 4});
  ASSERT_TRUE(ledger->sheets().append(std::vector{keyed}, {}));
  const auto places = pilePlaces(*ledger);
  ASSERT_TRUE(places);
  EXPECT_EQ(places->at(3).pile, 0);
  EXPECT_EQ(places->at(3).place, 12);
  EXPECT_EQ(places->at(2).pile, 1);
  EXPECT_EQ(places->at(2).ofPile, 2);
}

// Regression: ballots added after the dice, or a ruling after an answer, go unnoticed when the check is recomputed.
TEST_F(RandomChecks, ChangesAfterTheDiceAreSeen) {
  countAll();
  const auto drawn = drawSample(*ledger, "bch", 1, kDice, 9, {});
  ASSERT_TRUE(drawn);
  ASSERT_TRUE(recordAnswer(*ledger, drawn->id, 5, PaperAnswer::Agrees, "", {}));
  EXPECT_THAT(*recomputeCheck(*ledger, *drawn), IsEmpty());
  Ruling votes;
  votes.kind = Ruling::Kind::Votes;
  votes.votes = {{3, Vote::No}, {4, Vote::No}};
  ASSERT_TRUE(rule(*ledger, {"bch", 5, votes, kTwo}));
  auto now = randomChecks(*ledger, "bch")->front();
  for (const DrawnBallot& ballot : now.ballots) EXPECT_EQ(ballot.changedSince, ballot.ballot == 5) << ballot.ballot;
  EXPECT_FALSE(now.changed);
  scan({ballot(contest(), {3, 4})});
  now = randomChecks(*ledger, "bch")->front();
  EXPECT_TRUE(now.changed);
  EXPECT_THAT(*recomputeCheck(*ledger, now), SizeIs(1));
  now.listHash.clear();
  now.total = 10;
  EXPECT_THAT(*recomputeCheck(*ledger, now), ::testing::Not(SizeIs(1))) << "other ballots are drawn from 10";
}

// Regression: the rule of three claims more than it can: (1 − p)^n must be below 5 % at the share it names.
TEST(RuleOfThree, HoldsItsConfidence) {
  for (const std::size_t n : {4u, 10u, 59u, 100u, 299u}) {
    RandomCheck check;
    check.total = 100000;
    check.ballots.resize(n);
    for (DrawnBallot& b : check.ballots) b.answer = PaperAnswer::Agrees;
    const auto share = differingPerMilleAtMost(check);
    ASSERT_TRUE(share);
    EXPECT_LT(std::pow(1 - *share / 1000.0, static_cast<double>(n)), 0.05) << n;
    check.total = n;
    EXPECT_EQ(differingPerMilleAtMost(check), 0);
    check.ballots.front().answer = PaperAnswer::Differs;
    EXPECT_FALSE(differingPerMilleAtMost(check));
  }
  EXPECT_EQ(ballotsToDraw(348, 20), 53u);
  EXPECT_EQ(ballotsToDraw(348, 1), 348u);
  EXPECT_EQ(ballotsToDraw(0, 3), 0u);
}

// Regression: the sample is planned for a larger margin than there is.
TEST_F(RandomChecks, FewestBallotsThatCouldChangeTheElected) {
  countAll();  // base 10, more than 5 needed: 8, 8, 6, 2, 0 votes
  const auto counted = loadContest(*ledger, "bch");
  EXPECT_EQ(ballotsToChangeOutcome(*counted, *resultOf(*ledger, *counted)), 1) << "the third has 6: one vote above half of 10";
  ContestResult wide = *resultOf(*ledger, *counted);
  wide.tally.votes[0].yes = wide.tally.votes[1].yes = 9;
  wide.tally.votes[2].yes = 9;
  wide.tally.votes[3].yes = 2;
  EXPECT_EQ(ballotsToChangeOutcome(*counted, wide), 4) << "the fourth lacks 4 votes, the elected have 4 to lose";
  wide.outcome.tied = {2, 3};
  EXPECT_EQ(ballotsToChangeOutcome(*counted, wide), 0);
  wide.outcome.tied.clear();
  wide.tally.votes[3].yes = 8;  // passes too, one seat too few
  wide.outcome.elected = {0, 1, 2};
  EXPECT_EQ(ballotsToChangeOutcome(*counted, wide), 1);
}
