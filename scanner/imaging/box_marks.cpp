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
/// Ink that starts this close to the square is the end of a stroke inside it, mm.
constexpr double kArmMm = 1.2;
/// What comes out of a square is looked for between these distances from its outer edge, mm: a pen that fills it neatly covers its line, no more.
constexpr double kSpillFromMm = 0.4, kSpillToMm = 1.8;
/// A ring round a square is looked for up to here, mm, in so many directions; fewer pixels of a direction are no ink, and one of which fewer can be seen is not asked.
constexpr double kRingToMm = 2.0;
constexpr int kDirections = 8, kInkOfDirection = 3, kSeenOfDirection = 5;
/// A streak is inked along so much of a line across the square, and lies askew by at most so many px over it (4°).
constexpr double kWholeLine = 0.9;
/// A streak of two pixels that lies askew fills a straight column so far; a cross's strokes fill 0.27.
constexpr double kAskewLine = 0.35;
constexpr int kAskewPx = 3;
/// Components smaller than this are dust, mm².
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

/// Ink outside the square, clear of print (table rules run there, and one printed a little off must not look like a stroke), that belongs to it: not the ends of strokes that come out of a square, not the next rows'.
double inkBeside(const PrintPatch& print, const RectMm& box, const Gray& ink, bool inkInside) {
  const Window outer = windowOf(print, box, box.y, box.y + box.h);
  const Gray& widest = print.expected[static_cast<std::size_t>(Spread::Bold)];
  Gray clean = ink;
  for (int y = 0; y < clean.height; ++y) {
    std::uint8_t* row = clean.px.data() + static_cast<std::size_t>(y) * clean.width;
    const std::uint8_t* printed = widest.px.data() + static_cast<std::size_t>(y) * clean.width;
    const auto clear = [&](int from, int to) {
      for (int x = from; x < to; ++x) row[x] = static_cast<std::uint8_t>(row[x] & (printed[x] < kClearOfPrint ? 1 : 0));
    };
    const bool beside = y >= outer.y0 && y < outer.y1;
    clear(0, beside ? outer.x0 : clean.width);
    if (beside) clear(outer.x1, clean.width);
  }
  // Strokes that come out of the square are cut where they cross its line: what starts close to it belongs to the ink inside.
  const double near = inkInside ? kArmMm : 0;
  const Window w = windowOf(print, {box.x - near, box.y, box.w + 2 * near, box.h}, box.y - near, box.y + box.h + near);
  const cv::Mat whole(clean.height, clean.width, CV_8UC1, clean.px.data());
  const cv::Rect close(w.x0, w.y0, w.x1 - w.x0, w.y1 - w.y0);
  // Most squares are done here: pieces of ink are told apart only where some of it lies farther off.
  if ((cv::countNonZero(whole) - cv::countNonZero(whole(close))) * kMm2PerPx < kDustMm2) return 0;
  const cv::Rect inked = cv::boundingRect(whole);
  cv::Mat labels, stats, centres;
  const int count = cv::connectedComponentsWithStats(whole(inked), labels, stats, centres, 8, CV_32S);
  const cv::Rect closeInked = (close & inked) - inked.tl();
  std::vector<char> touches(static_cast<std::size_t>(count), 0);
  for (int y = closeInked.y; y < closeInked.br().y; ++y)
    for (int x = closeInked.x; x < closeInked.br().x; ++x) touches[static_cast<std::size_t>(labels.at<int>(y, x))] = 1;
  double beside = 0;
  for (int i = 1; i < count; ++i) {
    // Ink centred above or below the square's row is the end of a stroke in the next row's square.
    const double y = centres.at<double>(i, 1) + inked.y, area = stats.at<int>(i, cv::CC_STAT_AREA) * kMm2PerPx;
    if (!touches[static_cast<std::size_t>(i)] && area >= kDustMm2 && y >= outer.y0 && y <= outer.y1) beside += area;
  }
  return beside;
}

/// Calls `look(y, from, to)` for the stretches of rows between kSpillFromMm and `toMm` beyond the square.
template <typename Look>
void lookRound(const PrintPatch& print, const RectMm& box, double toMm, Look look) {
  const auto grown = [&](double by) {
    return windowOf(print, {box.x - by, box.y - by, box.w + 2 * by, box.h + 2 * by}, box.y - by, box.y + box.h + by);
  };
  const Window inner = grown(kSpillFromMm), outer = grown(toMm);
  for (int y = outer.y0; y < outer.y1; ++y)
    if (y < inner.y0 || y >= inner.y1)
      look(y, outer.x0, outer.x1);
    else
      look(y, outer.x0, inner.x0), look(y, inner.x1, outer.x1);
}

/// Ink close round the square, beyond its line, clear of print.
double spill(const PrintPatch& print, const RectMm& box, const Gray& ink) {
  int count = 0;
  lookRound(print, box, kSpillToMm, [&](int y, int from, int to) {
    const std::size_t row = static_cast<std::size_t>(y) * ink.width;
    const std::uint8_t *inked = ink.px.data() + row, *printed = print.expected[static_cast<std::size_t>(Spread::Bold)].px.data() + row;
    for (int x = from; x < to; ++x) count += inked[x] & (printed[x] < kClearOfPrint ? 1 : 0);
  });
  return count * kMm2PerPx;
}

/// Share of the directions towards the middles of the square's sides (an octant each, its halves apart) in which ink lies close to it. The arms of a cross come out at the corners.
double ringed(const PrintPatch& print, const RectMm& box, const Gray& ink) {
  const auto middle = [](double from, double length) { return static_cast<int>(std::lround((from + length / 2) * kPxPerMm)); };
  const int cx = middle(box.x - print.area.x, box.w), cy = middle(box.y - print.area.y, box.h);
  std::array<int, kDirections> seen{}, inked{};
  const Gray& widest = print.expected[static_cast<std::size_t>(Spread::Bold)];
  lookRound(print, box, kRingToMm, [&](int y, int from, int to) {
    for (int x = from; x < to; ++x) {
      const int dx = x - cx, dy = y - cy, far = std::max(std::abs(dx), std::abs(dy)), near = std::min(std::abs(dx), std::abs(dy));
      if (near * 12 > far * 5 || widest.at(x, y) >= kClearOfPrint) continue;  // 22.6°: towards a corner
      const bool level = std::abs(dx) > std::abs(dy);
      const auto direction = static_cast<std::size_t>((level ? 0 : 4) + ((level ? dx : dy) < 0 ? 0 : 2) + ((level ? dy : dx) < 0 ? 0 : 1));
      ++seen[direction], inked[direction] += ink.at(x, y);
    }
  });
  int asked = 0, with = 0;
  for (std::size_t i = 0; i < seen.size(); ++i)
    if (seen[i] >= kSeenOfDirection) ++asked, with += inked[i] >= kInkOfDirection;
  return asked ? static_cast<double>(with) / asked : 0;
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
    m.narrow = std::min(middleSpan(free, w, false), middleSpan(free, w, true)) / (inner.w * kPxPerMm);
    m.core = core(free, print, box);
    m.banded = banded(free, w);
    m.thickMm = thickness(free, w);
    const Window inked{left, top, right, bottom};
    m.strokes = std::max(medianRuns(free, inked, true), medianRuns(free, inked, false));
  }
  if (m.inkMm2 > kDustMm2)
    m.spillMm2 = spill(print, box, free), m.ringed = ringed(print, box, free), m.steep = steepness(print, patch, free, w);
  m.outsideMm2 = inkBeside(print, box, free, m.inkMm2 > kDustMm2);
  return m;
}

}  // namespace kp
