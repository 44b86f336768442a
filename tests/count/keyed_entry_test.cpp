// SPDX-License-Identifier: GPL-3.0-or-later
// Regressions: a text understood as another ballot than the one meant; an error that does not name the wrong number; a text that does not come back the same.
#include "count/keyed_entry.h"

#include <gtest/gtest.h>

#include <random>

#include "builders.h"

using namespace kp;
using namespace kp::testing;

namespace {

Contest withFace(Face face, int names) {
  Contest contest = strikeContest(names, face == Face::StrikeOut ? names - 1 : names);
  if (face == Face::Confidence) contest.kind = ContestKind::Confidence;
  return contest;
}

/// The rows of a text as one word a candidate: the boxes marked by number from 0, "-" none, "?" unsure.
std::string rowsOf(Face face, const std::string& text, int names = 5) {
  const auto entry = parseEntry(withFace(face, names), text);
  if (!entry) return entry.error().what;
  std::string words;
  for (const RowMarks& row : entry->rows) {
    std::string word;
    for (std::size_t i = 0; i < fieldsOf(face).size(); ++i) {
      if (row.at(i) == MarkState::Mark) word += std::to_string(i);
      if (row.at(i) == MarkState::Unsure) word = "?";
    }
    words += (words.empty() ? "" : " ") + (word.empty() ? "-" : word);
  }
  return words;
}

struct Typed {
  Face face;
  const char *text, *rows, *canonical;
};
void PrintTo(const Typed& typed, std::ostream* out) { *out << typed.text; }

class TypedText : public ::testing::TestWithParam<Typed> {};

}  // namespace

TEST_P(TypedText, MeansTheseRows) {
  const Typed& typed = GetParam();
  EXPECT_EQ(rowsOf(typed.face, typed.text), typed.rows);
  const Contest contest = withFace(typed.face, 5);
  const auto entry = parseEntry(contest, typed.text);
  ASSERT_TRUE(entry) << entry.error().what;
  EXPECT_EQ(entryText(contest, *entry), typed.canonical);
  EXPECT_EQ(*parseEntry(contest, typed.canonical), *entry);
}

INSTANTIATE_TEST_SUITE_P(All, TypedText,
                         ::testing::Values(Typed{Face::StrikeOut, "2 4", "- 0 - 0 -", "2 4"},                  //
                                           Typed{Face::StrikeOut, " 4,2. ", "- 0 - 0 -", "2 4"},               //
                                           Typed{Face::StrikeOut, "4+2", "- 0 - 0 -", "2 4"},                  //
                                           Typed{Face::StrikeOut, "2 - 4", "- 0 0 0 -", "2-4"},                //
                                           Typed{Face::StrikeOut, "1-2 5", "0 0 - - 0", "1 2 5"},              //
                                           Typed{Face::StrikeOut, "0", "- - - - -", "0"},                      //
                                           Typed{Face::StrikeOut, "*", "0 0 0 0 0", "1-5"},                    //
                                           Typed{Face::StrikeOut, "* 3", "0 0 - 0 0", "1 2 4 5"},              //
                                           Typed{Face::StrikeOut, "*3 4", "0 0 - - 0", "1 2 5"},               //
                                           Typed{Face::StrikeOut, "2 3/", "- 0 ? - -", "2 3?"},                //
                                           Typed{Face::StrikeOut, "?", "? ? ? ? ?", "?"},                      //
                                           Typed{Face::StrikeOut, "1-5?", "? ? ? ? ?", "1-5?"},                //
                                           Typed{Face::StrikeOut, "l", "? ? ? ? ?", "l"},                      //
                                           Typed{Face::StrikeOut, "2 mx", "- 0 - - -", "2 x m"},               //
                                           Typed{Face::StrikeOut, "0 X n ?", "- - - - -", "0 x n ?"},          //
                                           Typed{Face::Columns, "0", "0 0 0 0 0", "0"},                        //
                                           Typed{Face::Columns, "1 4", "1 0 0 1 0", "1 4"},                    //
                                           Typed{Face::Columns, "1k 4K", "1 0 0 1 0", "1 4"},                  //
                                           Typed{Face::Columns, "2b 3t 5?", "0 01 - 0 ?", "2b 3t 5?"},         //
                                           Typed{Face::Columns, "2dk", "0 01 0 0 0", "2b"},                    //
                                           Typed{Face::Columns, "* 2 3đ", "1 0 0 1 1", "1 4 5"},               //
                                           Typed{Face::Columns, "*t 2", "- 0 - - -", "1t 3-5t"},               //
                                           Typed{Face::Columns, "3t 1-2t 4-5t", "- - - - -", "1-5t"},          //
                                           Typed{Face::Confidence, "0", "0 0 0 0 0", "0"},                     //
                                           Typed{Face::Confidence, "2 3p", "0 1 2 0 0", "2 3p"},               //
                                           Typed{Face::Confidence, "1cv 2b 3t", "01 012 - 0 0", "1cv 2b 3t"},  //
                                           Typed{Face::Confidence, "*p 4", "2 2 2 0 2", "1-3p 5p"}));

TEST(KeyedEntry, WrongTextIsRefusedAndTheWrongPartNamed) {
  const std::vector<std::tuple<Face, std::string, std::string>> wrong = {
      {Face::StrikeOut, "6", "6"},        {Face::StrikeOut, "2 99999999999", "99999999999"},
      {Face::StrikeOut, "3-6", "6"},      {Face::StrikeOut, "2 4 2", "Số 2"},
      {Face::StrikeOut, "1-3 2", "Số 2"}, {Face::StrikeOut, "4-2", "4-2"},
      {Face::StrikeOut, "3-", "3-"},      {Face::StrikeOut, "-3", "-3"},
      {Face::StrikeOut, "0 3", "“0”"},    {Face::StrikeOut, "00", "00"},
      {Face::StrikeOut, "", "0"},         {Face::StrikeOut, " . ", "0"},
      {Face::StrikeOut, "2k", "“k”"},     {Face::StrikeOut, "2x", "“x”"},
      {Face::StrikeOut, "x", "số"},       {Face::StrikeOut, "2 y", "“y”"},
      {Face::StrikeOut, "2 l", "“l”"},    {Face::StrikeOut, "l x", "“l”"},
      {Face::StrikeOut, "2 *", "“*”"},    {Face::StrikeOut, "*t", "“*t”"},
      {Face::Columns, "2p", "“p”"},       {Face::Columns, "2kk", "“kk”"},
      {Face::Confidence, "2d", "“d”"},    {Face::StrikeOut, "2:4", "“:4”"},
  };
  for (const auto& [face, text, part] : wrong) {
    const auto entry = parseEntry(withFace(face, 5), text);
    ASSERT_FALSE(entry) << "let through: " << text;
    EXPECT_EQ(entry.error().kind, ErrorKind::BadInput);
    EXPECT_NE(entry.error().what.find(part), std::string::npos) << text << ": " << entry.error().what;
  }
}

TEST(KeyedEntry, KeysAreCharactersAndEnter) {
  EXPECT_EQ(keystrokes("3 7 12"), 7);
  EXPECT_EQ(keystrokes("2đ"), 3);
}

TEST(KeyedEntry, WhatIsJoinedForTheCommitteeClaimsNothingTheTwoDidNotAgreeOn) {
  const Contest contest = withFace(Face::StrikeOut, 5);
  const auto entry = [&](const std::string& text) { return *parseEntry(contest, text); };
  EXPECT_EQ(entryText(contest, joined(contest, entry("2 4"), entry("2 5 x"))), "2 4? 5? x");
  EXPECT_EQ(entryText(contest, joined(contest, entry("2 4"), entry("l"))), "1-5?");
  EXPECT_EQ(entryText(contest, joined(contest, entry("2 4 m"), entry("2 4"))), "2 4 m");
}

/// Anything typed is either refused or comes back as the same ballot; never a crash.
TEST(KeyedEntry, AnyTextIsRefusedOrComesBack) {
  std::mt19937 random(4);
  const std::string keys = "0123456789  -*?/bdktcvpxnml.,đ";
  for (const Face face : {Face::StrikeOut, Face::Columns, Face::Confidence}) {
    const Contest contest = withFace(face, 21);
    for (int i = 0; i < 20000; ++i) {
      std::string text;
      for (auto length = random() % 9; length > 0; --length) text += keys.at(random() % keys.size());
      const auto entry = parseEntry(contest, text);
      if (!entry) continue;
      ASSERT_EQ(entry->rows.size(), 21U) << text;
      ASSERT_EQ(*parseEntry(contest, entryText(contest, *entry)), *entry) << text;
    }
  }
}

/// The figure of docs/measurements.md: 159 ballots of 21 names (the count of 2015 that took 44 minutes by hand). 17 seats: most voters strike the surplus of
/// four, some more, some fewer; the lists of a congress that a few candidates lose, so the struck are not evenly spread.
TEST(KeyedEntry, KeystrokesForA159BallotsDeckOf21Names) {
  const Contest contest = strikeContest(21, 17);
  std::mt19937 random(159);
  long keys = 0;
  int most = 0;
  for (int ballot = 0; ballot < 159; ++ballot) {
    KeyedEntry entry;
    entry.rows.assign(21, RowMarks{});
    const auto roll = random() % 20;
    const unsigned struck = roll < 13 ? 4 : roll < 17 ? 5 : roll < 19 ? 6 : 9;
    for (unsigned done = 0; done < struck;) {
      MarkState& state = entry.rows[random() % 2 ? random() % 21 : 12 + random() % 9][0];
      if (state == MarkState::None) ++done;
      state = MarkState::Mark;
    }
    const int here = keystrokes(entryText(contest, entry));
    keys += here;
    most = std::max(most, here);
  }
  const double each = static_cast<double>(keys) / 159;
  RecordProperty("keystrokes_per_ballot_x100", static_cast<int>(each * 100));
  RecordProperty("keystrokes_most", most);
  std::cout << "keystrokes per ballot " << each << ", most " << most << ", per operator " << keys << "\n";
  EXPECT_LT(each, 15) << "25 minutes for 159 ballots are 9.4 s a ballot; looking takes most of them";
}
