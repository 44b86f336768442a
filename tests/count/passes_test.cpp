// SPDX-License-Identifier: GPL-3.0-or-later
// what one pass is, and passes against each other.
#include "count/passes.h"
#include "count/passes_done.h"

#include "closing_fixture.h"

using namespace kp;
using namespace kp::testing;

namespace {

using Passes = Closing;

TEST_F(Passes, R36PassesThatDisagreeAreNamed) {
  store({ballot(contest(), {0, 1}), ballot(contest(), {1, 2})});
  store({ballot(contest(), {1, 2}), ballot(contest(), {0, 3})}, 2);
  figures(2);
  const auto refused = closeContest(*ledger, "bch", kTwo);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().rule, "R-36");
  EXPECT_NE(refused.error().what.find("Nguyễn Văn Người 2"), std::string::npos) << refused.error().what;
}

// Catches: R-36 as words only: the rule set asks for two passes (the default), one was made, and nobody is told.
TEST_F(Passes, R36FewerPassesThanTheRulesAskForAreTold) {
  RuleSet two = *ruleSet("190-QĐ/TW");
  ASSERT_EQ(two.passesRequired, 2);
  ASSERT_TRUE(ledger->congress().setRules("bch", two, {}));
  store({ballot(contest(), {0, 1}), ballot(contest(), {1, 2})});
  const auto one = passesDone(*ledger, *loadContest(*ledger, "bch"));
  ASSERT_TRUE(one);
  EXPECT_FALSE(one->enough());
  EXPECT_NE(passesMissing(*one).find("1 / 2"), std::string::npos) << passesMissing(*one);
  store({ballot(contest(), {1, 2}), ballot(contest(), {0, 1})}, 2);
  EXPECT_TRUE(passesDone(*ledger, *loadContest(*ledger, "bch"))->enough());
}

// Catches: the image files of pass 1 taken in as pass 2, and minutes that say the ballots were counted twice.
TEST_F(Passes, R36TheSameImagesAreNoSecondPass) {
  ASSERT_TRUE(ledger->congress().setRules("bch", *ruleSet("190-QĐ/TW"), {}));
  const int first = stored;
  store({ballot(contest(), {0, 1}), ballot(contest(), {1, 2}), ballot(contest(), {0, 2})});
  stored = first;
  store({ballot(contest(), {0, 1}), ballot(contest(), {1, 2}), ballot(contest(), {0, 2})}, 2);
  const auto again = passesDone(*ledger, *loadContest(*ledger, "bch"));
  ASSERT_TRUE(again);
  EXPECT_FALSE(again->enough());
  EXPECT_EQ(again->reread, std::vector<int>{2});
  EXPECT_NE(passesMissing(*again).find("tệp ảnh"), std::string::npos) << passesMissing(*again);
  store({ballot(contest(), {0, 1}), ballot(contest(), {1, 2}), ballot(contest(), {0, 2})}, 3);
  EXPECT_TRUE(passesDone(*ledger, *loadContest(*ledger, "bch"))->enough()) << "the third pass scanned the paper again";
}

TEST_F(Passes, R36PassesInAnotherOrderAgree) {
  store({ballot(contest(), {0, 1}), ballot(contest(), {1, 2})});
  store({ballot(contest(), {1, 2}), ballot(contest(), {0, 1})}, 2);
  figures(2);
  EXPECT_TRUE(closeContest(*ledger, "bch", kTwo));
}

// Two ballots swapped between passes leave the totals alone; with per-ballot codes they are found.
TEST_F(Passes, R36PerBallotCodesCompareBallotByBallot) {
  ledger.reset();
  std::filesystem::remove(path());
  Contest coded = strikeContest();
  coded.ballotCode = BallotCode::PerBallot;
  begin(congressOf({coded}));
  const auto with = [&](std::uint64_t code, const std::vector<std::size_t>& struck) {
    PageReading reading = ballot(coded, struck);
    reading.ballotCode = code;
    return reading;
  };
  store({with(7, {0, 1}), with(8, {1, 2})});
  store({with(8, {0, 1}), with(7, {1, 2})}, 2);
  const auto counted = *loadContest(*ledger, "bch");
  const auto first = *loadPass(*ledger, counted, 1), second = *loadPass(*ledger, counted, 2);
  EXPECT_EQ(comparePasses(*ledger, counted, first, second)->size(), 2u);
  EXPECT_TRUE(comparePasses(*ledger, counted, first, first)->empty());
  // Catches: a difference that names ballots nobody can open.
  const auto differences = *passDifferences(*ledger, counted, first, second);
  EXPECT_EQ(differences[0].first, 1);
  EXPECT_EQ(differences[0].second, 4) << "code 7 is the second sheet of pass 2";
  EXPECT_EQ(differences[1].first, 2);
  EXPECT_EQ(differences[1].second, 3);
}

}  // namespace
