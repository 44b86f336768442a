// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/blank_sheet.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <opencv2/imgproc.hpp>

#include "scanner/imaging/one_thread.h"
#include "scanner/imaging/page_pose.h"

namespace kp {
namespace {

constexpr double kReferencePxPerMm = 2 * kPxPerMm;
/// Scanners cut or add a few millimetres; a page within this share of an ISO size has it.
constexpr double kIsoWithin = 0.05;
constexpr std::array<std::array<double, 2>, 3> kIso{{{210, 297}, {148, 210}, {297, 420}}};
/// Paper within this reach is what light there is, mm (wider than any letter or rule, narrower than a shadow).
constexpr double kPaperReachMm = 6;
/// Gray against the paper: lighter than the first is paper; the print's black is what the darkest 5 % of the print reach.
constexpr int kPaperGray = 218;
constexpr double kBlackShare = 0.05;
/// Blur of a scan, in its own dots, how much of it is taken back, and how much darker strokes are made; blanks finer than this share of the reference have lost nothing.
constexpr double kDotBlur = 1.2, kDeblur = 2.0, kDarker = 1.0, kFineBlank = 0.9;
/// Pieces of print smaller than this are dust: the dot under ạ at 10 pt has 0.1 mm².
constexpr double kDustMm2 = 0.045;

cv::Mat grayOf(const Raster& r) {
  const cv::Mat pixels(r.height, r.width, r.channels == 3 ? CV_8UC3 : CV_8UC1, const_cast<std::uint8_t*>(r.data));
  if (r.channels == 1) return pixels;
  cv::Mat gray;
  cv::cvtColor(pixels, gray, cv::COLOR_BGR2GRAY);
  return gray;
}

/// The paper made white: each pixel against the paper round it.
void whiten(cv::Mat& page) {
  cv::Mat low, paper, full;
  cv::resize(page, low, {}, 1.0 / 8, 1.0 / 8, cv::INTER_AREA);
  const int reach = static_cast<int>(kPaperReachMm * kReferencePxPerMm / 8) | 1;
  cv::morphologyEx(low, paper, cv::MORPH_CLOSE, cv::Mat::ones(reach, reach, CV_8U));
  cv::blur(paper, paper, {reach, reach});
  cv::resize(paper, full, page.size(), 0, 0, cv::INTER_LINEAR);
  cv::divide(page, full, page, 255);
}

/// Takes back what the blank's scanner blurred, in darkness: strokes thinner than two of its dots come out pale, and a sharper scan of a ballot would seem to have ink on them.
void deblur(cv::Mat& page, double dotPx) {
  cv::Mat dark, soft;
  cv::subtract(cv::Scalar::all(255), page, dark);
  cv::GaussianBlur(dark, soft, {}, kDotBlur * dotPx);
  cv::addWeighted(dark, kDarker * (1 + kDeblur), soft, -kDarker * kDeblur, 0, dark);
  cv::subtract(cv::Scalar::all(255), dark, page);
}

/// Stretches the print to full black and takes dust away.
void clean(cv::Mat& page) {
  std::array<long, 256> histogram{};
  long print = 0;
  for (int y = 0; y < page.rows; y += 3)
    for (int x = 0; x < page.cols; x += 3)
      if (const int v = page.at<std::uint8_t>(y, x); v < 160) ++histogram[static_cast<std::size_t>(v)], ++print;
  int black = 0;
  for (long seen = 0; black < 120; ++black)
    if ((seen += histogram[static_cast<std::size_t>(black)]) > static_cast<long>(kBlackShare * static_cast<double>(print))) break;
  std::array<std::uint8_t, 256> table{};
  for (int v = 0; v < 256; ++v)
    table[static_cast<std::size_t>(v)] = static_cast<std::uint8_t>(std::clamp((v - black) * 255 / (kPaperGray - black), 0, 255));
  cv::LUT(page, cv::Mat(1, 256, CV_8UC1, table.data()), page);
  cv::Mat labels, stats, centres;
  const cv::Mat dark = page < 200;
  const int count = cv::connectedComponentsWithStats(dark, labels, stats, centres, 8, CV_32S);
  const double least = kDustMm2 * kReferencePxPerMm * kReferencePxPerMm;
  for (int i = 1; i < count; ++i) {
    if (stats.at<int>(i, cv::CC_STAT_AREA) >= least) continue;
    const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP), stats.at<int>(i, cv::CC_STAT_WIDTH),
                       stats.at<int>(i, cv::CC_STAT_HEIGHT));
    page(box).setTo(255, labels(box) == i);
  }
}

}  // namespace

BlankSheet laidStraight(const Raster& blank, double widthMm, double heightMm, const Affine& toBlank) {
  keepToOneThread();
  BlankSheet sheet{widthMm, heightMm, toBlank, {}};
  auto page = std::make_shared<cv::Mat>();
  const double k = kReferencePxPerMm;
  const Point origin = toBlank({0.5 / k, 0.5 / k});
  const cv::Matx23d map{toBlank.a / k, toBlank.b / k, origin.x, toBlank.d / k, toBlank.e / k, origin.y};
  cv::Mat gray = grayOf(blank);
  // A blank finer than the reference is softened first, or warping would skip dots.
  if (toBlank.scale() > 1.3 * k) cv::GaussianBlur(gray, gray, {}, toBlank.scale() / k / 2.5);
  cv::warpAffine(gray, *page, map, {static_cast<int>(std::lround(widthMm * k)), static_cast<int>(std::lround(heightMm * k))},
                 cv::INTER_CUBIC | cv::WARP_INVERSE_MAP, cv::BORDER_CONSTANT, cv::Scalar::all(255));
  whiten(*page);
  clean(*page);
  if (toBlank.scale() < kFineBlank * k) deblur(*page, k / toBlank.scale());
  sheet.reference.width = page->cols, sheet.reference.height = page->rows, sheet.reference.dpi = std::min(k, toBlank.scale()) * 25.4;
  sheet.reference.data = page->data, sheet.reference.owner = page;
  return sheet;
}

BlankSheet layStraight(const Raster& blank, int quarterTurns) {
  keepToOneThread();
  double pxPerMm = blank.dpi / 25.4;
  if (pxPerMm < 2 || pxPerMm > 60) pxPerMm = std::max(blank.width, blank.height) / 297.0;
  double width = blank.width / pxPerMm, height = blank.height / pxPerMm;
  if (quarterTurns % 2 == 1) std::swap(width, height);
  for (const auto& iso : kIso)
    for (const bool lying : {false, true}) {
      const double w = iso[lying ? 1 : 0], h = iso[lying ? 0 : 1];
      if (std::abs(width / w - 1) < kIsoWithin && std::abs(height / h - 1) < kIsoWithin) width = w, height = h;
    }
  const PageView view(blank, pxPerMm);
  const double skew = fineSkewOf(view, pxPerMm * view.shrink()), angle = skew + quarterTurns * 3.14159265358979323846 / 2;
  const double c = pxPerMm * std::cos(angle), s = pxPerMm * std::sin(angle);
  Affine map{c, -s, 0, s, c, 0};
  const Point middle = map({width / 2, height / 2});
  map.c = (blank.width - 1) / 2.0 - middle.x, map.f = (blank.height - 1) / 2.0 - middle.y;
  return laidStraight(blank, width, height, map);
}

Raster resized(const Raster& page, double dpi, double widthMm, double heightMm) {
  keepToOneThread();
  auto pixels = std::make_shared<cv::Mat>();
  cv::resize(grayOf(page), *pixels,
             {static_cast<int>(std::lround(widthMm * dpi / 25.4)), static_cast<int>(std::lround(heightMm * dpi / 25.4))}, 0, 0,
             cv::INTER_AREA);
  return {pixels->cols, pixels->rows, 1, dpi, pixels, pixels->data};
}

}  // namespace kp
