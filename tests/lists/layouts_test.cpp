// SPDX-License-Identifier: GPL-3.0-or-later
// Where the list begins and which columns make a name: each case is a layout lists come in. Read wrongly, half a name would stand on the ballot.
#include <gmock/gmock.h>

#include "lists/columns.h"
#include "tables.h"

namespace kp {
namespace {

using lists::Meaning;
using lists::meaningOf;
using test::acceptedNames;
using test::hasRemark;
using test::rowAt;
using test::sheetOf;
using testing::ElementsAre;

TEST(Layout, TitlesInAllSpellings) {
  for (const char* title :
       {"Họ và tên", "HỌ VÀ TÊN", "Ho va ten", "  họ  tên: ", "Họ và tên (chữ in hoa)", "Họ và tên\nkhai sinh", "Full name"})
    EXPECT_EQ(meaningOf(title), Meaning::FullName) << title;
  EXPECT_EQ(meaningOf("Họ và tên đệm"), Meaning::FamilyName);
  EXPECT_EQ(meaningOf("Tên"), Meaning::GivenName);
  EXPECT_EQ(meaningOf("Tên đơn vị"), Meaning::Unit);
  EXPECT_EQ(meaningOf("S.T.T"), std::nullopt);
  EXPECT_EQ(meaningOf("Số TT"), Meaning::Number);
  EXPECT_EQ(meaningOf("Ngày, tháng, năm sinh"), Meaning::Birth);
  EXPECT_EQ(meaningOf("Lý do vắng"), Meaning::Status);
  EXPECT_EQ(meaningOf("Vắng"), Meaning::Absent);
  EXPECT_EQ(meaningOf("Quê quán"), std::nullopt);
}

TEST(Layout, TitleRowsAboveTheHeaderAreShownAsSuch) {
  const auto preview =
      previewCandidates(sheetOf({{"ĐẢNG BỘ MẪU"}, {}, {"DANH SÁCH ỨNG CỬ"}, {"STT", "Họ và tên", "Ghi chú"}, {"1", "Phan Thử An", "x"}}));
  EXPECT_THAT(acceptedNames(preview), ElementsAre("Phan Thử An"));
  EXPECT_EQ(preview.rows.size(), 4U);
  EXPECT_TRUE(hasRemark(rowAt(preview, 1), RemarkKind::AboveHeader));
  EXPECT_TRUE(hasRemark(rowAt(preview, 4), RemarkKind::Header));
  EXPECT_EQ(preview.count(RowState::PassedOver), 3);
}

TEST(Layout, FamilyAndGivenNameInTwoColumns) {
  const auto preview = previewCandidates(sheetOf({{"STT", "Họ và tên đệm", "Tên", "Năm sinh"},
                                                  {"1", "Phan Thử", "An", "1970"},
                                                  {"2", "Lê", "Bình", "1971"},
                                                  {"3", "", "Chi", "1972"}}));
  EXPECT_THAT(acceptedNames(preview), ElementsAre("Phan Thử An", "Lê Bình", "Chi"));
  EXPECT_TRUE(hasRemark(rowAt(preview, 4), RemarkKind::OneWord));
}

// "Họ và tên" merged over two columns: only the family name stands under the title.
TEST(Layout, OneTitleMergedOverTwoColumns) {
  const auto preview =
      previewCandidates(sheetOf({{"STT", "Họ và tên", "", "Năm sinh"}, {"1", "Phan Thử", "An", "1970"}, {"2", "Phan Thử", "Nam", "1971"}}));
  EXPECT_THAT(acceptedNames(preview), ElementsAre("Phan Thử An", "Phan Thử Nam"));
}

TEST(Layout, AColumnOfAnswersBesideTheNamesIsNoGivenName) {
  const auto preview = previewCandidates(sheetOf({{"STT", "Họ và tên"}, {"1", "Phan Thử An", "Nam"}, {"2", "Phan Thử Bình", "Nữ"}}));
  EXPECT_THAT(acceptedNames(preview), ElementsAre("Phan Thử An", "Phan Thử Bình"));
}

TEST(Layout, AColumnThatRepeatsTheGivenNameIsNotJoined) {
  const auto preview = previewCandidates(sheetOf({{"Họ và tên", "Tên"}, {"Phan Thử An", "An"}, {"Phan Thử Bình", "Bình"}}));
  EXPECT_THAT(acceptedNames(preview), ElementsAre("Phan Thử An", "Phan Thử Bình"));
}

// Form of the party-member database: a second header row, the year of birth under nam or nữ, then a row of column numbers.
TEST(Layout, TwoHeaderRowsAndColumnNumbers) {
  const auto preview = previewCandidates(sheetOf({{"TT", "Họ và tên", "Ngày sinh", "", "Chức vụ"},
                                                  {"", "", "Nam", "Nữ"},
                                                  {"(1)", "(2)", "(3)", "(4)", "(5)"},
                                                  {"1", "Phan Thử An", "15/3/1970", "", "Giám đốc"},
                                                  {"2", "Phan Thử Chi", "", "1972", "Trưởng phòng"}}));
  EXPECT_THAT(acceptedNames(preview), ElementsAre("Phan Thử An", "Phan Thử Chi"));
  EXPECT_EQ(rowAt(preview, 4).person.birth, "15/3/1970");
  EXPECT_EQ(rowAt(preview, 5).person.birth, "1972");
  EXPECT_TRUE(hasRemark(rowAt(preview, 2), RemarkKind::Header));
  EXPECT_TRUE(hasRemark(rowAt(preview, 3), RemarkKind::ColumnNumbers));
}

TEST(Layout, ANameUnderAMergedTitleSplitBySecondHeaderRow) {
  const auto preview =
      previewCandidates(sheetOf({{"STT", "Họ và tên", "", "Đơn vị"}, {"", "Họ", "Tên"}, {"1", "Phan Thử", "An", "Phòng Mẫu"}}));
  EXPECT_THAT(acceptedNames(preview), ElementsAre("Phan Thử An"));
  EXPECT_EQ(rowAt(preview, 3).person.unit, "Phòng Mẫu");
}

TEST(Layout, BareNames) {
  const auto preview = previewCandidates(sheetOf({{"Phan Thử An"}, {"Phan Thử Bình"}}));
  EXPECT_THAT(acceptedNames(preview), ElementsAre("Phan Thử An", "Phan Thử Bình"));
  EXPECT_FALSE(preview.notes.empty());
}

TEST(Layout, NumberedNamesWithoutHeader) {
  EXPECT_THAT(acceptedNames(previewCandidates(sheetOf({{"1", "Phan Thử An", "1970"}, {"2", "Phan Thử Bình", "1971"}}))),
              ElementsAre("Phan Thử An", "Phan Thử Bình"));
  EXPECT_THAT(acceptedNames(previewCandidates(sheetOf({{"1", "Phan Thử", "An"}, {"2", "Phan Thử", "Bình"}}))),
              ElementsAre("Phan Thử An", "Phan Thử Bình"));
}

TEST(Layout, HeaderRepeatedOnEachPrintedPageIsNoPerson) {
  const auto preview =
      previewCandidates(sheetOf({{"STT", "Họ và tên"}, {"1", "Phan Thử An"}, {"STT", "Họ và tên"}, {"2", "Phan Thử Bình"}}));
  EXPECT_THAT(acceptedNames(preview), ElementsAre("Phan Thử An", "Phan Thử Bình"));
  EXPECT_EQ(rowAt(preview, 3).state, RowState::PassedOver);
}

TEST(Layout, ColumnsAreDescribed) {
  const auto preview = previewCandidates(sheetOf({{"STT", "Họ và tên", "Quê quán"}, {"1", "Phan Thử An", "Xã Mẫu"}}));
  ASSERT_EQ(preview.columns.size(), 3U);
  EXPECT_EQ(preview.columns[1].letter, "B");
  EXPECT_EQ(preview.columns[1].meaning, "Họ và tên");
  EXPECT_EQ(preview.columns[2].meaning, "");
}

TEST(Layout, NothingLikeANameGivesAPreviewWithoutPeople) {
  const auto preview = previewCandidates(sheetOf({{"1", "2"}, {"3", "4"}}));
  EXPECT_EQ(preview.count(RowState::Accepted), 0);
  EXPECT_EQ(preview.rows.size(), 2U);
}

}  // namespace
}  // namespace kp
