// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet.h"

#include <cmath>
#include <opencv2/imgproc.hpp>
#include <stdexcept>

namespace kp::test {
namespace {

constexpr int kShift = 4;

}  // namespace

Raster rasterOf(const cv::Mat& px) {
  auto owned = std::make_shared<cv::Mat>(px.clone());
  Raster r;
  r.width = owned->cols, r.height = owned->rows, r.channels = owned->channels(), r.data = owned->data, r.owner = owned;
  return r;
}

Sheet::Sheet(const Printed& printed, double dpi, int page) : m_pxPerMm(dpi / 25.4) {
  const Raster& r = printed.page(page, dpi);
  m_px = cv::Mat(r.height, r.width, CV_8UC1, const_cast<std::uint8_t*>(r.data)).clone();
}

void Sheet::line(double x1, double y1, double x2, double y2, double widthMm, double gray) {
  const auto at = [&](double x, double y) {
    return cv::Point(cvRound((x * m_pxPerMm - 0.5) * (1 << kShift)), cvRound((y * m_pxPerMm - 0.5) * (1 << kShift)));
  };
  const auto px = [&](double mm) { return static_cast<int>(mm * m_pxPerMm); };
  const cv::Rect around = cv::Rect(cv::Point(px(std::min(x1, x2)) - 12, px(std::min(y1, y2)) - 12),
                                   cv::Point(px(std::max(x1, x2)) + 12, px(std::max(y1, y2)) + 12)) &
                          cv::Rect(0, 0, m_px.cols, m_px.rows);
  const cv::Mat before = m_px(around).clone();
  cv::line(m_px, at(x1, y1), at(x2, y2), cv::Scalar(gray), std::max(1, cvRound(widthMm * m_pxPerMm)), cv::LINE_AA, kShift);
  cv::Mat part = m_px(around);
  cv::min(before, part, part);
}

void Sheet::over(const RectMm& area, double gray) {
  const auto px = [&](double mm) { return cvRound(mm * m_pxPerMm); };
  m_px(cv::Rect(cv::Point(px(area.x), px(area.y)), cv::Point(px(area.x + area.w), px(area.y + area.h))) &
       cv::Rect(0, 0, m_px.cols, m_px.rows)) = cv::Scalar(gray);
}

void Sheet::fill(const RectMm& area, double gray) {
  cv::Mat before = m_px.clone();
  over(area, gray);
  cv::min(before, m_px, m_px);
}

void Sheet::corner(int which, double legMm, double gray) {
  const int w = m_px.cols, h = m_px.rows, leg = cvRound(legMm * m_pxPerMm);
  const cv::Point at = which == 0 ? cv::Point(0, 0) : which == 1 ? cv::Point(w, 0) : which == 2 ? cv::Point(w, h) : cv::Point(0, h);
  const std::vector<cv::Point> triangle{at, {at.x ? w - leg : leg, at.y}, {at.x, at.y ? h - leg : leg}};
  cv::fillConvexPoly(m_px, triangle, cv::Scalar(gray));
}

void Sheet::ring(double x, double y, double radiusMm, double widthMm, double gray) {
  const cv::Mat before = m_px.clone();
  cv::circle(m_px, {cvRound(x * m_pxPerMm), cvRound(y * m_pxPerMm)}, cvRound(radiusMm * m_pxPerMm), cv::Scalar(gray),
             std::max(1, cvRound(widthMm * m_pxPerMm)), cv::LINE_AA);
  cv::min(before, m_px, m_px);
}

Raster Sheet::scan(int quarterTurns, double degrees, double scale) const {
  cv::Mat out;
  if (quarterTurns % 4)
    cv::rotate(m_px, out, quarterTurns % 4 - 1);  // ROTATE_90_CLOCKWISE, ROTATE_180, ROTATE_90_COUNTERCLOCKWISE
  else
    out = m_px.clone();
  if (degrees != 0 || scale != 1) {
    const cv::Matx23d turn = cv::Mat_<double>(cv::getRotationMatrix2D({out.cols / 2.0F, out.rows / 2.0F}, -degrees, scale));
    cv::warpAffine(out, out, turn, out.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar(255));
  }
  cv::GaussianBlur(out, out, {}, 0.06 * m_pxPerMm);
  cv::Mat noise(out.size(), CV_16SC1), wide;
  cv::RNG rng(20250801);
  rng.fill(noise, cv::RNG::NORMAL, 0, 3);
  out.convertTo(wide, CV_16S);
  wide += noise;
  wide.convertTo(out, CV_8U);
  return rasterOf(out);
}

Score score(const PageReading& reading, const std::vector<MarkState>& expect) {
  Score s;
  if (reading.marks.empty()) {
    s.unsure = static_cast<int>(expect.size());
    return s;
  }
  for (std::size_t i = 0; i < expect.size(); ++i) {
    const MarkState seen = i < reading.marks.size() ? reading.marks[i].state : MarkState::Unsure;
    const bool doubtful = expect[i] == MarkState::Unsure;
    if (seen == expect[i] || (doubtful && !reading.reasons.empty()))
      ++s.right;
    else if (seen == MarkState::Unsure)
      ++s.unsure, s.what += " [" + std::to_string(i) + " " + reading.marks[i].why + "]";
    else
      ++s.wrong, s.what += " [" + std::to_string(i) + " " + toString(expect[i]) + " read as " + toString(seen) + "]";
  }
  return s;
}

bool has(const PageReading& reading, Why why) {
  for (const auto& r : reading.reasons)
    if (r.why == why) return true;
  return false;
}

std::string describe(const PageReading& reading) {
  std::string text = "reasons:";
  for (const auto& r : reading.reasons) text += " " + toString(r.why);
  text += "; marks:";
  for (const auto& m : reading.marks) text += " " + toString(m.state) + (m.why.empty() ? "" : "(" + m.why + ")");
  return text;
}

std::vector<MarkState> markEvery(Sheet& sheet, const PageGeometry& geometry, const Stroke& with, int every) {
  std::vector<MarkState> expect;
  for (std::size_t i = 0; i < geometry.targets.size(); ++i) {
    const bool marked = i % static_cast<std::size_t>(every) == 0;
    if (marked) with.draw(sheet, geometry.targets[i].box, static_cast<int>(i));
    expect.push_back(marked ? with.expect : MarkState::None);
  }
  return expect;
}

}  // namespace kp::test
