// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/rehearsal/pens.h"

#include <algorithm>
#include <cmath>

namespace kp::rehearsal {
namespace {

/// One point of the inked path in pixels.
struct Drop {
  double x, y, radius, density;
};

/// Bounding rectangle of the path in the image.
cv::Rect boundsOf(const std::vector<Drop>& path, const cv::Rect& area) {
  double x0 = 1e9, x1 = -1e9, y0 = 1e9, y1 = -1e9;
  for (const Drop& d : path) {
    x0 = std::min(x0, d.x - d.radius), x1 = std::max(x1, d.x + d.radius);
    y0 = std::min(y0, d.y - d.radius), y1 = std::max(y1, d.y + d.radius);
  }
  if (x1 < x0) return {};
  const cv::Rect r(cv::Point(static_cast<int>(std::floor(x0)) - 2, static_cast<int>(std::floor(y0)) - 2),
                   cv::Point(static_cast<int>(std::ceil(x1)) + 3, static_cast<int>(std::ceil(y1)) + 3));
  return r & area;
}

/// Coverage of a capsule between two drops, the greater of what is there and what comes; `edge` thins the middle.
void layInk(cv::Mat1f& mask, cv::Point origin, const Drop& a, const Drop& b, double edge) {
  const double reach = std::max(a.radius, b.radius) + 1;
  const int x0 = std::max(0, static_cast<int>(std::floor(std::min(a.x, b.x) - reach)) - origin.x),
            x1 = std::min(mask.cols - 1, static_cast<int>(std::ceil(std::max(a.x, b.x) + reach)) - origin.x);
  const int y0 = std::max(0, static_cast<int>(std::floor(std::min(a.y, b.y) - reach)) - origin.y),
            y1 = std::min(mask.rows - 1, static_cast<int>(std::ceil(std::max(a.y, b.y) + reach)) - origin.y);
  const double dx = b.x - a.x, dy = b.y - a.y, l2 = std::max(1e-9, dx * dx + dy * dy);
  const double widest = std::max(a.radius, b.radius) + 0.5, beyond = widest * widest;
  for (int y = y0; y <= y1; ++y) {
    float* row = mask[y];
    for (int x = x0; x <= x1; ++x) {
      const double px = x + origin.x + 0.5 - a.x, py = y + origin.y + 0.5 - a.y;
      const double t = std::clamp((px * dx + py * dy) / l2, 0.0, 1.0), ax = px - t * dx, ay = py - t * dy, d2 = ax * ax + ay * ay;
      if (d2 >= beyond) continue;  // most of a slanted capsule's rectangle
      const double d = std::sqrt(d2), r = a.radius + t * (b.radius - a.radius);
      const double inside = std::clamp(r - d + 0.5, 0.0, 1.0) * std::min(1.0, 2 * r);
      if (inside <= 0) continue;
      double v = inside * (a.density + t * (b.density - a.density));
      if (edge > 0 && r > 1) v *= 1 - edge * std::max(0.0, 1 - d / (0.7 * r));
      row[x] = std::max(row[x], static_cast<float>(v));
    }
  }
}

cv::Mat1f maskOf(const std::vector<Drop>& path, const cv::Rect& bounds, double edge) {
  cv::Mat1f mask = cv::Mat1f::zeros(bounds.size());
  for (std::size_t k = 1; k < path.size(); ++k)
    if (path[k].density > 0.01 || path[k - 1].density > 0.01) layInk(mask, bounds.tl(), path[k - 1], path[k], edge);
  return mask;
}

double nibWidth(const Pen& pen, const Nib& a, const Nib& b) {
  double w = pen.widthMm * (1 - pen.widthByForce + pen.widthByForce * a.force);
  if (pen.nibAngle >= 0) w *= 0.55 + 0.9 * std::abs(std::sin(std::atan2(b.y - a.y, b.x - a.x) - pen.nibAngle));
  return w;
}

std::vector<Drop> inkPath(const Sheet& sheet, const Stroke& stroke, const Pen& pen, Rng& rng) {
  std::vector<Drop> path;
  path.reserve(stroke.size());
  const double scale = std::hypot(sheet.toPx(0, 0), sheet.toPx(1, 0));
  const bool blot = rng.chance(pen.blob);
  const double blotMm = rng.uniform(0.1, 0.28), blotLength = rng.uniform(0.2, 0.6);
  double s = 0, skipUntil = -1, skipDensity = 0;
  for (std::size_t k = 0; k < stroke.size(); ++k) {
    const Nib& n = stroke[k];
    const double step = k ? std::hypot(n.x - stroke[k - 1].x, n.y - stroke[k - 1].y) : 0;
    s += step;
    if (s > skipUntil && rng.chance(std::min(0.5, pen.skipsPerMm * step)))
      skipUntil = s + pen.skipMm * rng.uniform(0.4, 1.6), skipDensity = rng.uniform(0, 0.35);
    double radius = nibWidth(pen, n, stroke[std::min(k + 1, stroke.size() - 1)]) / 2;
    if (blot && s < blotLength) radius += blotMm * (1 - s / blotLength);
    if (pen.wetEnds > 0 && (k == 0 || k + 1 == stroke.size())) radius += pen.wetEnds;
    double density = std::min(1.0, pen.cover * (1 - pen.coverByForce + pen.coverByForce * n.force));
    if (s <= skipUntil) density *= skipDensity;
    const cv::Point2d p = sheet.px({n.x, n.y});
    path.push_back({p.x, p.y, radius * scale, density});
  }
  return path;
}

Pen ballpoint(Rng& rng, Colour colour) {
  Pen p;
  p.colour = colour, p.widthMm = rng.uniform(0.30, 0.58), p.cover = rng.uniform(0.85, 0.98), p.grain = rng.uniform(0.08, 0.3);
  p.skipsPerMm = rng.chance(0.3) ? rng.uniform(0.005, 0.03) : 0.002, p.skipMm = rng.uniform(0.3, 0.9), p.blob = rng.uniform(0, 0.35);
  return p;
}

Colour blue(Rng& rng) { return {rng.uniform(25, 70), rng.uniform(40, 85), rng.uniform(120, 185)}; }
Colour black(Rng& rng) {
  const double v = rng.uniform(18, 60);
  return {v, v * rng.uniform(0.95, 1.05), v * rng.uniform(0.95, 1.2)};
}
Colour red(Rng& rng) { return {rng.uniform(180, 215), rng.uniform(35, 75), rng.uniform(45, 85)}; }

Pen anyPen(Rng& rng, bool harsh) {
  static const std::vector<double> office = {48, 18, 14, 5, 7, 5, 3}, rough = {34, 14, 12, 8, 10, 12, 10};
  switch (rng.weighted(harsh ? rough : office)) {
    case 0: {
      Pen p = ballpoint(rng, blue(rng));
      p.name = "blue-ballpoint";
      return p;
    }
    case 1: {
      Pen p = ballpoint(rng, black(rng));
      p.name = "black-ballpoint";
      return p;
    }
    case 2: {
      Pen p = ballpoint(rng, rng.chance(0.6) ? black(rng) : blue(rng));
      p.name = "gel", p.widthMm = rng.uniform(0.4, 0.7), p.cover = 0.98, p.grain = 0.03, p.skipsPerMm = 0, p.coverByForce = 0.1;
      return p;
    }
    case 3: {
      Pen p = ballpoint(rng, red(rng));
      p.name = "red-ballpoint";
      return p;
    }
    case 4: {
      Pen p = ballpoint(rng, rng.chance(0.5) ? blue(rng) : black(rng));
      p.name = "felt", p.widthMm = rng.uniform(0.7, 1.3), p.cover = rng.uniform(0.75, 0.95), p.wetEnds = rng.uniform(0, 0.2), p.edge = 0.15,
      p.skipsPerMm = 0, p.widthByForce = 0.15;
      return p;
    }
    case 5: return pencil(rng, harsh ? rng.uniform(110, 168) : rng.uniform(110, 150));
    default: {
      Pen p = ballpoint(rng, rng.chance(0.6) ? blue(rng) : black(rng));
      p.name = "worn", p.skipsPerMm = rng.uniform(0.03, 0.10), p.cover = rng.uniform(0.6, 0.85), p.grain = rng.uniform(0.3, 0.6);
      return p;
    }
  }
}

}  // namespace

Pen pencil(Rng& rng, double gray) {
  Pen p;
  const double lead = 62;
  p.name = "pencil", p.colour = {lead, lead, lead + 4}, p.widthMm = rng.uniform(0.38, 0.75), p.grain = rng.uniform(0.45, 0.8);
  p.cover = std::clamp((250 - gray) / (250 - lead), 0.1, 1.0), p.coverByForce = 0.5, p.widthByForce = 0.2;
  return p;
}

Pen pickPen(Rng& rng, Profile profile) {
  if (profile == Profile::Clean) {
    Pen p = ballpoint(rng, rng.chance(0.5) ? black(rng) : blue(rng));
    p.name = "ballpoint", p.widthMm = rng.uniform(0.45, 0.65), p.skipsPerMm = 0, p.grain = 0.05, p.cover = 0.97, p.blob = 0;
    return p;
  }
  Pen p = anyPen(rng, profile == Profile::Harsh);
  if (p.name == "gel" && rng.chance(0.3)) p.name = "fountain", p.nibAngle = rng.uniform(0.4, 1.1), p.edge = 0.3, p.wetEnds = 0.1;
  return p;
}

Pen otherColour(const Pen& first, Rng& rng) {
  const bool firstIsRed = first.colour.r > 150;
  Pen p = ballpoint(rng, firstIsRed ? blue(rng) : red(rng));
  p.name = firstIsRed ? "blue-ballpoint" : "red-ballpoint";
  return p;
}

Pen faint(Pen pen, double gray) {
  const double own = std::min(pen.colour.luma(), 150.0);
  pen.cover = std::clamp((250 - gray) / (250 - own), 0.02, 1.0), pen.coverByForce = 0.2, pen.blob = 0, pen.wetEnds = 0,
  pen.skipsPerMm = std::min(pen.skipsPerMm, 0.01);
  pen.widthMm = std::max(pen.widthMm, 0.45);
  return pen;
}

void write(Sheet& sheet, const std::vector<Stroke>& strokes, const Pen& pen, Rng& rng) {
  const auto salt = static_cast<std::uint32_t>(rng.bits());
  for (const Stroke& stroke : strokes) {
    if (stroke.size() < 2) continue;
    const std::vector<Drop> path = inkPath(sheet, stroke, pen, rng);
    const cv::Rect bounds = boundsOf(path, sheet.area());
    if (bounds.area() <= 0) continue;
    const cv::Mat1f mask = maskOf(path, bounds, pen.edge);
    for (int y = 0; y < mask.rows; ++y)
      for (int x = 0; x < mask.cols; ++x) {
        double a = mask(y, x);
        if (a <= 0.004) continue;
        if (pen.grain > 0)
          a *= std::clamp(1 + pen.grain * 2.4 * (tooth((x + bounds.x) / sheet.pxPerMm, (y + bounds.y) / sheet.pxPerMm, salt) - 0.5), 0.0,
                          1.6);
        stain(sheet.image, x + bounds.x, y + bounds.y, pen.colour, std::min(1.0, a));
      }
  }
}

void shadeAlong(Sheet& sheet, const Stroke& strokeMm, double widthMm, double delta) {
  std::vector<Drop> path;
  for (const Nib& n : strokeMm)
    path.push_back({n.x * sheet.pxPerMm, n.y * sheet.pxPerMm, std::max(0.5, widthMm / 2 * sheet.pxPerMm), std::min(1.0, n.force)});
  const cv::Rect bounds = boundsOf(path, sheet.area());
  if (bounds.area() <= 0 || path.size() < 2) return;
  const cv::Mat1f mask = maskOf(path, bounds, 0);
  for (int y = 0; y < mask.rows; ++y)
    for (int x = 0; x < mask.cols; ++x)
      if (mask(y, x) > 0.01f) shade(sheet.image, x + bounds.x, y + bounds.y, delta * mask(y, x));
}

}  // namespace kp::rehearsal
