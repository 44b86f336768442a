// SPDX-License-Identifier: GPL-3.0-or-later
// The two straight strokes that explain most of the ink in a square: a cross is two that cross, with an arm to each side of where they do.
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <utility>
#include <vector>

#include "scanner/imaging/mark_parts.h"

namespace kp::marks {
namespace {

/// Directions tried, 5° apart: over the 30 px of a square's inside the nearest is off by 1.3 px at its ends.
constexpr int kAngles = 36;
constexpr double kDegrees = 180.0 / kAngles;
/// A line gathers ink this many steps to each side of its middle.
constexpr int kBand = 1;
/// Ink so far beyond a stroke's own half width still belongs to it, steps: hands do not draw straight. The half width counts up to a marker's.
constexpr double kBend = 1.5, kWidestHalf = 4;
/// A window is seen in so many steps across at most; a step is a pixel of any window up to 7.7 mm across.
constexpr int kSteps = 64;

/// A straight line: x·cos + y·sin = d of its angle, in steps from the window's middle.
struct Line {
  int angle = 0, d = 0;
  std::uint64_t inked = 0;  ///< the steps along it that have ink
};

struct Spot {
  double x, y;  ///< in steps from the window's middle
};

struct Place {
  double d, t;  ///< from the middle line of a direction, and along it
};

std::pair<double, double> cosSin(int angle) {
  static const auto all = [] {
    std::array<std::pair<double, double>, kAngles> values;
    for (int a = 0; a < kAngles; ++a)
      values[static_cast<std::size_t>(a)] = {std::cos(a * std::numbers::pi / kAngles), std::sin(a * std::numbers::pi / kAngles)};
    return values;
  }();
  return all[static_cast<std::size_t>(angle)];
}

Place along(const Spot& p, int angle) {
  const auto [c, s] = cosSin(angle);
  return {p.x * c + p.y * s, p.y * c - p.x * s};
}

double off(const Spot& p, const Line& l) { return along(p, l.angle).d - l.d; }

/// The column of a distance or the step of a place, 0 … kSteps: kMiddle is that of the window's middle, and half a step to round by.
constexpr double kMiddle = 32.5;
static_assert(kSteps == 64);
std::size_t index(double steps) { return static_cast<std::size_t>(static_cast<int>(steps + kMiddle)); }

std::uint64_t stepAt(double t) { return std::uint64_t{1} << index(t); }

/// The ink of every straight line over a window.
class Lines {
 public:
  explicit Lines(const std::vector<Spot>& ink) {
    for (int a = 0; a < kAngles; ++a) {
      const auto [c, s] = cosSin(a);
      auto& columns = m_inked[static_cast<std::size_t>(a)];
      for (const auto& p : ink) columns[index(p.x * c + p.y * s)] |= stepAt(p.y * c - p.x * s);
    }
  }

  /// Calls look(line) for each that has ink in its middle.
  template <typename Look>
  void each(Look look) {
    for (int a = 0; a < kAngles; ++a)
      for (int d = kBand - kSteps / 2; d < kSteps / 2 - kBand; ++d) {
        if (!row(a, d)) continue;
        Line l{a, d, 0};
        for (int k = d - kBand; k <= d + kBand; ++k) l.inked |= row(a, k);
        look(l);
      }
  }

 private:
  std::uint64_t& row(int angle, int d) { return m_inked[static_cast<std::size_t>(angle)][static_cast<std::size_t>(d + kSteps / 2)]; }
  std::array<std::array<std::uint64_t, kSteps>, kAngles> m_inked{};
};

/// Degrees between two directions, 0 … 90.
double between(int a, int b) {
  const int apart = std::abs(a - b);
  return std::min(apart, kAngles - apart) * kDegrees;
}

double tilt(int angle) { return std::min(between(angle, 0), between(angle, kAngles / 2)); }

/// The line that most of the ink lies within `reach` of.
Line throughMost(const std::vector<Spot>& ink, double reach) {
  Line best;
  int most = 0;
  const int half = static_cast<int>(reach);
  for (int a = 0; a < kAngles; ++a) {
    std::array<int, kSteps> at{};
    const auto [c, s] = cosSin(a);
    for (const auto& p : ink) ++at[index(p.x * c + p.y * s)];
    int within = 0;
    for (int d = -half; d < kSteps + half; ++d) {  // the newest of the band's columns
      if (d < kSteps && d >= 0) within += at[static_cast<std::size_t>(d)];
      if (const int gone = d - 2 * half - 1; gone >= 0) within -= at[static_cast<std::size_t>(gone)];
      if (within > most) most = within, best = {a, d - half - kSteps / 2, 0};
    }
  }
  return best;
}

/// Steps of `of` that have ink on the shorter of its two arms beyond `other`.
int shorterArm(const std::vector<Spot>& ink, const Line& of, const Line& other, double reach) {
  std::uint64_t here = 0, there = 0;
  for (const auto& p : ink) {
    const double side = off(p, other);
    if (std::abs(off(p, of)) <= reach && std::abs(side) > reach) (side > 0 ? here : there) |= stepAt(along(p, of.angle).t);
  }
  return std::min(std::popcount(here), std::popcount(there));
}

}  // namespace

TwoStrokes twoStrokes(const Gray& ink, const Window& w) {
  TwoStrokes found;
  const double width = w.x1 - w.x0, height = w.y1 - w.y0, step = std::max(1.0, std::hypot(width, height) / (kSteps - 2));
  std::vector<Spot> all;
  for (int y = w.y0; y < w.y1; ++y)
    for (int x = w.x0; x < w.x1; ++x)
      if (ink.at(x, y)) all.push_back({(x - w.x0 + 0.5 - width / 2) / step, (y - w.y0 + 0.5 - height / 2) / step});
  if (all.empty()) return found;
  Lines lines(all);
  Line first;
  lines.each([&](const Line& l) {
    if (std::popcount(l.inked) > std::popcount(first.inked)) first = l;
  });
  const double count = static_cast<double>(all.size()), mm = step / kPxPerMm;
  const double reach = std::min(kWidestHalf, count / std::max(1, std::popcount(first.inked)) / 2) + kBend;
  std::vector<Spot> left;
  std::copy_if(all.begin(), all.end(), std::back_inserter(left), [&](const Spot& p) { return std::abs(off(p, first)) > reach; });
  const Line second = throughMost(left, reach);
  const auto beyond =
      static_cast<std::size_t>(std::count_if(left.begin(), left.end(), [&](const Spot& p) { return std::abs(off(p, second)) > reach; }));
  found.beyond = static_cast<double>(beyond) / count;
  found.second = static_cast<double>(left.size() - beyond) / count;
  if (left.size() == beyond) return found;
  double away = 0, middle = 0;
  for (const auto& p : left)
    if (std::abs(off(p, second)) <= reach) away += std::abs(off(p, first));
  for (const auto& p : all) middle += p.y;
  found.awayMm = away / static_cast<double>(left.size() - beyond) * mm;
  found.degrees = between(first.angle, second.angle);
  found.tilt = std::min(tilt(first.angle), tilt(second.angle));
  found.armMm = std::min(shorterArm(all, first, second, reach), shorterArm(all, second, first, reach)) * mm;
  const auto [c1, s1] = cosSin(first.angle);
  const auto [c2, s2] = cosSin(second.angle);
  const double turn = c1 * s2 - s1 * c2;
  if (first.angle == second.angle) return found;
  const Spot meet{(first.d * s2 - second.d * s1) / turn, (second.d * c1 - first.d * c2) / turn};
  found.meetMm = (meet.y - middle / count) * mm;
  found.offCentre = std::max(std::abs(meet.x) * 2 * step / width, std::abs(meet.y) * 2 * step / height);
  return found;
}

}  // namespace kp::marks
