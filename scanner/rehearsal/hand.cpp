// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/rehearsal/hand.h"

#include <algorithm>
#include <cmath>

namespace kp::rehearsal {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kStepMm = 0.18;  // finer than a pixel pair at 300 dpi, so that curves stay curves

double distance(PointMm a, PointMm b) { return std::hypot(a.x - b.x, a.y - b.y); }

PointMm spline(PointMm p0, PointMm p1, PointMm p2, PointMm p3, double t) {
  const auto f = [t](double a, double b, double c, double d) {
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
  };
  return {f(p0.x, p1.x, p2.x, p3.x), f(p0.y, p1.y, p2.y, p3.y)};
}

std::vector<PointMm> smooth(const std::vector<PointMm>& points) {
  std::vector<PointMm> path{points.front()};
  for (std::size_t k = 0; k + 1 < points.size(); ++k) {
    const PointMm before = points[k > 0 ? k - 1 : 0], after = points[std::min(k + 2, points.size() - 1)];
    const int steps = std::max(2, static_cast<int>(distance(points[k], points[k + 1]) / kStepMm));
    for (int s = 1; s <= steps; ++s) path.push_back(spline(before, points[k], points[k + 1], after, static_cast<double>(s) / steps));
  }
  return path;
}

/// Physiological tremor is a narrow band around one frequency; three neighbouring waves give its swelling and fading.
struct Tremor {
  double amplitude, k[3], phase[3];
  Tremor(const Hand& hand, Rng& rng) : amplitude(hand.tremorMm * rng.uniform(0.6, 1.3)) {
    for (int i = 0; i < 3; ++i) k[i] = 2 * kPi / (hand.tremorWaveMm * rng.uniform(0.7, 1.6)), phase[i] = rng.uniform(0, 2 * kPi);
  }
  double at(double s) const {
    return amplitude * (0.5 * std::sin(k[0] * s + phase[0]) + 0.35 * std::sin(k[1] * s + phase[1]) + 0.25 * std::sin(k[2] * s + phase[2]));
  }
};

void addHook(Stroke& stroke, Rng& rng) {
  if (stroke.size() < 6) return;
  const Nib end = stroke.back(), before = stroke[stroke.size() - 5];
  double angle = std::atan2(end.y - before.y, end.x - before.x);
  const double turn = rng.uniform(1.2, 2.8) * (rng.chance(0.7) ? -1 : 1), length = rng.uniform(0.5, 2.2);
  const int steps = std::max(3, static_cast<int>(length / kStepMm));
  Nib at = end;
  for (int k = 0; k < steps; ++k) {
    angle += turn / steps;
    at.x += std::cos(angle) * length / steps, at.y += std::sin(angle) * length / steps;
    at.force = end.force * (1.0 - 0.8 * (k + 1) / steps);
    stroke.push_back(at);
  }
}

}  // namespace

Hand pickHand(Rng& rng, Profile profile) {
  Hand h;
  if (profile == Profile::Clean) {
    h.slope = rng.normal(0, 0.006), h.bow = rng.normal(0, 0.004), h.tremorMm = 0.05, h.overshootMm = rng.uniform(0.2, 1.5);
    h.scatter = 0.4, h.height = rng.uniform(0.52, 0.62), h.force = 1;
    return h;
  }
  const bool harsh = profile == Profile::Harsh, old = rng.chance(0.15);
  h.slope = rng.normal(0, harsh ? 0.028 : 0.016);
  h.bow = rng.normal(0, harsh ? 0.014 : 0.008);
  h.tremorMm = old ? rng.uniform(0.2, 0.45) : rng.uniform(0.03, 0.16);
  h.tremorWaveMm = old ? rng.uniform(2.5, 6) : rng.uniform(5, 18);
  h.force = std::clamp(rng.normal(1, 0.16), 0.7, 1.4);
  h.overshootMm = rng.chance(0.1) ? rng.uniform(5, 14) : rng.normal(1.2, 1.5);
  h.scatter = rng.uniform(0.5, harsh ? 1.8 : 1.3);
  h.hook = rng.chance(0.4) ? rng.uniform(0.1, 0.8) : 0;
  h.height = std::clamp(rng.normal(0.56, 0.05), 0.44, 0.66);
  static const std::vector<double> strikes = {52, 8, 8, 2, 5, 7, 3, 4, 4, 5};
  h.strike = static_cast<StrikeHabit>(rng.weighted(strikes));
  static const std::vector<double> boxes = {62, 12, 5, 12, 6, 3};
  h.box = static_cast<BoxHabit>(rng.weighted(boxes));
  return h;
}

Stroke moveThrough(const std::vector<PointMm>& points, const Hand& hand, Rng& rng) {
  if (points.size() < 2) return {};
  const std::vector<PointMm> path = smooth(points);
  const Tremor across(hand, rng), along(hand, rng);
  const double rise = rng.uniform(0.4, 2.0), fall = rng.uniform(0.8, 4.0), wave = rng.uniform(8, 30), phase = rng.uniform(0, 2 * kPi);
  double total = 0;
  for (std::size_t k = 1; k < path.size(); ++k) total += distance(path[k - 1], path[k]);
  Stroke stroke;
  stroke.reserve(path.size() + 16);
  double s = 0;
  for (std::size_t k = 0; k < path.size(); ++k) {
    if (k > 0) s += distance(path[k - 1], path[k]);
    const PointMm a = path[k > 1 ? k - 2 : 0], b = path[std::min(k + 2, path.size() - 1)];
    const double length = std::max(1e-6, distance(a, b)), nx = -(b.y - a.y) / length, ny = (b.x - a.x) / length;
    const double calm = std::min(1.0, std::min(s, total - s) / 1.5 + 0.3), off = across.at(s) * calm;
    double force = hand.force * (1 + 0.12 * std::sin(2 * kPi * s / wave + phase) + 0.4 * along.at(s) * calm);
    force *= std::min(1.0, 0.55 + 0.45 * s / rise) * std::min(1.0, 0.45 + 0.55 * (total - s) / fall);
    stroke.push_back({path[k].x + nx * off, path[k].y + ny * off, std::clamp(force, 0.25, 1.5)});
  }
  if (rng.chance(hand.hook)) addHook(stroke, rng);
  return stroke;
}

Stroke lineBetween(PointMm a, PointMm b, const Hand& hand, Rng& rng) {
  const double dx = b.x - a.x, dy = b.y - a.y, bow = hand.bow * rng.uniform(0.5, 1.5) + rng.normal(0, 0.002), skew = rng.normal(0, 0.004);
  const auto at = [&](double t) {
    return PointMm{a.x + dx * t - dy * (bow * 4 * t * (1 - t) + skew * std::sin(2 * kPi * t)),
                   a.y + dy * t + dx * (bow * 4 * t * (1 - t) + skew * std::sin(2 * kPi * t))};
  };
  return moveThrough({a, at(0.2), at(0.4), at(0.6), at(0.8), b}, hand, rng);
}

Stroke zigzag(double x0, double x1, double yTop, double yBottom, int turns, const Hand& hand, Rng& rng) {
  std::vector<PointMm> points;
  const double h = yBottom - yTop;
  for (int k = 0; k <= turns; ++k)
    points.push_back({x0 + (x1 - x0) * k / turns + rng.normal(0, 0.25), (k & 1 ? yBottom : yTop) + rng.uniform(-0.12, 0.12) * h});
  return moveThrough(points, hand, rng);
}

Stroke coil(double x0, double x1, double y, double radiusMm, double pitchMm, const Hand& hand, Rng& rng) {
  std::vector<PointMm> points;
  const double turns = std::max(2.0, std::abs(x1 - x0) / pitchMm), start = rng.uniform(0, 2 * kPi);
  const int steps = static_cast<int>(turns * 8);
  for (int k = 0; k <= steps; ++k) {
    const double t = static_cast<double>(k) / steps, a = start + 2 * kPi * turns * t, r = radiusMm * rng.uniform(0.85, 1.15);
    points.push_back({x0 + (x1 - x0) * t + r * 0.8 * std::cos(a), y + r * std::sin(a)});
  }
  return moveThrough(points, hand, rng);
}

Stroke ring(const RectMm& around, const Hand& hand, Rng& rng) {
  std::vector<PointMm> points;
  const double cx = around.x + around.w / 2, cy = around.y + around.h / 2, start = rng.uniform(0, 2 * kPi),
               sweep = 2 * kPi + rng.uniform(-0.1, 0.7);
  const double drift = rng.uniform(-0.06, 0.06);
  for (int k = 0; k <= 24; ++k) {
    const double t = k / 24.0, a = start + sweep * t, grow = 1 + drift * t;
    // a superellipse: people draw round a long name like a rounded box, not like an ellipse
    const double c = std::cos(a), s = std::sin(a), e = 0.75;
    points.push_back({cx + grow * around.w / 2 * std::copysign(std::pow(std::abs(c), e), c),
                      cy + grow * around.h / 2 * std::copysign(std::pow(std::abs(s), e), s)});
  }
  return moveThrough(points, hand, rng);
}

Stroke dot(PointMm at, double radiusMm, Rng& rng) {
  Stroke s;
  const int steps = 14;
  for (int k = 0; k <= steps; ++k) {
    const double a = k * 1.3 + rng.uniform(0, 0.8), r = radiusMm * rng.uniform(0.2, 0.9);
    s.push_back({at.x + r * std::cos(a), at.y + r * std::sin(a), 1.2});
  }
  return s;
}

std::vector<Stroke> writing(PointMm from, double widthMm, double xHeightMm, const Hand& hand, Rng& rng) {
  std::vector<Stroke> out;
  double x = from.x;
  while (x < from.x + widthMm) {
    const int letters = rng.integer(2, 6);
    std::vector<PointMm> word;
    double y = from.y + rng.normal(0, 0.2) + (x - from.x) * hand.slope;
    for (int k = 0; k < letters && x < from.x + widthMm; ++k) {
      const double w = xHeightMm * rng.uniform(0.6, 1.1), up = rng.chance(0.2) ? 2.0 : 1.0, down = rng.chance(0.12) ? 1.9 : 0.1;
      word.push_back({x, y - xHeightMm * rng.uniform(0, 0.3)});
      word.push_back({x + 0.45 * w, y - xHeightMm * up * rng.uniform(0.85, 1.1)});
      word.push_back({x + 0.35 * w, y - xHeightMm * 0.4});
      word.push_back({x + 0.55 * w, y + xHeightMm * down * 0.5});
      x += w;
      if (rng.chance(0.3)) out.push_back(moveThrough({{x - w, y - xHeightMm * 1.5}, {x - w * 0.5, y - xHeightMm * 1.7}}, hand, rng));
    }
    out.push_back(moveThrough(word, hand, rng));
    x += xHeightMm * rng.uniform(0.7, 1.3);
  }
  return out;
}

std::vector<Stroke> signature(PointMm centre, double widthMm, const Hand& hand, Rng& rng) {
  std::vector<PointMm> points;
  const int n = rng.integer(7, 12);
  for (int k = 0; k < n; ++k)
    points.push_back({centre.x + widthMm * (static_cast<double>(k) / (n - 1) - 0.5) + rng.normal(0, widthMm * 0.07),
                      centre.y + ((k & 1) ? 1 : -1) * widthMm * rng.uniform(0.04, 0.22) * (1.2 - static_cast<double>(k) / n)});
  std::vector<Stroke> out{moveThrough(points, hand, rng)};
  out.push_back(lineBetween({centre.x - widthMm * 0.45, centre.y + widthMm * 0.16},
                            {centre.x + widthMm * 0.55, centre.y + widthMm * rng.uniform(0.02, 0.12)}, hand, rng));
  return out;
}

}  // namespace kp::rehearsal
