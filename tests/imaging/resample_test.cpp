// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/resample.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "scanner/imaging/page_view.h"

namespace kp {
namespace {

constexpr int kWidth = 230, kHeight = 190;

/// Noise softened a little: neighbours differ by some 60 grays.
std::vector<std::uint8_t> noise() {
  std::mt19937 random(1);
  std::vector<std::uint8_t> px(static_cast<std::size_t>(kWidth) * kHeight);
  int before = 128;
  for (auto& p : px) p = static_cast<std::uint8_t>(before = (3 * before + static_cast<int>(random() % 256)) / 4);
  return px;
}

double grayAt(const std::vector<std::uint8_t>& px, int x, int y) {
  return x < 0 || y < 0 || x >= kWidth || y >= kHeight ? 255 : px[static_cast<std::size_t>(y) * kWidth + static_cast<std::size_t>(x)];
}

/// Interpolated as the header says, one pixel at a time.
double plain(const std::vector<std::uint8_t>& px, double x, double y) {
  const int left = static_cast<int>(std::floor(x)), top = static_cast<int>(std::floor(y));
  const double fx = x - left, fy = y - top;
  return (grayAt(px, left, top) * (1 - fx) + grayAt(px, left + 1, top) * fx) * (1 - fy) +
         (grayAt(px, left, top + 1) * (1 - fx) + grayAt(px, left + 1, top + 1) * fx) * fy;
}

// Rows are blended eight pixels at a time, beyond their ends too, and straight into the piece: a row that spoils the next, the last that writes beyond the piece,
// or a piece half off the scan would show here. All turns, steps of half a pixel to two, odd widths.
TEST(Resample, EveryPixelOfAPieceIsWhatOneAloneWouldBe) {
  const auto px = noise();
  const ScanRows scan{px.data(), kWidth, kWidth, kHeight};
  for (const double step : {0.5, 0.98, 1.47, 1.9})
    for (const double degrees : {0.0, 0.4, -2.0, 5.0, 90.0, 178.5, 271.0})
      for (const int width : {1, 7, 8, 37, 50}) {
        const double angle = degrees * 3.14159265358979323846 / 180, c = std::cos(angle) * step, s = std::sin(angle) * step;
        for (const double x0 : {-9.3, 70.2, 199.6}) {
          const PieceMap map{c, -s, x0, s, c, 80.7};
          Gray piece;
          piece.resize(width, 33);
          piece.px.push_back(77);  // what lies beyond the piece is not the function's
          cutLinear(scan, map, piece);
          ASSERT_EQ(piece.px.back(), 77);
          for (int v = 0; v < piece.height; ++v)
            for (int u = 0; u < width; ++u) {
              const double x = map.x + u * map.xu + v * map.xv, y = map.y + u * map.yu + v * map.yv;
              // Eight bits of fraction: 1/256 of the largest step either way. At the scan's very edge a rounding tells paper from white.
              if (std::abs(x + 0.5 - kWidth / 2.0) > kWidth / 2.0 - 0.01 || std::abs(y + 0.5 - kHeight / 2.0) > kHeight / 2.0 - 0.01)
                continue;
              ASSERT_NEAR(piece.at(u, v), plain(px, x, y), 3) << step << " " << degrees << " " << width << " at " << u << "," << v;
            }
        }
      }
}

}  // namespace
}  // namespace kp
