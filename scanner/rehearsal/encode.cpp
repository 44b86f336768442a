// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "scanner/rehearsal/feeder.h"

namespace kp::rehearsal {
namespace {

using Bytes = std::vector<unsigned char>;

/// OpenCV writes no resolution into JFIF headers; scanners do (bytes 13 … 17: unit, x and y density).
void putJfifDpi(Bytes& jpeg, double dpi) {
  if (jpeg.size() < 18 || jpeg[2] != 0xFF || jpeg[3] != 0xE0) return;
  const int d = static_cast<int>(std::lround(dpi));
  jpeg[13] = 1;
  jpeg[14] = jpeg[16] = static_cast<unsigned char>(d >> 8);
  jpeg[15] = jpeg[17] = static_cast<unsigned char>(d & 0xFF);
}

void put16(Bytes& out, unsigned v) { out.push_back(v & 0xFF), out.push_back((v >> 8) & 0xFF); }
void put32(Bytes& out, unsigned v) { put16(out, v & 0xFFFF), put16(out, v >> 16); }
void entry(Bytes& out, unsigned tag, unsigned type, unsigned count, unsigned value) {
  put16(out, tag), put16(out, type), put32(out, count), put32(out, value);
}

/// PackBits (TIFF 6.0, section 9): runs of 2 … 128 equal bytes, literals of up to 128.
void packBits(Bytes& out, const Bytes& row) {
  std::size_t k = 0;
  while (k < row.size()) {
    std::size_t run = 1;
    while (k + run < row.size() && run < 128 && row[k + run] == row[k]) ++run;
    if (run >= 2) {
      out.push_back(static_cast<unsigned char>(257 - run)), out.push_back(row[k]);
      k += run;
      continue;
    }
    std::size_t end = k + 1;
    while (end < row.size() && end - k < 128 && !(end + 1 < row.size() && row[end] == row[end + 1])) ++end;
    out.push_back(static_cast<unsigned char>(end - k - 1));
    out.insert(out.end(), row.begin() + static_cast<std::ptrdiff_t>(k), row.begin() + static_cast<std::ptrdiff_t>(end));
    k = end;
  }
}

/// A bilevel TIFF 6.0 as scanners deliver it: one strip, PackBits, 0 is white.
Bytes bilevelTiff(const cv::Mat1b& image, double dpi) {
  Bytes data;
  Bytes row(static_cast<std::size_t>(image.cols + 7) / 8);
  for (int y = 0; y < image.rows; ++y) {
    std::fill(row.begin(), row.end(), 0);
    const unsigned char* p = image.ptr(y);
    for (int x = 0; x < image.cols; ++x)
      if (p[x] < 128) row[static_cast<std::size_t>(x) / 8] |= static_cast<unsigned char>(0x80 >> (x & 7));
    packBits(data, row);
  }
  constexpr unsigned kEntries = 11, kHeader = 8, kDirectory = 2 + kEntries * 12 + 4, kResolutionAt = kHeader + kDirectory,
                     kDataAt = kResolutionAt + 8;
  Bytes out{'I', 'I', 42, 0, 8, 0, 0, 0};
  put16(out, kEntries);
  entry(out, 256, 4, 1, static_cast<unsigned>(image.cols)), entry(out, 257, 4, 1, static_cast<unsigned>(image.rows));
  entry(out, 258, 3, 1, 1), entry(out, 259, 3, 1, 32773), entry(out, 262, 3, 1, 0);
  entry(out, 273, 4, 1, kDataAt), entry(out, 278, 4, 1, static_cast<unsigned>(image.rows)),
      entry(out, 279, 4, 1, static_cast<unsigned>(data.size()));
  entry(out, 282, 5, 1, kResolutionAt), entry(out, 283, 5, 1, kResolutionAt), entry(out, 296, 3, 1, 2);
  put32(out, 0);
  put32(out, static_cast<unsigned>(std::lround(dpi * 100))), put32(out, 100);
  out.insert(out.end(), data.begin(), data.end());
  return out;
}

/// What scanners call dynamic threshold: darker than its surroundings, or dark anyway.
cv::Mat1b bilevel(const cv::Mat& scan, double dpi) {
  cv::Mat gray, mean, out;
  if (scan.channels() == 3)
    cv::cvtColor(scan, gray, cv::COLOR_BGR2GRAY);
  else
    gray = scan;
  const int block = std::max(15, static_cast<int>(dpi * 0.25)) | 1;
  cv::boxFilter(gray, mean, -1, {block, block}, {-1, -1}, true, cv::BORDER_REPLICATE);
  cv::addWeighted(mean, 0.84, mean, 0, 0, mean);
  cv::compare(gray, mean, out, cv::CMP_GT);
  out.setTo(0, gray < 55);
  return out;
}

}  // namespace

std::string suffixOf(const std::string& format) {
  return format == "jpg" ? ".jpg" : format == "png" ? ".png" : format == "tif" || format == "mono" ? ".tif" : "";
}

std::vector<unsigned char> encodeScan(const cv::Mat& scan, const std::string& format, double dpi, const Scanner& scanner) {
  Bytes bytes;
  const int whole = static_cast<int>(std::lround(dpi));
  if (format == "jpg") {
    cv::imencode(".jpg", scan, bytes, {cv::IMWRITE_JPEG_QUALITY, scanner.quality});
    if (scanner.writesDpi) putJfifDpi(bytes, dpi);
  } else if (format == "png") {
    cv::imencode(".png", scan, bytes, {cv::IMWRITE_PNG_COMPRESSION, 1});
  } else if (format == "tif") {
    cv::imencode(".tif", scan, bytes, {cv::IMWRITE_TIFF_RESUNIT, 2, cv::IMWRITE_TIFF_XDPI, whole, cv::IMWRITE_TIFF_YDPI, whole});
  } else {
    bytes = bilevelTiff(bilevel(scan, dpi), dpi);
  }
  return bytes;
}

}  // namespace kp::rehearsal
