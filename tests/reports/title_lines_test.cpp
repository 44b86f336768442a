// SPDX-License-Identifier: GPL-3.0-or-later
// Where lines of papers end: a secretary reads "ĐẢNG / BỘ" or a number parted from its name as a mistake.
#include <gmock/gmock.h>

#include <algorithm>

#include "reports/pdf/pieces.h"

namespace kp::typeset {
namespace {

using ::testing::ElementsAre;

const char* const kLongest = "Nguyễn Thị Phương Hoàng Kim Ngân Tuyền";

std::vector<std::string> headLines(const std::string& text) { return titleLines(text, 74, 14, FontStyle::Bold); }

/// The texts drawn by the pieces of a block of signatures.
std::vector<std::string> drawn(const Signatures& signatures) {
  Flow flow;
  addSignatures(flow, signatures);
  std::vector<std::string> texts;
  for (const Piece& piece : flow.pieces)
    for (const TextRun& run : piece.texts) texts.push_back(run.text);
  return texts;
}

}  // namespace

// Regression: lines of the head as long as they go, so that "ĐẢNG / BỘ HUYỆN AN SƠN / THƯỢNG LẦN THỨ XIV" is printed.
TEST(TitleLines, EndWhereAReaderPauses) {
  EXPECT_THAT(headLines("ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ HUYỆN AN SƠN THƯỢNG LẦN THỨ XIV"),
              ElementsAre("ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ", "HUYỆN AN SƠN THƯỢNG", "LẦN THỨ XIV"));
  EXPECT_THAT(headLines("ĐẠI HỘI CHI BỘ THÔN BẾN GIẾNG"), ElementsAre("ĐẠI HỘI CHI BỘ", "THÔN BẾN GIẾNG"));
  EXPECT_THAT(headLines("BAN KIỂM PHIẾU"), ElementsAre("BAN KIỂM PHIẾU"));
}

// Regression: a term is torn where the line happens to be full.
TEST(TitleLines, NeverEndInsideATerm) {
  const std::string text =
      "Bầu Ban Chấp hành Đảng bộ Thành phố Lâm Hải Giang Thượng khóa XVIII, nhiệm kỳ 2025 - 2030 và đoàn đại biểu dự Đại hội đại biểu toàn quốc lần thứ XIV, lấy phiếu tín nhiệm các đồng chí";
  for (double width = 60; width < 160; width += 5) {
    const auto lines = titleLines(text, width, 14, FontStyle::Bold);
    std::string together;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      EXPECT_LE(textWidthMm(lines[i], 14, FontStyle::Bold), width) << lines[i];
      together += (i > 0 ? " " : "") + lines[i];
      if (i + 1 == lines.size()) continue;
      const std::string last = words(lines[i]).back();
      for (const char* torn : {"Đảng", "Thành", "Chấp", "Đại", "đại", "toàn", "lần", "thứ", "khóa", "nhiệm", "kỳ", "tín", "-"})
        EXPECT_NE(last, torn) << "at " << width << " mm: " << lines[i];
    }
    EXPECT_EQ(together, text) << "a word is lost or doubled";
  }
}

// Regression: a word wider than the line is drawn over the margin.
TEST(TitleLines, CutAWordThatNoLineHolds) {
  for (const std::string& line : titleLines("A " + std::string(80, 'W'), 50, 14, FontStyle::Bold))
    EXPECT_LE(textWidthMm(line, 14, FontStyle::Bold), 50);
}

// Regression: in the list of names of the minutes a line ends with "3." and the next begins with "Lê Công Bằng".
TEST(GluedLines, KeepANumberWithItsName) {
  const std::string text =
      "Danh sách theo thứ tự trên phiếu: 1. Nguyễn Trường Âu; 2. Hứa Thị Bạch; 3. Lê Công Bằng; 4. Trần Hữu Bổn, khóa XIV.";
  for (double width = 30; width < 165; width += 1) {
    const auto lines = breakLines(glued(text), width, width, 14, FontStyle::Regular);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      const std::string last = words(lines[i]).back();
      EXPECT_FALSE(last.size() == 2 && last[1] == '.') << "at " << width << " mm: " << lines[i];
      EXPECT_NE(last, "khóa");
      EXPECT_EQ(lines[i].find("\u00A0"), std::string::npos) << "the space that keeps words together is printed";
    }
  }
}

// Regression: "Nguyễn Thị Phương Hoàng Kim Ngân / Tuyền" in a table's cell; or a word cut, a line too wide, for the sake of evenness.
TEST(EvenLines, LeaveNoWordAloneAndCutNone) {
  const auto name = evenLines(kLongest, 62, 12, FontStyle::Regular);
  ASSERT_EQ(name.size(), 2U);
  EXPECT_GE(words(name.back()).size(), 3U) << name.back();
  for (double width = 20; width < 90; width += 1) {
    const std::string text = "xx Nguyễn-Trường-Tộ z Hoàng Kim Ngân Tuyền";
    const auto greedy = breakLines(text, width, width, 12, FontStyle::Regular), even = evenLines(text, width, 12, FontStyle::Regular);
    EXPECT_EQ(even.size(), greedy.size());
    std::string together;
    for (const auto& line : even) {
      EXPECT_LE(textWidthMm(line, 12, FontStyle::Regular), width);
      together += (together.empty() ? "" : " ") + line;
    }
    if (textWidthMm("Nguyễn-Trường-Tộ", 12, FontStyle::Regular) <= width) {
      EXPECT_EQ(together, text) << "at " << width << " mm";
    }
  }
}

// Regression: "1. Nguyễn Thị Thục / Trinh ....": a member's name is broken although the line has room for it.
TEST(Members, NamesStandOnOneLine) {
  Signatures signatures{{{{"T/M BAN KIỂM PHIẾU", "TRƯỞNG BAN"}, "Lê Hiếu Thảo"}}, "CÁC ỦY VIÊN", {"Nguyễn Thị Thục Trinh", "Bế Văn Khiêm"}};
  EXPECT_THAT(drawn(signatures), ::testing::IsSupersetOf({"1. Nguyễn Thị Thục Trinh", "2. Bế Văn Khiêm"}));
  signatures.members[1] = kLongest;
  EXPECT_THAT(drawn(signatures), ::testing::IsSupersetOf({std::string("1. Nguyễn Thị Thục Trinh"), "2. " + std::string(kLongest)}));
}

// Regression: a name of a hundred letters leaves no room to sign, or its dots run over the margin.
TEST(Members, AVeryLongNameLeavesRoomToSign) {
  std::string name = kLongest;
  while (name.size() < 130) name += std::string(" ") + kLongest;
  Flow flow;
  addSignatures(flow, {{{{"TRƯỞNG BAN"}, name}}, "CÁC ỦY VIÊN", {name}});
  double dots = 0;
  for (const TextRun& run : flow.pieces.back().texts) {
    EXPECT_LE(run.x + textWidthMm(run.text, run.sizePt, run.style), kRight + 0.1) << run.text;
    if (run.text[0] == '.') dots = textWidthMm(run.text, run.sizePt, run.style);
  }
  EXPECT_GE(dots, 24);
}

}  // namespace kp::typeset
