// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/pdf/ballot_pdf.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "ballot/code_payload.h"
#include "ballot/font_metrics.h"
#include "reports/pdf/canvas.h"
#include "scanner/code/qr.h"
#include "scanner/source/page_source.h"

namespace kp {
namespace {

constexpr double kDpi = 203.2, kPxPerMm = kDpi / 25.4;

CongressInfo congress() {
  CongressInfo info;
  info.id = "mau";
  info.name = "Đại hội đại biểu Đảng bộ lần thứ XVIII";
  info.superior = "ĐẢNG BỘ CẤP TRÊN";
  info.issuer = "ĐẢNG BỘ TỈNH MẪU";
  info.term = "2025 - 2030";
  info.place = "Tỉnh Mẫu";
  info.date = "2025-09-20";
  return info;
}

Contest contest(int names, int seats) {
  static const char* const kNames[] = {"Nguyễn Văn An", "Trần Thị Bích Phượng", "Đỗ Hữu Nghĩa",
                                       "Huỳnh Ngọc Ưu", "Lê Mỹ Quỳnh",          "Nguyễn Hoàng Phương Quỳnh Trang Nhượng"};
  Contest c;
  c.id = "bch";
  c.title = "Bầu Ban Chấp hành Đảng bộ tỉnh khóa XVIII";
  c.seats = seats;
  for (int i = 0; i < names; ++i) c.candidates.push_back({"c" + std::to_string(i), kNames[i % 6], ""});
  return c;
}

std::vector<std::string> codesOf(const BallotForm& form, std::optional<std::uint64_t> ballot = {}) {
  std::vector<std::string> codes;
  const int pages = static_cast<int>(form.pages.size());
  for (int p = 1; p <= pages; ++p) codes.push_back(encode({1, 2, 3, p, pages, ballot}, CodeKey{}));
  return codes;
}

Raster render(const std::string& pdf, int page, double dpi = kDpi) {
  auto raster = renderPdfPage(pdf, page, dpi);
  EXPECT_TRUE(raster.has_value()) << (raster ? "" : raster.error().what);
  return raster ? *raster : Raster{};
}

int pixel(const Raster& r, int x, int y) { return r.data[static_cast<std::size_t>(y) * r.width + x]; }

// The ink inside a rectangle of the page: its bounding box in mm, empty when there is none, and how dark it is (0 … 255 per pixel, summed).
struct Ink {
  RectMm box;
  long dark = 0;
};
Ink inkIn(const Raster& r, const RectMm& where, double pxPerMm = kPxPerMm) {
  const int x1 = std::max(0, static_cast<int>(where.x * pxPerMm)), x2 = std::min(r.width, static_cast<int>((where.x + where.w) * pxPerMm));
  const int y1 = std::max(0, static_cast<int>(where.y * pxPerMm)), y2 = std::min(r.height, static_cast<int>((where.y + where.h) * pxPerMm));
  int left = r.width, right = -1, top = r.height, bottom = -1;
  Ink ink;
  for (int y = y1; y < y2; ++y)
    for (int x = x1; x < x2; ++x) {
      ink.dark += 255 - pixel(r, x, y);
      if (pixel(r, x, y) > 160) continue;
      left = std::min(left, x), right = std::max(right, x), top = std::min(top, y), bottom = std::max(bottom, y);
    }
  if (right >= left) ink.box = {left / pxPerMm, top / pxPerMm, (right + 1 - left) / pxPerMm, (bottom + 1 - top) / pxPerMm};
  return ink;
}

RectMm grown(const RectMm& r, double by) { return {r.x - by, r.y - by, r.w + 2 * by, r.h + 2 * by}; }

// Catches: another font file than the table was made from, or another rounding of widths than libharu's.
TEST(Canvas, textIsAsWideAsTheLayoutThinks) {
  auto canvas = Canvas::create({});
  ASSERT_TRUE(canvas.has_value()) << canvas.error().what;
  for (const FontStyle style : {FontStyle::Regular, FontStyle::Bold, FontStyle::Italic, FontStyle::BoldItalic})
    for (std::size_t i = 0; i < detail::kAdvanceCount; ++i) {
      const char32_t c = detail::kAdvances[i].character;
      std::string text;
      if (c < 0x80)
        text = {static_cast<char>(c)};
      else if (c < 0x800)
        text = {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 63))};
      else
        text = {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 63)), static_cast<char>(0x80 | (c & 63))};
      ASSERT_NEAR(canvas->textWidthMm(text, 14, style), textWidthMm(text, 14, style), 1e-6) << text;
    }
}

// Catches a font that prints Vietnamese letters as boxes or without their marks ("Nguy×n"): only pixels show it, text extraction does not.
TEST(Canvas, everyVietnameseLetterPrintsItsMarks) {
  const std::vector<std::vector<std::string>> families = {
      {"a", "à", "á", "ả", "ã", "ạ", "ă", "ằ", "ắ", "ẳ", "ẵ", "ặ", "â", "ầ", "ấ", "ẩ", "ẫ", "ậ"},
      {"d", "đ"},
      {"e", "è", "é", "ẻ", "ẽ", "ẹ", "ê", "ề", "ế", "ể", "ễ", "ệ"},
      {"i", "ì", "í", "ỉ", "ĩ", "ị"},
      {"o", "ò", "ó", "ỏ", "õ", "ọ", "ô", "ồ", "ố", "ổ", "ỗ", "ộ", "ơ", "ờ", "ớ", "ở", "ỡ", "ợ"},
      {"u", "ù", "ú", "ủ", "ũ", "ụ", "ư", "ừ", "ứ", "ử", "ữ", "ự"},
      {"y", "ỳ", "ý", "ỷ", "ỹ", "ỵ"},
      {"A", "À", "Á", "Ả", "Ã", "Ạ", "Ă", "Ằ", "Ắ", "Ẳ", "Ẵ", "Ặ", "Â", "Ầ", "Ấ", "Ẩ", "Ẫ", "Ậ"},
      {"D", "Đ"},
      {"E", "È", "É", "Ẻ", "Ẽ", "Ẹ", "Ê", "Ề", "Ế", "Ể", "Ễ", "Ệ"},
      {"I", "Ì", "Í", "Ỉ", "Ĩ", "Ị"},
      {"O", "Ò", "Ó", "Ỏ", "Õ", "Ọ", "Ô", "Ồ", "Ố", "Ổ", "Ỗ", "Ộ", "Ơ", "Ờ", "Ớ", "Ở", "Ỡ", "Ợ"},
      {"U", "Ù", "Ú", "Ủ", "Ũ", "Ụ", "Ư", "Ừ", "Ứ", "Ử", "Ữ", "Ự"},
      {"Y", "Ỳ", "Ý", "Ỷ", "Ỹ", "Ỵ"}};
  for (const FontStyle style : {FontStyle::Regular, FontStyle::Bold, FontStyle::Italic, FontStyle::BoldItalic}) {
    auto canvas = Canvas::create({});
    ASSERT_TRUE(canvas.has_value());
    canvas->addPage(210, 297);
    for (std::size_t row = 0; row < families.size(); ++row)
      for (std::size_t column = 0; column < families[row].size(); ++column)
        canvas->text(10 + 10 * static_cast<double>(column), 20 + 18 * static_cast<double>(row), 28, style, families[row][column]);
    const auto pdf = canvas->finish();
    ASSERT_TRUE(pdf.has_value());
    const Raster page = render(*pdf, 0);
    for (std::size_t row = 0; row < families.size(); ++row) {
      std::map<std::vector<int>, std::string> shapes;
      for (std::size_t column = 0; column < families[row].size(); ++column) {
        // Each letter's own cell, sampled to a coarse picture: two letters of one family must never look the same.
        const int x0 = static_cast<int>((8.5 + 10 * static_cast<double>(column)) * kPxPerMm),
                  y0 = static_cast<int>((9 + 18 * static_cast<double>(row)) * kPxPerMm);
        std::vector<int> shape;
        for (int y = 0; y < 130; ++y)
          for (int x = 0; x < 78; ++x) shape.push_back(pixel(page, x0 + x, y0 + y) < 128);
        ASSERT_GT(std::count(shape.begin(), shape.end(), 1), 100) << families[row][column] << " left no ink";
        const auto [same, isNew] = shapes.emplace(std::move(shape), families[row][column]);
        EXPECT_TRUE(isNew) << families[row][column] << " looks like " << same->second;
      }
    }
  }
}

TEST(Canvas, keepsItsFirstFailureAndSaysIt) {
  auto canvas = Canvas::create({"Thử", "Kiểm Phiếu", "2025-09-20T08:00:00"});
  ASSERT_TRUE(canvas.has_value());
  canvas->addPage(210, 297);
  canvas->line(10, 10, 20, 20, -1);  // libharu refuses a negative width
  canvas->text(10, 10, 14, FontStyle::Regular, "sau lỗi");
  const auto pdf = canvas->finish();
  ASSERT_FALSE(pdf.has_value());
  EXPECT_EQ(pdf.error().kind, ErrorKind::Io);
  EXPECT_NE(pdf.error().what.find("libharu"), std::string::npos);
}

// Catches: geometry that says one thing and paper another: the reader would look beside the names.
TEST(BallotPdf, namesArePrintedInTheirTargets) {
  const auto form = layOut(congress(), contest(42, 33));
  ASSERT_TRUE(form.has_value());
  const auto pdf = ballotPdf(*form, {codesOf(*form)});
  ASSERT_TRUE(pdf.has_value()) << pdf.error().what;
  for (std::size_t p = 0; p < form->pages.size(); ++p) {
    const Raster page = render(*pdf, static_cast<int>(p));
    ASSERT_NEAR(page.width, 210 * kPxPerMm, 2);
    ASSERT_NEAR(page.height, 297 * kPxPerMm, 2);
    for (const auto& target : form->pages[p].geometry.targets) {
      // 0.8 mm more than the box, but not as far as the table's rules.
      const RectMm ink = inkIn(page, grown(target.box, 0.8)).box;
      ASSERT_GT(ink.w, 0);
      EXPECT_NEAR(ink.x, target.box.x, 0.4);
      EXPECT_NEAR(ink.x + ink.w, target.box.x + target.box.w, 0.5);
      EXPECT_GE(ink.y, target.box.y - 0.2);
      EXPECT_LE(ink.y + ink.h, target.box.y + target.box.h + 0.2);
    }
  }
}

TEST(BallotPdf, squaresAndFiducialsAreWhereTheGeometrySays) {
  const auto form = layOut(congress(), contest(12, 12));
  ASSERT_TRUE(form.has_value());
  const auto pdf = ballotPdf(*form, {codesOf(*form)});
  ASSERT_TRUE(pdf.has_value());
  const Raster page = render(*pdf, 0);
  const auto expectInk = [&](const RectMm& box) {
    const RectMm ink = inkIn(page, grown(box, 0.7)).box;
    EXPECT_NEAR(ink.x, box.x, 0.15);
    EXPECT_NEAR(ink.y, box.y, 0.15);
    EXPECT_NEAR(ink.w, box.w, 0.26);
    EXPECT_NEAR(ink.h, box.h, 0.26);
  };
  for (const auto& target : form->pages[0].geometry.targets) {
    expectInk(target.box);
    EXPECT_EQ(inkIn(page, grown(target.box, -0.6)).dark, 0) << "a square must be empty";
  }
  for (const auto& mark : form->pages[0].geometry.fiducials) {
    expectInk(mark);
    EXPECT_GT(inkIn(page, grown(mark, -0.3)).dark, 250 * 19 * 19) << "a fiducial must be solid";
  }
}

// Catches: codes of the wrong page or copy, hairlines between modules, a quiet zone with something in it.
TEST(BallotPdf, bothCodesOfEachPageAreRead) {
  const auto form = layOut(congress(), contest(63, 55));
  ASSERT_TRUE(form.has_value());
  ASSERT_EQ(form->pages.size(), 2u);
  const std::vector<std::vector<std::string>> codes{codesOf(*form, 11), codesOf(*form, 0xFFFFFFFFFF)};
  const auto pdf = ballotPdf(*form, codes);
  ASSERT_TRUE(pdf.has_value());
  for (int sheet = 0; sheet < 4; ++sheet) {
    const Raster page = render(*pdf, sheet);
    const auto found = findAllQr(page.data, page.width, page.height, page.width);
    ASSERT_EQ(found.size(), 2u);
    for (const auto& code : found) EXPECT_EQ(code.text, codes[static_cast<std::size_t>(sheet / 2)][static_cast<std::size_t>(sheet % 2)]);
    for (const auto& place : form->pages[0].geometry.codes) {
      const RectMm ink = inkIn(page, grown(place, 1.9)).box;
      EXPECT_NEAR(ink.x, place.x, 0.15);
      EXPECT_NEAR(ink.y, place.y, 0.15);
      EXPECT_NEAR(ink.w, 14.5, 0.26) << "29 modules of 0.5 mm";
      EXPECT_NEAR(ink.h, 14.5, 0.26);
    }
  }
}

// Secrecy: shared codes make every copy alike, and the same input the same file, so that a printed batch can be checked later.
TEST(BallotPdf, copiesAreAlikeAndTheFileIsRepeatable) {
  const auto form = layOut(congress(), contest(5, 3));
  ASSERT_TRUE(form.has_value());
  const auto pdf = ballotPdf(*form, {codesOf(*form)}, 3), again = ballotPdf(*form, {codesOf(*form)}, 3);
  ASSERT_TRUE(pdf.has_value() && again.has_value());
  EXPECT_EQ(*pdf, *again);
  EXPECT_EQ(pdf->find("CreationDate"), std::string::npos);
  const Raster first = render(*pdf, 0, 100);
  for (int copy = 1; copy < 3; ++copy) {
    const Raster other = render(*pdf, copy, 100);
    EXPECT_TRUE(std::equal(first.data, first.data + first.bytes(), other.data));
  }
  EXPECT_EQ(*countPages(*pdf), 3);
}

TEST(BallotPdf, refusesCodesThatDoNotFit) {
  const auto form = layOut(congress(), contest(63, 55));
  ASSERT_TRUE(form.has_value());
  using Codes = std::vector<std::vector<std::string>>;
  const std::string good = codesOf(*form)[0];
  for (const Codes& codes :
       {Codes{}, Codes{{}}, Codes{{good}}, Codes{{good, ""}}, Codes{{good, "chữ"}}, Codes{{good, std::string(48, 'A')}}}) {
    const auto pdf = ballotPdf(*form, codes);
    ASSERT_FALSE(pdf.has_value());
    EXPECT_EQ(pdf.error().kind, ErrorKind::BadInput);
  }
  EXPECT_FALSE(ballotPdf(*form, {codesOf(*form)}, 0).has_value());
  EXPECT_FALSE(ballotPdf(*form, {codesOf(*form), codesOf(*form)}, 2).has_value());
}

}  // namespace
}  // namespace kp
