// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks written by libxlsxwriter (shared strings, formats, merged cells) and by hand in the forms of other programs.
#include <gmock/gmock.h>
#include <xlsxwriter.h>

#include "lists/xlsx_cells.h"
#include "tables.h"

namespace kp {
namespace {

using test::readOrFail;
using test::workbookOf;
using test::writtenByLibrary;
using testing::ElementsAre;
using testing::HasSubstr;

void writeList(void* handle) {
  auto* workbook = static_cast<lxw_workbook*>(handle);
  lxw_worksheet* sheet = workbook_add_worksheet(workbook, "Đại biểu");
  lxw_format* date = workbook_add_format(workbook);
  format_set_num_format(date, "dd/mm/yyyy");
  lxw_format* bold = workbook_add_format(workbook);
  format_set_bold(bold);
  worksheet_merge_range(sheet, 0, 0, 0, 3, "DANH SÁCH ỨNG CỬ", bold);
  worksheet_write_string(sheet, 2, 0, "STT", bold);
  worksheet_write_string(sheet, 2, 1, "Họ và tên", bold);
  worksheet_write_string(sheet, 2, 2, "Ngày sinh", bold);
  worksheet_write_string(sheet, 2, 3, "Số thẻ", bold);
  worksheet_write_number(sheet, 3, 0, 1, nullptr);
  std::string family = "Phan ", given = "Thử An";
  lxw_rich_string_tuple first = {bold, family.data()}, second = {nullptr, given.data()};
  lxw_rich_string_tuple* rich[] = {&first, &second, nullptr};
  worksheet_write_rich_string(sheet, 3, 1, rich, nullptr);
  lxw_datetime birth = {1970, 3, 15, 0, 0, 0};
  worksheet_write_datetime(sheet, 3, 2, &birth, date);
  worksheet_write_number(sheet, 3, 3, 123456789012.0, nullptr);
  worksheet_write_formula_str(sheet, 4, 1, "=\"Phan Thử \"&\"Bình\"", nullptr, "Phan Thử Bình");
  worksheet_write_string(sheet, 4, 2, "1971", nullptr);
  worksheet_write_string(sheet, 5, 1, "Phan Thử Chi", nullptr);
  lxw_row_col_options hidden = {1, 0, 0};
  worksheet_set_row_opt(sheet, 5, LXW_DEF_ROW_HEIGHT, nullptr, &hidden);
}

TEST(Xlsx, CellsOfEveryKindAsPeopleSeeThem) {
  const Sheet sheet = readOrFail(writtenByLibrary(writeList), "a.xlsx");
  EXPECT_EQ(sheet.name, "Đại biểu");
  ASSERT_EQ(sheet.rows.size(), 5U);
  EXPECT_THAT(sheet.rows[0].cells, ElementsAre("DANH SÁCH ỨNG CỬ"));
  EXPECT_EQ(sheet.rows[1].number, 3);
  EXPECT_THAT(sheet.rows[2].cells, ElementsAre("1", "Phan Thử An", "15/03/1970", "123456789012"));
  EXPECT_THAT(sheet.rows[3].cells, ElementsAre("", "Phan Thử Bình", "1971"));
  EXPECT_FALSE(sheet.rows[3].hidden);
  EXPECT_TRUE(sheet.rows[4].hidden);
}

void writeThreeSheets(void* handle) {
  auto* workbook = static_cast<lxw_workbook*>(handle);
  lxw_worksheet* cover = workbook_add_worksheet(workbook, "Bìa");
  worksheet_write_string(cover, 0, 0, "Đảng bộ Mẫu", nullptr);
  lxw_worksheet* list = workbook_add_worksheet(workbook, "Danh sách");
  lxw_worksheet* old = workbook_add_worksheet(workbook, "Bản cũ");
  for (lxw_row_t i = 0; i < 3; ++i) worksheet_write_string(list, i, 0, "Phan Thử An", nullptr);
  for (lxw_row_t i = 0; i < 9; ++i) worksheet_write_string(old, i, 0, "Phan Cũ", nullptr);
  worksheet_hide(old);
}

// A hidden worksheet is not what the person who sent the file saw.
TEST(Xlsx, TheVisibleSheetWithTheMostRowsIsTakenAndTheOthersNamed) {
  const std::string bytes = writtenByLibrary(writeThreeSheets);
  const Sheet sheet = readOrFail(bytes, "a.xlsx");
  EXPECT_EQ(sheet.name, "Danh sách");
  EXPECT_THAT(sheet.otherSheets, ElementsAre("Bìa", "Bản cũ"));
  const auto asked = readTable(bytes, "a.xlsx", "Bản cũ");
  ASSERT_TRUE(asked) << asked.error().what;
  EXPECT_EQ(asked->rows.size(), 9U);
  const auto missing = readTable(bytes, "a.xlsx", "Trang 7");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().kind, ErrorKind::NotFound);
}

TEST(Xlsx, InlineStringsWithoutReferencesAsReportGeneratorsWriteThem) {
  const Sheet sheet = readOrFail(
      workbookOf(
          R"(<row><c t="inlineStr"><is><t>Họ và tên</t></is></c><c t="inlineStr"><is><t>Ghi chú</t></is></c></row>)"
          R"(<row><c t="inlineStr"><is><r><t xml:space="preserve">Phan </t></r><r><t>Thử An</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c></row>)"),
      "a.xlsx");
  ASSERT_EQ(sheet.rows.size(), 2U);
  EXPECT_THAT(sheet.rows[0].cells, ElementsAre("Họ và tên", "Ghi chú"));
  EXPECT_EQ(sheet.rows[1].number, 2);
  EXPECT_THAT(sheet.rows[1].cells, ElementsAre("Phan Thử An"));  // phonetic guides are no text
}

// The Open XML SDK of .NET writes every element with a prefix.
TEST(Xlsx, PrefixedElements) {
  const std::string bytes = test::zipOf(
      {{"xl/workbook.xml", R"(<x:workbook xmlns:x="m" xmlns:q="r"><x:sheets><x:sheet name="A" q:id="R1"/></x:sheets></x:workbook>)"},
       {"xl/_rels/workbook.xml.rels",
        R"(<Relationships><Relationship Id="R1" Type="x/worksheet" Target="/xl/worksheets/s.xml"/></Relationships>)"},
       {"xl/worksheets/s.xml",
        R"(<x:worksheet xmlns:x="m"><x:sheetData><x:row r="7"><x:c r="B7" t="str"><x:v>Phan Thử An</x:v></x:c></x:row></x:sheetData></x:worksheet>)"}});
  const Sheet sheet = readOrFail(bytes, "a.xlsx");
  EXPECT_EQ(sheet.rows[0].number, 7);
  EXPECT_THAT(sheet.rows[0].cells, ElementsAre("", "Phan Thử An"));
}

TEST(Xlsx, EscapedCharactersAreRead) {
  const Sheet sheet =
      readOrFail(workbookOf(R"(<row r="1"><c r="A1" t="inlineStr"><is><t>Phan_x000D_An _x1EA4_n</t></is></c></row>)"), "a.xlsx");
  EXPECT_EQ(sheet.rows[0].cells[0], "Phan\rAn Ấn");
}

TEST(Xlsx, TextBeyondTheColumnsIsRefusedNotCut) {
  EXPECT_THAT(test::refusalOf(workbookOf(R"(<row r="1"><c r="IX1" t="str"><v>Phan Thử An</v></c></row>)"), "a.xlsx").what,
              HasSubstr("256 cột"));
}

TEST(Xlsx, Dates) {
  EXPECT_EQ(xlsx::dateText(25642, false), "15/03/1970");
  EXPECT_EQ(xlsx::dateText(25642 - 1462, true), "15/03/1970");
  EXPECT_EQ(xlsx::dateText(61, false), "01/03/1900");
  EXPECT_EQ(xlsx::dateText(59, false), "28/02/1900");  // the system of 1900 has a 29 February that never was
  EXPECT_EQ(xlsx::dateText(45351, false), "29/02/2024");
  EXPECT_EQ(xlsx::dateText(0, false), "");
  EXPECT_EQ(xlsx::dateText(-1e300, false), "");
}

TEST(Xlsx, DateFormats) {
  for (const char* format : {"dd/mm/yyyy", "[$-42A]d mmmm yyyy", "yyyy\\-mm\\-dd;@", "mm"})
    EXPECT_TRUE(xlsx::isDateFormat(format)) << format;
  for (const char* format : {"0", "General", "#,##0.00 \"đồng mỗi ngày\"", "h:mm", "[mm]:ss", "[Red]0"})
    EXPECT_FALSE(xlsx::isDateFormat(format)) << format;
}

}  // namespace
}  // namespace kp
