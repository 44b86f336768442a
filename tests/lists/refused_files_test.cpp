// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are no list: each gets the sentence that helps with just this one, and none hangs or eats the memory.
#include <gmock/gmock.h>
#include <xlsxwriter.h>

#include "tables.h"

namespace kp {
namespace {

using test::refusalOf;
using test::workbookOf;
using test::zipOf;
using testing::HasSubstr;

const std::string kRow = R"(<row r="1"><c r="A1" t="str"><v>Phan Thử An</v></c></row>)";

TEST(Refused, BrokenOffAtEveryTenthByte) {
  const std::string whole = workbookOf(kRow);
  for (std::size_t size = 8; size + 1 < whole.size(); size += 10)
    EXPECT_THAT(refusalOf(whole.substr(0, size), "a.xlsx").what, HasSubstr("bị hỏng")) << size;
}

TEST(Refused, AFlippedByteInAPart) {
  std::string bytes = zipOf({{"xl/workbook.xml", std::string(1000, ' ') + "<workbook/>"}});
  bytes[bytes.find("xl/workbook.xml") + 30] ^= 0x55;
  EXPECT_THAT(refusalOf(bytes, "a.xlsx").what, HasSubstr("bị hỏng"));
}

// 200 MB of spaces in 200 kB.
TEST(Refused, ZipBombStopsAtTheLimit) {
  const std::string bytes = zipOf({{"xl/workbook.xml", std::string(200U << 20, ' ')}});
  ASSERT_LT(bytes.size(), 1U << 20);
  EXPECT_THAT(refusalOf(bytes, "a.xlsx").what, HasSubstr("giải nén"));
}

TEST(Refused, ThousandsOfEntries) {
  std::vector<std::pair<std::string, std::string>> files;
  for (int i = 0; i < 5000; ++i) files.emplace_back("a/" + std::to_string(i), "");
  EXPECT_THAT(refusalOf(zipOf(files), "a.xlsx").what, HasSubstr("giải nén"));
}

TEST(Refused, EncryptedWorkbookAndOldWorkbookAreToldApart) {
  const std::string compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(512, '\0');
  std::string stream;
  for (const char c : std::string("EncryptedPackage")) (stream += c) += '\0';
  EXPECT_THAT(refusalOf(compound + stream, "a.xlsx").what, HasSubstr("mật khẩu"));
  EXPECT_THAT(refusalOf(compound, "a.xlsx").what, HasSubstr("kiểu cũ"));
  EXPECT_THAT(refusalOf(compound, "a.xls").what, HasSubstr("kiểu cũ"));
  EXPECT_THAT(refusalOf(compound, "a.csv").what, HasSubstr("kiểu cũ"));
}

// Web applications "export to Excel" by giving a page the suffix .xls.
TEST(Refused, AWebPageCalledWorkbook) {
  EXPECT_THAT(refusalOf("<html><table><tr><td>Phan</td></tr></table></html>", "a.xls").what, HasSubstr("trang web"));
  EXPECT_THAT(refusalOf("\xEF\xBB\xBF\r\n<?xml version=\"1.0\"?><Workbook/>", "a.xlsx").what, HasSubstr("trang web"));
}

TEST(Refused, SuffixAndContentThatDisagree) {
  EXPECT_THAT(refusalOf(workbookOf(kRow), "a.csv").what, HasSubstr("đổi đuôi thành .xlsx"));
  EXPECT_THAT(refusalOf("Họ và tên\nPhan Thử An\n", "a.xlsx").what, HasSubstr("đổi đuôi thành .csv"));
  EXPECT_THAT(refusalOf("%PDF-1.7 ...", "a.xlsx").what, HasSubstr("PDF"));
  EXPECT_THAT(refusalOf("Phan Thử An", "a.docx").what, HasSubstr(".xlsx hoặc .csv"));
  EXPECT_THAT(refusalOf("Phan Thử An", "khong-duoi").what, HasSubstr(".xlsx hoặc .csv"));
}

TEST(Refused, OtherDocumentsInZip) {
  EXPECT_THAT(refusalOf(zipOf({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "<a/>"}}), "a.xlsx").what,
              HasSubstr(".ods"));
  EXPECT_THAT(refusalOf(zipOf({{"_rels/.rels", R"(<R><R Type="x/officeDocument" Target="word/document.xml"/></R>)"},
                               {"word/document.xml", "<w:document xmlns:w=\"w\"/>"}}),
                        "a.xlsx")
                  .what,
              HasSubstr("Word"));
}

TEST(Refused, DamagedXml) {
  EXPECT_THAT(refusalOf(zipOf({{"xl/workbook.xml", "<workbook><sheets>"}}), "a.xlsx").what, HasSubstr("bị hỏng"));
  EXPECT_THAT(refusalOf(zipOf({{"xl/workbook.xml", "<workbook/>"}}), "a.xlsx").what, HasSubstr("bị hỏng"));
  EXPECT_THAT(refusalOf(workbookOf(R"(<row r="1"><c r="A1" t="str"><v>)"
                                   "\xC3"
                                   R"(</v></c></row>)"),
                        "a.xlsx")
                  .what,
              HasSubstr("bị hỏng"));
}

TEST(Refused, AWorkbookWithoutText) {
  EXPECT_THAT(refusalOf(workbookOf(R"(<row r="1"><c r="A1"/></row>)"), "a.xlsx").what, HasSubstr("không có chữ"));
}

}  // namespace
}  // namespace kp
