// SPDX-License-Identifier: GPL-3.0-or-later
// CSV by bytes, as spreadsheet programs write it. Each case is a file somebody has; read wrongly, names would be cut, joined or left out.
#include <gmock/gmock.h>

#include "tables.h"

namespace kp {
namespace {

using test::readOrFail;
using test::refusalOf;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string kBom = "\xEF\xBB\xBF";

TEST(Csv, SeparatorIsFound) {
  for (const std::string separator : {",", ";", "\t"}) {
    const Sheet sheet =
        readOrFail("STT" + separator + "Họ và tên\n1" + separator + "Phan Thử An\n2" + separator + "Phan Thử Bình\n", "a.csv");
    ASSERT_EQ(sheet.rows.size(), 3U) << separator;
    EXPECT_THAT(sheet.rows[1].cells, ElementsAre("1", "Phan Thử An"));
  }
}

TEST(Csv, CommasWithinSemicolonCellsStayText) {
  const Sheet sheet = readOrFail("Họ và tên;Chức vụ\nPhan Thử An;Phó Chủ tịch, Bí thư\nPhan Thử Bình;Chánh Văn phòng\n", "a.csv");
  EXPECT_THAT(sheet.rows[1].cells, ElementsAre("Phan Thử An", "Phó Chủ tịch, Bí thư"));
}

TEST(Csv, ByteOrderMarkIsNoPartOfTheFirstName) {
  EXPECT_THAT(readOrFail(kBom + "Phan Thử An\r\nPhan Thử Bình\r\n", "a.csv").rows[0].cells, ElementsAre("Phan Thử An"));
}

TEST(Csv, QuotesKeepSeparatorsQuotesAndLineBreaks) {
  const Sheet sheet = readOrFail("a,\"x, \"\"y\"\"\r\nz\",b\r\nc,d,e\r\n", "a.csv");
  EXPECT_THAT(sheet.rows[0].cells, ElementsAre("a", "x, \"y\"\r\nz", "b"));
  EXPECT_EQ(sheet.rows[1].number, 2);
}

TEST(Csv, RowNumbersCountBlankRows) {
  const Sheet sheet = readOrFail("Họ và tên\n\n;;\nPhan Thử An\n", "a.csv");
  ASSERT_EQ(sheet.rows.size(), 2U);
  EXPECT_EQ(sheet.rows[1].number, 4);
}

TEST(Csv, OldMacLineEnds) { EXPECT_EQ(readOrFail("Phan Thử An\rPhan Thử Bình\r", "a.csv").rows.size(), 2U); }

TEST(Csv, SepLineNamesTheSeparatorAndIsNoRow) {
  const Sheet sheet = readOrFail("sep=,\r\nPhan Thử An,\"1;2;3\"\r\n", "a.csv");
  ASSERT_EQ(sheet.rows.size(), 1U);
  EXPECT_EQ(sheet.rows[0].number, 1);
  EXPECT_THAT(sheet.rows[0].cells, ElementsAre("Phan Thử An", "1;2;3"));
}

// "Unicode Text" of Excel: UTF-16 with tabs.
TEST(Csv, Utf16InBothOrders) {
  std::string little = "\xFF\xFE", big = "\xFE\xFF";
  for (const char16_t c : std::u16string(u"Phan Thử\tẤn 𝄞\r\n")) {
    little += {static_cast<char>(c & 0xFF), static_cast<char>(c >> 8)};
    big += {static_cast<char>(c >> 8), static_cast<char>(c & 0xFF)};
  }
  EXPECT_THAT(readOrFail(little, "a.txt").rows[0].cells, ElementsAre("Phan Thử", "Ấn 𝄞"));
  EXPECT_THAT(readOrFail(big, "a.txt").rows[0].cells, ElementsAre("Phan Thử", "Ấn 𝄞"));
  EXPECT_THAT(refusalOf(little.substr(0, little.size() - 1), "a.txt").what, HasSubstr("Unicode"));
}

TEST(Csv, TextThatIsNotUnicodeIsRefusedNotGuessed) {
  EXPECT_THAT(refusalOf("STT;H\xE4 t\xEAn\n1;Nguy\xD4n V\xA8n An\n", "a.csv").what, HasSubstr("CSV UTF-8"));
}

TEST(Csv, AnOpenQuoteIsRefusedWithItsRow) {
  EXPECT_THAT(refusalOf("Họ và tên;Ghi chú\nPhan Thử An;\"abc\nPhan Thử Bình;x\n", "a.csv").what, HasSubstr("Dòng 2"));
}

TEST(Csv, GuardAgainstFormulasIsTakenOff) { EXPECT_THAT(readOrFail("Phan Thử An;'-5\n", "a.csv").rows[0].cells[1], "-5"); }

TEST(Csv, MoreRowsThanAnyListAreRefusedNotCut) {
  std::string text;
  for (int i = 0; i <= kMaxTableRows; ++i) text += "Phan Thử An\n";
  EXPECT_THAT(refusalOf(text, "a.csv").what, HasSubstr("20000 dòng"));
}

TEST(Csv, MoreColumnsThanAnyListAreRefusedNotCut) {
  EXPECT_THAT(refusalOf("a" + std::string(kMaxTableColumns, ';') + "b\n", "a.csv").what, HasSubstr("256 cột"));
  EXPECT_EQ(readOrFail("a" + std::string(5000, ';') + "\n", "a.csv").rows[0].cells.size(), 1U);  // blank ones are none
}

TEST(Csv, EmptyAndBlankFilesAreRefused) {
  EXPECT_THAT(refusalOf("", "a.csv").what, HasSubstr("rỗng"));
  EXPECT_THAT(refusalOf(" ;;\r\n\r\n", "a.csv").what, HasSubstr("không có chữ"));
}

}  // namespace
}  // namespace kp
