// SPDX-License-Identifier: GPL-3.0-or-later
// Bilinear sampling in two passes, first along the rows, then along the columns (Catmull and Smith, 3-D transformations of images in scanline order, 1980). Within
// one pass neighbours are sampled a pixel and a little apart: for long runs both samples keep their distance and only the share between them moves, which is
// arithmetic the compiler turns into vector code. A single pass would gather four pixels each time.
#include "scanner/rehearsal/lay_sheet.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace kp::rehearsal {
namespace {

constexpr int kOne = 1 << 16;  // places in 1/65536 px: a 32-bit place reaches 32767 px, a sheet at 600 dpi twice fed has 14000

int fixedPoint(double v) { return static_cast<int>(std::lround(v * kOne)); }

/// out[i] lies between a[i] and b[i], `share` (of kOne) of the way, `step` more with each i. The share stays within 0 … kOne - 1 over the run, so its lower 16 bits
/// are all of it, and vectors of 16 bits need no wider ones beside them.
void mix(const unsigned char* a, const unsigned char* b, unsigned char* out, int count, int share, int step) {
  auto at = static_cast<std::uint16_t>(share);
  const auto more = static_cast<std::uint16_t>(step);
  for (int i = 0; i < count; ++i) {
    const auto f = static_cast<std::uint16_t>(at >> 8);
    out[i] = static_cast<unsigned char>(static_cast<std::uint16_t>(a[i] * static_cast<std::uint16_t>(256 - f) + b[i] * f + 128) >> 8);
    at = static_cast<std::uint16_t>(at + more);
  }
}

/// How many samples from `place` on stay between the same two pixels when each lies `step` further.
int runLength(int place, int step, int most) {
  const int share = place & (kOne - 1);
  if (step == 0) return most;
  const int run = step > 0 ? (kOne - 1 - share) / step + 1 : share / -step + 1;
  return std::min(run, most);
}

/// Row `row` of the sheet sampled at `place` + i·(kOne + step) for each i of `out`; `padded` holds it with `pad` pixels of backing on either side.
void sampleRow(const std::vector<unsigned char>& padded, int pad, int place, int step, unsigned char* out, int count) {
  const int last = static_cast<int>(padded.size()) - 2;
  for (int x = 0; x < count;) {
    const int run = runLength(place, step, count - x);
    // beyond the padding everything is backing, so a run that would leave it is taken from its end
    const int from = std::clamp((place >> 16) + x + pad, 0, std::max(0, last - run));
    mix(padded.data() + from, padded.data() + from + 1, out + x, run, place & (kOne - 1), step);
    x += run, place += run * step;
  }
}

cv::Mat layPlane(const cv::Mat& sheet, const cv::Matx23d& to, cv::Size size, unsigned char backing) {
  const double det = to(0, 0) * to(1, 1) - to(0, 1) * to(1, 0);
  // picture → sheet: u = a·x + b·y + c, v = d·x + e·y + f
  const double a = to(1, 1) / det, b = -to(0, 1) / det, d = -to(1, 0) / det, e = to(0, 0) / det;
  const double c = -a * to(0, 2) - b * to(1, 2), f = -d * to(0, 2) - e * to(1, 2);
  // the first pass knows the sheet's row v instead of the picture's y = (v - d·x - f) / e
  const double perX = a - b * d / e, perRow = b / e, start = c - b * f / e;
  cv::Mat rows(sheet.rows, size.width, CV_8UC1), out(size, CV_8UC1);
  const int pad = size.width + 2;  // no sheet lies further off its picture
  std::vector<unsigned char> padded(static_cast<std::size_t>(sheet.cols + 2 * pad), backing);
  int sampled = 0;
  // not all at once: a row is still in the cache when the second pass comes for it
  const auto sampleUpTo = [&](int last) {
    for (; sampled <= std::min(last, sheet.rows - 1); ++sampled) {
      std::copy(sheet.ptr(sampled), sheet.ptr(sampled) + sheet.cols, padded.begin() + pad);
      sampleRow(padded, pad, fixedPoint(start + perRow * sampled), fixedPoint(perX - 1), rows.ptr(sampled), size.width);
    }
  };
  const std::vector<unsigned char> nothing(static_cast<std::size_t>(size.width), backing);
  const auto rowAt = [&](int v) { return v >= 0 && v < rows.rows ? rows.ptr(v) : nothing.data(); };
  const int step = fixedPoint(d);
  for (int y = 0; y < size.height; ++y) {
    int place = fixedPoint(e * y + f);
    sampleUpTo((std::max(place, place + step * size.width) >> 16) + 1);
    for (int x = 0; x < size.width;) {
      const int v = place >> 16, run = runLength(place, step, size.width - x);
      mix(rowAt(v) + x, rowAt(v + 1) + x, out.ptr(y) + x, run, place & (kOne - 1), step);
      x += run, place += run * step;
    }
  }
  return out;
}

}  // namespace

cv::Mat laySheet(const cv::Mat& sheet, const cv::Matx23d& to, cv::Size size, double backing) {
  const auto level = cv::saturate_cast<unsigned char>(backing);
  if (sheet.channels() == 1) return layPlane(sheet, to, size, level);
  std::vector<cv::Mat> planes;
  cv::split(sheet, planes);
  for (cv::Mat& plane : planes) plane = layPlane(plane, to, size, level);
  cv::Mat out;
  cv::merge(planes, out);
  return out;
}

}  // namespace kp::rehearsal
