// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/affine.h"

#include <cmath>

namespace kp {

double Affine::scale() const { return std::sqrt(std::abs(determinant())); }

Affine Affine::inverse() const {
  const double det = determinant();
  Affine r{e / det, -b / det, 0, -d / det, a / det, 0};
  r.c = -(r.a * c + r.b * f);
  r.f = -(r.d * c + r.e * f);
  return r;
}

namespace {

struct Means {
  Point from, to;
};

Means means(const std::vector<PointPair>& pairs) {
  Means m;
  for (const auto& p : pairs) {
    m.from.x += p.from.x, m.from.y += p.from.y;
    m.to.x += p.to.x, m.to.y += p.to.y;
  }
  const double n = static_cast<double>(pairs.size());
  m.from.x /= n, m.from.y /= n, m.to.x /= n, m.to.y /= n;
  return m;
}

}  // namespace

std::optional<Affine> fitSimilarity(const std::vector<PointPair>& pairs) {
  if (pairs.size() < 2) return std::nullopt;
  const Means m = means(pairs);
  double cosine = 0, sine = 0, norm = 0;
  for (const auto& p : pairs) {
    const double x = p.from.x - m.from.x, y = p.from.y - m.from.y, u = p.to.x - m.to.x, v = p.to.y - m.to.y;
    cosine += x * u + y * v;
    sine += x * v - y * u;
    norm += x * x + y * y;
  }
  if (norm < 1e-9) return std::nullopt;
  Affine r{cosine / norm, -sine / norm, 0, sine / norm, cosine / norm, 0};
  r.c = m.to.x - r.a * m.from.x - r.b * m.from.y;
  r.f = m.to.y - r.d * m.from.x - r.e * m.from.y;
  return r;
}

std::optional<Affine> fitAffine(const std::vector<PointPair>& pairs) {
  if (pairs.size() < 3) return std::nullopt;
  const Means m = means(pairs);
  double xx = 0, xy = 0, yy = 0, xu = 0, yu = 0, xv = 0, yv = 0;
  for (const auto& p : pairs) {
    const double x = p.from.x - m.from.x, y = p.from.y - m.from.y, u = p.to.x - m.to.x, v = p.to.y - m.to.y;
    xx += x * x, xy += x * y, yy += y * y;
    xu += x * u, yu += y * u, xv += x * v, yv += y * v;
  }
  const double det = xx * yy - xy * xy;
  if (det < 1e-6 * (xx + yy) * (xx + yy)) return std::nullopt;
  Affine r{(xu * yy - yu * xy) / det, (yu * xx - xu * xy) / det, 0, (xv * yy - yv * xy) / det, (yv * xx - xv * xy) / det, 0};
  r.c = m.to.x - r.a * m.from.x - r.b * m.from.y;
  r.f = m.to.y - r.d * m.from.x - r.e * m.from.y;
  return r;
}

}  // namespace kp
