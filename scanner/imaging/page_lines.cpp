// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/page_lines.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kp {
namespace {

/// The strips at the edges that nothing is printed on (layout keeps 9 mm), mm from the edge.
constexpr double kStripFrom = 3.0, kStripTo = 6.5;
/// A line's mean darkness over the strip against the strip's paper, of 255: a 1 px streak of gray 210 at 200 dpi leaves 12 after smoothing.
constexpr double kLeastDark = 9;
/// Two ends belong together when the line between them is no steeper than this (a fold is put in by hand), mm across the page; or when it runs
/// exactly along the feeder, however the page lies: a sensor's streak, mm off the scan's own axis.
constexpr double kSteepestAcrossMm = 9, kSteepestAlongMm = 4, kStreakOffMm = 1.2;
/// Samples along the line, the share of them that must be dark, and how far from the straight line each is looked for, px.
constexpr int kSamples = 90;
constexpr double kLeastShare = 0.55;
constexpr int kWander = 5;
/// A line this close to a piece of the page may run through it: its print lies up to 1 mm off, and a line's weight is taken up to half a millimetre from it.
constexpr double kNearMm = 2;
/// More candidates than this in one margin are noise or a pattern, not lines.
constexpr std::size_t kMostEnds = 24;

/// Darkness profile of a strip, averaged across its width: index along the strip.
std::vector<double> profileOf(const Gray& strip, bool vertical, int paper) {
  const int length = vertical ? strip.height : strip.width, across = vertical ? strip.width : strip.height;
  std::vector<int> sums(static_cast<std::size_t>(length));
  const std::uint8_t* px = strip.px.data();
  if (vertical)
    for (int& sum : sums)
      for (int c = 0; c < across; ++c) sum += *px++;
  else
    for (int c = 0; c < across; ++c)
      for (int& sum : sums) sum += *px++;
  std::vector<double> profile;
  profile.reserve(sums.size());
  for (const int sum : sums) profile.push_back(static_cast<double>(paper * across - sum) / across);
  return profile;
}

struct End {
  double at;    // mm along the strip
  double dark;  // against its surroundings, 0 … 255
};

/// Narrow peaks of a profile against its surroundings.
std::vector<End> peaks(const std::vector<double>& profile) {
  std::vector<End> ends;
  const int n = static_cast<int>(profile.size()), reach = 12;
  for (int t = reach; t + reach < n; ++t) {
    const auto at = [&](int i) { return profile[static_cast<std::size_t>(i)]; };
    const double here = at(t);
    if (here < at(t - 1) || here <= at(t + 1)) continue;
    std::array<double, 12> around{};
    for (int k = 0; k < 6; ++k)
      around[static_cast<std::size_t>(k)] = at(t - 7 - k + 1), around[static_cast<std::size_t>(k) + 6] = at(t + 6 + k);
    if (here - *std::min_element(around.begin(), around.end()) < kLeastDark) continue;
    std::nth_element(around.begin(), around.begin() + 6, around.end());
    if (here - around[6] >= kLeastDark) ends.push_back({(t + 0.5) / kPxPerMm, here - around[6]});
  }
  std::sort(ends.begin(), ends.end(), [](const End& p, const End& q) { return p.dark > q.dark; });
  if (ends.size() > kMostEnds) ends.resize(kMostEnds);
  return ends;
}

/// Gray at a view position, nearest pixel; 255 outside.
int sampleAt(const PageView& view, Point p) {
  const int x = static_cast<int>(std::lround(p.x)), y = static_cast<int>(std::lround(p.y));
  return x < 0 || y < 0 || x >= view.width() || y >= view.height() ? 255 : view.data()[static_cast<std::ptrdiff_t>(y) * view.stride() + x];
}

struct Follow {
  double share = 0, weight = 0;
};

/// Walks along from…to: how many samples find a dark line within the wander, narrower than the wander itself.
Follow follow(const PageView& view, const Affine& toView, Point from, Point to, bool horizontal, double expected) {
  int seen = 0, dark = 0;
  std::vector<double> weights;
  for (int i = 0; i < kSamples; ++i) {
    const double t = (i + 0.5) / kSamples;
    const Point middle{from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t};
    std::array<int, 2 * (kWander + 4) + 1> across{};
    for (int k = 0; k < static_cast<int>(across.size()); ++k) {
      const double off = (k - kWander - 4) / kPxPerMm;
      across[static_cast<std::size_t>(k)] =
          sampleAt(view, toView(horizontal ? Point{middle.x, middle.y + off} : Point{middle.x + off, middle.y}));
    }
    auto sorted = across;
    std::nth_element(sorted.begin(), sorted.begin() + 6, sorted.end(), std::greater<>());
    const int paper = sorted[6];
    const int deepest = paper - *std::min_element(across.begin() + 4, across.end() - 4);
    ++seen;
    if (deepest < 0.45 * expected) continue;
    ++dark;
    double weight = 0;
    for (const int v : across) weight += std::max(0.0, (paper - v) * 255.0 / std::max(1, paper) - kLineGrain) / 255;
    weights.push_back(weight);
  }
  if (weights.empty()) return {};
  // Samples that fell on letters are the heavy ones: the lower third is the line alone.
  const auto third = weights.begin() + static_cast<std::ptrdiff_t>(weights.size() / 3);
  std::nth_element(weights.begin(), third, weights.end());
  return {static_cast<double>(dark) / seen, *third};
}

void findLines(const PageView& view, const Affine& toView, const PageGeometry& g, bool horizontal, std::vector<PageLine>& lines) {
  const double length = horizontal ? g.widthMm : g.heightMm, across = horizontal ? g.heightMm : g.widthMm;
  std::array<std::vector<End>, 2> ends;
  for (int side = 0; side < 2; ++side) {
    const double from = side ? length - kStripTo : kStripFrom;
    const RectMm area = horizontal ? RectMm{from, 0, kStripTo - kStripFrom, across} : RectMm{0, from, across, kStripTo - kStripFrom};
    Gray strip;
    view.sample(toView, area, kPxPerMm, strip);
    ends[static_cast<std::size_t>(side)] = peaks(profileOf(strip, horizontal, brightLevel(strip, 0.4)));
  }
  const double middle = (kStripFrom + kStripTo) / 2, steepest = horizontal ? kSteepestAcrossMm : kSteepestAlongMm;
  for (const End& a : ends[0])
    for (const End& b : ends[1]) {
      const Point from = horizontal ? Point{middle, a.at} : Point{a.at, middle},
                  to = horizontal ? Point{length - middle, b.at} : Point{b.at, length - middle};
      const Point p = toView(from), q = toView(to);
      const bool streak = std::min(std::abs(p.x - q.x), std::abs(p.y - q.y)) <= kStreakOffMm * toView.scale();
      if (std::abs(a.at - b.at) > steepest && !streak) continue;
      const Follow f = follow(view, toView, from, to, horizontal, std::min(a.dark, b.dark));
      if (f.share >= kLeastShare) lines.push_back({from, to, f.weight});
    }
}

}  // namespace

std::vector<PageLine> findPageLines(const PageView& view, const Affine& toView, const PageGeometry& geometry) {
  std::vector<PageLine> lines;
  findLines(view, toView, geometry, true, lines);
  findLines(view, toView, geometry, false, lines);
  return lines;
}

std::vector<PageLine> linesThrough(const std::vector<PageLine>& lines, const RectMm& area) {
  std::vector<PageLine> through;
  for (const PageLine& l : lines) {
    const bool horizontal = std::abs(l.to.x - l.from.x) > std::abs(l.to.y - l.from.y);
    const double from = horizontal ? area.x : area.y, length = horizontal ? area.w : area.h;
    const auto at = [&](double t) {
      return horizontal ? l.from.y + (l.to.y - l.from.y) * (t - l.from.x) / (l.to.x - l.from.x)
                        : l.from.x + (l.to.x - l.from.x) * (t - l.from.y) / (l.to.y - l.from.y);
    };
    const double first = at(from), last = at(from + length), room = kNearMm + l.halfWidthMm;
    const double low = horizontal ? area.y : area.x, high = low + (horizontal ? area.h : area.w);
    if (std::max(first, last) >= low - room && std::min(first, last) <= high + room) through.push_back(l);
  }
  return through;
}

}  // namespace kp
