// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

#include <hpdf.h>
#include <tiffio.h>
#include <unistd.h>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "scanner/source/page_source.h"

namespace kp::test {

cv::Mat grayPage(int width, int height) {
  cv::Mat page(height, width, CV_8UC1);
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x)
      page.at<std::uint8_t>(y, x) = static_cast<std::uint8_t>((x / 3 + y / 2) % 7 == 0 ? 20 : 250 - 60 * (x + y) / (width + height));
  return page;
}

cv::Mat colourPage(int width, int height) {
  cv::Mat page;
  cv::cvtColor(grayPage(width, height), page, cv::COLOR_GRAY2BGR);
  page(cv::Rect(0, 0, width / 3, height / 3)) = cv::Scalar(30, 30, 220);
  return page;
}

std::string encoded(const std::string& extension, const cv::Mat& picture, const std::vector<int>& options) {
  std::vector<std::uint8_t> bytes;
  if (!cv::imencode(extension, picture, bytes, options)) throw std::runtime_error("cannot encode " + extension);
  return {bytes.begin(), bytes.end()};
}

namespace {

void writeRows(TIFF* file, const cv::Mat& picture, const TiffStyle& style) {
  const int bytes = style.bits == 16 ? 2 : 1, channels = picture.channels();
  for (int y = 0; y < picture.rows; ++y) {
    std::vector<std::uint8_t> row(static_cast<std::size_t>(picture.cols * channels * bytes), 0);
    for (int x = 0; x < picture.cols; ++x)
      for (int c = 0; c < channels; ++c) {
        const int stored = channels == 3 ? 2 - c : c;  // BGR to RGB
        int value = picture.ptr<std::uint8_t>(y)[x * channels + stored];
        if (style.minIsWhite) value = 255 - value;
        const auto at = static_cast<std::size_t>(x * channels + c);
        if (style.bits == 1) {
          if (value >= 128) row[at / 8] = static_cast<std::uint8_t>(row[at / 8] | 0x80 >> at % 8);
        } else if (bytes == 2) {
          const auto wide = static_cast<std::uint16_t>(value * 257);
          row[at * 2] = static_cast<std::uint8_t>(wide & 0xFF);
          row[at * 2 + 1] = static_cast<std::uint8_t>(wide >> 8);
        } else {
          row[at] = static_cast<std::uint8_t>(value);
        }
      }
    if (TIFFWriteScanline(file, row.data(), static_cast<std::uint32_t>(y), 0) != 1) throw std::runtime_error("cannot write a TIFF row");
  }
}

void writeTiles(TIFF* file, const cv::Mat& picture) {
  constexpr int kTile = 64;
  TIFFSetField(file, TIFFTAG_TILEWIDTH, kTile);
  TIFFSetField(file, TIFFTAG_TILELENGTH, kTile);
  for (int top = 0; top < picture.rows; top += kTile)
    for (int left = 0; left < picture.cols; left += kTile) {
      cv::Mat tile(kTile, kTile, CV_8UC1, cv::Scalar(0));
      const cv::Rect part(left, top, std::min(kTile, picture.cols - left), std::min(kTile, picture.rows - top));
      picture(part).copyTo(tile(cv::Rect(0, 0, part.width, part.height)));
      if (TIFFWriteTile(file, tile.data, static_cast<std::uint32_t>(left), static_cast<std::uint32_t>(top), 0, 0) < 0)
        throw std::runtime_error("cannot write a TIFF tile");
    }
}

}  // namespace

std::string tiff(const std::vector<cv::Mat>& pages, const TiffStyle& style) {
  char name[] = "/tmp/kp-test-XXXXXX";
  const int made = mkstemp(name);
  if (made < 0) throw std::runtime_error("no temporary file");
  close(made);
  TIFF* file = TIFFOpen(name, style.bigTiff ? "w8" : style.bigEndian ? "wb" : "wl");
  for (const cv::Mat& picture : pages) {
    TIFFSetField(file, TIFFTAG_SUBFILETYPE, style.thumbnail ? FILETYPE_REDUCEDIMAGE : FILETYPE_PAGE);
    TIFFSetField(file, TIFFTAG_IMAGEWIDTH, picture.cols);
    TIFFSetField(file, TIFFTAG_IMAGELENGTH, picture.rows);
    TIFFSetField(file, TIFFTAG_BITSPERSAMPLE, style.bits);
    TIFFSetField(file, TIFFTAG_SAMPLESPERPIXEL, picture.channels());
    TIFFSetField(file, TIFFTAG_COMPRESSION, style.compression);
    TIFFSetField(file, TIFFTAG_PHOTOMETRIC,
                 picture.channels() == 3 ? PHOTOMETRIC_RGB
                 : style.minIsWhite      ? PHOTOMETRIC_MINISWHITE
                                         : PHOTOMETRIC_MINISBLACK);
    TIFFSetField(file, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(file, TIFFTAG_XRESOLUTION, style.dpi);
    TIFFSetField(file, TIFFTAG_YRESOLUTION, style.dpi);
    TIFFSetField(file, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
    if (style.tiled) {
      writeTiles(file, picture);
    } else {
      TIFFSetField(file, TIFFTAG_ROWSPERSTRIP, 32);
      writeRows(file, picture, style);
    }
    TIFFWriteDirectory(file);
  }
  TIFFClose(file);
  auto bytes = readFile(name);
  std::filesystem::remove(name);
  return bytes.value();
}

std::string pdf(const std::vector<cv::Mat>& pages, int textPages) {
  const HPDF_Doc document = HPDF_New(nullptr, nullptr);
  for (const cv::Mat& picture : pages) {
    const std::string jpeg = encoded(".jpg", picture, {cv::IMWRITE_JPEG_QUALITY, 95});
    const HPDF_Page page = HPDF_AddPage(document);
    HPDF_Page_SetWidth(page, 595.276F);
    HPDF_Page_SetHeight(page, 841.89F);
    const HPDF_Image image =
        HPDF_LoadJpegImageFromMem(document, reinterpret_cast<const HPDF_BYTE*>(jpeg.data()), static_cast<HPDF_UINT>(jpeg.size()));
    HPDF_Page_DrawImage(page, image, 0, 0, 595.276F, 841.89F);
  }
  for (int i = 0; i < textPages; ++i) {
    const HPDF_Page page = HPDF_AddPage(document);
    HPDF_Page_SetWidth(page, 595.276F);
    HPDF_Page_SetHeight(page, 841.89F);
    HPDF_Page_SetFontAndSize(page, HPDF_GetFont(document, "Times-Roman", nullptr), 40);
    HPDF_Page_BeginText(page);
    HPDF_Page_TextOut(page, 100, 600, "PHIEU BAU CU");
    HPDF_Page_EndText(page);
  }
  HPDF_SaveToStream(document);
  HPDF_UINT32 size = HPDF_GetStreamSize(document);
  std::string bytes(size, '\0');
  HPDF_ReadFromStream(document, reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size);
  HPDF_Free(document);
  return bytes;
}

}  // namespace kp::test
