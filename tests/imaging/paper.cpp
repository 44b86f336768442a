// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper.h"

#include <cmath>
#include <memory>
#include <opencv2/imgproc.hpp>

namespace kp::test {
namespace {

constexpr double kFine = 2 * kPxPerMm;
constexpr int kShift = 4;  // OpenCV draws on sixteenths of a pixel

cv::Point fine(Point mm) {
  return {static_cast<int>(std::lround((mm.x * kFine - 0.5) * (1 << kShift))),
          static_cast<int>(std::lround((mm.y * kFine - 0.5) * (1 << kShift)))};
}

int wide(double mm) { return std::max(1, static_cast<int>(std::lround(mm * kFine))); }

}  // namespace

Paper::Paper(bool colour, double widthMm, double heightMm)
    : m_px(static_cast<int>(std::lround(heightMm * kFine)), static_cast<int>(std::lround(widthMm * kFine)), colour ? CV_8UC3 : CV_8UC1,
           cv::Scalar::all(255)) {}

void Paper::fill(const RectMm& area, const cv::Scalar& colour) {
  const auto px = [](double mm) { return static_cast<int>(std::lround(mm * kFine)); };
  m_px(cv::Rect(cv::Point(px(area.x), px(area.y)), cv::Point(px(area.x + area.w), px(area.y + area.h))) &
       cv::Rect(0, 0, m_px.cols, m_px.rows)) = colour;
}

void Paper::line(Point from, Point to, double widthMm, const cv::Scalar& colour) {
  const cv::Mat before = m_px.clone();
  cv::line(m_px, fine(from), fine(to), colour, wide(widthMm), cv::LINE_AA, kShift);
  cv::min(before, m_px, m_px);  // ink darkens; a fold does not bleach what it crosses
}

void Paper::ring(Point centre, double radiusMm, double widthMm, const cv::Scalar& colour) {
  const cv::Mat before = m_px.clone();
  cv::circle(m_px, fine(centre), static_cast<int>(std::lround(radiusMm * kFine * (1 << kShift))), colour, wide(widthMm), cv::LINE_AA,
             kShift);
  cv::min(before, m_px, m_px);
}

void Paper::text(const RectMm& box, const std::string& letters, const cv::Scalar& colour) {
  int base = 0;
  const cv::Size size = cv::getTextSize(letters, cv::FONT_HERSHEY_COMPLEX, 1, 1, &base);
  cv::putText(m_px, letters, {static_cast<int>(box.x * kFine), static_cast<int>((box.y + 0.76 * box.h) * kFine)}, cv::FONT_HERSHEY_COMPLEX,
              box.w * kFine / size.width, colour, wide(0.35), cv::LINE_AA);
}

Raster Paper::reference() const {
  if (m_px.channels() == 1) return rasterOf(m_px);
  cv::Mat gray;
  cv::cvtColor(m_px, gray, cv::COLOR_BGR2GRAY);
  return rasterOf(gray);
}

Raster Paper::scan(const Affine& toScan, int width, int height, double backing) const {
  // The scanner sees a spot, not a point: without the blur, hairlines would fall between its pixels.
  cv::Mat soft, out;
  const double step = kFine / toScan.scale();
  cv::GaussianBlur(m_px, soft, {}, std::max(0.3, 0.45 * step));
  const Affine back = toScan.inverse();
  const cv::Matx23d map(back.a * kFine, back.b * kFine, back.c * kFine - 0.5, back.d * kFine, back.e * kFine, back.f * kFine - 0.5);
  cv::warpAffine(soft, out, map, {width, height}, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_CONSTANT, cv::Scalar::all(backing));
  return rasterOf(out);
}

Raster Paper::scan(double pxPerMm) const {
  return scan(upright(pxPerMm), static_cast<int>(std::lround(m_px.cols / kFine * pxPerMm)),
              static_cast<int>(std::lround(m_px.rows / kFine * pxPerMm)));
}

Affine upright(double pxPerMm) { return {pxPerMm, 0, -0.5, 0, pxPerMm, -0.5}; }

Affine turned(double degrees, double pxPerMm, Point centre, double widthMm, double heightMm) {
  const double angle = degrees * CV_PI / 180, c = pxPerMm * std::cos(angle), s = pxPerMm * std::sin(angle);
  Affine m{c, -s, 0, s, c, 0};
  const Point middle = m({widthMm / 2, heightMm / 2});
  m.c = centre.x - middle.x, m.f = centre.y - middle.y;
  return m;
}

Affine chain(const Affine& p, const Affine& q) {
  return {q.a * p.a + q.b * p.d, q.a * p.b + q.b * p.e, q.a * p.c + q.b * p.f + q.c,
          q.d * p.a + q.e * p.d, q.d * p.b + q.e * p.e, q.d * p.c + q.e * p.f + q.f};
}

Raster rasterOf(const cv::Mat& px) {
  auto owned = std::make_shared<cv::Mat>(px.clone());
  Raster r;
  r.width = owned->cols, r.height = owned->rows, r.channels = owned->channels(), r.data = owned->data, r.owner = owned;
  return r;
}

PageGeometry ballotGeometry() {
  PageGeometry g;
  for (const double y : {66.0, 178.0, 285.0})
    for (const double x : {9.0, 198.0}) g.fiducials.push_back({x, y, 3, 3});
  g.codes = {{186.5, 9, 14.5, 14.5}, {9, 266, 14.5, 14.5}};
  return g;
}

}  // namespace kp::test
