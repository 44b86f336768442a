// SPDX-License-Identifier: GPL-3.0-or-later
// Half of the time of reading was spent here. OpenCV's warpAffine takes three times as long for small pieces: it first writes a table of coordinates.
// Positions are 16.16 fixed point, so that every machine reads the same.
#include "scanner/imaging/resample.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <opencv2/core/hal/intrin.hpp>
#include <vector>

#include "scanner/imaging/page_view.h"

namespace kp {
namespace {

constexpr int kFraction = 16;  // bits after the point
constexpr int kOne = 1 << kFraction;

int fixed(double v) { return static_cast<int>(std::lround(v * kOne)); }

/// White outside.
int at(const ScanRows& s, int x, int y) { return x < 0 || y < 0 || x >= s.width || y >= s.height ? 255 : s.px[y * s.stride + x]; }

/// Rounded to 1/65536, a step is off by less than this over a row, px.
constexpr double kRounding = 0.02;

/// The part of a row in which from + t·step stays within 0 … last, pixels first … end.
void within(double from, double step, double last, int& first, int& end) {
  from -= kRounding, last -= 2 * kRounding;
  if (std::abs(step) < 1e-9) {
    if (from < 0 || from > last) end = first;
    return;
  }
  const double t0 = step > 0 ? -from / step : (last - from) / step, t1 = step > 0 ? (last - from) / step : -from / step;
  first = std::clamp(static_cast<int>(std::ceil(std::clamp(t0, -1e6, 1e6))), first, end);
  end = std::clamp(static_cast<int>(std::floor(std::clamp(t1, -1e6, 1e6))) + 1, first, end);
}

int blend(int p00, int p01, int p10, int p11, int fx, int fy) {
  const int upper = (p00 << 8) + (p01 - p00) * fx, lower = (p10 << 8) + (p11 - p10) * fx;
  return ((upper << 8) + (lower - upper) * fy + 32768) >> 16;
}

int bilinear(const ScanRows& s, int x, int y) {
  const int ix = x >> kFraction, iy = y >> kFraction, fx = (x >> (kFraction - 8)) & 255, fy = (y >> (kFraction - 8)) & 255;
  return blend(at(s, ix, iy), at(s, ix + 1, iy), at(s, ix, iy + 1), at(s, ix + 1, iy + 1), fx, fy);
}

/// One row of a piece: where it starts and how it goes on, in fixed point, and which of its pixels lie wholly on the scan.
struct Row {
  int x, y, dx, dy;
  int from, to;
};

Row rowOf(const ScanRows& s, const PieceMap& m, int v, int width) {
  const double x0 = m.xv * v + m.x, y0 = m.yv * v + m.y;
  Row row{fixed(x0), fixed(y0), fixed(m.xu), fixed(m.yu), 0, width};
  within(x0, m.xu, s.width - 1, row.from, row.to);
  within(y0, m.yu, s.height - 1, row.from, row.to);
  return row;
}

/// Calls run(u, end, line) for the stretches of from … to that lie on one line of the scan; `y` is the position at `from`.
template <typename Run>
void alongLines(int from, int to, int y, int dy, Run run) {
  for (int u = from; u < to;) {
    const int line = y >> kFraction;
    int steps = to - u;
    if (dy > 0) steps = std::min(steps, (((line + 1) << kFraction) - y + dy - 1) / dy);
    if (dy < 0) steps = std::min(steps, (y - (line << kFraction)) / -dy + 1);
    run(u, u + steps, line);
    u += steps;
    y += steps * dy;
  }
}

/// Pixels side by side on two lines, as two bytes each: what one pixel of the piece is blended from.
struct Pairs {
  std::vector<std::uint16_t> upper, lower;
};

void gather(const ScanRows& s, const Row& row, Pairs& pairs) {
  std::uint16_t *upper = pairs.upper.data(), *lower = pairs.lower.data();
  const std::ptrdiff_t stride = s.stride;
  int x = row.x + row.from * row.dx;
  const int dx = row.dx;
  alongLines(row.from, row.to, row.y + row.from * row.dy, row.dy, [&](int u, int end, int line) {
    const std::uint8_t* const px = s.px + line * stride;
    for (; u < end; ++u, x += dx) {
      const std::uint8_t* p = px + (x >> kFraction);
      std::memcpy(upper + u, p, 2);
      std::memcpy(lower + u, p + stride, 2);
    }
  });
}

/// Fractions of the eight pixels after a position, in 1/65536; going on wraps round as fractions do.
cv::v_uint16x8 fractions(int from, int step) {
  std::uint16_t f[8];
  for (int i = 0; i < 8; ++i) f[i] = static_cast<std::uint16_t>(from + i * step);
  return cv::v_load(f);
}

/// blend() for a row, eight pixels at a time and the same to the last bit.
void blendRow(const Row& row, const Pairs& pairs, std::uint8_t* out) {
  using namespace cv;
  const v_uint16x8 low = v_setall_u16(255), half = v_setall_u16(0x8000), whole = v_setall_u16(256);
  const v_int32x4 back = v_setall_s32((32768 << 8) + 32768);
  v_uint16x8 x = fractions(row.x + row.from * row.dx, row.dx), y = fractions(row.y + row.from * row.dy, row.dy);
  const v_uint16x8 dx = v_setall_u16(static_cast<std::uint16_t>(8 * row.dx)), dy = v_setall_u16(static_cast<std::uint16_t>(8 * row.dy));
  // Up to seven pixels beyond the end are computed too; the buffers have room for them and they are not copied.
  for (int u = row.from; u < row.to; u += 8) {
    const v_uint16x8 a = v_load(pairs.upper.data() + u), b = v_load(pairs.lower.data() + u), fx = x >> 8, fy = y >> 8;
    const v_uint16x8 a0 = a & low, b0 = b & low;
    const v_uint16x8 upper = v_add_wrap(a0 << 8, v_mul_wrap(v_sub_wrap(a >> 8, a0), fx));
    const v_uint16x8 lower = v_add_wrap(b0 << 8, v_mul_wrap(v_sub_wrap(b >> 8, b0), fx));
    // Products of signed words: both lines less 32768, which the weights' sum of 256 puts back.
    v_uint16x8 first, second, weightFirst, weightSecond;
    v_zip(upper ^ half, lower ^ half, first, second);
    v_zip(v_sub_wrap(whole, fy), fy, weightFirst, weightSecond);
    const v_int32x4 sum0 = (v_dotprod(v_reinterpret_as_s16(first), v_reinterpret_as_s16(weightFirst)) + back) >> 16;
    const v_int32x4 sum1 = (v_dotprod(v_reinterpret_as_s16(second), v_reinterpret_as_s16(weightSecond)) + back) >> 16;
    v_pack_store(out + u, v_reinterpret_as_u16(v_pack(sum0, sum1)));
    x = v_add_wrap(x, dx), y = v_add_wrap(y, dy);
  }
}

}  // namespace

void cutLinear(const ScanRows& scan, const PieceMap& map, Gray& out) {
  const int width = out.width;
  const std::size_t room = static_cast<std::size_t>(width) + 8;
  Pairs pairs{std::vector<std::uint16_t>(room), std::vector<std::uint16_t>(room)};
  std::vector<std::uint8_t> blended(room);
  for (int v = 0; v < out.height; ++v) {
    std::uint8_t* to = out.px.data() + static_cast<std::size_t>(v) * width;
    const Row row = rowOf(scan, map, v, width);
    const auto edge = [&](int u) { to[u] = static_cast<std::uint8_t>(bilinear(scan, row.x + u * row.dx, row.y + u * row.dy)); };
    for (int u = 0; u < row.from; ++u) edge(u);
    if (row.to > row.from) {
      gather(scan, row, pairs);
      blendRow(row, pairs, blended.data());
      std::memcpy(to + row.from, blended.data() + row.from, static_cast<std::size_t>(row.to - row.from));
    }
    for (int u = std::max(row.from, row.to); u < width; ++u) edge(u);
  }
}

void cutNearest(const ScanRows& scan, const PieceMap& map, Gray& out) {
  const int width = out.width;
  for (int v = 0; v < out.height; ++v) {
    std::uint8_t* const to = out.px.data() + static_cast<std::size_t>(v) * width;
    Row row = rowOf(scan, map, v, width);
    row.x += kOne / 2, row.y += kOne / 2;
    const auto edge = [&](int u) {
      to[u] = static_cast<std::uint8_t>(at(scan, (row.x + u * row.dx) >> kFraction, (row.y + u * row.dy) >> kFraction));
    };
    for (int u = 0; u < row.from; ++u) edge(u);
    int x = row.x + row.from * row.dx;
    const int dx = row.dx;
    alongLines(row.from, row.to, row.y + row.from * row.dy, row.dy, [&](int u, int end, int line) {
      const std::uint8_t* const px = scan.px + line * scan.stride;
      for (; u < end; ++u, x += dx) to[u] = px[x >> kFraction];
    });
    for (int u = std::max(row.from, row.to); u < width; ++u) edge(u);
  }
}

}  // namespace kp
