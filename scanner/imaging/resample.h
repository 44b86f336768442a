// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>

namespace kp {

struct Gray;

/// A scan as rows of bytes.
struct ScanRows {
  const std::uint8_t* px;
  std::ptrdiff_t stride;
  int width, height;
};

/// Where pixel (u, v) of a piece lies on the scan: (x + u·xu + v·xv, y + u·yu + v·yv), pixel centres at whole numbers.
struct PieceMap {
  double xu, xv, x;
  double yu, yv, y;
};

/// Fills `out`, whose size says how much, by bilinear interpolation with eight bits of fraction. White outside the scan.
void cutLinear(const ScanRows& scan, const PieceMap& map, Gray& out);

/// The same by the nearest pixel.
void cutNearest(const ScanRows& scan, const PieceMap& map, Gray& out);

}  // namespace kp
