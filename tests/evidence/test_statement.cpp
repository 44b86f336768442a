// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/statement.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "election/text.h"
#include "evidence/base45.h"
#include "sample_statement.h"
#include "scanner/code/qr.h"

namespace kp {
namespace {

using test::sampleKey;
using test::sampleStatement;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string signedText(const Statement& s) {
  auto text = signStatement(s, sampleKey().secretKey);
  EXPECT_TRUE(text) << text.error().what;
  return text.value_or("");
}

rc::Gen<Statement> anyStatement() {
  return rc::gen::exec([] {
    Statement s;
    s.kind = *rc::gen::element(ContestKind::Election, ContestKind::Opinion, ContestKind::Confidence);
    s.congress = *rc::gen::resize(20, rc::gen::arbitrary<std::string>());
    s.contest = *rc::gen::resize(20, rc::gen::arbitrary<std::string>());
    const auto figure = rc::gen::inRange(0, kMaxFigure + 1);
    for (int* n : {&s.round, &s.convened, &s.present, &s.issued, &s.returned, &s.valid, &s.invalid, &s.base}) *n = *figure;
    s.madeAt = *rc::gen::inRange<std::int64_t>(0, std::int64_t{1} << 60);
    for (std::size_t i = *rc::gen::inRange<std::size_t>(0, kMaxCandidates + 1); i > 0; --i) {
      CandidateVotes v;
      if (s.kind == ContestKind::Confidence) {
        v.high = *figure, v.medium = *figure, v.low = *figure;
      } else {
        v.yes = *figure, v.no = *figure;
      }
      v.notCounted = *figure;
      if (*rc::gen::arbitrary<bool>()) s.elected.push_back(s.votes.size());
      s.votes.push_back(v);
    }
    s.journalHead = *rc::gen::container<Hash>(rc::gen::arbitrary<std::uint8_t>());
    s.program = "0.1.0";
    normalise(s);
    return s;
  });
}

}  // namespace

// Regression: a figure lost or changed between what was counted and what the code on the minutes says.
TEST(Statement, ComesBackAsItWasSigned) {
  const Statement s = sampleStatement();
  const auto back = parseStatement(signedText(s));
  ASSERT_TRUE(back) << back.error().what;
  EXPECT_EQ(back->statement, s);
  EXPECT_EQ(back->key, sampleKey().publicKey);
}

// Regression: shortcuts of the compact form (votes against follow from the rest) lose numbers where they do not follow.
RC_GTEST_PROP(Statement, ComesBackWhateverTheNumbers, ()) {
  const Statement s = *anyStatement();
  const auto text = signStatement(s, sampleKey().secretKey);
  RC_ASSERT(text.has_value());
  const auto back = parseStatement(*text);
  RC_ASSERT(back.has_value());
  RC_ASSERT(back->statement == s);
}

// Regression: minutes retyped with one digit changed pass as genuine.
TEST(Statement, OneChangedByteAnywhereIsFound) {
  const std::string text = signedText(sampleStatement());
  const std::string body = *fromBase45(text.substr(5));
  for (std::size_t i = 0; i < body.size(); ++i) {
    for (int bit : {0, 3, 7}) {
      std::string other = body;
      other[i] = static_cast<char>(other[i] ^ (1 << bit));
      EXPECT_FALSE(parseStatement("KPM1:" + toBase45(other))) << "byte " << i << " bit " << bit;
    }
  }
  EXPECT_FALSE(parseStatement(text.substr(0, text.size() - 3)));
  EXPECT_FALSE(parseStatement(text + "000"));
}

// Regression: a code from elsewhere stops the program that checks it.
RC_GTEST_PROP(Statement, AnyTextIsAnsweredNotThrown, (const std::string& bytes)) {
  (void)parseStatement(bytes);
  (void)parseStatement("KPM1:" + bytes);
  (void)parseStatement("KPM1:" + toBase45(bytes));
}

// Regression: a body signed by a stranger's key that no writer of ours makes gets past the reader (sizes beyond the end, huge counts).
RC_GTEST_PROP(Statement, AnySignedBodyIsEitherCanonicalOrRefused, ()) {
  std::string body = *canonicalBytes(sampleStatement(*rc::gen::inRange<std::size_t>(0, 12)));
  const auto edits = *rc::gen::container<std::vector<std::pair<std::uint16_t, std::uint8_t>>>(
      rc::gen::arbitrary<std::pair<std::uint16_t, std::uint8_t>>());
  for (const auto& [at, value] : edits) body[at % body.size()] = static_cast<char>(value);
  body.resize(*rc::gen::inRange<std::size_t>(0, body.size() + 1));
  const auto text = test::signBody(body, sampleKey());
  const auto back = parseStatement(text);
  if (back) RC_ASSERT(canonicalBytes(back->statement).value() == body);
}

// Regression: a statement of another contest's key is taken for this congress's: the key comes out, so that the caller can compare it.
TEST(Statement, TellsWhoseKeySigned) {
  const auto text = signStatement(sampleStatement(), sampleKey(9).secretKey);
  const auto back = parseStatement(*text);
  ASSERT_TRUE(back);
  EXPECT_NE(back->key, sampleKey(7).publicKey);
}

// Regression: the longest list of domain.md §7 does not fit one symbol that can be printed at 0.38 mm a module inside the page's foot.
TEST(Statement, LongestListFitsOneSymbol) {
  const std::string text = signedText(sampleStatement(234, 1600));
  RecordProperty("characters", static_cast<int>(text.size()));
  const QrSymbol low = encodeQr(text, 0), medium = encodeQr(text, 1);
  RecordProperty("modulesL", low.modules);
  RecordProperty("modulesM", medium.modules);
  EXPECT_LE(low.modules, 93) << text.size() << " characters";
  EXPECT_LE(medium.modules, 105) << text.size() << " characters";
  EXPECT_EQ(text.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"), std::string::npos);
}

// Regression: a confidence vote on the longest list (two numbers a name) overflows the symbol.
TEST(Statement, LongestConfidenceVoteFitsOneSymbol) {
  Statement s = sampleStatement(234, 1600);
  s.kind = ContestKind::Confidence;
  s.elected.clear();
  for (auto& v : s.votes) v = {0, 0, 3, 1000, 400, s.valid - 1403};
  EXPECT_LE(encodeQr(signedText(s), 0).modules, 125);
}

// Regression: what cannot be carried is carried cut off.
TEST(Statement, RefusesWhatItCannotCarry) {
  Statement s = sampleStatement();
  s.elected = {1, 1};
  EXPECT_EQ(signStatement(s, sampleKey().secretKey).error().kind, ErrorKind::BadInput);
  s = sampleStatement();
  s.elected = {99};
  EXPECT_FALSE(canonicalBytes(s));
  s = sampleStatement();
  s.valid = -1;
  EXPECT_FALSE(canonicalBytes(s));
  EXPECT_EQ(shortCode(s), "");
  s = sampleStatement(235);
  EXPECT_FALSE(canonicalBytes(s));
  s = sampleStatement();
  s.votes[0].high = 1;
  EXPECT_FALSE(canonicalBytes(s));
}

// Regression: two different results share the code that people compare by eye.
TEST(Statement, ShortCodeIsSixteenDigitsOfThisStatement) {
  Statement s = sampleStatement();
  const std::string code = shortCode(s);
  EXPECT_THAT(code, ::testing::MatchesRegex("[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}"));
  s.votes[3].yes -= 1;
  EXPECT_NE(shortCode(s), code);
}

// Regression: a difference between paper and file is reported without saying where.
TEST(CompareStatements, NamesEachDifference) {
  setLanguage(Language::English);
  const Statement paper = sampleStatement();
  Statement file = paper;
  const auto differences = [&] { return compareStatements(paper, "the minutes", file, "the file", Face::StrikeOut); };
  EXPECT_TRUE(differences().empty());
  file.votes[6].yes = 341;
  EXPECT_THAT(differences(), ElementsAre("Candidate 7, votes: the minutes 305, the file 341."));
  file = paper;
  file.present = 347;
  file.issued = 346;
  file.returned = 345;
  file.valid = 344;
  file.invalid = 9;
  file.base = 340;
  file.convened = 355;
  EXPECT_EQ(differences().size(), 7u);
  file = paper;
  file.elected.pop_back();
  EXPECT_THAT(differences(), ElementsAre(HasSubstr("elected in the minutes, not in the file")));
  file = paper;
  file.journalHead[0] ^= 1;
  EXPECT_THAT(differences(), ElementsAre(HasSubstr("Journal")));
  file = paper;
  file.congress = "khac", file.contest = "bt", file.round = 2, file.kind = ContestKind::Opinion;
  EXPECT_EQ(differences().size(), 4u);
  file = paper;
  file.votes.pop_back();
  EXPECT_THAT(differences(), ElementsAre(HasSubstr("Names on the ballot: the minutes 9, the file 8")));
  setLanguage(Language::Vietnamese);
}

// Regression: the levels of a confidence vote are not compared.
TEST(CompareStatements, NamesTheLevelsOfAConfidenceVote) {
  Statement paper = sampleStatement(2);
  paper.kind = ContestKind::Confidence;
  paper.elected.clear();
  for (auto& v : paper.votes) v = {0, 0, 0, 300, 40, 7};
  Statement file = paper;
  file.votes[1] = {0, 0, 1, 299, 41, 6};
  const auto lines = compareStatements(paper, "biên bản", file, "tệp", Face::Confidence);
  EXPECT_THAT(lines, ElementsAre("Người số 2 trên phiếu, tín nhiệm cao: biên bản ghi 300, tệp ghi 299.",
                                 "Người số 2 trên phiếu, tín nhiệm: biên bản ghi 40, tệp ghi 41.",
                                 "Người số 2 trên phiếu, tín nhiệm thấp: biên bản ghi 7, tệp ghi 6.",
                                 "Người số 2 trên phiếu, không tính: biên bản ghi 0, tệp ghi 1."));
}

// Caught: "không đồng ý" said of a ballot on which names are struck and nobody can disagree.
TEST(CompareStatements, SpeaksOfTheBallotThatWasUsed) {
  const Statement paper = sampleStatement(2);
  Statement file = paper;
  file.votes[0].no += 1;
  EXPECT_THAT(compareStatements(paper, "biên bản", file, "tệp", Face::StrikeOut),
              ElementsAre(HasSubstr("Người số 1 trên phiếu, không bầu:")));
  EXPECT_THAT(compareStatements(paper, "biên bản", file, "tệp", Face::Columns),
              ElementsAre(HasSubstr("Người số 1 trên phiếu, không đồng ý:")));
}

}  // namespace kp
