// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences of the journal and of the list of rulings, as the wall, the printed journal and the minutes' annex say them.
#include "wiring/journal_text.h"

#include <gtest/gtest.h>

#include "election/language_scope.h"

namespace kp {
namespace {

Congress congressOf(std::size_t names) {
  Congress congress;
  Contest contest;
  contest.id = "bch";
  contest.title = "Bầu Ban Chấp hành khóa XIV";
  contest.seats = 3;
  for (std::size_t i = 0; i < names; ++i) contest.candidates.push_back({"c" + std::to_string(i), "Người " + std::to_string(i + 1), ""});
  congress.contests = {contest};
  return congress;
}

JournalEntry entryOf(const std::string& contest) {
  JournalEntry entry;
  entry.event = toString(Event::RulesChanged);
  entry.contest = contest;
  return entry;
}

// Caught: a reader of the journal is told "cuộc bầu bch" and has to know what "bch" is.
TEST(JournalText, NamesAContestByItsTitle) {
  Congress congress = congressOf(5);
  EXPECT_NE(journalSentence(congress, entryOf("bch")).find(" · Bầu Ban Chấp hành khóa XIV"), std::string::npos);
  EXPECT_EQ(journalSentence(congress, entryOf("bch")).find("bch"), std::string::npos);
  EXPECT_NE(journalSentence(congress, entryOf("cu")).find(" · cuộc bầu cu"), std::string::npos) << "one taken out since has only its id";
}

// Caught: the second round reads like the first, or two contests of one title cannot be told apart.
TEST(JournalText, TellsContestsOfOneTitleApart) {
  Congress congress = congressOf(5);
  congress.contests.push_back(congress.contests.front());
  congress.contests.back().id = "bch-v2";
  congress.contests.back().round = 2;
  EXPECT_NE(journalSentence(congress, entryOf("bch-v2")).find("khóa XIV (bầu lần thứ 2)"), std::string::npos);
  EXPECT_EQ(journalSentence(congress, entryOf("bch")).find("(bầu lần"), std::string::npos);
  congress.contests.back().round = 1;
  EXPECT_NE(journalSentence(congress, entryOf("bch-v2")).find("khóa XIV (bch-v2)"), std::string::npos);
}

// Caught: a candidate "1e61" of a damaged journal, cast to an index: undefined, and the first name of the ballot was told.
TEST(JournalText, ANumberLikeThatIsNoCandidate) {
  const Congress congress = congressOf(5);
  JournalEntry entry = entryOf("bch");
  entry.event = toString(Event::RulingMade);
  entry.after =
      R"({"kind":"votes","votes":[{"candidate":1e61,"vote":"yes"},{"vote":"yes"},{"candidate":-1,"vote":"yes"},{"candidate":1,"vote":"no"}]})";
  const std::string text = journalSentence(congress, entry);
  EXPECT_EQ(text.find("Người 1"), std::string::npos) << text;
  EXPECT_NE(text.find("Người 2: không bầu"), std::string::npos) << text;
}

// Caught: a ruling on a whole ballot of 42 names that fills a page of the annex with "bầu; bầu; bầu".
TEST(JournalText, GroupsTheVotesOfAWholeBallot) {
  const Congress congress = congressOf(42);
  Ruling ruling;
  ruling.kind = Ruling::Kind::Votes;
  for (std::size_t i = 0; i < 42; ++i) ruling.votes.emplace_back(i, i == 4 || i == 17 ? Vote::No : Vote::Yes);
  EXPECT_EQ(votesInWords(congress.contests.front(), ruling), "không bầu 2 người: Người 5, Người 18; bầu 40 người còn lại");
  EXPECT_EQ(rulingWords(congress.contests.front(), ruling), votesInWords(congress.contests.front(), ruling));
  const LanguageScope english(Language::English);
  EXPECT_EQ(votesInWords(congress.contests.front(), ruling), "not voted for (2): Người 5, Người 18; voted for: the other 40");
}

// Caught: "the others" said of a ballot on which not every name was ruled on; a single vote that is no longer named.
TEST(JournalText, NamesEachVoteOfAPartOfTheBallot) {
  const Congress congress = congressOf(42);
  Ruling ruling;
  ruling.kind = Ruling::Kind::Votes;
  ruling.votes = {{0, Vote::No}, {3, Vote::Yes}};
  EXPECT_EQ(votesInWords(congress.contests.front(), ruling), "Người 1: không bầu; Người 4: bầu");
  for (std::size_t i = 4; i < 12; ++i) ruling.votes.emplace_back(i, Vote::Yes);
  const std::string text = votesInWords(congress.contests.front(), ruling);
  EXPECT_EQ(text.find("còn lại"), std::string::npos) << text;
  EXPECT_NE(text.find("không bầu 1 người: Người 1"), std::string::npos) << text;
  EXPECT_NE(text.find("Người 12"), std::string::npos) << text;
}

}  // namespace
}  // namespace kp
