// SPDX-License-Identifier: GPL-3.0-or-later
#include "ballot/font_metrics.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "election/utf8.h"

namespace kp {
namespace {

// Catches: a table out of order (binary search then loses letters) or made without the Vietnamese block.
TEST(FontMetrics, everyVietnameseLetterHasAWidth) {
  const std::string letters =
      "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz"
      "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆFGHIÌÍỈĨỊJKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVWXYỲÝỶỸỴZ";
  const auto points = decodeUtf8(letters);
  ASSERT_TRUE(points.has_value());
  EXPECT_EQ(points->size(), 2u * 93u);
  EXPECT_TRUE(printable(letters));
  EXPECT_TRUE(printable("0123456789 .,;:()'-–—‘’“”…/%*&"));
  EXPECT_TRUE(printable("Y Bliăr Niê, H'Ƀ Čĭŏŭ")) << "names of the Central Highlands";
  for (std::size_t i = 1; i < detail::kAdvanceCount; ++i) ASSERT_LT(detail::kAdvances[i - 1].character, detail::kAdvances[i].character);
}

TEST(FontMetrics, knownWidths) {
  // LiberationSerif has the metrics of Times: "A" 722, "a" 444, space 250 thousandths of an em.
  EXPECT_NEAR(textWidthMm("A", 1000 / kMmPerPt, FontStyle::Regular), 722, 0.01);
  EXPECT_NEAR(textWidthMm("Ẫ", 1000 / kMmPerPt, FontStyle::Regular), 722, 0.01);
  EXPECT_NEAR(textWidthMm("a b", 1000 / kMmPerPt, FontStyle::Bold), 499 + 250 + 556, 1.01);
  EXPECT_GT(topMm(14, FontStyle::Regular), capHeightMm(14, FontStyle::Regular));
}

TEST(FontMetrics, refusesWhatIsNoText) {
  for (const char* bad : {"\xC0\x80", "\xE1\xBA", "\xED\xA0\x80", "\xF8\x88\x80\x80\x80", "a\x80", "\xF4\x90\x80\x80"}) {
    EXPECT_FALSE(printable(bad)) << bad;
    EXPECT_EQ(textWidthMm(bad, 14, FontStyle::Regular), 0);
  }
  EXPECT_FALSE(printable("tab\t"));
  EXPECT_FALSE(
      printable("An\xC2\xAD"
                "Bình"))
      << "a soft hyphen shows nothing";
}

RC_GTEST_PROP(FontMetrics, anyBytesAreSafe, (const std::string& bytes)) {
  const double width = textWidthMm(bytes, 14, FontStyle::Italic);
  RC_ASSERT(width >= 0);
  if (printable(bytes)) RC_ASSERT(decodeUtf8(bytes).has_value());
}

}  // namespace
}  // namespace kp
