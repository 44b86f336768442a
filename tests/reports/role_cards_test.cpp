// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/pdf/role_cards_pdf.h"

#include <gmock/gmock.h>
#include <poppler-document.h>

#include <memory>

#include "scanner/source/page_source.h"

namespace kp {
namespace {

using ::testing::HasSubstr;

int pagesOf(const std::string& pdf) {
  const std::unique_ptr<poppler::document> document(poppler::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size())));
  return document ? document->pages() : 0;
}

}  // namespace

// Regression: a card runs over onto a second page, or off the lower edge of its own: each role holds one page in the hand.
TEST(RoleCards, EachRoleHasOnePageThatKeepsItsMargins) {
  const auto cards = roleCards();
  const auto pdf = roleCardsPdf(cards);
  ASSERT_TRUE(pdf) << pdf.error().what;
  ASSERT_EQ(pagesOf(*pdf), 5);
  constexpr double kDpi = 72, kPxPerMm = kDpi / 25.4;
  for (int page = 0; page < 5; ++page) {
    const auto pixels = renderPdfPage(*pdf, page, kDpi);
    ASSERT_TRUE(pixels) << pixels.error().what;
    const double edge = kCardMargin * kPxPerMm - 2;  // the renderer spreads an edge over the pixels it touches
    long inside = 0;
    for (int y = 0; y < pixels->height; ++y)
      for (int x = 0; x < pixels->width; ++x) {
        if (pixels->data[static_cast<std::size_t>(y) * pixels->width + x] > 200) continue;
        ++inside;
        ASSERT_TRUE(x >= edge && y >= edge && x <= pixels->width - edge && y <= pixels->height - edge)
            << cards[static_cast<std::size_t>(page)].title << ": ink at " << x << ", " << y;
      }
    EXPECT_GT(inside, 8000) << "page " << page + 1 << " is nearly empty";
  }
}

// Regression: the page is full and the last lines are left out without a word.
TEST(RoleCards, ACardThatDoesNotFitIsRefusedByName) {
  auto card = roleCards().front();
  card.parts.front().lines.insert(card.parts.front().lines.end(), 40,
                                  "Một việc nữa cần làm trong ngày kiểm phiếu, dài hơn một dòng trên thẻ.");
  const auto pdf = roleCardsPdf({card});
  ASSERT_FALSE(pdf);
  EXPECT_THAT(pdf.error().what, HasSubstr("TRƯỞNG BAN KIỂM PHIẾU"));
}

}  // namespace kp
