// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <vector>

namespace kp {

struct Point {
  double x = 0, y = 0;
};

/// x' = a·x + b·y + c, y' = d·x + e·y + f. Maps page millimetres to scan pixels (pixel centres at whole numbers) unless said otherwise.
struct Affine {
  double a = 1, b = 0, c = 0, d = 0, e = 1, f = 0;
  Point operator()(Point p) const { return {a * p.x + b * p.y + c, d * p.x + e * p.y + f}; }
  /// Area factor with sign: negative where the map mirrors.
  double determinant() const { return a * e - b * d; }
  /// Mean length factor: pixels a millimetre.
  double scale() const;
  Affine inverse() const;
};

/// A point known in both systems.
struct PointPair {
  Point from, to;
};

/// Least squares similarity (turn, one scale, shift; no mirror) through two or more pairs; nullopt for fewer or coinciding points.
std::optional<Affine> fitSimilarity(const std::vector<PointPair>& pairs);
/// Least squares affine map through three or more pairs; nullopt when they lie on a line.
std::optional<Affine> fitAffine(const std::vector<PointPair>& pairs);

}  // namespace kp
