// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/page_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "scanner/imaging/resample.h"

namespace kp {
namespace {

/// Scans are shrunk by the largest whole number that leaves so many pixels a millimetre: 400 dpi by two, 600 by three. What lies between is left as it is (300 dpi
/// has 11.8): shrinking a page by 1.5 takes twice as long as decoding it, and what is cut out of it is brought to kPxPerMm anyway.
constexpr double kLeastPxPerMm = 7.5;

cv::Mat wrap(const Raster& r) {
  // OpenCV has no const matrix header; the view never writes to the scan.
  return cv::Mat(r.height, r.width, r.channels == 3 ? CV_8UC3 : CV_8UC1, const_cast<std::uint8_t*>(r.data));
}

PieceMap pieceMap(const Affine& toView, const RectMm& area, double pxPerMm) {
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
  if (const int by = static_cast<int>(pxPerMm / kLeastPxPerMm); by > 1 && pixels.cols >= by && pixels.rows >= by) {
    const cv::Size size(pixels.cols / by, pixels.rows / by);
    cv::resize(pixels(cv::Rect({}, size * by)), pixels, size, 0, 0, cv::INTER_AREA);
    m_impl->shrink = 1.0 / by;
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
PageView& PageView::operator=(PageView&&) noexcept = default;

int PageView::width() const { return m_impl->gray.cols; }
int PageView::height() const { return m_impl->gray.rows; }
const std::uint8_t* PageView::data() const { return m_impl->gray.data; }
int PageView::stride() const { return static_cast<int>(m_impl->gray.step); }
bool PageView::hasColour() const { return !m_impl->colour.empty(); }
Raster PageView::pixels() const {
  const cv::Mat& px = hasColour() ? m_impl->colour : m_impl->gray;
  Raster out;
  out.width = px.cols, out.height = px.rows, out.channels = px.channels(), out.data = px.data;
  return out;
}
double PageView::shrink() const { return m_impl->shrink; }
Point PageView::toScan(Point p) const { return {(p.x + 0.5) / m_impl->shrink - 0.5, (p.y + 0.5) / m_impl->shrink - 0.5}; }

namespace {

ScanRows rowsOf(const cv::Mat& gray) { return {gray.data, static_cast<std::ptrdiff_t>(gray.step), gray.cols, gray.rows}; }

}  // namespace

void PageView::cut(const Affine& toView, const RectMm& area, double pxPerMm, Gray& out) const {
  const cv::Size size = patchSize(area, pxPerMm);
  out.resize(size.width, size.height);
  cutLinear(rowsOf(m_impl->gray), pieceMap(toView, area, pxPerMm), out);
}

void PageView::sample(const Affine& toView, const RectMm& area, double pxPerMm, Gray& out) const {
  const cv::Size size = patchSize(area, pxPerMm);
  out.resize(size.width, size.height);
  cutNearest(rowsOf(m_impl->gray), pieceMap(toView, area, pxPerMm), out);
}

void PageView::shrunk(int left, int top, int by, Gray& out) const {
  cv::Mat to(out.height, out.width, CV_8UC1, out.px.data());
  cv::resize(m_impl->gray(cv::Rect({left, top}, to.size() * by)), to, to.size(), 0, 0, cv::INTER_AREA);
}

bool PageView::cutColour(const Affine& toView, const RectMm& area, double pxPerMm, Gray& blue, Gray& green, Gray& red) const {
  if (!hasColour()) return false;
  const cv::Size size = patchSize(area, pxPerMm);
  cv::Mat target;
  const PieceMap m = pieceMap(toView, area, pxPerMm);
  cv::warpAffine(m_impl->colour, target, cv::Matx23d{m.xu, m.xv, m.x, m.yu, m.yv, m.y}, size, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
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
  // Four histograms: paper is all one gray, and adding to the same number again and again waits for itself.
  std::array<std::array<int, 256>, 4> parts{};
  const std::uint8_t* px = patch.px.data();
  std::size_t i = 0;
  for (; i + 9 < patch.px.size(); i += 12) ++parts[0][px[i]], ++parts[1][px[i + 3]], ++parts[2][px[i + 6]], ++parts[3][px[i + 9]];
  for (; i < patch.px.size(); i += 3) ++parts[0][px[i]];
  const int seen = static_cast<int>((patch.px.size() + 2) / 3);
  std::array<int, 256> histogram;
  for (std::size_t v = 0; v < histogram.size(); ++v) histogram[v] = parts[0][v] + parts[1][v] + parts[2][v] + parts[3][v];
  int level = 255, count = 0;
  for (; level > 0; --level) {
    count += histogram[static_cast<std::size_t>(level)];
    if (count >= fraction * seen) break;
  }
  return level;
}

}  // namespace kp
