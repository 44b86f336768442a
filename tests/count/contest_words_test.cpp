// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/contest_words.h"

#include <gtest/gtest.h>

#include "builders.h"
#include "election/language_scope.h"

using namespace kp;
using namespace kp::testing;

// Catches: rounds of one contest told by the same words, or a first round called one.
TEST(ContestWords, NameTheRoundFromTheSecondOn) {
  Contest contest = strikeContest();
  EXPECT_EQ(contestWords(contest), "Bầu Ban Chấp hành");
  contest.round = 2;
  EXPECT_EQ(contestWords(contest), "Bầu Ban Chấp hành (bầu lần thứ 2)");
  contest.round = 3;
  const LanguageScope english(Language::English);
  EXPECT_EQ(contestWords(contest), "Bầu Ban Chấp hành (round 3)");
}
