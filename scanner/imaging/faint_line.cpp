// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/faint_line.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "scanner/imaging/mark_parts.h"

namespace kp {
using namespace marks;
namespace {

/// Expected darkness (of 255) up to which a spot of paper beside print still tells something.
constexpr int kOpen = 25;
/// Fewest open pixels of a bin's row of ten that are asked.
constexpr int kFewestOpen = 2;
/// Darkness one spot may add or take at most: a speck is no line, a letter's edge no gap in one.
constexpr float kMostOfOne = 40, kLeastOfOne = -10;
/// A line may climb so many pixels from one bin (1.25 mm) to the next: 22 degrees.
constexpr int kClimb = 4;
/// Lower than this, px, or with bins narrower than this, a box is no name's.
constexpr int kLeastRows = 8, kLeastBin = 4;

/// Directions in which lines are looked for in a square, degrees of their normal. What is darker level or upright than in any slanting direction is a fold or streak.
constexpr std::array<double, 8> kNormals{0, 90, 30, 45, 60, 120, 135, 150};
/// Of a line's spots so many must be darker than paper by so much (of 255): two specks make no line.
constexpr double kOfLine = 0.6, kDarker = 4;
/// The square's line and its blur, mm (as imaging/box_marks). Paper beside a square begins this far beyond it.
constexpr double kSquareLineMm = 0.65, kBesideSquareMm = 0.5;
/// Fewest spots of a quarter of a millimetre across the inside of a square.
constexpr int kLeastSide = 6;

float middle(std::vector<float>& values) {
  if (values.empty()) return 0;
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

/// A name cut into bins along it: how much darker each of their rows is than the middle row of the same bin (a shadow darkens them all), 0 where print
/// hides the paper.
struct Strips {
  int rows = 0, bins = 0;
  std::vector<float> excess;  ///< rows × bins
  std::size_t index(int y, int bin) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(bins) + static_cast<std::size_t>(bin);
  }
  float at(int y, int bin) const { return excess[index(y, bin)]; }
};

/// For each pixel of one row of the window: 1 where print leaves the paper open, else 0; and how much darker it is than the print there.
struct OpenRow {
  std::vector<std::uint8_t> open;
  std::vector<std::uint8_t> excess;  ///< 0 where not open
};

void openRow(const std::uint8_t* dark, const std::uint8_t* expected, const std::uint8_t* masked, std::uint16_t gain, OpenRow& row) {
  std::uint8_t *open = row.open.data(), *excess = row.excess.data();
  for (std::size_t x = 0, n = row.open.size(); x < n; ++x) {
    const auto explained = static_cast<std::int16_t>(static_cast<std::uint16_t>(expected[x] * gain) >> 8);
    const auto seen = static_cast<std::int16_t>(explained <= kOpen ? 1 : 0);
    open[x] = static_cast<std::uint8_t>(seen);
    excess[x] = static_cast<std::uint8_t>(std::max<std::int16_t>(0, static_cast<std::int16_t>(dark[x] - explained)) & -seen);
  }
  for (std::size_t x = 0; masked && x < row.open.size(); ++x)
    if (masked[x]) open[x] = excess[x] = 0;
}

Strips strips(const PrintPatch& print, const AlignedPatch& patch, Spread spread, const Window& w, int bins, const Gray* masked) {
  Strips s{w.y1 - w.y0, bins, {}};
  constexpr float kHidden = -1000;
  s.excess.assign(static_cast<std::size_t>(s.rows) * static_cast<std::size_t>(bins), kHidden);
  // The rim that blur leaves round letters lies in line with other letters' rims: one spread wider, it is explained.
  const Gray& expected = print.expected[std::min(static_cast<std::size_t>(spread) + 1, static_cast<std::size_t>(Spread::Fat))];
  const auto gain = static_cast<std::uint16_t>(std::lround(patch.gain * 256));
  const int columns = w.x1 - w.x0;
  OpenRow row{std::vector<std::uint8_t>(static_cast<std::size_t>(columns)), std::vector<std::uint8_t>(static_cast<std::size_t>(columns))};
  for (int y = 0; y < s.rows; ++y) {
    const std::size_t start = static_cast<std::size_t>(y + w.y0) * static_cast<std::size_t>(print.width) + static_cast<std::size_t>(w.x0);
    openRow(patch.dark.px.data() + start, expected.px.data() + start, masked ? masked->px.data() + start : nullptr, gain, row);
    for (int bin = 0; bin < bins; ++bin) {
      int sum = 0, count = 0;
      for (auto x = static_cast<std::size_t>(columns * bin / bins), to = static_cast<std::size_t>(columns * (bin + 1) / bins); x < to; ++x)
        sum += row.excess[x], count += row.open[x];
      if (count >= kFewestOpen) s.excess[s.index(y, bin)] = static_cast<float>(sum) / static_cast<float>(count);
    }
  }
  std::vector<float> seen;
  for (int bin = 0; bin < bins; ++bin) {
    seen.clear();
    for (int y = 0; y < s.rows; ++y)
      if (const float mean = s.at(y, bin); mean != kHidden) seen.push_back(mean);
    const float usual = middle(seen);
    for (int y = 0; y < s.rows; ++y) {
      float& mean = s.excess[s.index(y, bin)];
      mean = mean == kHidden ? 0 : std::clamp(mean - usual, kLeastOfOne, kMostOfOne);
    }
  }
  return s;
}

/// The darkest way from the first bin to the last: its row in each bin.
std::vector<int> darkestWay(const Strips& s) {
  std::vector<float> best(static_cast<std::size_t>(s.rows)), next(best.size());
  std::vector<std::vector<int>> cameFrom(static_cast<std::size_t>(s.bins), std::vector<int>(best.size()));
  for (int y = 0; y < s.rows; ++y) best[static_cast<std::size_t>(y)] = s.at(y, 0);
  for (int bin = 1; bin < s.bins; ++bin) {
    for (int y = 0; y < s.rows; ++y) {
      const auto from = std::max_element(best.begin() + std::max(0, y - kClimb), best.begin() + std::min(s.rows, y + kClimb + 1));
      next[static_cast<std::size_t>(y)] = *from + s.at(y, bin);
      cameFrom[static_cast<std::size_t>(bin)][static_cast<std::size_t>(y)] = static_cast<int>(from - best.begin());
    }
    best.swap(next);
  }
  std::vector<int> way(static_cast<std::size_t>(s.bins));
  int y = static_cast<int>(std::max_element(best.begin(), best.end()) - best.begin());
  for (int bin = s.bins - 1; bin >= 0; --bin) {
    way[static_cast<std::size_t>(bin)] = y;
    y = cameFrom[static_cast<std::size_t>(bin)][static_cast<std::size_t>(y)];
  }
  return way;
}

/// Middle darkness of the paper round a square, clear of print; a square shaded lightly all over is darker than it.
double paperBeside(const PrintPatch& print, const AlignedPatch& patch, const RectMm& box) {
  const Window square = windowOf(print, {box.x - kBesideSquareMm, box.y, box.w + 2 * kBesideSquareMm, box.h}, box.y - kBesideSquareMm,
                                 box.y + box.h + kBesideSquareMm);
  const Gray& expected = print.expected[static_cast<std::size_t>(Spread::Bold)];
  std::array<int, 256> histogram{};
  int seen = 0;
  for (int y = 0; y < print.height; y += 2)
    for (int x = 0; x < print.width; x += 2)
      if ((x < square.x0 || x >= square.x1 || y < square.y0 || y >= square.y1) && expected.at(x, y) < kClearOfPrint)
        ++histogram[patch.dark.at(x, y)], ++seen;
  std::size_t level = 0;
  for (int below = seen / 2; level < 255 && below >= histogram[level]; ++level) below -= histogram[level];
  return static_cast<double>(level);
}

}  // namespace

double faintAlongName(const PrintPatch& print, const AlignedPatch& patch, Spread spread, const RectMm& box,
                      const std::vector<PageLine>& lines) {
  const Window w = windowOf(print, box, box.y, box.y + box.h);
  const int bins = std::max(4, static_cast<int>(std::lround(box.w / kBinMm)));
  if (w.y1 - w.y0 < kLeastRows || w.x1 - w.x0 < kLeastBin * bins) return 0;
  Gray masked;
  if (!lines.empty()) markLines(print, patch, lines, masked);
  const Strips s = strips(print, patch, spread, w, bins, lines.empty() ? nullptr : &masked);
  const std::vector<int> way = darkestWay(s);
  double weakest = std::numeric_limits<double>::max();
  for (int third = 0; third < 3; ++third) {
    double sum = 0;
    const int from = bins * third / 3, to = bins * (third + 1) / 3;
    for (int bin = from; bin < to; ++bin) sum += s.at(way[static_cast<std::size_t>(bin)], bin);
    weakest = std::min(weakest, sum / (to - from));
  }
  return std::max(0.0, weakest);
}

double faintInSquare(const PrintPatch& print, const AlignedPatch& patch, const RectMm& box, const std::vector<PageLine>& lines) {
  const RectMm inner{box.x + kSquareLineMm, box.y + kSquareLineMm, box.w - 2 * kSquareLineMm, box.h - 2 * kSquareLineMm};
  const Window w = windowOf(print, inner, inner.y, inner.y + inner.h);
  const int width = (w.x1 - w.x0) / 2, height = (w.y1 - w.y0) / 2;
  if (width < kLeastSide || height < kLeastSide) return 0;
  Gray masked;
  if (!lines.empty()) markLines(print, patch, lines, masked);
  const Gray& expected = print.expected[static_cast<std::size_t>(Spread::Bold)];
  struct Spot {
    int x, y;
    float dark;
  };
  std::vector<Spot> spots;  // of 2 × 2 pixels
  std::vector<float> darkness;
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      int sum = 0;
      bool open = true;
      for (int k = 0; k < 4; ++k) {
        const auto i = static_cast<std::size_t>(w.y0 + 2 * y + k / 2) * static_cast<std::size_t>(print.width) +
                       static_cast<std::size_t>(w.x0 + 2 * x + k % 2);
        sum += patch.dark.px[i];
        open = open && expected.px[i] < kClearOfPrint && (lines.empty() || !masked.px[i]);
      }
      if (!open) continue;
      spots.push_back({x, y, static_cast<float>(sum) / 4});
      darkness.push_back(spots.back().dark);
    }
  const float paper = middle(darkness);
  const int reach = width + height, fewest = std::min(width, height) / 2;
  double level = 0, slanting = 0;
  struct Line {
    float sum = 0;
    int spots = 0, darker = 0;
  };
  std::vector<Line> across;
  for (const double degrees : kNormals) {
    const double angle = degrees * 3.14159265358979323846 / 180;
    const auto c = static_cast<int>(std::lround(std::cos(angle) * 256)), s = static_cast<int>(std::lround(std::sin(angle) * 256));
    across.assign(static_cast<std::size_t>(2 * reach), {});
    for (const Spot& spot : spots) {
      Line& line = across[static_cast<std::size_t>(((spot.x * c + spot.y * s) >> 8) + reach)];
      const float excess = spot.dark - paper;
      line.sum += std::clamp(excess, kLeastOfOne, kMostOfOne), ++line.spots, line.darker += excess > kDarker;
    }
    double& most = degrees == 0 || degrees == 90 ? level : slanting;
    for (const Line& line : across)
      if (line.spots >= fewest && line.darker >= kOfLine * line.spots) most = std::max(most, static_cast<double>(line.sum) / line.spots);
  }
  return std::max(slanting > level ? slanting : 0, static_cast<double>(paper) - paperBeside(print, patch, box));
}

}  // namespace kp
