// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/homography.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace kp {
namespace {

/// Smallest to largest singular value below which points lie on a line or coincide.
constexpr double kDetermined = 1e-9;

/// Shift and scale that bring points into the unit square; without it the equations mix pixels with their squares.
cv::Matx33d toUnit(const std::vector<PointPair>& pairs, Point PointPair::*side) {
  double left = 1e18, right = -1e18, top = 1e18, bottom = -1e18;
  for (const auto& pair : pairs) {
    const Point p = pair.*side;
    left = std::min(left, p.x), right = std::max(right, p.x), top = std::min(top, p.y), bottom = std::max(bottom, p.y);
  }
  const double s = 1 / std::max({right - left, bottom - top, 1e-9});
  return {s, 0, -left * s, 0, s, -top * s, 0, 0, 1};
}

Point apply(const cv::Matx33d& m, Point p) {
  const double w = m(2, 0) * p.x + m(2, 1) * p.y + m(2, 2);
  return {(m(0, 0) * p.x + m(0, 1) * p.y + m(0, 2)) / w, (m(1, 0) * p.x + m(1, 1) * p.y + m(1, 2)) / w};
}

}  // namespace

Point Homography::operator()(Point p) const {
  const double w = h[6] * p.x + h[7] * p.y + 1;
  return {(h[0] * p.x + h[1] * p.y + h[2]) / w, (h[3] * p.x + h[4] * p.y + h[5]) / w};
}

double Homography::scaleAt(Point p) const {
  const Point o = (*this)(p), x = (*this)({p.x + 1, p.y}), y = (*this)({p.x, p.y + 1});
  return std::sqrt(std::abs((x.x - o.x) * (y.y - o.y) - (x.y - o.y) * (y.x - o.x)));
}

std::optional<Homography> fitHomography(const std::vector<PointPair>& pairs) {
  if (pairs.size() < 4) return std::nullopt;
  const cv::Matx33d from = toUnit(pairs, &PointPair::from), to = toUnit(pairs, &PointPair::to);
  cv::Mat a(static_cast<int>(2 * pairs.size()), 9, CV_64F, cv::Scalar(0));
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const Point p = apply(from, pairs[i].from), q = apply(to, pairs[i].to);
    const cv::Matx<double, 1, 9> u(p.x, p.y, 1, 0, 0, 0, -q.x * p.x, -q.x * p.y, -q.x),
        v(0, 0, 0, p.x, p.y, 1, -q.y * p.x, -q.y * p.y, -q.y);
    cv::Mat(u).copyTo(a.row(static_cast<int>(2 * i))), cv::Mat(v).copyTo(a.row(static_cast<int>(2 * i + 1)));
  }
  cv::Mat w, left, vt;
  cv::SVD::compute(a.t() * a, w, left, vt);
  // Singular values of AᵀA are squares; the last but one tells whether there is one answer or many.
  if (w.at<double>(7) < kDetermined * w.at<double>(0)) return std::nullopt;
  const cv::Matx33d unit(vt.ptr<double>(8));
  const cv::Matx33d m = to.inv() * unit * from;
  if (std::abs(m(2, 2)) < 1e-12) return std::nullopt;
  Homography out;
  for (int i = 0; i < 8; ++i) out.h[static_cast<std::size_t>(i)] = m.val[i] / m(2, 2);
  return out;
}

Raster flatten(const PageView& view, const Homography& pageToView, const RectMm& area, double pxPerMm) {
  const auto& h = pageToView.h;
  const double half = 0.5 / pxPerMm;
  const cv::Matx33d toView(h[0], h[1], h[2], h[3], h[4], h[5], h[6], h[7], 1),
      toPage(1 / pxPerMm, 0, area.x + half, 0, 1 / pxPerMm, area.y + half, 0, 0, 1);
  const Raster pixels = view.pixels();
  const cv::Mat from(pixels.height, pixels.width, CV_8UC(pixels.channels), const_cast<std::uint8_t*>(pixels.data));
  auto flat = std::make_shared<cv::Mat>();
  cv::warpPerspective(from, *flat, toView * toPage,
                      {static_cast<int>(std::lround(area.w * pxPerMm)), static_cast<int>(std::lround(area.h * pxPerMm))},
                      cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_CONSTANT, cv::Scalar::all(255));
  Raster out;
  out.width = flat->cols, out.height = flat->rows, out.channels = flat->channels(), out.data = flat->data, out.owner = flat,
  out.dpi = pxPerMm * 25.4;
  return out;
}

}  // namespace kp
