// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/mark_parts.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace kp::marks {
namespace {

/// Fewer places clear of print along a line than this, px, do not tell its weight: taken as heavier than anything.
constexpr std::size_t kFewestClear = 12;
/// Fewer pixels of ink clear of print than this do not tell how suddenly it begins.
constexpr std::size_t kFewestSteps = 40;
/// How near print may come to such a place, px.
constexpr int kClearReach = 2;

double lineAt(const PageLine& l, double t, bool horizontal) {
  const double from = horizontal ? l.from.x : l.from.y, to = horizontal ? l.to.x : l.to.y;
  const double a = horizontal ? l.from.y : l.from.x, b = horizontal ? l.to.y : l.to.x;
  return a + (b - a) * (t - from) / (to - from);
}

}  // namespace

void markLines(const PrintPatch& print, const AlignedPatch& patch, const std::vector<PageLine>& lines, Gray& on) {
  on.resize(print.width, print.height);
  std::fill(on.px.begin(), on.px.end(), std::uint8_t{0});
  for (const auto& line : lines) {
    const bool horizontal = std::abs(line.to.x - line.from.x) > std::abs(line.to.y - line.from.y);
    const int length = horizontal ? print.width : print.height, across = horizontal ? print.height : print.width;
    const double origin = horizontal ? print.area.x : print.area.y, start = horizontal ? print.area.y : print.area.x;
    const double shift = horizontal ? patch.shiftY : patch.shiftX;
    for (int t = 0; t < length; ++t) {
      const double middle = (lineAt(line, origin + (t + 0.5) / kPxPerMm, horizontal) - start) * kPxPerMm - shift,
                   half = line.halfWidthMm * kPxPerMm;
      const int from = std::max(0, static_cast<int>(std::floor(middle - half))),
                to = std::min(across - 1, static_cast<int>(std::ceil(middle + half)));
      for (int c = from; c <= to; ++c) (horizontal ? on.at(t, c) : on.at(c, t)) = 1;
    }
  }
}

double lineExcess(const PrintPatch& print, const AlignedPatch& patch, const std::vector<PageLine>& lines, const Window& w, double unknown) {
  const Gray& expected = print.expected[static_cast<std::size_t>(Spread::Bold)];
  double worst = 0;
  for (const auto& line : lines) {
    const bool horizontal = std::abs(line.to.x - line.from.x) > std::abs(line.to.y - line.from.y);
    const double origin = horizontal ? print.area.x : print.area.y, start = horizontal ? print.area.y : print.area.x;
    const int shift = horizontal ? patch.shiftY : patch.shiftX, across = horizontal ? print.height : print.width;
    std::vector<int> weights;
    bool crosses = false;
    for (int t = horizontal ? w.x0 : w.y0; t < (horizontal ? w.x1 : w.y1); ++t) {
      const int middle =
          static_cast<int>(std::lround((lineAt(line, origin + (t + 0.5) / kPxPerMm, horizontal) - start) * kPxPerMm - shift - 0.5));
      if (middle < (horizontal ? w.y0 : w.x0) || middle >= (horizontal ? w.y1 : w.x1)) continue;
      crosses = true;
      int weight = 0;
      bool clear = true;
      for (int c = std::max(0, middle - kLineReach); c <= std::min(across - 1, middle + kLineReach); ++c) {
        clear = clear && (std::abs(c - middle) > kClearReach || (horizontal ? expected.at(t, c) : expected.at(c, t)) < kClearOfPrint);
        weight += std::max(0, (horizontal ? patch.dark.at(t, c) : patch.dark.at(c, t)) - kLineGrain);
      }
      if (clear) weights.push_back(weight);
    }
    if (!crosses) continue;
    double excess = unknown;
    if (weights.size() >= kFewestClear) {
      std::nth_element(weights.begin(), weights.begin() + static_cast<std::ptrdiff_t>(weights.size() / 2), weights.end());
      excess = weights[weights.size() / 2] / 255.0 / std::max(0.05, line.weight);
    }
    worst = std::max(worst, excess);
  }
  return worst;
}

double steepness(const PrintPatch& print, const AlignedPatch& patch, const Gray& ink, const Window& w) {
  const Gray& expected = print.expected[static_cast<std::size_t>(Spread::Bold)];
  const Gray& dark = patch.dark;
  std::vector<int> steps, levels;
  const auto look = [&](int x, int y) {
    if (expected.at(x, y) >= kClearOfPrint || expected.at(x, y - 1) >= kClearOfPrint || expected.at(x, y + 1) >= kClearOfPrint ||
        expected.at(x - 1, y) >= kClearOfPrint || expected.at(x + 1, y) >= kClearOfPrint)
      return;
    steps.push_back(std::max(std::abs(dark.at(x, y + 1) - dark.at(x, y - 1)), std::abs(dark.at(x + 1, y) - dark.at(x - 1, y))));
    levels.push_back(dark.at(x, y));
  };
  const int end = std::min(print.width - 1, w.x1);
  for (int y = std::max(1, w.y0); y < std::min(print.height - 1, w.y1); ++y) {
    const std::uint8_t* const row = ink.px.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(ink.width);
    // Eight at a time: nearly all are blank. The last may lie in the row below, which there is.
    for (int x = std::max(1, w.x0); x < end; x += 8) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, row + x, sizeof eight);
      for (int at = x; eight && at < std::min(x + 8, end); ++at)
        if (row[at]) look(at, y);
    }
  }
  if (steps.size() < kFewestSteps) return 1;
  const auto tenth = [](std::vector<int>& v) {
    const auto at = v.begin() + static_cast<std::ptrdiff_t>(v.size() * 9 / 10);
    std::nth_element(v.begin(), at, v.end());
    return *at;
  };
  return static_cast<double>(tenth(steps)) / std::max(1, tenth(levels));
}

Window windowOf(const PrintPatch& print, const RectMm& box, double top, double bottom) {
  const auto px = [](double mm) { return static_cast<int>(std::lround(mm * kPxPerMm)); };
  return {std::clamp(px(box.x - print.area.x), 0, print.width), std::clamp(px(top - print.area.y), 0, print.height),
          std::clamp(px(box.x + box.w - print.area.x), 0, print.width), std::clamp(px(bottom - print.area.y), 0, print.height)};
}

Gray offLines(const Gray& ink, const Gray& masked) {
  Gray off = ink;
  for (std::size_t i = 0; i < off.px.size(); ++i) off.px[i] = static_cast<std::uint8_t>(off.px[i] & (masked.px[i] ^ 1));
  return off;
}

InkSum sumInk(const PrintPatch& print, const AlignedPatch& patch, const Gray& ink, const Window& w) {
  InkSum s;
  for (int y = w.y0; y < w.y1; ++y) {
    const std::size_t row = static_cast<std::size_t>(y) * print.width;
    int count = 0, dark = 0;
    for (int x = w.x0; x < w.x1; ++x) count += ink.px[row + x], dark += ink.px[row + x] * patch.dark.px[row + x];
    s.count += count, s.dark += dark;
  }
  return s;
}

}  // namespace kp::marks

namespace kp {

void takeLinesAway(AlignedPatch& patch, const PrintPatch& print, const std::vector<PageLine>& lines) {
  if (lines.empty()) return;
  Gray on;
  marks::markLines(print, patch, lines, on);
  for (std::size_t i = 0; i < on.px.size(); ++i)
    if (on.px[i]) patch.dark.px[i] = 0;
}

}  // namespace kp
