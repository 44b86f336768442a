// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/wording.h"

#include <gtest/gtest.h>

#include <set>

namespace kp::wording {

// Regression: a number in the signed minutes reads wrongly in words (mười năm for mười lăm, hai mươi một, một trăm năm …).
TEST(NumberInWords, SaysNumbersAsVietnameseDoes) {
  const std::pair<long, const char*> cases[] = {{0, "không"},
                                                {1, "một"},
                                                {4, "bốn"},
                                                {5, "năm"},
                                                {10, "mười"},
                                                {11, "mười một"},
                                                {14, "mười bốn"},
                                                {15, "mười lăm"},
                                                {20, "hai mươi"},
                                                {21, "hai mươi mốt"},
                                                {24, "hai mươi tư"},
                                                {25, "hai mươi lăm"},
                                                {55, "năm mươi lăm"},
                                                {91, "chín mươi mốt"},
                                                {100, "một trăm"},
                                                {101, "một trăm linh một"},
                                                {104, "một trăm linh bốn"},
                                                {105, "một trăm linh năm"},
                                                {110, "một trăm mười"},
                                                {111, "một trăm mười một"},
                                                {115, "một trăm mười lăm"},
                                                {234, "hai trăm ba mươi tư"},
                                                {348, "ba trăm bốn mươi tám"},
                                                {350, "ba trăm năm mươi"},
                                                {999, "chín trăm chín mươi chín"},
                                                {1000, "một nghìn"},
                                                {1005, "một nghìn không trăm linh năm"},
                                                {1015, "một nghìn không trăm mười lăm"},
                                                {1600, "một nghìn sáu trăm"},
                                                {1602, "một nghìn sáu trăm linh hai"},
                                                {21021, "hai mươi mốt nghìn không trăm hai mươi mốt"},
                                                {100000, "một trăm nghìn"},
                                                {1000000, "một triệu"},
                                                {1000005, "một triệu không trăm linh năm"},
                                                {1001000, "một triệu không trăm linh một nghìn"},
                                                {205000115, "hai trăm linh năm triệu một trăm mười lăm"},
                                                {-15, "âm mười lăm"}};
  for (const auto& [number, text] : cases) EXPECT_EQ(numberInWords(number), text) << number;
  EXPECT_EQ(withWords(348), "348 (ba trăm bốn mươi tám)");
  EXPECT_EQ(ordinal(1), "nhất");
  EXPECT_EQ(ordinal(2), "hai");
  EXPECT_EQ(ordinal(4), "tư");
}

// Regression: two numbers are given the same words, or a word is doubled or left out with a stray space.
TEST(NumberInWords, GivesEachNumberItsOwnWords) {
  std::set<std::string> seen;
  for (long n = 0; n <= 20000; ++n) {
    const std::string text = numberInWords(n);
    EXPECT_TRUE(seen.insert(text).second) << n;
    EXPECT_EQ(text.find("  "), std::string::npos) << n;
    EXPECT_NE(text.front(), ' ');
    EXPECT_NE(text.back(), ' ');
  }
}

// Regression: a date unlike 36-HD/VPTW (no leading zero below 10), or an unknown date printed as nonsense instead of a line to fill in.
TEST(Dates, AreWrittenAsInOfficialPapers) {
  EXPECT_EQ(dateInWords("2015-10-15"), "ngày 15 tháng 10 năm 2015");
  EXPECT_EQ(dateInWords("2025-02-03"), "ngày 03 tháng 02 năm 2025");
  EXPECT_EQ(dateInWords("2025-03-03"), "ngày 03 tháng 3 năm 2025");
  EXPECT_EQ(dateInWords(""), "ngày ....... tháng ....... năm .......");
  EXPECT_EQ(shortTime("2015-10-15T08:30:12"), "08:30:12 15/10/2015");
  EXPECT_EQ(shortTime("sáng"), "sáng");
}

// Regression: a name of a body in capitals keeps small letters with marks ("ĐẢNG Bộ").
TEST(Capitals, CoverEveryVietnameseLetter) {
  EXPECT_EQ(capitals("đại hội đại biểu Đảng bộ tỉnh Hà Thượng lần thứ XVIII, ưỡn ẹo ỹ"),
            "ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ TỈNH HÀ THƯỢNG LẦN THỨ XVIII, ƯỠN ẸO Ỹ");
  EXPECT_EQ(capitals("àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"),
            "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ");
  EXPECT_EQ(capitals("\xE1\xBA"), "\xE1\xBA");
}

// Regression: one odd character in a file's name keeps the whole journal from being printed.
TEST(Legible, ReplacesOnlyWhatCannotBePrinted) {
  EXPECT_EQ(legible("tệp \xE6\x96\x87.jpg"), "tệp ?.jpg");
  EXPECT_EQ(legible("Nguyễn Thị Bích Ngọc"), "Nguyễn Thị Bích Ngọc");
  EXPECT_EQ(legible("\xFF"), "?");
}

// Regression: the subject of the minutes says "kiểm phiếu Bầu …" or "kiểm phiếu bầu bầu …".
TEST(Act, FollowsTheWordKiemPhieu) {
  Contest c;
  c.title = "Bầu Ban Chấp hành";
  EXPECT_EQ(actOf(c), "bầu Ban Chấp hành");
  c.title = "Ban Chấp hành";
  EXPECT_EQ(actOf(c), "bầu Ban Chấp hành");
  c.round = 2;
  EXPECT_EQ(actOf(c), "bầu Ban Chấp hành (lần thứ hai)");
  c.kind = ContestKind::Opinion;
  c.round = 1;
  c.title = "Phiếu xin ý kiến về nhân sự";
  EXPECT_EQ(actOf(c), "xin ý kiến về nhân sự");
}

// Regression: the Party's name stands twice in the head, or the congress's own name is lost.
TEST(Head, NamesTheBodyAboveAndTheCongress) {
  PaperData d;
  d.congress.name = "Đại hội đại biểu Đảng bộ tỉnh Hà Thượng lần thứ XVIII";
  d.congress.superior = kParty;
  d.congress.issuer = "ĐẢNG BỘ TỈNH HÀ THƯỢNG";
  PaperHead head = headOf(d, "BIÊN BẢN", "BB", "");
  EXPECT_EQ(head.superior, "ĐẢNG BỘ TỈNH HÀ THƯỢNG");
  EXPECT_EQ(head.issuer, "ĐẠI HỘI ĐẠI BIỂU LẦN THỨ XVIII");
  EXPECT_EQ(head.number, "Số .......-BB/ĐH");
  d.congress.superior = "ĐẢNG BỘ KHỐI CƠ QUAN";
  head = headOf(d, "BIÊN BẢN", "BB", "");
  EXPECT_EQ(head.superior, "ĐẢNG BỘ KHỐI CƠ QUAN");
  EXPECT_EQ(head.issuer, "ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ TỈNH HÀ THƯỢNG LẦN THỨ XVIII");
}

}  // namespace kp::wording
