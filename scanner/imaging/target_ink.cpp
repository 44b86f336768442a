// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/target_ink.h"

#include <algorithm>
#include <cmath>

namespace kp {
namespace {

constexpr int kBinPx = static_cast<int>(kInkBinMm * kPxPerMm);
/// Fewer pixels of ink in a bin are specks of paper and edges of letters, px.
constexpr unsigned kBinDust = 4;

struct Sums {
  std::vector<std::uint32_t> count, height, square;  // by column; plain arrays, so that the compiler adds them up in vectors
};

Sums sumColumns(const Gray& ink) {
  const std::size_t w = static_cast<std::size_t>(ink.width);
  Sums s{std::vector<std::uint32_t>(w), std::vector<std::uint32_t>(w), std::vector<std::uint32_t>(w)};
  for (int y = 0; y < ink.height; ++y) {
    const std::uint8_t* row = ink.px.data() + static_cast<std::size_t>(y) * w;
    const std::uint32_t h = static_cast<std::uint32_t>(y), hh = h * h;
    for (std::size_t x = 0; x < w; ++x) s.count[x] += row[x], s.height[x] += row[x] * h, s.square[x] += row[x] * hh;
  }
  return s;
}

std::uint8_t byteOf(double v) { return static_cast<std::uint8_t>(std::clamp(std::lround(v), 0L, 255L)); }

}  // namespace

TargetInk inkAlong(const Gray& ink, std::uint16_t target) {
  TargetInk found;
  found.target = target;
  const Sums s = sumColumns(ink);
  for (int x0 = 0; x0 < ink.width; x0 += kBinPx) {
    std::uint32_t count = 0, height = 0, square = 0;
    const int x1 = std::min(ink.width, x0 + kBinPx);
    for (int x = x0; x < x1; ++x) {
      const auto i = static_cast<std::size_t>(x);
      count += s.count[i], height += s.height[i], square += s.square[i];
    }
    InkBin bin;
    if (count >= kBinDust) {
      const double mean = static_cast<double>(height) / count;
      bin.middle = byteOf(2 * mean);
      bin.spread = byteOf(4 * std::sqrt(std::max(0.0, static_cast<double>(square) / count - mean * mean)));
      bin.amount = byteOf(count);
    }
    found.bins.push_back(bin);
  }
  return found;
}

}  // namespace kp
