// SPDX-License-Identifier: GPL-3.0-or-later
// Wear that changes the shape or the shading of the paper.
#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "scanner/rehearsal/pens.h"
#include "scanner/rehearsal/wear.h"

namespace kp::rehearsal {

void fold(Sheet& sheet, bool horizontal, double at, double strength, Rng& rng) {
  const double s = sheet.pxPerMm, slope = rng.normal(0, 0.006), ripple = rng.uniform(0, 0.15), phase = rng.uniform(0, 6.28);
  const auto salt = static_cast<std::uint32_t>(rng.bits());
  const double dark = -rng.uniform(18, 80) * strength, light = rng.uniform(0, 22) * strength, width = rng.uniform(0.15, 0.55),
               side = rng.chance(0.5) ? 1 : -1;
  const double slopeShade = rng.uniform(-7, 7) * strength, reach = rng.uniform(4, 14);
  const int length = horizontal ? sheet.image.cols : sheet.image.rows, across = horizontal ? sheet.image.rows : sheet.image.cols;
  // shaded on one side as far as the slope reaches, on the other only the crease itself
  const int halo = static_cast<int>(reach * s) + 2, near = static_cast<int>(3 * width * s) + 2;
  for (int u = 0; u < length; ++u) {
    const double mm = u / s, centre = (at + slope * mm + ripple * std::sin(mm / 13 + phase)) * s,
                 alive = 0.35 + 1.1 * cloud(mm, 0, 7, salt);
    const int from = std::max(0, static_cast<int>(centre) - (side < 0 ? halo : near)),
              to = std::min(across - 1, static_cast<int>(centre) + (side > 0 ? halo : near));
    for (int v = from; v <= to; ++v) {
      const double d = (v - centre) / s;
      const double e = d / width, l = (d - side * width * 1.8) / (width * 1.2);
      double delta = std::abs(e) < 3 ? dark * alive * std::exp(-e * e) : 0;
      if (std::abs(l) < 3) delta += light * alive * std::exp(-l * l);
      delta += slopeShade * std::max(0.0, 1 - std::abs(d) / reach) * (d * side > 0 ? 1 : 0);
      if (std::abs(delta) < 0.5) continue;
      const int x = horizontal ? u : v, y = horizontal ? v : u;
      shade(sheet.image, x, y, delta);
      // toner breaks off along the crease
      if (std::abs(e) < 0.8 && strength > 0.5 && tooth(x / s, y / s, salt) > 0.62) shade(sheet.image, x, y, 55 * strength);
    }
  }
}

void crumple(Sheet& sheet, double strength, Rng& rng) {
  Hand hand;
  hand.tremorMm = 0.25, hand.tremorWaveMm = 6;
  const int count = rng.integer(8, 26);
  for (int k = 0; k < count; ++k) {
    const PointMm a{rng.uniform(0, sheet.widthMm()), rng.uniform(0, sheet.heightMm())};
    const double angle = rng.uniform(0, 6.283), length = rng.uniform(10, 70);
    const PointMm b{a.x + std::cos(angle) * length, a.y + std::sin(angle) * length};
    const PointMm mid{(a.x + b.x) / 2 + rng.normal(0, length * 0.08), (a.y + b.y) / 2 + rng.normal(0, length * 0.08)};
    Stroke crease = moveThrough({a, mid, b}, hand, rng);
    const double delta = strength * rng.uniform(6, 34);
    shadeAlong(sheet, crease, rng.uniform(0.25, 0.8), -delta);
    for (Nib& n : crease) n.x += 0.35, n.y += 0.35;
    shadeAlong(sheet, crease, rng.uniform(0.3, 0.9), delta * 0.6);
  }
}

void showThrough(Sheet& sheet, double strength, bool mirrored) {
  cv::Mat small, back;
  cv::resize(sheet.image, small, {}, 0.5, 0.5, cv::INTER_AREA);
  if (mirrored)
    cv::flip(small, small, 1);
  else
    cv::flip(small, small, 0);  // lay folded on itself along the middle
  cv::blur(small, small, {3, 3});
  cv::resize(small, back, sheet.image.size(), 0, 0, cv::INTER_LINEAR);
  // v ← v − strength·(255 − back)
  cv::addWeighted(sheet.image, 1.0, back, strength, -255.0 * strength, sheet.image);
}

void staple(Sheet& sheet, double backing, Rng& rng) {
  const double x = rng.uniform(5, 12), y = rng.uniform(5, 12), angle = rng.uniform(-0.9, 0.2);
  Hand still;
  const PointMm a{x, y}, b{x + 11 * std::cos(angle), y + 11 * std::sin(angle)};
  shadeAlong(sheet, lineBetween(a, b, still, rng), 0.9, -rng.uniform(10, 40));
  for (const PointMm& p : {a, b}) {
    const cv::Point c(static_cast<int>(p.x * sheet.pxPerMm * 16), static_cast<int>(p.y * sheet.pxPerMm * 16));
    cv::circle(sheet.image, c, static_cast<int>(0.35 * sheet.pxPerMm * 16), cv::Scalar::all(std::min(backing, 90.0)), -1, cv::LINE_AA, 4);
  }
}

void punchHoles(Sheet& sheet, double backing, Rng& rng) {
  const double x = rng.uniform(9, 13), middle = sheet.heightMm() / 2 + rng.normal(0, 2);
  for (double y : {middle - 40, middle + 40}) {
    const cv::Point c(static_cast<int>(x * sheet.pxPerMm * 16), static_cast<int>(y * sheet.pxPerMm * 16));
    cv::circle(sheet.image, c, static_cast<int>(2.75 * sheet.pxPerMm * 16), cv::Scalar::all(backing), -1, cv::LINE_AA, 4);
    if (backing > 128)
      cv::circle(sheet.image, c, static_cast<int>(2.75 * sheet.pxPerMm * 16), cv::Scalar::all(backing - 40), 1, cv::LINE_AA, 4);
  }
}

void lostCorner(Sheet& sheet, const PageGeometry& geometry, int corner, bool folded, double backing, Rng& rng) {
  const double cx = corner == 1 || corner == 2 ? geometry.widthMm : 0, cy = corner >= 2 ? geometry.heightMm : 0;
  double legX = rng.uniform(6, 28), legY = rng.uniform(6, 28);
  const double dirX = cx > 0 ? -1 : 1, dirY = cy > 0 ? -1 : 1;
  const auto touches = [&] {  // a folded corner also covers its own mirror image, which may reach twice as far in as the shorter leg
    const double k = 2 * legX * legY / (legX * legX + legY * legY);
    const double w = std::max(legX, k * legY) + 1, h = std::max(legY, k * legX) + 1;
    const RectMm lost{cx > 0 ? cx - w : 0, cy > 0 ? cy - h : 0, w, h};
    return std::any_of(geometry.targets.begin(), geometry.targets.end(), [&](const Target& t) { return overlaps(lost, t.box); });
  };
  while (touches() && legX > 2) legX *= 0.8, legY *= 0.8;
  if (legX <= 2 || touches()) return;
  const auto p = [&](double x, double y) {
    return cv::Point(static_cast<int>(std::lround(x * sheet.pxPerMm)), static_cast<int>(std::lround(y * sheet.pxPerMm)));
  };
  const cv::Point c = p(cx, cy), a = p(cx + dirX * legX, cy), b = p(cx, cy + dirY * legY);
  std::vector<cv::Point> lost{c, a};
  for (int k = 1; k < 5; ++k) {  // a torn edge is ragged, a folded one straight
    const double t = k / 5.0, rag = folded ? 0 : rng.normal(0, 0.7);
    lost.push_back(p(cx + dirX * (legX * (1 - t) + rag), cy + dirY * (legY * t + rag)));
  }
  lost.push_back(b);
  if (folded) {
    // the corner's mirror image in the crease, blank side up
    const double nx = legY, ny = legX, n2 = nx * nx + ny * ny, k = 2 * legX * legY / n2;
    const std::vector<cv::Point> flap{a, p(cx + dirX * k * nx, cy + dirY * k * ny), b};
    cv::fillConvexPoly(sheet.image, flap, scalarOf(sheet.image, sheet.paper), cv::LINE_AA);
    cv::polylines(sheet.image, flap, true, cv::Scalar::all(rng.uniform(150, 215)), std::max(1, static_cast<int>(0.2 * sheet.pxPerMm)),
                  cv::LINE_AA);
  }
  cv::fillPoly(sheet.image, std::vector<std::vector<cv::Point>>{lost}, cv::Scalar::all(backing), cv::LINE_AA);
}

}  // namespace kp::rehearsal
