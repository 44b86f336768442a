// SPDX-License-Identifier: GPL-3.0-or-later
// What a pen left round a square: beside it, coming out of it, as a ring.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <opencv2/imgproc.hpp>

#include "scanner/imaging/mark_parts.h"

namespace kp::marks {
namespace {

/// Ink that starts this close to the square is the end of a stroke inside it, mm.
constexpr double kArmMm = 1.2;
/// What comes out of a square is looked for between these distances from its outer edge, mm: a pen that fills it neatly covers its line, no more.
constexpr double kSpillFromMm = 0.4, kSpillToMm = 1.8;
/// A ring round a square is looked for up to here, mm, in so many directions; fewer pixels of a direction are no ink, and one of which fewer can be seen is not asked.
constexpr double kRingToMm = 2.0;
constexpr int kDirections = 8, kInkOfDirection = 3, kSeenOfDirection = 5;
/// Components smaller than this are dust, mm².
constexpr double kDustMm2 = 0.25;

}  // namespace

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

namespace {

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

}  // namespace

double spill(const PrintPatch& print, const RectMm& box, const Gray& ink) {
  int count = 0;
  lookRound(print, box, kSpillToMm, [&](int y, int from, int to) {
    const std::size_t row = static_cast<std::size_t>(y) * ink.width;
    const std::uint8_t *inked = ink.px.data() + row, *printed = print.expected[static_cast<std::size_t>(Spread::Bold)].px.data() + row;
    for (int x = from; x < to; ++x) count += inked[x] & (printed[x] < kClearOfPrint ? 1 : 0);
  });
  return count * kMm2PerPx;
}

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

}  // namespace kp::marks
