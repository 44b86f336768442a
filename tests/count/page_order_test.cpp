// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of different voters are never taken for one ballot without a word (docs/decisions/0008). The piles a review found mispaired, then random ones.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "builders.h"
#include "count/assembly.h"

using namespace kp;
using namespace kp::testing;

namespace {

/// A sheet of paper: whose, which page, and whether its scan can be read.
struct Paper {
  int voter = 0;
  int page = 1;
  bool read = true;
};
using Pile = std::vector<Paper>;

struct Fed {
  std::vector<PassSheet> sheets;
  std::vector<int> voters;
};

Contest contestOf(int pages) { return strikeContest(2 * pages, pages); }

/// Voter v strikes the first or the second name of each page, so that every ballot is valid and a mixed one need not show.
void feed(Fed& fed, const Contest& contest, const Pile& run, bool ended = true) {
  const int number = fed.sheets.empty() ? 1 : fed.sheets.back().run.number + 1;
  for (const Paper& paper : run) {
    const auto from = static_cast<std::size_t>(2 * (paper.page - 1));
    PassSheet sheet;
    sheet.id = static_cast<int>(fed.sheets.size()) + 1;
    sheet.reading = paper.read ? pageOf(contest, paper.page, from, from + 2, {from + static_cast<std::size_t>(paper.voter % 2)})
                               : unread(Why::CodeUnreadable);
    sheet.run = {number, ended};
    fed.sheets.push_back(std::move(sheet));
    fed.voters.push_back(paper.voter);
  }
}

Pile pileOf(int voters, int pages, bool backwards = false) {
  Pile pile;
  for (int voter = 0; voter < voters; ++voter)
    for (int page = 1; page <= pages; ++page) pile.push_back({voter, page});
  if (backwards) std::reverse(pile.begin(), pile.end());
  return pile;
}

struct Paired {
  int counted = 0;   ///< without a doubt
  int mixed = 0;     ///< of these, with pages of several voters
  int doubtful = 0;  ///< ballots put before the committee
};

Paired outcomeOf(const Fed& fed, int pages) {
  const RuleSet rules = *ruleSet("190-QĐ/TW");
  Paired outcome;
  for (const AssembledBallot& ballot : assemble(contestOf(pages), rules, pages, fed.sheets).ballots) {
    if (ballot.judgement.validity == Validity::Undecided) {
      ++outcome.doubtful;
      continue;
    }
    ++outcome.counted;
    const int voter = fed.voters[ballot.sheets.front()];
    const bool one = std::all_of(ballot.sheets.begin(), ballot.sheets.end(), [&](std::size_t i) { return fed.voters[i] == voter; });
    if (!one) ++outcome.mixed;
  }
  return outcome;
}

}  // namespace

// Catches the review's blocker: after the good scan of an unreadable first sheet was taken in, the whole pass was paired the other way round.
TEST(PageOrder, ASheetFedAgainChangesNothingOfThePileBefore) {
  for (const int pages : {2, 3}) {
    const Contest contest = contestOf(pages);
    Pile pile = pileOf(6, pages);
    pile.front().read = false;
    Fed fed;
    feed(fed, contest, pile);
    const Paired before = outcomeOf(fed, pages);
    EXPECT_EQ(before.counted, 5) << pages;
    EXPECT_EQ(before.doubtful, 1) << "what is left of the ballot whose first page was not read";
    feed(fed, contest, {{0, 1}});
    const Paired after = outcomeOf(fed, pages);
    EXPECT_EQ(after.counted, 5) << pages;
    EXPECT_EQ(after.mixed, 0) << pages;
    EXPECT_EQ(after.doubtful, 2) << "both parts wait for the committee, which sees where they lie";
  }
}

TEST(PageOrder, APileFedLastPageFirstWithItsFirstSheetUnreadIsNotMispaired) {
  for (const int pages : {2, 3}) {
    Pile pile = pileOf(6, pages, true);
    pile.front().read = false;
    Fed fed;
    feed(fed, contestOf(pages), pile);
    const Paired outcome = outcomeOf(fed, pages);
    EXPECT_EQ(outcome.mixed, 0) << pages;
    EXPECT_EQ(outcome.counted, pages == 2 ? 0 : 5) << "with two pages nothing but the ends tells the direction";
  }
}

TEST(PageOrder, HalfAPileFedTheOtherWayRoundIsPairedByItself) {
  for (const int pages : {2, 3}) {
    const Pile pile = pileOf(6, pages);
    const auto middle = pile.begin() + 3 * pages;
    Pile first(pile.begin(), middle), second(middle, pile.end());
    std::reverse(second.begin(), second.end());
    Fed fed;
    feed(fed, contestOf(pages), first);
    feed(fed, contestOf(pages), second);
    const Paired outcome = outcomeOf(fed, pages);
    EXPECT_EQ(outcome.mixed, 0);
    EXPECT_EQ(outcome.counted, pages == 2 ? 3 : 6);
    EXPECT_EQ(outcome.doubtful, pages == 2 ? 3 : 0);
  }
}

TEST(PageOrder, ABallotPartedByAJamIsNotJoinedAcrossTwoRuns) {
  const Pile pile = pileOf(4, 3);
  Fed fed;
  feed(fed, contestOf(3), Pile(pile.begin(), pile.begin() + 4), false);
  feed(fed, contestOf(3), Pile(pile.begin() + 4, pile.end()));
  const Paired outcome = outcomeOf(fed, 3);
  EXPECT_EQ(outcome.counted, 3);
  EXPECT_EQ(outcome.doubtful, 2) << "page 1 before the jam, pages 2 and 3 after it";
}

// Catches: two unreadable sheets of two voters, fed again together, happen to be a page 1 and a page 2.
TEST(PageOrder, SheetsOfTwoVotersFedAgainTogetherAreNotABallot) {
  Pile pile = pileOf(6, 2);
  pile[0].read = pile[7].read = false;
  Fed fed;
  feed(fed, contestOf(2), pile);
  feed(fed, contestOf(2), {{0, 1}, {3, 2}});
  const Paired outcome = outcomeOf(fed, 2);
  EXPECT_EQ(outcome.counted, 4);
  EXPECT_EQ(outcome.mixed, 0);
}

TEST(PageOrder, AnOrdinaryPileIsCountedWithoutADoubt) {
  for (const int pages : {1, 2, 3, 5})
    for (const bool ended : {true, false}) {
      Fed fed;
      feed(fed, contestOf(pages), pileOf(20, pages), ended);
      feed(fed, contestOf(pages), pileOf(20, pages), ended);
      EXPECT_EQ(outcomeOf(fed, pages).counted, 40) << pages;
    }
  Fed underWay;  // while the feeder runs only the ballot at its end waits
  Pile pile = pileOf(20, 2);
  pile.pop_back();
  feed(underWay, contestOf(2), pile, false);
  EXPECT_EQ(outcomeOf(underWay, 2).counted, 19);
}

// Piles of 2 to 4 pages, fed either way, with a part turned round, or parted anywhere, or with a sheet that vanished without a trace; any number of unreadable sheets; and
// sheets fed again together in any order: a ballot that counts without a doubt is one voter's.
TEST(PageOrder, NoBallotThatCountsWithoutADoubtIsOfTwoVoters) {
  std::mt19937 random(20261122);
  const auto below = [&random](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  int counted = 0;
  for (int round = 0; round < 20000; ++round) {
    const int pages = 2 + below(3);
    const Contest contest = contestOf(pages);
    Pile pile = pileOf(2 + below(7), pages, below(2) == 0);
    const bool turned = below(4) == 0;
    if (turned) {  // a part of the pile lies the wrong way round, whole ballots only
      const int voters = static_cast<int>(pile.size()) / pages, from = below(voters), to = from + 1 + below(voters - from);
      std::reverse(pile.begin() + from * pages, pile.begin() + to * pages);
    }
    Pile again;
    const bool parted = !turned && below(2) == 0;
    if (!parted && !turned && below(2) == 0) {
      const int lost = below(static_cast<int>(pile.size()));
      again.push_back(pile[static_cast<std::size_t>(lost)]);
      pile.erase(pile.begin() + lost);
    }
    for (Paper& paper : pile) {
      if (below(8) != 0) continue;
      if (below(3) != 0) again.push_back(paper);
      paper.read = false;
    }
    Fed fed;
    for (std::size_t from = 0; from < pile.size();) {
      const auto size = parted ? 1 + static_cast<std::size_t>(below(12)) : pile.size();
      const std::size_t to = std::min(pile.size(), from + size);
      feed(fed, contest, Pile(pile.begin() + static_cast<std::ptrdiff_t>(from), pile.begin() + static_cast<std::ptrdiff_t>(to)));
      from = to;
    }
    std::shuffle(again.begin(), again.end(), random);
    while (!again.empty()) {
      const int size = 1 + below(static_cast<int>(again.size()));
      feed(fed, contest, Pile(again.end() - size, again.end()));
      again.resize(again.size() - static_cast<std::size_t>(size));
    }
    const Paired outcome = outcomeOf(fed, pages);
    counted += outcome.counted;
    std::string order;
    for (const PassSheet& sheet : fed.sheets)
      order += std::to_string(sheet.run.number) + ":" + std::to_string(sheet.reading.page) + "/" +
               std::to_string(fed.voters[static_cast<std::size_t>(sheet.id) - 1]) + " ";
    ASSERT_EQ(outcome.mixed, 0) << "round " << round << ", run:page/voter " << order;
  }
  EXPECT_GT(counted, 20000) << "putting everything before the committee is no answer";
}
