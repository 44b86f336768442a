// SPDX-License-Identifier: GPL-3.0-or-later
// Each row is accepted or says why not; each test catches a row that would reach the ballot wrongly, or vanish.
#include <gmock/gmock.h>

#include "election/language_scope.h"
#include "tables.h"

namespace kp {
namespace {

using test::acceptedNames;
using test::hasRemark;
using test::rowAt;
using test::Rows;
using test::sheetOf;
using testing::ElementsAre;
using testing::HasSubstr;

/// Preview of rows under STT · Họ và tên · Năm sinh · Đơn vị · Ghi chú; the first of them is row 2.
ImportPreview previewOf(Rows rows) {
  rows.insert(rows.begin(), {"STT", "Họ và tên", "Năm sinh", "Đơn vị", "Ghi chú"});
  return previewCandidates(sheetOf(rows));
}

void expectRejected(const std::string& name, RemarkKind kind) {
  const auto preview = previewOf({{"1", name, "1970"}});
  const ImportRow& row = rowAt(preview, 2);
  EXPECT_EQ(row.state, RowState::Rejected) << name;
  EXPECT_TRUE(hasRemark(row, kind)) << name << ": " << row.why();
  EXPECT_TRUE(candidatesOf(preview, {}).empty());
}

TEST(Candidates, WhatIsNoNameIsRejectedWithItsReason) {
  expectRejected("", RemarkKind::EmptyName);
  expectRejected(" \xC2\xA0 ", RemarkKind::EmptyName);
  expectRejected("17", RemarkKind::NumberOnly);
  expectRejected("Phan Thử An 1970", RemarkKind::DigitsInName);
  expectRejected("Tổng cộng: 21 đồng chí", RemarkKind::NotAName);
  expectRejected("NGƯỜI LẬP BIỂU", RemarkKind::NotAName);
  expectRejected("Chi bộ Văn phòng", RemarkKind::NotAName);
  expectRejected("Đ/c Phan Thử An", RemarkKind::NotAName);
  expectRejected("Phan Thử An, Bí thư", RemarkKind::NotAName);
  expectRejected("...", RemarkKind::NotAName);
  expectRejected("Phan \xE2\x80\x8BThử An", RemarkKind::Unprintable);
  expectRejected("Phan Thử 安", RemarkKind::Unprintable);
}

TEST(Candidates, AnUnprintableCharacterIsNamedByItsCode) {
  EXPECT_THAT(rowAt(previewOf({{"1", "Phan \xE2\x80\x8BThử"}}), 2).why(), HasSubstr("U+200B"));
}

// Family names that begin like a heading when diacritics are dropped.
TEST(Candidates, FamilyNamesLikeHeadingsAreAccepted) {
  const auto preview =
      previewOf({{"1", "Công Thử An"}, {"2", "Đoàn Thử Bình"}, {"3", "Tống Thử Cộng"}, {"4", "Chu Tịch Chi"}, {"5", "H'Yéo Niê"}});
  EXPECT_EQ(preview.count(RowState::Accepted), 5);
}

// TCVN3 and VNI bytes are valid Latin-1 letters: printed, "Nguyễn" would be "NguyÔn".
TEST(Candidates, OldFontsAreRecognised) {
  expectRejected("Ph¹m V¨n Thö", RemarkKind::OldEncoding);
  expectRejected("NGUYEÃN VAÊN THÖÛ", RemarkKind::OldEncoding);
  EXPECT_EQ(previewOf({{"1", "Nguyễn Hoàng Khuê"}, {"2", "Trần Thuý Uyên"}, {"3", "Lê Ngoẵn Hoè"}, {"4", "Phạm Quyễn Xoài"}})
                .count(RowState::Accepted),
            4);
}

TEST(Candidates, NamesUpToTheLongestThatFitsARow) {
  std::string name = "Phan ";
  while (name.size() < static_cast<std::size_t>(kMaxNameLetters)) name += "a";
  EXPECT_EQ(previewOf({{"1", name}}).count(RowState::Accepted), 1);
  expectRejected(name + "a", RemarkKind::TooLong);
}

TEST(Candidates, SpacesAndDecomposedLettersAreMendedAndSaid) {
  const auto preview = previewOf({{"1", "  Phan\xC2\xA0  Thử\n\tAn "}, {"2", "Pha\xCC\xA3m Thu\xCC\x9B\xCC\x89 Bi\xCC\x80nh"}});
  EXPECT_THAT(acceptedNames(preview), ElementsAre("Phan Thử An", "Phạm Thử Bình"));
  EXPECT_TRUE(hasRemark(rowAt(preview, 2), RemarkKind::SpacesMended));
  EXPECT_TRUE(hasRemark(rowAt(preview, 3), RemarkKind::Normalised));
  EXPECT_FALSE(hasRemark(rowAt(preview, 3), RemarkKind::SpacesMended));
}

TEST(Candidates, CapitalsAreKeptUnlessTheSuggestionIsTaken) {
  const auto preview = previewOf({{"1", "PHAN THỬ ĐỨC"}, {"2", "h'yéo niê"}, {"3", "Phan Thử An"}});
  EXPECT_TRUE(preview.hasSuggestions());
  EXPECT_EQ(rowAt(preview, 4).suggestedName, "");
  EXPECT_EQ(candidatesOf(preview, {})[0].name, "PHAN THỬ ĐỨC");
  const auto taken = candidatesOf(preview, {.suggestedNames = true});
  EXPECT_EQ(taken[0].name, "Phan Thử Đức");
  EXPECT_EQ(taken[1].name, "H'Yéo Niê");
}

TEST(Candidates, ThePersonOfAnEarlierRowIsRejected) {
  const auto preview =
      previewOf({{"1", "Phan Thử An", "1970"}, {"2", "PHAN  THỬ AN", "15/3/1970", "", ""}, {"3", "Phan Thử An", "1970", "Phòng Mẫu"}});
  EXPECT_EQ(preview.count(RowState::Accepted), 1);
  EXPECT_TRUE(hasRemark(rowAt(preview, 3), RemarkKind::Repeated));
  EXPECT_THAT(rowAt(preview, 3).why(), HasSubstr("dòng 2"));
}

TEST(Candidates, NamesakesAreKeptWithWhatTellsThemApart) {
  const auto preview = previewOf(
      {{"1", "Phan Thử An", "1970", "Phòng Mẫu"}, {"2", "Phan Thử An", "1971", "Phòng Mẫu"}, {"3", "Phan Thử Bình", "1972", "", "Nữ"}});
  EXPECT_EQ(preview.count(RowState::Accepted), 3);
  EXPECT_TRUE(hasRemark(rowAt(preview, 2), RemarkKind::Namesake));
  EXPECT_TRUE(hasRemark(rowAt(preview, 3), RemarkKind::Namesake));
  const auto candidates = candidatesOf(preview, {});
  EXPECT_EQ(candidates[0].note, "1970; Phòng Mẫu");
  EXPECT_EQ(candidates[1].note, "1971; Phòng Mẫu");
  EXPECT_EQ(candidates[2].note, "Nữ");  // nobody's date of birth goes into the file without need
}

TEST(Candidates, NamesakesByUnitWhenBirthsAreYearsOnly) {
  EXPECT_EQ(previewOf({{"1", "Phan Thử An", "1970", "Phòng A"}, {"2", "Phan Thử An", "1970", "Phòng B"}}).count(RowState::Accepted), 2);
  EXPECT_EQ(
      previewOf({{"1", "Phan Thử An", "3/5/1970", "Phòng A"}, {"2", "Phan Thử An", "03-05-1970", "Phòng B"}}).count(RowState::Accepted), 1);
  EXPECT_EQ(previewOf({{"1", "Phan Thử An"}, {"2", "Phan Thử An"}}).count(RowState::Accepted), 1);
}

TEST(Candidates, MoreThanTheLongestListIsRejectedRowByRow) {
  Rows rows;
  for (int i = 0; i < kMaxCandidates + 2; ++i) {
    std::string name = "Phan Thử ";
    for (int n = i + 1; n > 0; n /= 10) name += std::string(1, static_cast<char>('a' + n % 10));
    rows.push_back({std::to_string(i + 1), name});
  }
  const auto preview = previewOf(rows);
  EXPECT_EQ(preview.count(RowState::Accepted), kMaxCandidates);
  EXPECT_EQ(preview.count(RowState::Rejected), 2);
  EXPECT_TRUE(hasRemark(preview.rows.back(), RemarkKind::TooMany));
  EXPECT_EQ(candidatesOf(preview, {}).back().id, "c234");
  EXPECT_EQ(candidatesOf(preview, {}).front().id, "c001");
}

TEST(Candidates, GroupHeadingsAndLinesUnderTheList) {
  const auto preview = previewOf({{"I", "Khối Mẫu"},
                                  {"1", "Phan Thử An"},
                                  {"II. Các đồng chí khác"},
                                  {"2", "Phan Thử Bình"},
                                  {"3", "Phan Thử Chi"},
                                  {"4", "Phan Thử Dũng"},
                                  {"", "Hà Văn Ký"}});
  EXPECT_THAT(acceptedNames(preview), ElementsAre("Phan Thử An", "Phan Thử Bình", "Phan Thử Chi", "Phan Thử Dũng", "Hà Văn Ký"));
  EXPECT_EQ(rowAt(preview, 2).state, RowState::Rejected);
  EXPECT_EQ(rowAt(preview, 4).state, RowState::Rejected);
  EXPECT_TRUE(hasRemark(rowAt(preview, 8), RemarkKind::NoNumber));
}

TEST(Candidates, HiddenRowsAreTakenInAndWarnedOf) {
  Sheet sheet = sheetOf({{"Họ và tên"}, {"Phan Thử An"}, {"Phan Thử Bình"}});
  sheet.rows[2].hidden = true;
  EXPECT_TRUE(hasRemark(rowAt(previewCandidates(sheet), 3), RemarkKind::Hidden));
}

TEST(Candidates, EveryRowOfTheFileIsInThePreview) {
  const auto preview = previewOf({{"1", "Phan Thử An"}, {"2", ""}, {"", "", "", "", "x"}, {"3", "17"}, {"Cộng"}});
  EXPECT_EQ(preview.rows.size(), 6U);
  EXPECT_EQ(preview.count(RowState::Accepted) + preview.count(RowState::Rejected) + preview.count(RowState::PassedOver), 6);
  for (const auto& row : preview.rows) EXPECT_EQ(row.why().empty(), row.state == RowState::Accepted) << row.number;
}

TEST(Candidates, SortedByGivenNameInTheVietnameseOrderWithNewIds) {
  const auto preview =
      previewOf({{"1", "Phan Thử Đức"}, {"2", "Phan Thử Dũng"}, {"3", "Lê Thử Ân"}, {"4", "Phan Thử An"}, {"5", "Lê Thử An"}});
  const auto sorted = candidatesOf(preview, {.suggestedNames = false, .sorted = true});
  std::vector<std::string> names;
  for (const auto& candidate : sorted) names.push_back(candidate.id + " " + candidate.name);
  EXPECT_THAT(names, ElementsAre("c01 Lê Thử An", "c02 Phan Thử An", "c03 Lê Thử Ân", "c04 Phan Thử Dũng", "c05 Phan Thử Đức"));
}

TEST(Candidates, ReasonsInBothLanguages) {
  const LanguageScope english(Language::English);
  EXPECT_THAT(rowAt(previewOf({{"1", "17"}}), 2).why(), HasSubstr("only the number"));
  EXPECT_THAT(previewOf({{"1", "17"}}).summary(), HasSubstr("0 rows accepted, 1 rejected, 1"));
}

TEST(Committee, RolesByTheirWords) {
  const auto preview = previewCommittee(sheetOf({{"STT", "Họ và tên", "Vai trò"},
                                                 {"1", "Hà Thử An", "Trưởng ban"},
                                                 {"2", "Hà Thử Bình", "Uỷ viên"},
                                                 {"3", "Hà Thử Chi", "Thư ký"},
                                                 {"4", "Hà Thử Dũng", "NHÂN VIÊN KỸ THUẬT"},
                                                 {"5", "Hà Thử Giang", "supervisor"},
                                                 {"6", "Hà Thử Hà", "Bảo vệ"},
                                                 {"7", "Hà Thử Khánh"},
                                                 {"8", "Hà Thử Lan", "Trưởng Ban kiểm phiếu"}}));
  const auto committee = committeeOf(preview, false);
  ASSERT_EQ(committee.size(), 7U);
  EXPECT_EQ(committee[0].role, Role::Head);
  EXPECT_EQ(committee[1].role, Role::Member);
  EXPECT_EQ(committee[2].role, Role::Secretary);
  EXPECT_EQ(committee[3].role, Role::Technician);
  EXPECT_EQ(committee[4].role, Role::Supervisor);
  EXPECT_EQ(committee[5].role, Role::Member);
  EXPECT_TRUE(hasRemark(rowAt(preview, 7), RemarkKind::UnknownRole));
  EXPECT_TRUE(hasRemark(rowAt(preview, 9), RemarkKind::SecondHead));
}

// "Chức vụ" is a person's position at work, in many lists the only column beside the name. Caught: a guard who becomes a member who rules and closes, without a word.
TEST(Committee, PositionsThatAreRolesRefuseOneThatIsNone) {
  const auto preview = previewCommittee(
      sheetOf({{"Họ và tên", "Chức vụ"}, {"Hà Thử An", "Trưởng ban"}, {"Hà Thử Bình", "Bảo vệ"}, {"Hà Thử Cúc", "Ủy viên"}}));
  const auto committee = committeeOf(preview, false);
  ASSERT_EQ(committee.size(), 2U);
  EXPECT_EQ(committee[0].role, Role::Head);
  EXPECT_EQ(committee[1].role, Role::Member);
  EXPECT_TRUE(hasRemark(rowAt(preview, 3), RemarkKind::UnknownRole));
}

// Caught: a list of members with their positions at work refused, although it says nothing of roles.
TEST(Committee, PositionsThatNameNoRoleAreOfAnyKind) {
  const auto preview =
      previewCommittee(sheetOf({{"Họ và tên", "Chức vụ"}, {"Hà Thử An", "Bí thư chi bộ 1"}, {"Hà Thử Bình", "Chủ tịch Hội Nông dân"}}));
  const auto committee = committeeOf(preview, false);
  ASSERT_EQ(committee.size(), 2U);
  EXPECT_EQ(committee[1].role, Role::Member);
}

TEST(Committee, AListWithoutHeadIsNoted) {
  const auto preview = previewCommittee(sheetOf({{"Họ và tên"}, {"Hà Thử An"}}));
  ASSERT_EQ(preview.notes.size(), 1U);
  EXPECT_THAT(preview.notes[0], HasSubstr("trưởng ban"));
}

}  // namespace
}  // namespace kp
