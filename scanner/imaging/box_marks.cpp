// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <opencv2/imgproc.hpp>

#include "scanner/imaging/mark_parts.h"

namespace kp {
using namespace marks;
namespace {

/// The share of a mark's ink by which its narrowness is judged.
constexpr double kMiddleInk = 0.80;
/// The line of the square itself and its unsharp edge, mm from the outer edge inwards, is left out of the inside.
constexpr double kSquareLineMm = 0.65;
/// What lies farther from the outer edge than this, mm, is not the square's own line: where a sheet slips in the feeder, half of it is seen up to 1 mm from where the other half says.
constexpr double kCoreMm = 1.5;
/// A streak is inked along so much of a line across the square, and lies askew by at most so many px over it (4°).
constexpr double kWholeLine = 0.9;
/// A streak of two pixels that lies askew fills a straight column so far; a cross's strokes fill 0.27.
constexpr double kAskewLine = 0.35;
constexpr int kAskewPx = 3;
/// Ink below this in a square is dust: nothing round it belongs to it, mm².
constexpr double kDustMm2 = 0.25;

/// Median number of runs of ink over the cuts that meet any.
double medianRuns(const Gray& ink, const Window& w, bool rows) {
  std::vector<int> runs;
  for (int a = rows ? w.y0 : w.x0; a < (rows ? w.y1 : w.x1); ++a) {
    int count = 0;
    bool before = false;
    for (int b = rows ? w.x0 : w.y0; b < (rows ? w.x1 : w.y1); ++b) {
      const bool now = rows ? ink.at(b, a) : ink.at(a, b);
      count += now && !before;
      before = now;
    }
    if (count) runs.push_back(count);
  }
  if (runs.empty()) return 0;
  std::nth_element(runs.begin(), runs.begin() + static_cast<std::ptrdiff_t>(runs.size() / 2), runs.end());
  return runs[runs.size() / 2];
}

/// Length, px, over which the middle part of the ink lies along x (or y): specks beside a line do not widen it.
double middleSpan(const Gray& ink, const Window& w, bool alongY) {
  std::vector<int> counts(static_cast<std::size_t>(alongY ? w.y1 - w.y0 : w.x1 - w.x0));
  int total = 0;
  for (int y = w.y0; y < w.y1; ++y)
    for (int x = w.x0; x < w.x1; ++x)
      if (ink.at(x, y)) ++counts[static_cast<std::size_t>(alongY ? y - w.y0 : x - w.x0)], ++total;
  if (!total) return 0;
  const double cut = total * (1 - kMiddleInk) / 2;
  int first = 0, last = static_cast<int>(counts.size()) - 1;
  for (double sum = counts[static_cast<std::size_t>(first)]; sum < cut; sum += counts[static_cast<std::size_t>(first)]) ++first;
  for (double sum = counts[static_cast<std::size_t>(last)]; sum < cut; sum += counts[static_cast<std::size_t>(last)]) --last;
  return std::max(0, last - first + 1);
}

/// The shorter extent of the middle ink in the part of a square that its own line does not reach, as a share of that part's side.
double core(const Gray& ink, const PrintPatch& print, const RectMm& box) {
  const RectMm inner{box.x + kCoreMm, box.y + kCoreMm, box.w - 2 * kCoreMm, box.h - 2 * kCoreMm};
  const Window w = windowOf(print, inner, inner.y, inner.y + inner.h);
  const auto shorter = std::min(middleSpan(ink, w, false), middleSpan(ink, w, true));
  return shorter / (inner.w * kPxPerMm);
}

/// BoxMeasure::banded.
double banded(const Gray& ink, const Window& w) {
  const int width = w.x1 - w.x0, height = w.y1 - w.y0;
  std::vector<int> columns(static_cast<std::size_t>(width)), rows(static_cast<std::size_t>(height));
  int most = 0, all = 0;
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x)
      if (ink.at(w.x0 + x, w.y0 + y)) ++all, ++columns[static_cast<std::size_t>(x)], ++rows[static_cast<std::size_t>(y)];
  for (const bool upright : {true, false}) {
    const int length = upright ? height : width, across = upright ? width : height;
    const auto& straight = upright ? columns : rows;
    if (straight.empty() || *std::max_element(straight.begin(), straight.end()) < kAskewLine * length) continue;
    for (int askew = -kAskewPx; askew <= kAskewPx; ++askew) {
      std::vector<int> lines(static_cast<std::size_t>(across));
      for (int t = 0; t < length; ++t) {
        const int off = static_cast<int>(std::lround(askew * (static_cast<double>(t) / length - 0.5)));
        for (int c = std::max(0, -off); c < std::min(across, across - off); ++c)
          lines[static_cast<std::size_t>(c)] += upright ? ink.at(w.x0 + c + off, w.y0 + t) : ink.at(w.x0 + t, w.y0 + c + off);
      }
      int whole = 0;
      for (const int line : lines) whole += line >= kWholeLine * length ? line : 0;
      most = std::max(most, whole);
    }
  }
  return all ? static_cast<double>(most) / all : 0;
}

/// BoxMeasure::thickMm.
double thickness(const Gray& ink, const Window& w) {
  const cv::Mat whole(ink.height, ink.width, CV_8UC1, const_cast<std::uint8_t*>(ink.px.data()));
  cv::Mat distance;
  cv::distanceTransform(whole(cv::Rect(w.x0, w.y0, w.x1 - w.x0, w.y1 - w.y0)), distance, cv::DIST_L2, 3);
  double most = 0;
  cv::minMaxLoc(distance, nullptr, &most);
  return most / kPxPerMm;
}

/// BoxMeasure::loop.
double loop(const Gray& ink, const Window& inked) {
  const int width = inked.x1 - inked.x0, height = inked.y1 - inked.y0;
  const cv::Mat whole(ink.height, ink.width, CV_8UC1, const_cast<std::uint8_t*>(ink.px.data()));
  cv::Mat paper, labels, stats, centres;
  cv::copyMakeBorder(whole(cv::Rect(inked.x0, inked.y0, width, height)) == 0, paper, 1, 1, 1, 1, cv::BORDER_CONSTANT, cv::Scalar(255));
  const int count = cv::connectedComponentsWithStats(paper, labels, stats, centres, 4, CV_32S);
  const int outside = labels.at<int>(0, 0);
  int most = 0;
  for (int i = 1; i < count; ++i)
    if (i != outside) most = std::max(most, stats.at<int>(i, cv::CC_STAT_AREA));
  return static_cast<double>(most) / (width * height);
}

struct Filling {
  double whole = 0;       ///< share of the window
  double worstNinth = 1;  ///< share of the emptiest of nine equal parts
};

/// How much of the window is ink, not counting what a fold or streak hides.
Filling filling(const Gray& ink, const Gray* hidden, const Window& w) {
  std::array<int, 9> filled{}, all{};
  const int width = w.x1 - w.x0, height = w.y1 - w.y0;
  for (std::size_t part = 0; part < 9; ++part) {
    const int row = static_cast<int>(part) / 3, column = static_cast<int>(part) % 3;
    for (int y = w.y0 + height * row / 3; y < w.y0 + height * (row + 1) / 3; ++y)
      for (int x = w.x0 + width * column / 3; x < w.x0 + width * (column + 1) / 3; ++x) {
        if (hidden && hidden->at(x, y)) continue;
        ++all[part], filled[part] += ink.at(x, y);
      }
  }
  Filling f;
  int sum = 0, seen = 0;
  for (std::size_t i = 0; i < 9; ++i) {
    sum += filled[i], seen += all[i];
    if (all[i]) f.worstNinth = std::min(f.worstNinth, static_cast<double>(filled[i]) / all[i]);
  }
  f.whole = seen ? static_cast<double>(sum) / seen : 0;
  return f;
}

}  // namespace

BoxMeasure measureBox(const PrintPatch& print, const AlignedPatch& patch, const Gray& ink, const RectMm& box,
                      const std::vector<PageLine>& lines) {
  BoxMeasure m;
  m.contrast = patch.contrast;
  Gray masked, off;
  if (!lines.empty()) {
    markLines(print, patch, lines, masked);
    off = offLines(ink, masked);
  }
  const Gray& free = lines.empty() ? ink : off;
  const RectMm inner{box.x + kSquareLineMm, box.y + kSquareLineMm, box.w - 2 * kSquareLineMm, box.h - 2 * kSquareLineMm};
  const Window w = windowOf(print, inner, inner.y, inner.y + inner.h);
  const InkSum sum = sumInk(print, patch, ink, w), freeSum = sumInk(print, patch, free, w);
  m.inkMm2 = static_cast<double>(freeSum.count) * kMm2PerPx;
  m.onLinesMm2 = static_cast<double>(sum.count - freeSum.count) * kMm2PerPx;
  if (freeSum.count) {
    const Filling f = filling(free, lines.empty() ? nullptr : &masked, w);
    m.fill = f.whole, m.worstNinth = f.worstNinth;
  }
  m.inkDark = sum.count ? static_cast<double>(sum.dark) / (255.0 * static_cast<double>(sum.count)) : 0;
  if (!lines.empty()) m.lineExcess = lineExcess(print, patch, lines, w, 0);
  int left = w.x1, right = w.x0, top = w.y1, bottom = w.y0;
  for (int y = w.y0; y < w.y1 && freeSum.count; ++y)
    for (int x = w.x0; x < w.x1; ++x)
      if (free.at(x, y)) left = std::min(left, x), right = std::max(right, x + 1), top = std::min(top, y), bottom = std::max(bottom, y + 1);
  if (right > left) {
    m.extent = std::max(right - left, bottom - top) / (inner.w * kPxPerMm);
    m.reachMm = std::hypot(right - left, bottom - top) / kPxPerMm;
    m.narrow = std::min(middleSpan(free, w, false), middleSpan(free, w, true)) / (inner.w * kPxPerMm);
    m.core = core(free, print, box);
    m.banded = banded(free, w);
    m.thickMm = thickness(free, w);
    const Window inked{left, top, right, bottom};
    m.strokes = std::max(medianRuns(free, inked, true), medianRuns(free, inked, false));
    m.loop = loop(free, inked);
    m.two = twoStrokes(free, w);
  }
  if (m.inkMm2 > kDustMm2)
    m.spillMm2 = spill(print, box, free), m.ringed = ringed(print, box, free), m.steep = steepness(print, patch, free, w);
  m.outsideMm2 = inkBeside(print, box, free, m.inkMm2 > kDustMm2);
  return m;
}

}  // namespace kp
