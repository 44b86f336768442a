// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are none, or break off: each is an error in words, never a crash, never a page that is silently half gray.
#include <gtest/gtest.h>
#include <tiffio.h>

#include <cstdlib>
#include <opencv2/imgcodecs.hpp>
#include <random>

#include "samples.h"
#include "scanner/source/image_header.h"
#include "scanner/source/page_source.h"

namespace kp {
namespace {

using namespace test;

TEST(Broken, EmptyFile) {
  const auto pages = countPages({});
  ASSERT_FALSE(pages);
  EXPECT_EQ(pages.error().kind, ErrorKind::BadInput);
  EXPECT_NE(pages.error().what.find("rỗng"), std::string::npos) << pages.error().what;
  EXPECT_FALSE(decodePage({}, 0, false));
}

// The format is told by the bytes, never by the name: text named .jpg must be named as what it is.
TEST(Broken, TextIsNoImage) {
  const auto pages = countPages("Danh sách đại biểu\nNguyễn Văn An\n");
  ASSERT_FALSE(pages);
  EXPECT_EQ(pages.error().kind, ErrorKind::BadInput);
  EXPECT_NE(pages.error().what.find("không phải là ảnh"), std::string::npos) << pages.error().what;
}

/// The bytes, cut at ~60 places over the file's length and at each of the last 24 bytes.
std::vector<std::size_t> cuts(std::size_t size) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < 60; ++i) places.push_back(size * i / 60);
  for (std::size_t i = 1; i <= 24 && i <= size; ++i) places.push_back(size - i);
  return places;
}

/// A PDF that only lacks the line end after its end marker is whole.
std::string withoutLastLineEnd(std::string bytes) {
  while (bytes.back() == '\n' || bytes.back() == '\r') bytes.pop_back();
  return bytes;
}

struct Whole {
  const char* name;
  std::string (*make)();
};

class Truncated : public testing::TestWithParam<Whole> {};

TEST_P(Truncated, IsRefusedAtEveryCut) {
  const std::string whole = GetParam().make();
  ASSERT_TRUE(decodePage(whole, 0, false)) << decodePage(whole, 0, false).error().what;
  for (const std::size_t cut : cuts(whole.size())) {
    const auto raster = decodePage(whole.substr(0, cut), 0, false);
    ASSERT_FALSE(raster) << "cut at " << cut << " of " << whole.size();
    EXPECT_EQ(raster.error().kind, ErrorKind::BadInput);
  }
}

INSTANTIATE_TEST_SUITE_P(All, Truncated,
                         testing::Values(Whole{"jpeg", [] { return encoded(".jpg", grayPage(400, 300)); }},
                                         Whole{"colourJpeg", [] { return encoded(".jpg", colourPage(400, 300)); }},
                                         Whole{"progressiveJpeg",
                                               [] {
                                                 return encoded(".jpg", grayPage(400, 300), {cv::IMWRITE_JPEG_PROGRESSIVE, 1});
                                               }},
                                         Whole{"restartJpeg",
                                               [] {
                                                 return encoded(".jpg", grayPage(400, 300), {cv::IMWRITE_JPEG_RST_INTERVAL, 5});
                                               }},
                                         Whole{"png", [] { return encoded(".png", grayPage(400, 300)); }},
                                         Whole{"tiff", [] { return tiff({grayPage(400, 300)}); }},
                                         Whole{"tiffLzw",
                                               [] {
                                                 return tiff({grayPage(400, 300)}, {8, COMPRESSION_LZW});
                                               }},
                                         Whole{"tiffFax4",
                                               [] {
                                                 return tiff({grayPage(400, 300)}, {1, COMPRESSION_CCITTFAX4, true});
                                               }},
                                         Whole{"pdf", [] { return withoutLastLineEnd(pdf({grayPage(827, 1169)})); }}),
                         [](const auto& value) { return std::string(value.param.name); });

// A copy whose end marker is there but whose middle is gone (a lost block on a memory stick): libjpeg itself only warns.
TEST(Broken, JpegWithAHoleIsRefused) {
  const std::string whole = encoded(".jpg", grayPage(800, 600));
  int refused = 0;
  for (int i = 2; i < 9; ++i) {
    std::string holed = whole;
    const std::size_t at = whole.size() * static_cast<std::size_t>(i) / 10;
    holed.erase(at, 4096);
    if (at + 4096 < whole.size())
      refused += !decodePage(holed, 0, false);
    else
      ++refused;
  }
  EXPECT_EQ(refused, 7);
}

// A block of the stick read back as zeros: zeros are valid codes, so only what is left over at the end tells.
TEST(Broken, JpegWithAZeroedBlockIsRefused) {
  const std::string whole = encoded(".jpg", grayPage(1654, 2339));
  for (std::size_t i = 1; i < 9; ++i) {
    std::string zeroed = whole;
    zeroed.replace(whole.size() * i / 10, 4096, 4096, '\0');
    EXPECT_FALSE(decodePage(zeroed, 0, false)) << i;
  }
}

TEST(Broken, JpegCutWithAnEndMarkerPutOnIsRefused) {
  const std::string whole = encoded(".jpg", grayPage(800, 600));
  for (std::size_t i = 3; i < 10; ++i) EXPECT_FALSE(decodePage(whole.substr(0, whole.size() * i / 10) + "\xFF\xD9", 0, false)) << i;
}

TEST(Broken, PngWithAChangedByteIsRefused) {
  std::string bytes = encoded(".png", grayPage(400, 300));
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x10);
  EXPECT_FALSE(decodePage(bytes, 0, false));
}

// Strips that lie behind the end: the directory stands first, the picture breaks off.
TEST(Broken, TiffWithItsDirectoryFirstAndPictureCut) {
  const cv::Mat picture = grayPage(400, 300);
  std::string bytes = tiff({picture});
  const std::size_t directory = static_cast<unsigned char>(bytes[4]) | static_cast<std::size_t>(static_cast<unsigned char>(bytes[5])) << 8 |
                                static_cast<std::size_t>(static_cast<unsigned char>(bytes[6])) << 16;
  ASSERT_GT(directory, 8u);
  // Wipe the picture by moving the strips' offsets out of the file: the directory's own values stay.
  const auto header = readImageHeader(bytes, 0);
  ASSERT_TRUE(header);
  std::string cut = bytes.substr(directory);
  std::string first = bytes.substr(0, 8);
  first[4] = 8;
  first[5] = 0;
  first[6] = 0;
  EXPECT_FALSE(decodePage(first + cut, 0, false));
}

// The fax decoder goes on after a bad code and only reports it: the lines after it are white, a ballot without its crosses.
TEST(Broken, FaxTiffWithAChangedBlockIsRefused) {
  std::string bytes = tiff({grayPage(400, 300)}, {1, COMPRESSION_CCITTFAX4, true});
  for (std::size_t i = 0; i < 24; ++i) bytes[bytes.size() / 3 + i] = 0;
  EXPECT_FALSE(decodePage(bytes, 0, false));
}

/// A PNG file that has only its first chunk, of this size.
std::string pngHeader(std::uint32_t width, std::uint32_t height) {
  std::string bytes("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16);
  for (const std::uint32_t value : {width, height})
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xFF);
  return bytes + std::string("\x08\0\0\0\0\0\0\0\0", 9);
}

// 2.5 billion pixels: must be refused from the header, before anything of that size is allocated.
TEST(Broken, HugePngHeaderIsRefused) {
  for (const auto& [width, height] : {std::pair{50'000u, 50'000u}, {0x7fffffffu, 0x7fffffffu}, {0xffffffffu, 1u}, {0u, 10u}, {10u, 0u}}) {
    const auto pages = countPages(pngHeader(width, height));
    ASSERT_FALSE(pages) << width << " × " << height;
    EXPECT_EQ(pages.error().kind, ErrorKind::BadInput);
    EXPECT_FALSE(decodePage(pngHeader(width, height), 0, false));
  }
}

TEST(Broken, TiffChainThatLoopsIsRefused) {
  std::string bytes = tiff({grayPage(40, 30)});
  const std::size_t directory = static_cast<unsigned char>(bytes[4]) | static_cast<std::size_t>(static_cast<unsigned char>(bytes[5])) << 8;
  const std::size_t entries = static_cast<unsigned char>(bytes[directory]);
  const std::size_t next = directory + 2 + entries * 12;
  for (std::size_t i = 0; i < 4; ++i) bytes[next + i] = bytes[4 + i];
  EXPECT_FALSE(countPages(bytes));
}

// A thumbnail beside the page must not be counted as a second sheet.
TEST(Broken, TiffThumbnailIsNoPage) {
  TiffStyle style;
  style.thumbnail = true;
  EXPECT_FALSE(countPages(tiff({grayPage(40, 30)}, style)));
}

TEST(Broken, LinearizedPdfThatIsShorterThanItSays) {
  std::string bytes = pdf({grayPage(827, 1169)});
  const std::size_t at = bytes.find('\n') + 1;
  std::string longer = bytes;
  longer.insert(at, "%<< /Linearized 1 /L " + std::to_string(bytes.size() * 2) + " >>\n");
  EXPECT_FALSE(countPages(longer));
}

// The PDF's own frame is whole, the scan inside is not: poppler would show a half page.
TEST(Broken, PdfWithADamagedJpegInside) {
  std::string bytes = pdf({grayPage(827, 1169)});
  for (std::size_t i = 0; i < 4096; ++i) bytes[bytes.size() / 2 + i] = 0;
  EXPECT_FALSE(countPages(bytes));
}

TEST(Broken, FormatsByFirstBytes) {
  EXPECT_EQ(formatOf("\xFF\xD8\xFF\xE0"), FileFormat::Jpeg);
  EXPECT_EQ(formatOf("II*"), FileFormat::Unknown);
  EXPECT_EQ(formatOf(std::string("II*\0", 4)), FileFormat::Tiff);
  EXPECT_EQ(formatOf("junk\n%PDF-1.4"), FileFormat::Pdf);
  EXPECT_EQ(formatOf(""), FileFormat::Unknown);
}

// Random damage: no crash and no page of another size than the header says. Whether it is refused depends on the byte.
TEST(Broken, RandomDamageNeverCrashes) {
  std::mt19937 random(20251015);
  const std::vector<std::string> files = {encoded(".jpg", colourPage(97, 61)), encoded(".png", colourPage(97, 61)),
                                          tiff({grayPage(97, 61), colourPage(20, 30)}, {8, COMPRESSION_LZW}),
                                          tiff({grayPage(97, 61)}, {1, COMPRESSION_CCITTFAX4, true}), pdf({grayPage(83, 117)})};
  for (const std::string& file : files)
    for (int round = 0; round < 120; ++round) {
      std::string bytes = file;
      const int changes = 1 + static_cast<int>(random() % 8);
      for (int i = 0; i < changes; ++i)
        bytes[random() % std::min<std::size_t>(bytes.size(), round % 2 ? bytes.size() : 256)] = static_cast<char>(random());
      const auto pages = countPages(bytes);
      if (!pages) continue;
      if (const auto raster = decodePage(bytes, 0, round % 3 == 0)) {
        EXPECT_LE(static_cast<long>(raster->width) * raster->height, kMaxPixels);
        EXPECT_FALSE(raster->empty());
      }
    }
}

}  // namespace
}  // namespace kp
