// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "builders.h"
#include "count/closing.h"

using namespace kp;
using namespace kp::testing;

// Catches: a second contest of an office that takes the first one out of what must come before.
TEST(EarlierContests, R31NamesDecideWhereThereAreSeveral) {
  Contest secretary = strikeContest(1, 1, "bt");
  secretary.office = Office::BiThu;
  Contest deputy = strikeContest(1, 1, "pbt");
  deputy.office = Office::PhoBiThu;
  const Contest first = strikeContest(5, 3, "a");
  Contest second = strikeContest(5, 3, "b");
  const auto named = [](Contest contest, const std::string& name) {
    for (Candidate& candidate : contest.candidates) candidate.name += " " + name;
    return contest;
  };
  const auto ids = [](const Congress& congress, const Contest& contest) {
    std::string list;
    for (const Contest* earlier : earlierContests(congress, contest)) list += earlier->id + " ";
    return list;
  };
  EXPECT_EQ(ids(congressOf({first, named(second, "Hai"), secretary}), secretary), "a ") << "two units in one file";
  EXPECT_EQ(ids(congressOf({first, second, secretary}), secretary), "a b ") << "the same people in both";
  EXPECT_EQ(ids(congressOf({named(first, "Một"), named(second, "Hai"), secretary}), secretary), "a b ") << "in neither: said when closing";
  Contest otherSecretary = named(strikeContest(1, 1, "bt2"), "Hai");
  otherSecretary.office = Office::BiThu;
  EXPECT_EQ(ids(congressOf({first, named(second, "Hai"), secretary, otherSecretary, deputy}), deputy), "a bt ");
  second.round = 2;
  EXPECT_EQ(earlierContests(congressOf({first, second, secretary}), secretary).size(), 2u) << "two rounds of one election";
  const Congress whole = congressOf({first, secretary, deputy});
  EXPECT_EQ(earlierContests(whole, deputy).size(), 2u);
  EXPECT_TRUE(earlierContests(whole, first).empty());
}
