// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/page_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace kp {
namespace {

/// Above this the view is shrunk to kPxPerMm: finer sampling than 240 dpi adds nothing to marks 0.3 mm wide, but costs in proportion.
constexpr double kShrinkAbovePxPerMm = 9.5;

cv::Mat wrap(const Raster& r) {
  // OpenCV has no const matrix header; the view never writes to the scan.
  return cv::Mat(r.height, r.width, r.channels == 3 ? CV_8UC3 : CV_8UC1, const_cast<std::uint8_t*>(r.data));
}

cv::Matx23d patchToView(const Affine& toView, const RectMm& area, double pxPerMm) {
  const Point origin = toView({area.x + 0.5 / pxPerMm, area.y + 0.5 / pxPerMm});
  return {toView.a / pxPerMm, toView.b / pxPerMm, origin.x, toView.d / pxPerMm, toView.e / pxPerMm, origin.y};
}

cv::Size patchSize(const RectMm& area, double pxPerMm) {
  return {static_cast<int>(std::lround(area.w * pxPerMm)), static_cast<int>(std::lround(area.h * pxPerMm))};
}

}  // namespace

struct PageView::Impl {
  std::shared_ptr<const void> owner;
  cv::Mat gray, colour;
  double shrink = 1;
};

PageView::PageView(const Raster& scan, double pxPerMm) : m_impl(std::make_unique<Impl>()) {
  cv::Mat pixels = wrap(scan);
  m_impl->owner = scan.owner;
  if (pxPerMm > kShrinkAbovePxPerMm) {
    m_impl->shrink = kPxPerMm / pxPerMm;
    cv::resize(pixels, pixels, {}, m_impl->shrink, m_impl->shrink, cv::INTER_AREA);
    m_impl->shrink = static_cast<double>(pixels.cols) / scan.width;
  }
  if (scan.channels == 3) {
    m_impl->colour = pixels;
    cv::cvtColor(pixels, m_impl->gray, cv::COLOR_BGR2GRAY);
  } else {
    m_impl->gray = pixels;
  }
}

PageView::~PageView() = default;
PageView::PageView(PageView&&) noexcept = default;

int PageView::width() const { return m_impl->gray.cols; }
int PageView::height() const { return m_impl->gray.rows; }
const std::uint8_t* PageView::data() const { return m_impl->gray.data; }
int PageView::stride() const { return static_cast<int>(m_impl->gray.step); }
bool PageView::hasColour() const { return !m_impl->colour.empty(); }
double PageView::shrink() const { return m_impl->shrink; }
Point PageView::toScan(Point p) const { return {(p.x + 0.5) / m_impl->shrink - 0.5, (p.y + 0.5) / m_impl->shrink - 0.5}; }

namespace {

/// The scan as rows of bytes.
struct Source {
  const std::uint8_t* px;
  std::ptrdiff_t stride;
  int width, height;
  /// White outside.
  int at(int x, int y) const { return x < 0 || y < 0 || x >= width || y >= height ? 255 : px[y * stride + x]; }
};

constexpr int kFraction = 16;  // bits after the point
constexpr int kOne = 1 << kFraction;

int fixed(double v) { return static_cast<int>(std::lround(v * kOne)); }

/// Rounded to 1/65536, a step is off by less than this over a row, px.
constexpr double kRounding = 0.02;

/// The part of a row in which from + t·step stays within 0 … last, pixels first … end.
void within(double from, double step, double last, int& first, int& end) {
  from -= kRounding, last -= 2 * kRounding;
  if (std::abs(step) < 1e-9) {
    if (from < 0 || from > last) end = first;
    return;
  }
  const double t0 = step > 0 ? -from / step : (last - from) / step, t1 = step > 0 ? (last - from) / step : -from / step;
  first = std::clamp(static_cast<int>(std::ceil(std::clamp(t0, -1e6, 1e6))), first, end);
  end = std::clamp(static_cast<int>(std::floor(std::clamp(t1, -1e6, 1e6))) + 1, first, end);
}

int blend(int p00, int p01, int p10, int p11, int fx, int fy) {
  const int upper = (p00 << 8) + (p01 - p00) * fx, lower = (p10 << 8) + (p11 - p10) * fx;
  return ((upper << 8) + (lower - upper) * fy + 32768) >> 16;
}

int bilinear(const Source& s, int x, int y) {
  const int ix = x >> kFraction, iy = y >> kFraction, fx = (x >> (kFraction - 8)) & 255, fy = (y >> (kFraction - 8)) & 255;
  return blend(s.at(ix, iy), s.at(ix + 1, iy), s.at(ix, iy + 1), s.at(ix + 1, iy + 1), fx, fy);
}

/// OpenCV's warpAffine takes three times as long for these small pieces: it first writes a table of coordinates.
void cutLinear(const Source& s, const cv::Matx23d& m, Gray& out) {
  // Kept in locals: bytes written might be anything's, and members would be read again after each.
  const int dx = fixed(m(0, 0)), dy = fixed(m(1, 0)), width = out.width;
  const std::uint8_t* const px = s.px;
  const std::ptrdiff_t stride = s.stride;
  for (int v = 0; v < out.height; ++v) {
    std::uint8_t* row = out.px.data() + static_cast<std::size_t>(v) * out.width;
    const double x0 = m(0, 1) * v + m(0, 2), y0 = m(1, 1) * v + m(1, 2);
    int first = 0, end = width;
    within(x0, m(0, 0), s.width - 1, first, end), within(y0, m(1, 0), s.height - 1, first, end);
    const int from = first, to = end;
    int x = fixed(x0), y = fixed(y0);
    for (int u = 0; u < from; ++u, x += dx, y += dy) row[u] = static_cast<std::uint8_t>(bilinear(s, x, y));
    for (int u = from; u < to; ++u, x += dx, y += dy) {
      const std::uint8_t* p = px + (y >> kFraction) * stride + (x >> kFraction);
      row[u] = static_cast<std::uint8_t>(
          blend(p[0], p[1], p[stride], p[stride + 1], (x >> (kFraction - 8)) & 255, (y >> (kFraction - 8)) & 255));
    }
    for (int u = to; u < width; ++u, x += dx, y += dy) row[u] = static_cast<std::uint8_t>(bilinear(s, x, y));
  }
}

void cutNearest(const Source& s, const cv::Matx23d& m, Gray& out) {
  // Kept in locals: bytes written might be anything's, and members would be read again after each.
  const int dx = fixed(m(0, 0)), dy = fixed(m(1, 0)), width = out.width;
  const std::uint8_t* const px = s.px;
  const std::ptrdiff_t stride = s.stride;
  for (int v = 0; v < out.height; ++v) {
    std::uint8_t* row = out.px.data() + static_cast<std::size_t>(v) * out.width;
    const double x0 = m(0, 1) * v + m(0, 2), y0 = m(1, 1) * v + m(1, 2);
    int first = 0, end = width;
    within(x0, m(0, 0), s.width - 1, first, end), within(y0, m(1, 0), s.height - 1, first, end);
    const int from = first, to = end;
    int x = fixed(x0) + kOne / 2, y = fixed(y0) + kOne / 2;
    for (int u = 0; u < from; ++u, x += dx, y += dy) row[u] = static_cast<std::uint8_t>(s.at(x >> kFraction, y >> kFraction));
    for (int u = from; u < to; ++u, x += dx, y += dy) row[u] = px[(y >> kFraction) * stride + (x >> kFraction)];
    for (int u = to; u < width; ++u, x += dx, y += dy) row[u] = static_cast<std::uint8_t>(s.at(x >> kFraction, y >> kFraction));
  }
}

Source sourceOf(const cv::Mat& gray) { return {gray.data, static_cast<std::ptrdiff_t>(gray.step), gray.cols, gray.rows}; }

}  // namespace

void PageView::cut(const Affine& toView, const RectMm& area, double pxPerMm, Gray& out) const {
  const cv::Size size = patchSize(area, pxPerMm);
  out.resize(size.width, size.height);
  cutLinear(sourceOf(m_impl->gray), patchToView(toView, area, pxPerMm), out);
}

void PageView::sample(const Affine& toView, const RectMm& area, double pxPerMm, Gray& out) const {
  const cv::Size size = patchSize(area, pxPerMm);
  out.resize(size.width, size.height);
  cutNearest(sourceOf(m_impl->gray), patchToView(toView, area, pxPerMm), out);
}

bool PageView::cutColour(const Affine& toView, const RectMm& area, double pxPerMm, Gray& blue, Gray& green, Gray& red) const {
  if (!hasColour()) return false;
  const cv::Size size = patchSize(area, pxPerMm);
  cv::Mat target;
  cv::warpAffine(m_impl->colour, target, patchToView(toView, area, pxPerMm), size, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                 cv::BORDER_CONSTANT, cv::Scalar::all(255));
  std::array<cv::Mat, 3> planes;
  std::array<Gray*, 3> outs{&blue, &green, &red};
  for (std::size_t i = 0; i < 3; ++i) {
    outs[i]->resize(size.width, size.height);
    planes[i] = cv::Mat(size, CV_8UC1, outs[i]->px.data());
  }
  cv::split(target, planes.data());
  return true;
}

bool PageView::contains(const Affine& toView, const RectMm& area, double marginPx) const {
  for (const Point corner :
       {Point{area.x, area.y}, Point{area.x + area.w, area.y}, Point{area.x, area.y + area.h}, Point{area.x + area.w, area.y + area.h}}) {
    const Point p = toView(corner);
    if (p.x < marginPx || p.y < marginPx || p.x > width() - 1 - marginPx || p.y > height() - 1 - marginPx) return false;
  }
  return true;
}

int brightLevel(const Gray& patch, double fraction) {
  if (patch.px.empty()) return 255;
  std::array<int, 256> histogram{};
  int seen = 0;
  for (std::size_t i = 0; i < patch.px.size(); i += 3, ++seen) ++histogram[patch.px[i]];
  int level = 255, count = 0;
  for (; level > 0; --level) {
    count += histogram[static_cast<std::size_t>(level)];
    if (count >= fraction * seen) break;
  }
  return level;
}

}  // namespace kp
