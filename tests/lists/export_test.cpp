// SPDX-License-Identifier: GPL-3.0-or-later
// What is written is read back to the same list, and no cell of it runs as a formula on the machine that opens it.
#include <gmock/gmock.h>

#include "lists/list_export.h"
#include "reports/csv/csv_text.h"
#include "reports/xlsx/paper_xlsx.h"
#include "tables.h"

namespace kp {
namespace {

using test::readOrFail;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(Export, CandidatesComeBackAsTheyWere) {
  const std::vector<Candidate> list = {
      {"c01", "Phan Thử An", "1970; \"Phòng; Mẫu\""}, {"c02", "Phan Thử Bình (A)", "dòng 1\ndòng 2"}, {"c03", "H'Yéo Niê", "-x"}};
  const auto preview = previewCandidates(readOrFail(candidatesCsv(list), "a.csv"));
  const auto back = candidatesOf(preview, {});
  ASSERT_EQ(back.size(), 3U);
  for (std::size_t i = 0; i < back.size(); ++i) EXPECT_EQ(back[i].name, list[i].name);
  EXPECT_EQ(back[0].note, list[0].note);
  EXPECT_EQ(back[1].note, "dòng 1 dòng 2");
  EXPECT_EQ(back[2].note, "-x");
}

TEST(Export, CommitteeComesBackWithEveryRole) {
  const std::vector<CommitteeMember> list = {{"Hà Thử An", Role::Head},
                                             {"Hà Thử Bình", Role::Member},
                                             {"Hà Thử Chi", Role::Technician},
                                             {"Hà Thử Dũng", Role::Supervisor},
                                             {"Hà Thử Giang", Role::Secretary}};
  EXPECT_EQ(committeeOf(previewCommittee(readOrFail(committeeCsv(list), "a.csv")), false), list);
}

TEST(Export, CsvIsWhatExcelReadsAndNoFormula) {
  const std::string csv = csvText({{"=1+1", "@x", "-cmd", "\tx", "-5", "Phan"}});
  EXPECT_EQ(csv, "\xEF\xBB\xBF'=1+1;'@x;'-cmd;\"'\tx\";-5;Phan\r\n");
}

Paper samplePaper() {
  Paper paper;
  paper.head = {"ĐẢNG BỘ CẤP TRÊN", "ĐẢNG BỘ MẪU", "Số 01", "Tỉnh Mẫu, ngày 20 tháng 9 năm 2025", "BẢNG TỔNG HỢP", "kết quả kiểm phiếu"};
  paper.blocks = {
      Heading{"1. Kết quả"},
      Table{{{"TT", 11, Align::Centre}, {"Họ và tên", 0, Align::Left}, {"Số phiếu", 16, Align::Centre}, {"Tỷ lệ %", 18, Align::Centre}},
            {{"1", "Phan Thử An", "340", "97,70"}, {"2", "=HYPERLINK(\"x\")", "12", "3,45"}}},
      Signatures{{{{"T/M BAN KIỂM PHIẾU"}, "Hà Thử An"}}, "", {}}};
  return paper;
}

TEST(Export, TablesOfAPaperAsCsv) {
  const Sheet sheet = readOrFail(tablesCsv(samplePaper()), "a.csv");
  ASSERT_EQ(sheet.rows.size(), 3U);
  EXPECT_THAT(sheet.rows[1].cells, ElementsAre("1", "Phan Thử An", "340", "97,70"));
}

// Votes as text would leave the sums of the level above at zero.
TEST(Export, AWorkbookHoldsThePaperAndItsNumbersAreNumbers) {
  const auto bytes = paperXlsx(samplePaper());
  ASSERT_TRUE(bytes) << bytes.error().what;
  const Sheet sheet = readOrFail(*bytes, "a.xlsx");
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : sheet.rows) rows.push_back(row.cells);
  EXPECT_THAT(rows, testing::Contains(ElementsAre("TT", "Họ và tên", "Số phiếu", "Tỷ lệ %")));
  EXPECT_THAT(rows, testing::Contains(ElementsAre("1", "Phan Thử An", "340", "97.7")));  // text would read "97,70"
  EXPECT_THAT(rows, testing::Contains(ElementsAre("2", "=HYPERLINK(\"x\")", "12", "3.45")));
  EXPECT_THAT(rows, testing::Contains(ElementsAre("BẢNG TỔNG HỢP")));
  EXPECT_THAT(rows, testing::Contains(ElementsAre("Hà Thử An")));
}

}  // namespace
}  // namespace kp
