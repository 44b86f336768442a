// SPDX-License-Identifier: GPL-3.0-or-later
// Headings are compared folded and names are offered in title case; a letter that folds wrongly loses a column, one that capitalises wrongly spoils a name.
#include <gtest/gtest.h>

#include "formats/letter_case.h"

namespace kp {
namespace {

TEST(LetterCase, FoldedHasNoDiacriticsCapitalsOrSigns) {
  EXPECT_EQ(folded("  Họ và TÊN: (chữ in hoa)"), "ho va ten chu in hoa");
  EXPECT_EQ(folded("Đảng uỷ – Ưu"), "dang uy uu");
  EXPECT_EQ(folded("Ho\xCC\xA3 te\xCC\x82n"), "ho ten");  // decomposed
  EXPECT_EQ(folded("..."), "");
}

TEST(LetterCase, EveryVietnameseLetterHasItsCapital) {
  const std::string small = "aàảãáạăằẳẵắặâầẩẫấậđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ";
  const std::string capitals = "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬĐEÈẺẼÉẸÊỀỂỄẾỆIÌỈĨÍỊOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢUÙỦŨÚỤƯỪỬỮỨỰYỲỶỸÝỴ";
  EXPECT_EQ(lowerCase(capitals), small);
  EXPECT_EQ(titleCase(capitals).substr(0, 3), "Aà");
}

TEST(LetterCase, TitleCase) {
  EXPECT_EQ(titleCase("NGUYỄN ĐỨC ẤN"), "Nguyễn Đức Ấn");
  EXPECT_EQ(titleCase("h'yéo niê-kđăm"), "H'Yéo Niê-Kđăm");
  EXPECT_EQ(titleCase("\xFF"), "\xFF");
}

TEST(LetterCase, OneCase) {
  EXPECT_TRUE(inOneCase("PHAN THỬ AN"));
  EXPECT_TRUE(inOneCase("phan thử an"));
  EXPECT_FALSE(inOneCase("Phan Thử An"));
  EXPECT_FALSE(inOneCase("A"));
  EXPECT_FALSE(inOneCase("12 (3)"));
}

}  // namespace
}  // namespace kp
