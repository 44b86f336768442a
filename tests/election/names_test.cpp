// SPDX-License-Identifier: GPL-3.0-or-later
// Order of names, UTF-8, and the words of interfaces.md for every enum.
#include <gtest/gtest.h>

#include <algorithm>

#include "build.h"
#include "election/name_order.h"
#include "election/text.h"
#include "election/utf8.h"

namespace kp {
namespace {

/// Sorts a shuffled copy (reversed) and expects the list as given.
void expectOrder(const std::vector<std::string>& names) {
  std::vector<std::string> sorted(names.rbegin(), names.rend());
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return compareVietnameseNames(a, b) < 0; });
  EXPECT_EQ(sorted, names);
}

TEST(NameOrder, LettersFollowTheVietnameseAlphabet) {
  expectOrder({"a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m",
               "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "x", "y"});
}

TEST(NameOrder, TonesAreNgangHuyenHoiNgaSacNang) { expectOrder({"ma", "mà", "mả", "mã", "má", "mạ", "mua", "mùa", "mưa"}); }

TEST(NameOrder, TonesCountOnlyWhereTheLettersAreEqual) {
  // Byte order or tones compared first would put Hạnh after Hào.
  expectOrder({"Lê Thị Hà", "Lê Thị Hạ", "Lê Thị Hạnh", "Lê Thị Hào", "Lê Thị Hằng"});
}

TEST(NameOrder, GivenNameFirstThenFamilyThenMiddle) {
  expectOrder({"Vũ Văn An", "Đặng Thị Ánh", "Trần Văn Bình", "Lê Bá Đạt", "Lê Văn Đạt", "Nguyễn An Đạt", "Hồ Thị Em"});
}

TEST(NameOrder, ShorterComesBeforeLonger) { expectOrder({"An", "Lê An", "Lê Văn An", "Lê Văn Hoàng An", "Lê Văn Anh"}); }

TEST(NameOrder, CapitalsAndSpacesHardlyMatterButOrderIsTotal) {
  EXPECT_TRUE(sameName("NGUYỄN  THỊ ĐÀO", " nguyễn thị đào"));
  EXPECT_FALSE(sameName("Nguyễn Thị Đào", "Nguyễn Thị Đảo"));
  EXPECT_FALSE(sameName("Nguyễn Thị Dao", "Nguyễn Thị Đao"));
  EXPECT_NE(compareVietnameseNames("LÊ AN", "Lê An"), 0);
  EXPECT_EQ(compareVietnameseNames("LÊ AN", "Lê An"), -compareVietnameseNames("Lê An", "LÊ AN"));
  EXPECT_EQ(compareVietnameseNames("Lê An", "Lê An"), 0);
}

TEST(NameOrder, BytesThatAreNoTextStillHaveAnOrder) {
  EXPECT_NE(compareVietnameseNames("\xff\xfe", "\xff\xfd"), 0);
  EXPECT_NE(compareVietnameseNames("", "An"), 0);
}

TEST(Utf8, DecodesStrictly) {
  EXPECT_EQ(decodeUtf8("ế€𝄞"), std::u32string(U"ế€𝄞"));
  EXPECT_EQ(codePoints("Nguyễn"), 6U);
  for (const char* bad : {"\x80", "\xc3", "\xc0\xaf", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xf8\x88\x80\x80\x80", "a\xffz"})
    EXPECT_FALSE(decodeUtf8(bad)) << "accepted bytes that are not UTF-8";
}

TEST(Utf8, FindsWhatCannotBeSeen) {
  for (const char* text : {"a\nb", "a\x7f",
                           "a\xe2\x80\x8b"
                           "b",
                           "\xe2\x80\xae"
                           "ab",
                           "\xef\xbb\xbf"
                           "a"})
    EXPECT_TRUE(hasInvisibleCharacter(text));
  EXPECT_FALSE(hasInvisibleCharacter("Nguyễn Thị Ưu – Đảng bộ (1975)"));
}

TEST(Words, EveryEnumNameIsReadBack) {
  for (const auto v : {CongressKind::Delegates, CongressKind::Members}) EXPECT_EQ(*parseCongressKind(toString(v)), v);
  for (const auto v : {Role::Head, Role::Member, Role::Technician, Role::Supervisor, Role::Secretary})
    EXPECT_EQ(*parseRole(toString(v)), v);
  for (const auto v : {ContestKind::Election, ContestKind::Opinion, ContestKind::Confidence}) EXPECT_EQ(*parseContestKind(toString(v)), v);
  for (int i = 0; i <= static_cast<int>(Office::Other); ++i)
    EXPECT_EQ(*parseOffice(toString(static_cast<Office>(i))), static_cast<Office>(i));
  for (const auto v : {BallotCode::Shared, BallotCode::PerBallot}) EXPECT_EQ(*parseBallotCode(toString(v)), v);
  for (int i = 0; i <= static_cast<int>(Field::Low); ++i) EXPECT_EQ(*parseField(toString(static_cast<Field>(i))), static_cast<Field>(i));
  for (const auto v : {MarkState::None, MarkState::Mark, MarkState::Unsure}) EXPECT_EQ(*parseMarkState(toString(v)), v);
  for (int i = 0; i <= static_cast<int>(Vote::Unsure); ++i) EXPECT_EQ(*parseVote(toString(static_cast<Vote>(i))), static_cast<Vote>(i));
  for (const auto v : {Validity::Valid, Validity::Invalid, Validity::Undecided}) EXPECT_EQ(*parseValidity(toString(v)), v);
  for (int i = 0; i <= static_cast<int>(Why::DoubleFeed); ++i) EXPECT_EQ(*parseWhy(toString(static_cast<Why>(i))), static_cast<Why>(i));
}

TEST(Words, AreThoseOfInterfacesMd) {
  EXPECT_EQ(toString(Office::DaiBieuDuKhuyet), "dai-bieu-du-khuyet");
  EXPECT_EQ(toString(BallotCode::PerBallot), "per-ballot");
  EXPECT_EQ(toString(Face::StrikeOut), "strike-out");
  EXPECT_EQ(toString(Why::CodeNotOurs), "code-not-ours");
  EXPECT_EQ(toString(Validity::Undecided), "undecided");
}

TEST(Words, AnUnknownOneListsWhatIsAllowed) {
  const auto role = parseRole("boss");
  ASSERT_FALSE(role);
  for (const char* allowed : {"boss", "head", "secretary"}) EXPECT_NE(role.error().what.find(allowed), std::string::npos);
}

TEST(Words, EveryReasonIsExplainedInBothLanguages) {
  for (int i = 0; i <= static_cast<int>(Why::DoubleFeed); ++i) {
    const auto why = static_cast<Why>(i);
    const std::string vi = explain(why);
    setLanguage(Language::English);
    const std::string en = explain(why);
    setLanguage(Language::Vietnamese);
    EXPECT_FALSE(vi.empty() || en.empty()) << toString(why);
    EXPECT_NE(vi, en);
  }
}

TEST(Congress, FindsByIdOrSaysNone) {
  const Congress congress = test::congressOf({test::contestOf(3, 1)});
  EXPECT_EQ(congress.contest("bch"), &congress.contests[0]);
  EXPECT_EQ(congress.contest("BCH"), nullptr);
  EXPECT_EQ(candidateIndex(congress.contests[0], "c3"), 2);
  EXPECT_EQ(candidateIndex(congress.contests[0], "c4"), -1);
}

TEST(Congress, FieldsStandInPrintOrder) {
  EXPECT_EQ(fieldsOf(Face::StrikeOut), std::vector<Field>{Field::Name});
  EXPECT_EQ(fieldsOf(Face::Columns), (std::vector<Field>{Field::Approve, Field::Disapprove}));
  EXPECT_EQ(fieldsOf(Face::Confidence), (std::vector<Field>{Field::High, Field::Medium, Field::Low}));
}

}  // namespace
}  // namespace kp
