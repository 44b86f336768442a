// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/rehearsal/sheet.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "election/text.h"

namespace kp::rehearsal {

cv::Rect Sheet::pixels(const RectMm& box, double marginMm) const {
  const cv::Point2d corners[4] = {px({box.x - marginMm, box.y - marginMm}), px({box.x + box.w + marginMm, box.y - marginMm}),
                                  px({box.x - marginMm, box.y + box.h + marginMm}),
                                  px({box.x + box.w + marginMm, box.y + box.h + marginMm})};
  double x0 = corners[0].x, x1 = x0, y0 = corners[0].y, y1 = y0;
  for (const auto& c : corners) {
    x0 = std::min(x0, c.x), x1 = std::max(x1, c.x);
    y0 = std::min(y0, c.y), y1 = std::max(y1, c.y);
  }
  const cv::Rect r(static_cast<int>(std::floor(x0)), static_cast<int>(std::floor(y0)), static_cast<int>(std::ceil(x1) - std::floor(x0)) + 1,
                   static_cast<int>(std::ceil(y1) - std::floor(y0)) + 1);
  return r & area();
}

Expected<Sheet> sheetOf(const Raster& blank, const PageGeometry& geometry, bool colour) {
  if (blank.empty() || geometry.widthMm <= 0 || geometry.heightMm <= 0 || (blank.channels != 1 && blank.channels != 3))
    return fail(ErrorKind::BadInput, tr("Trang phiếu trắng dùng làm xấp thử là ảnh rỗng; hãy in lại mẫu phiếu.",
                                        "The blank page for the rehearsal deck is an empty image; print the ballot form again."));
  const cv::Mat given(blank.height, blank.width, blank.channels == 1 ? CV_8UC1 : CV_8UC3, const_cast<std::uint8_t*>(blank.data));
  Sheet sheet;
  if (blank.channels == (colour ? 3 : 1))
    sheet.image = given.clone();
  else
    cv::cvtColor(given, sheet.image, colour ? cv::COLOR_GRAY2BGR : cv::COLOR_BGR2GRAY);
  const double sx = blank.width / geometry.widthMm, sy = blank.height / geometry.heightMm;
  sheet.pxPerMm = sx;
  sheet.toPx = cv::Matx23d(sx, 0, 0, 0, sy, 0);
  return sheet;
}

void tint(Sheet& sheet, const Colour& paper) {
  sheet.paper = paper;
  if (sheet.image.channels() == 1) {
    // in 16 bits, eight at a time: the share of 65536, taken of 256 times the gray
    const auto share = static_cast<std::uint16_t>(std::min(65535L, std::lround(paper.luma() / 255 * 65536)));
    const int columns = sheet.image.cols;  // not asked of the sheet again after each byte that is written
    for (int y = 0; y < sheet.image.rows; ++y) {
      unsigned char* row = sheet.image.ptr(y);
      for (int x = 0; x < columns; ++x) {
        const auto part = static_cast<std::uint16_t>((static_cast<std::uint16_t>(row[x] << 8) * static_cast<std::uint32_t>(share)) >> 16);
        row[x] = static_cast<unsigned char>(static_cast<std::uint16_t>(part + 128) >> 8);
      }
    }
    return;
  }
  cv::Mat table(1, 256, sheet.image.type());
  const double bgr[3] = {paper.b / 255, paper.g / 255, paper.r / 255};
  for (int v = 0; v < 256; ++v)
    table.at<cv::Vec3b>(0, v) = {cv::saturate_cast<unsigned char>(v * bgr[0]), cv::saturate_cast<unsigned char>(v * bgr[1]),
                                 cv::saturate_cast<unsigned char>(v * bgr[2])};
  cv::LUT(sheet.image, table, sheet.image);
}

namespace {
/// The floor of a number that fits an int; std::floor is a call into libm here, four times for each inked pixel.
int wholeOf(double v) {
  const int whole = static_cast<int>(v);
  return v < whole ? whole - 1 : whole;
}

double latticeValue(int x, int y, std::uint32_t salt) {
  std::uint32_t h = static_cast<std::uint32_t>(x) * 0x85ebca6bU ^ static_cast<std::uint32_t>(y) * 0xc2b2ae35U ^ salt * 0x27d4eb2fU;
  h = (h ^ (h >> 15)) * 0x2c1b3c6dU;
  h = (h ^ (h >> 12)) * 0x297a2d39U;
  return static_cast<double>((h ^ (h >> 15)) & 0xffffffU) / 0x1000000;
}
}  // namespace

double cloud(double xMm, double yMm, double cellMm, std::uint32_t salt) {
  const double gx = xMm / cellMm, gy = yMm / cellMm;
  const int x = wholeOf(gx), y = wholeOf(gy);
  double fx = gx - x, fy = gy - y;
  fx = fx * fx * (3 - 2 * fx), fy = fy * fy * (3 - 2 * fy);
  const double top = latticeValue(x, y, salt) * (1 - fx) + latticeValue(x + 1, y, salt) * fx;
  const double bottom = latticeValue(x, y + 1, salt) * (1 - fx) + latticeValue(x + 1, y + 1, salt) * fx;
  return top * (1 - fy) + bottom * fy;
}

double tooth(double xMm, double yMm, std::uint32_t salt) {
  return 0.6 * cloud(xMm, yMm, 0.16, salt) + 0.4 * cloud(xMm, yMm, 0.45, salt + 1);
}

bool overlaps(const RectMm& a, const RectMm& b) { return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h; }

}  // namespace kp::rehearsal
