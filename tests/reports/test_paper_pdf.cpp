// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/pdf/paper_pdf.h"

#include <gmock/gmock.h>
#include <poppler-document.h>
#include <poppler-page.h>

#include <memory>

#include "ballot/font_metrics.h"
#include "sample_papers.h"
#include "scanner/code/qr.h"
#include "scanner/source/page_source.h"

namespace kp {
namespace {

using test::plain;
using test::samplePaper;
using test::settle;
using ::testing::HasSubstr;

std::string pdfOf(const Paper& paper) {
  auto pdf = paperPdf(paper);
  EXPECT_TRUE(pdf) << pdf.error().what;
  return pdf.value_or("");
}

Paper minutesOf(int names, int seats, int valid = 346) {
  PaperData d = samplePaper(names, seats, valid);
  auto paper = minutesPaper(settle(d));
  EXPECT_TRUE(paper) << paper.error().what;
  return *paper;
}

/// The text of each page, white space made single.
std::vector<std::string> pageTexts(const std::string& pdf) {
  const std::unique_ptr<poppler::document> document(poppler::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size())));
  std::vector<std::string> pages;
  for (int i = 0; document && i < document->pages(); ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    const auto bytes = page->text(poppler::rectf(), poppler::page::raw_order_layout).to_utf8();
    std::string text;
    for (char c : std::string(bytes.begin(), bytes.end())) {
      if (c == '\n' || c == '\f' || c == '\r') c = ' ';
      if (c != ' ' || (!text.empty() && text.back() != ' ')) text += c;
    }
    pages.push_back(text);
  }
  return pages;
}

std::string joined(const std::vector<std::string>& pages) {
  std::string all;
  for (const auto& page : pages) all += page + " ";
  return all;
}

/// Words of `text` without white space, so that line breaks inside long words do not matter.
std::string squeezed(const std::string& text) {
  std::string out;
  for (char c : text)
    if (c != ' ' && c != '\n') out += c;
  return out;
}

}  // namespace

// Regression: a diacritic or a digit printed is not what the content says, or a block is dropped by the typesetter.
TEST(PaperPdf, PrintsTheContentWordForWord) {
  for (int names : {1, 9}) {
    const Paper paper = minutesOf(names, names == 1 ? 1 : 7);
    const std::string printed = squeezed(joined(pageTexts(pdfOf(paper))));
    for (const auto& block : paper.blocks) {
      if (const auto* p = std::get_if<Paragraph>(&block); p && printed.find(squeezed(p->text)) == std::string::npos) {
        // A paragraph broken over two pages has the foot of one page in it: then both halves must be there.
        const std::string half = squeezed(p->text.substr(0, p->text.find(' ', p->text.size() / 3)));
        EXPECT_THAT(printed, HasSubstr(half));
      }
      if (const auto* h = std::get_if<Heading>(&block)) {
        EXPECT_THAT(printed, HasSubstr(squeezed(h->text)));
      }
      if (const auto* t = std::get_if<Table>(&block)) {
        for (const auto& row : t->rows) EXPECT_THAT(printed, HasSubstr(squeezed(row[0] + row[1] + row[2] + row[3])));
      }
    }
    EXPECT_THAT(printed, HasSubstr("ĐẢNGCỘNGSẢNVIỆTNAM"));
    EXPECT_THAT(printed, HasSubstr("Số05-BB/ĐH"));
  }
}

// Regression: something is drawn into the margins, where a binding or a printer cuts it off (36-HD/VPTW: 20, 20, 30, 15 mm).
TEST(PaperPdf, DrawsNothingOutsideTheMargins) {
  constexpr double dpi = 72, pxPerMm = dpi / 25.4;
  for (int names : {9, 63, 234}) {
    const std::string pdf = pdfOf(minutesOf(names, names * 7 / 8, names == 234 ? 1598 : 346));
    const auto pages = static_cast<int>(pageTexts(pdf).size());
    for (int index = 0; index < pages; index += names == 234 ? 5 : 1) {
      const auto page = renderPdfPage(pdf, index, dpi);
      ASSERT_TRUE(page) << page.error().what;
      long outside = 0, inside = 0;
      for (int y = 0; y < page->height; ++y) {
        for (int x = 0; x < page->width; ++x) {
          if (page->data[static_cast<std::size_t>(y) * page->width + x] > 200) continue;
          // One pixel of tolerance: the renderer spreads an edge over the pixels it touches.
          const bool in = x + 1 >= kPaperLeft * pxPerMm && x <= page->width - kPaperRight * pxPerMm + 1 && y + 1 >= kPaperTop * pxPerMm &&
                          y <= page->height - kPaperBottom * pxPerMm + 1;
          ++(in ? inside : outside);
        }
      }
      EXPECT_EQ(outside, 0) << names << " names, page " << index + 1;
      EXPECT_GT(inside, 1000) << names << " names, page " << index + 1;
    }
  }
}

// Regression: the code on a page cannot be read from a 200 dpi scan, or is missing from a page, or says something else.
TEST(PaperPdf, CodeReadsBackFromEveryPage) {
  for (const auto& [names, characters] : {std::pair{9, 270}, {63, 460}, {234, 1050}}) {
    Paper paper = minutesOf(names, names * 7 / 8, names == 234 ? 1598 : 346);
    paper.code.text = "KPM1:";
    for (unsigned i = 0, x = 7; i < static_cast<unsigned>(characters); ++i) {
      x = x * 1103515245u + 12345u;
      paper.code.text += "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"[(x >> 16) % 45];
    }
    const std::string pdf = pdfOf(paper);
    const auto texts = pageTexts(pdf);
    for (std::size_t index = 0; index < texts.size(); index += names == 234 ? 7 : 1) {
      const auto page = renderPdfPage(pdf, static_cast<int>(index), 200);
      ASSERT_TRUE(page) << page.error().what;
      const auto found = findAllQr(page->data, page->width, page->height, page->width);
      ASSERT_EQ(found.size(), 1u) << names << " names, page " << index + 1;
      EXPECT_EQ(found[0].text, paper.code.text);
      EXPECT_THAT(texts[index], HasSubstr(paper.code.shortCode));
      EXPECT_THAT(texts[index], HasSubstr("Trang " + std::to_string(index + 1) + "/" + std::to_string(texts.size())));
    }
  }
}

// Regression: a long table runs off the page or goes on without its head.
TEST(PaperPdf, LongTablesRepeatTheirHeadAndLoseNoRow) {
  const Paper paper = minutesOf(63, 55);
  const auto pages = pageTexts(pdfOf(paper));
  const std::string all = joined(pages);
  for (int i = 0; i < 63; ++i) EXPECT_THAT(all, HasSubstr(std::to_string(i + 1) + " " + test::inventedName(i) + " ")) << i;
  for (const auto& page : pages) {
    if (page.find(", ngày") != std::string::npos || page.find("T/M") != std::string::npos ||
        page.find("2. Ban kiểm phiếu") != std::string::npos)
      continue;
    EXPECT_THAT(page, HasSubstr("TT Họ và tên Số phiếu Tỷ lệ %"));
  }
}

// Regression: signatures stand on a page of their own, so that a text could be put before them later.
TEST(PaperPdf, SignaturesNeverStandAlone) {
  for (int names = 1; names <= 40; ++names) {
    const auto pages = pageTexts(pdfOf(minutesOf(names, names)));
    const auto at = pages.back().find("T/M ĐOÀN CHỦ TỊCH");
    ASSERT_NE(at, std::string::npos) << names;
    EXPECT_THAT(pages.back().substr(0, at), HasSubstr("Biên bản này được lập thành")) << names;
    EXPECT_THAT(pages.back().substr(at), HasSubstr("2. Đỗ Minh Kiên")) << names;
  }
}

// Regression: the longest names or titles run over a rule or are cut.
TEST(PaperPdf, LongestNamesAndTitlesAreWhole) {
  PaperData d = samplePaper(3, 2);
  d.contest.candidates[1].name = "Công Tằng Tôn Nữ Hoàng Thị Nguyễn Phạm Trần Lê Vũ Đặng Bùi Đỗ Hồ Ngô Dương Phương Khuê Nguyệt Ánh Hồng";
  d.contest.title =
      "Bầu Đoàn đại biểu dự Đại hội đại biểu toàn quốc lần thứ XII của Đảng, gồm đại biểu chính thức và đại biểu dự khuyết của Đảng bộ tỉnh Hà Thượng và các đảng bộ trực thuộc";
  d.committee.push_back({d.contest.candidates[1].name + " Hai", Role::Member});
  const auto paper = minutesPaper(settle(d));
  ASSERT_TRUE(paper) << paper.error().what;
  const std::string printed = squeezed(joined(pageTexts(pdfOf(*paper))));
  EXPECT_THAT(printed, HasSubstr("2" + squeezed(d.contest.candidates[1].name) + "335"));
  EXPECT_THAT(
      printed,
      HasSubstr(squeezed(
          "kiểm phiếu bầu Đoàn đại biểu dự Đại hội đại biểu toàn quốc lần thứ XII của Đảng, gồm đại biểu chính thức và đại biểu dự khuyết")));
}

// Regression: a letter the font lacks is printed as a box on a signed paper.
TEST(PaperPdf, RefusesWhatTheFontLacks) {
  PaperData d = samplePaper();
  d.contest.candidates[0].name = "Nguyễn \xE6\x96\x87";
  const auto pdf = paperPdf(*minutesPaper(settle(d)));
  ASSERT_FALSE(pdf);
  EXPECT_EQ(pdf.error().kind, ErrorKind::BadInput);
}

// Regression: a code too long for a symbol stops the program instead of being refused.
TEST(PaperPdf, RefusesACodeThatFitsNoSymbol) {
  Paper paper = minutesOf(9, 7);
  paper.code.text = "KPM1:" + std::string(5000, 'A');
  EXPECT_FALSE(paperPdf(paper));
}

// Regression: printing twice gives two files that cannot be compared.
TEST(PaperPdf, SameContentSameBytes) { EXPECT_EQ(pdfOf(minutesOf(9, 7)), pdfOf(minutesOf(9, 7))); }

}  // namespace kp
