// SPDX-License-Identifier: GPL-3.0-or-later
// from the words of a list. A wrong class changes the base, and with it who is elected: what is not settled is never deducted.
#include <gmock/gmock.h>

#include "tables.h"

namespace kp {
namespace {

using test::hasRemark;
using test::rowAt;
using test::Rows;
using test::sheetOf;
using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

ImportPreview membersOf(Rows rows) {
  rows.insert(rows.begin(), {"STT", "Họ và tên", "Tình trạng"});
  return previewDelegates(sheetOf(rows), CongressKind::Members);
}

std::string memberClass(const std::string& words) {
  const auto preview = membersOf({{"1", "Phan Thử An", words}});
  return rowAt(preview, 2).person.deduction;
}

bool memberUnclear(const std::string& words) {
  return hasRemark(rowAt(membersOf({{"1", "Phan Thử An", words}}), 2), RemarkKind::UnclearStatus);
}

TEST(Delegates, R23ClassesByTheirWords) {
  EXPECT_EQ(memberClass("Đang sinh hoạt tạm thời tại Đảng bộ khác"), "temporary-activity-elsewhere");
  EXPECT_EQ(memberClass("Tạm thời sinh hoạt nơi khác"), "temporary-activity-elsewhere");
  EXPECT_EQ(memberClass("Được miễn công tác và sinh hoạt đảng, vắng suốt"), "exempt-absent");
  EXPECT_EQ(memberClass("ĐÌNH CHỈ SINH HOẠT ĐẢNG"), "suspended");
  EXPECT_EQ(memberClass("đang bị tạm giam"), "detained");
  EXPECT_EQ(memberClass("Khởi tố"), "detained");
  EXPECT_EQ(memberClass("Vắng mặt suốt thời gian đại hội, có lý do"), "absent-throughout");
  EXPECT_EQ(memberClass("đi công tác nước ngoài, vắng suốt (lý do được chấp nhận)"), "absent-throughout");
  EXPECT_EQ(memberClass(""), "");
  EXPECT_EQ(memberClass("Chính thức"), "");
}

TEST(Delegates, R23WordsThatDoNotSettleAClassAreShownAndNotDeducted) {
  for (const char* words : {"Miễn sinh hoạt", "Vắng suốt", "Vắng suốt không lý do", "Vắng suốt, lý do không được chấp nhận",
                            "Không bị khởi tố", "Đình chỉ công tác"}) {
    EXPECT_EQ(memberClass(words), "") << words;
    EXPECT_TRUE(memberUnclear(words)) << words;
  }
}

TEST(Delegates, R23ExemptedMembersWhoComeAreNotDeducted) {
  const auto preview = previewDelegates(sheetOf({{"Họ và tên", "Có mặt", "Ghi chú"},
                                                 {"Phan Thử An", "x", "Miễn sinh hoạt"},
                                                 {"Phan Thử Bình", "", "Miễn sinh hoạt"},
                                                 {"Phan Thử Chi", "x"}}),
                                        CongressKind::Members);
  EXPECT_EQ(rowAt(preview, 2).person.deduction, "");
  EXPECT_EQ(rowAt(preview, 3).person.deduction, "exempt-absent");
  EXPECT_THAT(preview.delegates.proposed.deductions, UnorderedElementsAre(Pair("exempt-absent", 1)));
}

TEST(Delegates, R24ClassesByTheirWords) {
  const auto preview = previewDelegates(sheetOf({{"Họ và tên", "Chức vụ", "Ghi chú"},
                                                 {"Phan Thử An", "Tỉnh ủy viên", "Vắng suốt"},
                                                 {"Phan Thử Bình", "", "Vắng suốt, không có dự khuyết thay thế"},
                                                 {"Phan Thử Chi", "", "Vắng suốt, đại biểu dự khuyết thay"},
                                                 {"Phan Thử Dũng", "", "vắng suốt"},
                                                 {"Phan Thử Giang", "", "Vắng buổi sáng"},
                                                 {"Phan Thử Hà", "", "bị khởi tố"}}),
                                        CongressKind::Delegates);
  EXPECT_EQ(rowAt(preview, 2).person.deduction, "committee-absent-throughout");
  EXPECT_EQ(rowAt(preview, 3).person.deduction, "absent-no-alternate");
  EXPECT_EQ(rowAt(preview, 4).person.deduction, "");
  EXPECT_EQ(rowAt(preview, 5).person.deduction, "");
  EXPECT_TRUE(hasRemark(rowAt(preview, 5), RemarkKind::UnclearStatus));
  EXPECT_EQ(rowAt(preview, 6).person.deduction, "");
  EXPECT_EQ(rowAt(preview, 7).person.deduction, "");  // no class of a congress of delegates
  EXPECT_EQ(preview.delegates.proposed.convened, 6);
  EXPECT_FALSE(preview.delegates.proposed.present);  // nobody said that the others are there
  EXPECT_TRUE(checkFigures(CongressKind::Delegates, preview.delegates.proposed));
}

TEST(Delegates, ProposedFiguresOfAFullRollCall) {
  const auto preview = previewDelegates(sheetOf({{"STT", "Họ và tên", "Loại đại biểu", "Điểm danh", "Lý do vắng"},
                                                 {"1", "Phan Thử An", "Chính thức", "Có mặt"},
                                                 {"2", "Phan Thử Bình", "Chính thức", "có mặt"},
                                                 {"3", "Phan Thử Chi", "Chính thức", "Vắng", "vắng suốt, không có người thay"},
                                                 {"4", "Phan Thử Dũng", "Dự khuyết", "Có mặt"},
                                                 {"5", "Phan Thử Giang", "Khách mời", "Có mặt"}}),
                                        CongressKind::Delegates);
  const DelegateCounts& counts = preview.delegates;
  EXPECT_EQ(counts.official, 3);
  EXPECT_EQ(counts.alternates, 1);
  EXPECT_EQ(counts.guests, 1);
  EXPECT_TRUE(counts.attendanceKnown);
  EXPECT_EQ(counts.proposed.convened, 3);
  EXPECT_EQ(counts.proposed.present, 2);
  EXPECT_FALSE(counts.proposed.issued);
  EXPECT_FALSE(counts.proposed.returned);
  EXPECT_THAT(counts.proposed.deductions, UnorderedElementsAre(Pair("absent-no-alternate", 1)));
  EXPECT_EQ(baseOf(counts.proposed), 2);
}

TEST(Delegates, ProbationaryMembersAreNotOfficial) {
  const auto preview = membersOf({{"1", "Phan Thử An", "Đảng viên dự bị"}, {"2", "Phan Thử Bình", ""}});
  EXPECT_EQ(preview.delegates.probationary, 1);
  EXPECT_EQ(preview.delegates.proposed.convened, 1);
}

TEST(Delegates, AChecklistOfThoseAbsent) {
  const auto preview = previewDelegates(sheetOf({{"Họ và tên", "Vắng"}, {"Phan Thử An", "x"}, {"Phan Thử Bình", ""}, {"Phan Thử Chi", ""}}),
                                        CongressKind::Delegates);
  EXPECT_EQ(preview.delegates.proposed.present, 2);
}

TEST(Delegates, AnEmptyChecklistSaysNothing) {
  const auto preview = previewDelegates(sheetOf({{"STT", "Họ và tên", "Có mặt", "Ghi chú"}, {"1", "Phan Thử An"}, {"2", "Phan Thử Bình"}}),
                                        CongressKind::Delegates);
  EXPECT_FALSE(preview.delegates.attendanceKnown);
  EXPECT_FALSE(preview.delegates.proposed.present);
}

TEST(Delegates, MarksNotUnderstoodLeavePresentOpen) {
  const auto preview = previewDelegates(
      sheetOf(
          {{"Họ và tên", "Điểm danh"}, {"Phan Thử An", "có"}, {"Phan Thử Bình", "vắng"}, {"Phan Thử Chi", ""}, {"Phan Thử Dũng", "?!"}}),
      CongressKind::Delegates);
  EXPECT_TRUE(hasRemark(rowAt(preview, 4), RemarkKind::UnclearAttendance));
  EXPECT_TRUE(hasRemark(rowAt(preview, 5), RemarkKind::UnclearAttendance));
  EXPECT_FALSE(preview.delegates.proposed.present);
  EXPECT_EQ(preview.delegates.unclear, 2);
}

TEST(Delegates, PresentAndAbsentThroughoutContradict) {
  const auto preview = previewDelegates(
      sheetOf({{"Họ và tên", "Có mặt", "Ghi chú"}, {"Phan Thử An", "x", "vắng suốt, không có người thay"}, {"Phan Thử Bình", "x"}}),
      CongressKind::Delegates);
  EXPECT_TRUE(hasRemark(rowAt(preview, 2), RemarkKind::UnclearAttendance));
  EXPECT_THAT(preview.delegates.proposed.deductions, IsEmpty());
}

TEST(Delegates, RejectedRowsAreNotCounted) {
  const auto preview = previewDelegates(sheetOf({{"Họ và tên", "Ghi chú"}, {"Phan Thử An", ""}, {"", "vắng suốt, không có người thay"}}),
                                        CongressKind::Delegates);
  EXPECT_EQ(preview.delegates.proposed.convened, 1);
  EXPECT_THAT(preview.delegates.proposed.deductions, IsEmpty());
}

}  // namespace
}  // namespace kp
