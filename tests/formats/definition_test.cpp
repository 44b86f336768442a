// SPDX-License-Identifier: GPL-3.0-or-later
// Congress definitions in and out. Each refusal names the field and what to do; each test catches a bad file that would reach a printer.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "election/text.h"
#include "formats/definition.h"
#include "formats/unicode.h"

namespace kp {
namespace {

using testing::HasSubstr;

const std::string kGood = R"({"format":"kiemphieu-congress/1",
 "congress":{"id":"dh","name":"Đại hội thử nghiệm","superior":"ĐẢNG BỘ CẤP TRÊN","issuer":"ĐẢNG BỘ MẪU",
   "term":"2025 - 2030","place":"Tỉnh Mẫu","date":"2025-09-20","kind":"delegates","rules":"190-QĐ/TW"},
 "committee":[{"name":"Hà Văn Trưởng","role":"head"}],
 "contests":[{"id":"bch","title":"Bầu Ban Chấp hành","kind":"election","office":"cap-uy","seats":2,"ballot_code":"per-ballot",
   "candidates":[{"id":"c01","name":"Phan Thử An","note":"ghi chú"},{"id":"c02","name":"Phan Thử Bình"},{"id":"c03","name":"Phan Thử Chi"}]},
  {"id":"poll","title":"Xin ý kiến","kind":"opinion","candidates":[{"id":"p1","name":"Phan Thử Dũng"}]}]})";

/// The good definition with one place changed; a change that finds nothing would test nothing.
std::string with(const std::string& from, const std::string& to) {
  std::string out = kGood;
  const auto at = out.find(from);
  EXPECT_NE(at, std::string::npos) << "not in the definition: " << from;
  if (at != std::string::npos) out.replace(at, from.size(), to);
  return out;
}

Error refusalOf(const std::string& json) {
  const auto parsed = parseDefinition(json);
  if (!parsed) return parsed.error();
  ADD_FAILURE() << "accepted: " << json.substr(0, 200);
  return {};
}

TEST(Definition, ReadsEveryField) {
  const auto read = parseDefinition(kGood);
  ASSERT_TRUE(read) << read.error().what;
  EXPECT_EQ(read->info.name, "Đại hội thử nghiệm");
  EXPECT_EQ(read->info.superior, "ĐẢNG BỘ CẤP TRÊN");
  EXPECT_EQ(read->info.issuer, "ĐẢNG BỘ MẪU");
  EXPECT_EQ(read->info.term, "2025 - 2030");
  EXPECT_EQ(read->info.place, "Tỉnh Mẫu");
  EXPECT_EQ(read->info.kind, CongressKind::Delegates);
  ASSERT_EQ(read->committee.size(), 1U);
  EXPECT_EQ(read->committee[0].role, Role::Head);
  ASSERT_EQ(read->contests.size(), 2U);
  const Contest& contest = read->contests[0];
  EXPECT_EQ(contest.office, Office::CapUy);
  EXPECT_EQ(contest.seats, 2);
  EXPECT_EQ(contest.ballotCode, BallotCode::PerBallot);
  ASSERT_EQ(contest.candidates.size(), 3U);
  EXPECT_EQ(contest.candidates[0], (Candidate{"c01", "Phan Thử An", "ghi chú"}));
}

TEST(Definition, OptionalFieldsHaveTheirDefaults) {
  const auto read = parseDefinition(kGood);
  ASSERT_TRUE(read);
  const Contest& poll = read->contests[1];
  EXPECT_EQ(poll.seats, 0);
  EXPECT_EQ(poll.office, Office::Other);
  EXPECT_EQ(poll.ballotCode, BallotCode::Shared);
  EXPECT_EQ(poll.paper, "A4");
  EXPECT_EQ(poll.round, 1);
  EXPECT_FALSE(poll.runOff);
  EXPECT_EQ(poll.candidates[0].note, "");
  const auto short_ = parseDefinition(with(R"(,"rules":"190-QĐ/TW")", ""));
  ASSERT_TRUE(short_);
  EXPECT_EQ(short_->info.rules, "190-QĐ/TW");
}

TEST(Definition, RoundTrip) {
  Congress congress = *parseDefinition(kGood);
  congress.contests[0].round = 3;
  congress.contests[0].runOff = true;
  congress.contests[0].paper = "A5";
  congress.info.kind = CongressKind::Members;
  congress.info.place = "“Tỉnh” \\ Mẫu";
  const auto again = parseDefinition(writeDefinition(congress));
  ASSERT_TRUE(again) << again.error().what;
  EXPECT_EQ(*again, congress);
}

TEST(Definition, WarningsAreNoRefusal) {
  EXPECT_TRUE(parseDefinition(with(R"("seats":2)", R"("seats":3)"))) << "R-03 warns only";
  EXPECT_TRUE(parseDefinition(with("Phan Thử Bình", "Phan Thử An"))) << "two people may have one name";
}

TEST(Definition, DecomposedUnicodeIsNormalised) {
  // "Nguyễn" with combining circumflex and tilde, as some keyboards on macOS write it
  const auto read = parseDefinition(with("Phan Thử An", "Nguye\xcc\x82\xcc\x83n Thư\xcc\x89 An"));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->contests[0].candidates[0].name, "Nguyễn Thử An");
  EXPECT_EQ(nfc("A\xcc\x86\xcc\x81"), "Ắ");
}

TEST(Definition, DecomposedMemberNameIsStillTheSamePerson) {
  const Error error = refusalOf(with("Hà Văn Trưởng", "Phan Thư\xcc\x89 An"));
  EXPECT_EQ(error.rule, "R-06");
}

TEST(Definition, ANameOfThreeHundredLettersIsRefused) {
  EXPECT_THAT(refusalOf(with("Phan Thử An", std::string(300, 'a'))).what, HasSubstr("300"));
}

TEST(Definition, BlockFindingsRefuse) {
  EXPECT_THAT(refusalOf(with(R"("id":"c02")", R"("id":"c01")")).what, HasSubstr("c01"));
  EXPECT_THAT(refusalOf(with(R"("id":"poll")", R"("id":"bch")")).what, HasSubstr("bch"));
  EXPECT_THAT(refusalOf(with("2025-09-20", "2025-09-31")).what, HasSubstr("2025-09-31"));
  EXPECT_THAT(refusalOf(with("190-QĐ/TW", "1-QĐ/TW")).what, HasSubstr("244-QĐ/TW"));
  EXPECT_THAT(refusalOf(with(R"("seats":2,)", R"("seats":2,"paper":"A3",)")).what, HasSubstr("A3"));
  EXPECT_THAT(refusalOf(with(R"("id":"dh")", R"("id":"")")).what, HasSubstr("mã"));
}

TEST(Definition, ThreeHundredCandidatesAreRefused) {
  std::string list;
  for (int i = 0; i < 300; ++i) list += R"({"id":"x)" + std::to_string(i) + R"(","name":"Phan Thử )" + std::to_string(i) + "\"},";
  EXPECT_THAT(refusalOf(with(R"({"id":"c01")", list + R"({"id":"c01")")).what, HasSubstr("303"));
}

TEST(Definition, SeatsMustBeAWholeNumberInReach) {
  for (const char* seats :
       {"0", "-1", "2.5", "\"2\"", "null", "true", "99999999999999999999999", "18446744073709551615", "4294967298", "1e3"})
    EXPECT_THAT(refusalOf(with(R"("seats":2)", std::string(R"("seats":)") + seats)).what, HasSubstr("contests[0].seats")) << seats;
  EXPECT_THAT(refusalOf(with(R"("seats":2,)", "")).what, HasSubstr("contests[0].seats")) << "an election needs them";
  EXPECT_THAT(refusalOf(with(R"("seats":2)", R"("seats":1e999)")).what, HasSubstr("quá lớn"));
}

TEST(Definition, WrongTypesAreNamedByPath) {
  const struct {
    const char *from, *to, *path;
  } cases[] = {
      {R"("name":"Phan Thử Bình")", R"("name":7)", "contests[0].candidates[1].name"},
      {R"(,"name":"Phan Thử Bình")", "", "contests[0].candidates[1].name"},
      {R"({"id":"c02","name":"Phan Thử Bình"})", "\"Phan Thử Bình\"", "contests[0].candidates[1]"},
      {R"("role":"head")", R"("role":"boss")", "committee[0].role"},
      {R"("kind":"opinion")", R"("kind":"Opinion")", "contests[1].kind"},
      {R"("kind":"delegates",)", "", "congress.kind"},
      {R"("office":"cap-uy")", R"("office":"king")", "contests[0].office"},
      {R"("seats":2,)", R"("seats":2,"run_off":1,)", "contests[0].run_off"},
      {R"("seats":2,)", R"("seats":2,"round":0,)", "contests[0].round"},
      {R"([{"name":"Hà Văn Trưởng","role":"head"}])", R"("nobody")", "committee"},
      {R"("place":"Tỉnh Mẫu")", R"("place":"Tỉnh\u0000Mẫu")", "congress.place"},
      {R"("place":"Tỉnh Mẫu")", R"("place":"Tỉnh\u202eMẫu")", "congress.place"},
  };
  for (const auto& c : cases) EXPECT_THAT(refusalOf(with(c.from, c.to)).what, HasSubstr(std::string("“") + c.path + "”"));
  EXPECT_THAT(refusalOf(R"({"format":"kiemphieu-congress/1"})").what, HasSubstr("congress"));
  EXPECT_THAT(refusalOf(R"({"format":"kiemphieu-congress/1","congress":[]})").what, HasSubstr("congress"));
}

TEST(Definition, OtherFormatsAndVersionsAreRefused) {
  EXPECT_THAT(refusalOf(with("kiemphieu-congress/1", "kiemphieu-congress/2")).what, HasSubstr("kiemphieu-congress/2"));
  for (const char* other : {"[]", "7", "\"text\"", "{}", R"({"format":1})", R"({"format":"kiemphieu-geometry/1"})"})
    EXPECT_THAT(refusalOf(other).what, HasSubstr("kiemphieu-congress/1")) << other;
}

TEST(Definition, WhatIsNoJsonIsRefusedWithItsLine) {
  for (const char* text : {"Họ và tên;Số phiếu", "{", R"({"a":1}x)", R"({"a":"\ud800"})", "{\"a\":1,}", "%PDF-1.7"}) refusalOf(text);
  EXPECT_THAT(refusalOf("{\n\"format\":\n\n oops}").what, HasSubstr("dòng 4"));
}

TEST(Definition, EmptyFileIsRefused) {
  for (const char* text : {"", " \r\n\t"}) EXPECT_THAT(refusalOf(text).what, HasSubstr("trống"));
}

TEST(Definition, TextThatIsNotUtf8IsRefused) {
  EXPECT_THAT(refusalOf(with("Phan Thử An", "Phan Th\xed An")).what, HasSubstr("UTF-8"));
  EXPECT_THAT(refusalOf(std::string("\xff\xfe{\0", 4)).what, HasSubstr("UTF-8")) << "UTF-16 as Windows' notepad saves it";
}

TEST(Definition, AByteOrderMarkIsPassedOver) { EXPECT_TRUE(parseDefinition("\xef\xbb\xbf" + kGood)); }

TEST(Definition, ANestingBombIsRefused) {
  const std::string open(1000000, '['), close(1000000, ']');
  EXPECT_THAT(refusalOf(open).what, HasSubstr("lồng nhau"));
  EXPECT_THAT(refusalOf(open + close).what, HasSubstr("lồng nhau"));
  EXPECT_TRUE(parseDefinition(with("ghi chú", "[[[[[[[[[[[[[[[[[[[[\\\"[[[[[[[[[[[[[[[[[[[["))) << "brackets inside a text are no nesting";
}

TEST(Definition, AFileThatIsTooLargeIsRefused) { refusalOf(std::string(kMaxDefinitionBytes + 1, ' ') + kGood); }

TEST(Definition, AFieldTwiceIsRefused) { EXPECT_THAT(refusalOf(with(R"("seats":2)", R"("seats":2,"seats":3)")).what, HasSubstr("seats")); }

TEST(Definition, UnknownFieldsArePassedOver) {
  EXPECT_TRUE(parseDefinition(with(R"("seats":2)", R"("seats":2,"colour":["hồng",{"a":1}])")));
}

TEST(Definition, MessagesComeInTheLanguageOfTheProcess) {
  setLanguage(Language::English);
  const std::string what = refusalOf(with(R"("seats":2)", R"("seats":"2")")).what;
  setLanguage(Language::Vietnamese);
  EXPECT_EQ(
      what,
      "Field “contests[0].seats” of the definition: must be a whole number from 1 to 10000. Nothing has been created; correct the file and try again.");
}

TEST(Nfc, LeavesWhatIsNoTextAlone) {
  EXPECT_EQ(nfc(""), "");
  EXPECT_EQ(nfc("\xff\xfe"), "\xff\xfe");
  EXPECT_EQ(nfc(std::string("a\0b", 3)), std::string("a\0b", 3));
}

}  // namespace
}  // namespace kp
