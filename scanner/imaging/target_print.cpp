// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/target_print.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace kp {
namespace {

/// Reference darkness from which a pixel is surely print, and below which surely paper.
constexpr int kSurelyPrint = 150, kSurelyBlank = 8;
/// Blank spots for aligning are taken from a ring this far from print, px.
constexpr int kRingInner = 3, kRingOuter = 7;
/// How far the print may spread at each Spread, px (1/8 mm), and the blur of its edge: the alignment is good to half a pixel, interpolation adds as much.
constexpr std::array<int, kSpreads> kSpreadPx{1, 1, 2, 3};
constexpr std::array<double, kSpreads> kSpreadBlur{0.8, 1.4, 1.4, 1.8};
/// The paper of a patch: this share of its pixels is paper even under a scribble; counting from the bright end.
constexpr double kPaperShare = 0.40;
/// The print's darkness is that which this share of its spots stays below.
constexpr double kGainShare = 0.95, kLeastGain = 0.2;
/// Steps of the shift search, px: first a coarse net, then every pixel round its best.
constexpr int kCoarseStep = 2;
/// The coarse net looks at every so many spots only.
constexpr std::size_t kCoarseSpots = 4;

cv::Mat view(const Gray& g) { return {g.height, g.width, CV_8UC1, const_cast<std::uint8_t*>(g.px.data())}; }

cv::Mat ellipse(int radius) { return cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * radius + 1, 2 * radius + 1}); }

std::vector<PrintPatch::Spot> sample(const cv::Mat& mask, std::size_t most) {
  std::vector<cv::Point> points;
  cv::findNonZero(mask, points);
  std::vector<PrintPatch::Spot> spots;
  const double step = std::max(1.0, static_cast<double>(points.size()) / static_cast<double>(most));
  for (double i = 0; i < static_cast<double>(points.size()); i += step) {
    const cv::Point p = points[static_cast<std::size_t>(i)];
    spots.push_back({static_cast<std::int16_t>(p.x), static_cast<std::int16_t>(p.y)});
  }
  return spots;
}

/// The spots as offsets into a picture of `width`; every `step`-th of them.
std::vector<int> offsetsOf(const std::vector<PrintPatch::Spot>& spots, int width, std::size_t step) {
  std::vector<int> offsets;
  offsets.reserve(spots.size() / step + 1);
  for (std::size_t i = 0; i < spots.size(); i += step) offsets.push_back(spots[i].y * width + spots[i].x);
  return offsets;
}

double meanAt(const std::uint8_t* base, const std::vector<int>& offsets) {
  int sum = 0;
  for (const int o : offsets) sum += base[o];
  return static_cast<double>(sum) / static_cast<double>(offsets.size());
}

struct Shift {
  int x = 0, y = 0;
  double score = -1e9;
};

/// Best shift on a grid of `step` round `centre`, kept within ± reach.
Shift searchShift(const Gray& cut, const PrintPatch& print, int reach, Shift centre, int radius, int step, std::size_t sparse) {
  const auto printed = offsetsOf(print.print, cut.width, sparse), blank = offsetsOf(print.blank, cut.width, sparse);
  Shift best{centre.x, centre.y};
  for (int y = centre.y - radius; y <= centre.y + radius; y += step)
    for (int x = centre.x - radius; x <= centre.x + radius; x += step) {
      if (std::abs(x) > reach || std::abs(y) > reach) continue;
      const std::uint8_t* base = cut.px.data() + static_cast<std::ptrdiff_t>(y + reach) * cut.width + x + reach;
      const double score = meanAt(base, blank) - meanAt(base, printed);
      if (score > best.score) best = {x, y, score};
    }
  return best;
}

/// Darkness of the scan's letters against full black: what the darker part of the printed spots reaches. Measured where the letters are widest, because thin
/// ones lose darkness to blur that `expected` already allows for.
double gainOf(const Gray& dark, const PrintPatch& print) {
  if (print.print.empty()) return 1;
  std::vector<std::uint8_t> values;
  values.reserve(print.print.size());
  for (const auto& s : print.print) values.push_back(dark.at(s.x, s.y));
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(static_cast<double>(values.size()) * kGainShare);
  std::nth_element(values.begin(), at, values.end());
  return std::clamp(*at / 255.0, kLeastGain, 1.0);
}

}  // namespace

PrintPatch makePrintPatch(const Raster& reference, const RectMm& area) {
  PrintPatch patch;
  const int x0 = std::max(0, static_cast<int>(std::floor(area.x * kPxPerMm))),
            y0 = std::max(0, static_cast<int>(std::floor(area.y * kPxPerMm)));
  const int x1 = std::min(reference.width / 2, static_cast<int>(std::ceil((area.x + area.w) * kPxPerMm)));
  const int y1 = std::min(reference.height / 2, static_cast<int>(std::ceil((area.y + area.h) * kPxPerMm)));
  patch.area = {x0 / kPxPerMm, y0 / kPxPerMm, (x1 - x0) / kPxPerMm, (y1 - y0) / kPxPerMm};
  patch.width = x1 - x0, patch.height = y1 - y0;
  const cv::Mat page(reference.height, reference.width, CV_8UC1, const_cast<std::uint8_t*>(reference.data));
  cv::Mat dark;
  cv::resize(page(cv::Rect(2 * x0, 2 * y0, 2 * patch.width, 2 * patch.height)), dark, {patch.width, patch.height}, 0, 0, cv::INTER_AREA);
  cv::subtract(cv::Scalar::all(255), dark, dark);

  patch.printed.resize(patch.width, patch.height);
  dark.copyTo(view(patch.printed));
  for (int s = 0; s < kSpreads; ++s) {
    Gray& expected = patch.expected[static_cast<std::size_t>(s)];
    expected.resize(patch.width, patch.height);
    cv::Mat out = view(expected);
    cv::dilate(dark, out, ellipse(kSpreadPx[static_cast<std::size_t>(s)]));
    cv::GaussianBlur(out, out, {}, kSpreadBlur[static_cast<std::size_t>(s)]);
    // Blur thins hairlines; a wider spread must still explain all that a narrower one does.
    if (s > 0) cv::max(out, view(patch.expected[static_cast<std::size_t>(s - 1)]), out);
  }
  const cv::Mat print = dark >= kSurelyPrint;
  cv::Mat touched = dark > kSurelyBlank, inner, outer;
  cv::dilate(touched, inner, ellipse(kRingInner));
  cv::dilate(touched, outer, ellipse(kRingOuter));
  patch.print = sample(print, kSpotSample);
  patch.blank = sample(outer & ~inner, kSpotSample);
  return patch;
}

AlignedPatch alignPatch(const PageView& page, const Affine& toView, const PrintPatch& print, int reachPx) {
  AlignedPatch out;
  out.dotMm = 1 / toView.scale();
  const double reachMm = reachPx / kPxPerMm;
  Gray cut;
  page.cut(toView, {print.area.x - reachMm, print.area.y - reachMm, print.area.w + 2 * reachMm, print.area.h + 2 * reachMm}, kPxPerMm, cut);
  out.paper = std::max(1, brightLevel(cut, kPaperShare));

  Shift best;
  if (!print.print.empty() && !print.blank.empty()) {
    best = searchShift(cut, print, reachPx, {}, reachPx, kCoarseStep, kCoarseSpots);
    best = searchShift(cut, print, reachPx, best, 1, 1, 1);
    out.contrast = std::max(0.0, best.score / out.paper);
  }
  out.shiftX = best.x, out.shiftY = best.y;

  cv::Mat window = view(cut)(cv::Rect(reachPx + best.x, reachPx + best.y, print.width, print.height)), smooth;
  cv::blur(window, smooth, {3, 3});
  out.dark.resize(print.width, print.height);
  std::array<std::uint8_t, 256> table;
  for (int v = 0; v < 256; ++v)
    table[static_cast<std::size_t>(v)] = static_cast<std::uint8_t>(std::clamp((out.paper - v) * 255 / out.paper, 0, 255));
  cv::LUT(smooth, cv::Mat(1, 256, CV_8UC1, table.data()), view(out.dark));
  out.gain = gainOf(out.dark, print);
  return out;
}

void findInk(const AlignedPatch& patch, const PrintPatch& print, Spread spread, int threshold, Gray& ink) {
  ink.resize(print.width, print.height);
  const Gray& expected = print.expected[static_cast<std::size_t>(spread)];
  const int gain = static_cast<int>(std::lround(patch.gain * 256));
  const std::uint8_t* dark = patch.dark.px.data();
  const std::uint8_t* explained = expected.px.data();
  std::uint8_t* out = ink.px.data();
  for (std::size_t i = 0, n = ink.px.size(); i < n; ++i) out[i] = dark[i] - ((explained[i] * gain) >> 8) > threshold ? 1 : 0;
}

double unexplained(const AlignedPatch& patch, const PrintPatch& print, Spread spread, int threshold) {
  const Gray& widest = print.expected[kSpreads - 1];
  const Gray& expected = print.expected[static_cast<std::size_t>(spread)];
  int near = 0, ink = 0;
  const int gain = static_cast<int>(std::lround(patch.gain * 256));
  for (std::size_t i = 0; i < widest.px.size(); ++i) {
    const int printed = widest.px[i] ? 1 : 0;
    near += printed;
    ink += printed & (patch.dark.px[i] - ((expected.px[i] * gain) >> 8) > threshold ? 1 : 0);
  }
  return near ? static_cast<double>(ink) / static_cast<double>(near) : 0;
}

}  // namespace kp
