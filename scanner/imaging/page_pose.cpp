// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/page_pose.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace kp {
namespace {

/// Resolution of the looks over the whole page: lines of text are 4 mm apart or more.
constexpr double kLowPxPerMm = 2;
/// Print is darker than the paper within this reach, mm; larger dark areas are the scanner's backing.
constexpr double kPrintReachMm = 5;
/// Darkness from which a point counts, and at most: rules and letters alike, paper grain and shadows not.
constexpr int kLeastDark = 24, kMostDark = 110;
/// Points looked at for the skew; steps of the search, radians: first 0.3°, then 0.05° (a quarter millimetre over a page), for a blank 0.008°.
constexpr std::size_t kSkewPoints = 9000;
constexpr double kSkewStep = 0.0052, kSkewFine = 0.0009, kSkewFinest = 0.00014;
/// Resolution at which a blank's skew is measured.
constexpr double kBlankPxPerMm = 6;
/// Profiles: bins a millimetre, and the reach of what counts as a slow change, mm.
constexpr double kBinsPerMm = 2, kSlowMm = 12;
/// Scales and shifts tried: "fit to page" prints at 94 %, copiers at 97 … 103 %.
constexpr double kLeastScale = 0.92, kMostScale = 1.06, kScaleStep = 0.005, kShiftMm = 28;

struct Dot {
  float x, y, weight;  // mm from the middle of the scan
};

/// Where the picture is darker than its surroundings, low resolution.
cv::Mat darkness(const cv::Mat& gray, double pxPerMm, double lowPxPerMm = kLowPxPerMm) {
  cv::Mat low, paper, dark;
  const double f = lowPxPerMm / pxPerMm;
  cv::resize(gray, low, {}, f, f, cv::INTER_AREA);
  const int reach = static_cast<int>(kPrintReachMm * lowPxPerMm) | 1;
  cv::morphologyEx(low, paper, cv::MORPH_CLOSE, cv::Mat::ones(reach, reach, CV_8U));
  cv::subtract(paper, low, dark);
  cv::min(dark, kMostDark, dark);
  return dark;
}

std::vector<Dot> dotsOf(const cv::Mat& dark, double pxPerMm = kLowPxPerMm) {
  std::vector<Dot> dots;
  for (int y = 0; y < dark.rows; ++y)
    for (int x = 0; x < dark.cols; ++x)
      if (const int v = dark.at<std::uint8_t>(y, x); v >= kLeastDark)
        dots.push_back({static_cast<float>((x + 0.5 - dark.cols / 2.0) / pxPerMm),
                        static_cast<float>((y + 0.5 - dark.rows / 2.0) / pxPerMm), static_cast<float>(v)});
  return dots;
}

/// Sum of squares of both profiles with the dots turned back by `angle`: largest when lines lie straight.
double sharpness(const std::vector<Dot>& dots, std::size_t step, double angle, double binsPerMm = kBinsPerMm) {
  constexpr int kBins = 4096;  // 680 mm at the finest
  std::array<float, kBins> rows{}, columns{};
  const auto c = static_cast<float>(std::cos(angle) * binsPerMm), s = static_cast<float>(std::sin(angle) * binsPerMm);
  for (std::size_t i = 0; i < dots.size(); i += step) {
    // Shared between two bins, and smoothed below: else a rule would seem sharper where it falls into one.
    const float x = c * dots[i].x + s * dots[i].y + kBins / 2.0F, y = c * dots[i].y - s * dots[i].x + kBins / 2.0F;
    if (!(x >= 0 && x < kBins - 1 && y >= 0 && y < kBins - 1)) continue;
    const auto u = static_cast<std::size_t>(x), v = static_cast<std::size_t>(y);
    const float fu = x - static_cast<float>(u), fv = y - static_cast<float>(v), w = dots[i].weight;
    columns[u] += w * (1 - fu), columns[u + 1] += w * fu;
    rows[v] += w * (1 - fv), rows[v + 1] += w * fv;
  }
  double sum = 0;
  for (std::size_t i = 1; i + 1 < kBins; ++i) {
    const double r = rows[i - 1] + 2 * rows[i] + rows[i + 1], k = columns[i - 1] + 2 * columns[i] + columns[i + 1];
    sum += r * r + k * k;
  }
  return sum;
}

double skewOf(const std::vector<Dot>& dots) {
  const std::size_t step = dots.size() / kSkewPoints + 1;
  double best = 0, most = -1;
  const auto look = [&](double from, double to, double by) {
    for (double a = from; a <= to; a += by)
      if (const double s = sharpness(dots, step, a); s > most) most = s, best = a;
  };
  look(-kMostSkew, kMostSkew, kSkewStep);
  const double near = best;
  look(near - kSkewStep, near + kSkewStep, kSkewFine);
  return best;
}

/// Takes away what changes slowly (a shadow, a longer line), and clips: one heavy rule must not outweigh all text.
void sharpen(std::vector<float>& profile) {
  cv::Mat mat(1, static_cast<int>(profile.size()), CV_32F, profile.data()), slow;
  const int reach = static_cast<int>(kSlowMm * kBinsPerMm) | 1;
  cv::blur(mat, slow, {reach, 1});
  mat -= slow;
  cv::Scalar mean, deviation;
  cv::meanStdDev(mat, mean, deviation);
  const double d = std::max(1e-6, deviation[0]);
  for (float& v : profile) v = static_cast<float>(std::clamp(v / d, -2.5, 2.5));
  cv::GaussianBlur(mat, mat, {5, 1}, 0.8);
}

/// Profiles of dots turned back by `skew`, `length` mm long round the middle.
std::vector<float> profile(const std::vector<Dot>& dots, double skew, bool ofRows, double length) {
  std::vector<float> bins(static_cast<std::size_t>(length * kBinsPerMm));
  const double c = std::cos(skew), s = std::sin(skew);
  for (const Dot& d : dots) {
    const double at = (ofRows ? c * d.y - s * d.x : c * d.x + s * d.y) + length / 2;
    if (at >= 0 && at < length) bins[std::min(bins.size() - 1, static_cast<std::size_t>(at * kBinsPerMm))] += d.weight;
  }
  sharpen(bins);
  return bins;
}

struct Match {
  double shift = 0, score = -1;  // mm
};

/// Where the page's profile, stretched by `scale`, fits the scan's best: correlation over what both show.
Match matchAt(const std::vector<float>& scan, const std::vector<float>& page, double scale) {
  std::vector<float> stretched(static_cast<std::size_t>(static_cast<double>(page.size()) * scale));
  double own = 0;
  for (std::size_t i = 0; i < stretched.size(); ++i) {
    stretched[i] = page[std::min(page.size() - 1, static_cast<std::size_t>(static_cast<double>(i) / scale))];
    own += static_cast<double>(stretched[i]) * stretched[i];
  }
  Match best;
  // On a scan larger than the page it may lie at either end.
  const int middle = (static_cast<int>(scan.size()) - static_cast<int>(stretched.size())) / 2;
  const int most = static_cast<int>(kShiftMm * kBinsPerMm) + std::max(0, middle);
  for (int shift = -most; shift <= most; ++shift) {
    const int offset = middle + shift;
    const int from = std::max(0, -offset), to = std::min(static_cast<int>(stretched.size()), static_cast<int>(scan.size()) - offset);
    float sum = 0, there = 0;
    for (int i = from; i < to; ++i) {
      const float v = scan[static_cast<std::size_t>(i + offset)];
      sum += stretched[static_cast<std::size_t>(i)] * v, there += v * v;
    }
    const double score = sum / std::sqrt(std::max(1e-9, own * static_cast<double>(there)));
    if (score > best.score) best = {shift / kBinsPerMm, score};
  }
  return best;
}

std::vector<float> reversed(std::vector<float> profile) {
  std::reverse(profile.begin(), profile.end());
  return profile;
}

cv::Mat grayOf(const PageView& view) {
  return {view.height(), view.width(), CV_8UC1, const_cast<std::uint8_t*>(view.data()), static_cast<std::size_t>(view.stride())};
}

}  // namespace

PrintProfile profileOf(const Raster& reference, double pxPerMm) {
  const cv::Mat gray(reference.height, reference.width, CV_8UC1, const_cast<std::uint8_t*>(reference.data));
  const auto dots = dotsOf(darkness(gray, pxPerMm));
  PrintProfile page{reference.width / pxPerMm, reference.height / pxPerMm, {}, {}};
  page.rows = profile(dots, 0, true, page.heightMm), page.columns = profile(dots, 0, false, page.widthMm);
  return page;
}

double fineSkewOf(const PageView& view, double pxPerMm) {
  const double near = skewOf(dotsOf(darkness(grayOf(view), pxPerMm)));
  const auto dots = dotsOf(darkness(grayOf(view), pxPerMm, kBlankPxPerMm), kBlankPxPerMm);
  double best = near, most = -1;
  for (double a = near - 3 * kSkewFine; a <= near + 3 * kSkewFine; a += kSkewFinest)
    if (const double s = sharpness(dots, 1, a, kBlankPxPerMm); s > most) most = s, best = a;
  return best;
}

std::vector<PoseGuess> guessPoses(const PageView& view, double pxPerMm, const PrintProfile& page) {
  const auto dots = dotsOf(darkness(grayOf(view), pxPerMm));
  const double skew = skewOf(dots), c = std::cos(skew), s = std::sin(skew);
  const auto rows = profile(dots, skew, true, view.height() / pxPerMm), columns = profile(dots, skew, false, view.width() / pxPerMm);
  const std::array<std::array<double, 4>, 4> turns{{{1, 0, 0, 1}, {0, -1, 1, 0}, {-1, 0, 0, -1}, {0, 1, -1, 0}}};
  const bool square =
      std::abs(page.widthMm / page.heightMm - 1) < 0.1 || std::abs(static_cast<double>(view.width()) / view.height() - 1) < 0.1;
  const bool lying = (view.width() < view.height()) != (page.widthMm < page.heightMm);
  std::vector<PoseGuess> poses;
  for (int turn = 0; turn < 4; ++turn) {
    if (!square && (turn % 2 == 1) != lying) continue;
    const auto& onRows = turn % 2 == 0 ? page.rows : page.columns;
    const auto& onColumns = turn % 2 == 0 ? page.columns : page.rows;
    const auto down = turn == 0 || turn == 1 ? onRows : reversed(onRows), across = turn == 0 || turn == 3 ? onColumns : reversed(onColumns);
    PoseGuess best;
    best.score = -2;
    for (double scale = kLeastScale; scale <= kMostScale; scale += kScaleStep) {
      const Match y = matchAt(rows, down, scale), x = matchAt(columns, across, scale);
      if (x.score + y.score <= best.score) continue;
      best.score = x.score + y.score;
      // Page mm about its middle → turned, stretched, shifted → turned by the skew → view pixels.
      const auto& t = turns[static_cast<std::size_t>(turn)];
      const double k = pxPerMm * scale;
      Affine m{k * (c * t[0] - s * t[2]), k * (c * t[1] - s * t[3]), 0, k * (s * t[0] + c * t[2]), k * (s * t[1] + c * t[3]), 0};
      const Point middle = m({page.widthMm / 2, page.heightMm / 2});
      m.c = (view.width() - 1) / 2.0 + pxPerMm * (c * x.shift - s * y.shift) - middle.x;
      m.f = (view.height() - 1) / 2.0 + pxPerMm * (s * x.shift + c * y.shift) - middle.y;
      best.toView = m;
    }
    poses.push_back(best);
  }
  std::sort(poses.begin(), poses.end(), [](const PoseGuess& p, const PoseGuess& q) { return p.score > q.score; });
  return poses;
}

}  // namespace kp
