// SPDX-License-Identifier: GPL-3.0-or-later
// Half of the time of reading was spent here. OpenCV's warpAffine takes three times as long for small pieces: it first writes a table of coordinates.
// Positions are 16.16 fixed point, so that every machine reads the same.
#include "scanner/imaging/resample.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <opencv2/core/hal/intrin.hpp>
#include <vector>

#ifdef __x86_64__
#include <tmmintrin.h>
#endif

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

/// The rows of one piece.
class Rows {
 public:
  Rows(const ScanRows& scan, const PieceMap& map, int width, int height)
      : m_scan(scan), m_map(map), m_dx(fixed(map.xu)), m_dy(fixed(map.yu)), m_width(width), m_inside(inside(height)) {}

  Row row(int v) const {
    const double x0 = m_map.xv * v + m_map.x, y0 = m_map.yv * v + m_map.y;
    Row row{fixed(x0), fixed(y0), m_dx, m_dy, 0, m_width};
    if (m_inside) return row;
    within(x0, m_map.xu, m_scan.width - 1, row.from, row.to);
    within(y0, m_map.yu, m_scan.height - 1, row.from, row.to);
    return row;
  }

  /// Reads one byte of each line of memory the piece lies on. The rows of a small piece lie apart, no processor guesses the next, and cutting waits for each in
  /// turn; nothing but loads, many are under way at once. Takes a tenth of the cutting and halves it where the page is larger than the cache (300 dpi).
  void touch(int height) const {
    constexpr std::ptrdiff_t kLineBytes = 64;
    const double right = m_map.xu * (m_width - 1), down = m_map.xv * (height - 1), rightY = m_map.yu * (m_width - 1),
                 downY = m_map.yv * (height - 1);
    const auto first = [](double at, double a, double b) { return static_cast<int>(at + std::min(a, 0.0) + std::min(b, 0.0)); };
    const auto last = [](double at, double a, double b) { return static_cast<int>(at + std::max(a, 0.0) + std::max(b, 0.0)) + 1; };
    const std::ptrdiff_t from = std::clamp(first(m_map.x, right, down), 0, m_scan.width - 1),
                         to = std::clamp(last(m_map.x, right, down), 0, m_scan.width - 1);
    const int top = std::clamp(first(m_map.y, rightY, downY), 0, m_scan.height - 1),
              bottom = std::clamp(last(m_map.y, rightY, downY), 0, m_scan.height - 1);
    for (int y = top; y <= bottom; ++y) {
      const volatile std::uint8_t* const line = m_scan.px + y * m_scan.stride;
      for (std::ptrdiff_t x = from; x < to; x += kLineBytes) static_cast<void>(line[x]);
      static_cast<void>(line[to]);
    }
  }

 private:
  /// Whether the whole piece lies on the scan, with a pixel to spare.
  bool inside(int height) const {
    bool all = true;
    for (const double u : {0.0, m_width - 1.0})
      for (const double v : {0.0, height - 1.0}) {
        const double x = m_map.x + u * m_map.xu + v * m_map.xv, y = m_map.y + u * m_map.yu + v * m_map.yv;
        all = all && x >= 1 && y >= 1 && x < m_scan.width - 2 && y < m_scan.height - 2;
      }
    return all;
  }

  const ScanRows& m_scan;
  const PieceMap& m_map;
  int m_dx, m_dy, m_width;
  bool m_inside;
};

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

/// The pixels u … end − 1 of a row, all on one line of the scan.
void gatherLine(const ScanRows& s, const Row& row, int line, int u, int end, Pairs& pairs) {
  const std::uint8_t* const px = s.px + line * s.stride;
  std::uint16_t *upper = pairs.upper.data(), *lower = pairs.lower.data();
  const std::ptrdiff_t stride = s.stride;
  const int dx = row.dx;
  for (int x = row.x + u * dx; u < end; ++u, x += dx) {
    const std::uint8_t* p = px + (x >> kFraction);
    std::memcpy(upper + u, p, 2);
    std::memcpy(lower + u, p + stride, 2);
  }
}

#ifdef __x86_64__
/// The same, eight pixels by one shuffle of sixteen bytes; for steps of up to two pixels. Every processor since 2008 has it, but the compiler is not told so.
__attribute__((target("ssse3"))) void gatherLineBySsse3(const ScanRows& s, const Row& row, int line, int u, int end, Pairs& pairs) {
  constexpr int kAtOnce = 8, kLoaded = 16;
  const std::uint8_t* const px = s.px + line * s.stride;
  std::uint16_t *const upper = pairs.upper.data(), *const lower = pairs.lower.data();
  const std::ptrdiff_t stride = s.stride;
  const int start = row.x, dx = row.dx;  // copies: for all the compiler knows the stores below change the originals
  // A whole load lies on the scan, also on the line below.
  const std::ptrdiff_t last = (s.height - 2 - line) * s.stride + s.width - kLoaded;
  const __m128i steps = _mm_setr_epi32(0, dx, 2 * dx, 3 * dx), four = _mm_set1_epi32(4 * dx);
  for (; u < end; u += kAtOnce) {
    const int x = start + u * dx, leftmost = std::min(x, x + (kAtOnce - 1) * dx) >> kFraction;
    if (leftmost < 0 || leftmost > last) {
      gatherLine(s, row, line, u, std::min(u + kAtOnce, end), pairs);
      continue;
    }
    const __m128i first = _mm_add_epi32(_mm_set1_epi32(x - (leftmost << kFraction)), steps), second = _mm_add_epi32(first, four);
    const __m128i offsets = _mm_packs_epi32(_mm_srli_epi32(first, kFraction), _mm_srli_epi32(second, kFraction));
    const __m128i pair = _mm_add_epi16(_mm_or_si128(offsets, _mm_slli_epi16(offsets, 8)), _mm_set1_epi16(256));  // offset, offset + 1
    const auto* const from = reinterpret_cast<const __m128i*>(px + leftmost);
    const auto* const below = reinterpret_cast<const __m128i*>(px + stride + leftmost);
    _mm_storeu_si128(reinterpret_cast<__m128i*>(upper + u), _mm_shuffle_epi8(_mm_loadu_si128(from), pair));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(lower + u), _mm_shuffle_epi8(_mm_loadu_si128(below), pair));
  }
}

/// The nearest pixels u … end − 1 of a row from the line `px` of the scan, which goes on for `room` bytes; for steps of up to kLongest pixels. Returns the first not done.
__attribute__((target("ssse3"))) int pickBySsse3(const std::uint8_t* px, std::ptrdiff_t room, const Row& row, int u, int end,
                                                 std::uint8_t* to) {
  constexpr int kAtOnce = 4, kLoaded = 16, kLongest = 4;
  if (std::abs(row.dx) > kLongest * kOne) return u;
  const __m128i steps = _mm_setr_epi32(0, row.dx, 2 * row.dx, 3 * row.dx);
  for (; u + kAtOnce <= end; u += kAtOnce) {
    const int x = row.x + u * row.dx, leftmost = std::min(x, x + (kAtOnce - 1) * row.dx) >> kFraction;
    if (leftmost + kLoaded > room) return u;
    const __m128i at = _mm_srli_epi32(_mm_add_epi32(_mm_set1_epi32(x - (leftmost << kFraction)), steps), kFraction);
    const __m128i words = _mm_packs_epi32(at, at), bytes = _mm_packus_epi16(words, words);
    const int four = _mm_cvtsi128_si32(_mm_shuffle_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(px + leftmost)), bytes));
    std::memcpy(to + u, &four, sizeof four);
  }
  return u;
}
#endif

bool hasShuffles() {
#ifdef __x86_64__
  static const bool has = __builtin_cpu_supports("ssse3") != 0;
  return has;
#else
  return false;
#endif
}

using GatherLine = void (*)(const ScanRows&, const Row&, int, int, int, Pairs&);

GatherLine gatherFor([[maybe_unused]] int dx) {
#ifdef __x86_64__
  if (hasShuffles() && std::abs(dx) <= 2 * kOne) return gatherLineBySsse3;
#endif
  return gatherLine;
}

/// Fractions of the eight pixels after a position, in 1/65536; going on wraps round as fractions do.
cv::v_uint16x8 fractions(int from, int step) {
  std::uint16_t f[8];
  for (int i = 0; i < 8; ++i) f[i] = static_cast<std::uint16_t>(from + i * step);
  return cv::v_load(f);
}

/// So many pixels are blended at a time.
constexpr int kBlended = 8;

/// blend() for a row, eight pixels at a time and the same to the last bit.
void blendRow(const Row& row, const Pairs& pairs, std::uint8_t* out) {
  using namespace cv;
  const v_uint16x8 low = v_setall_u16(255), half = v_setall_u16(0x8000), whole = v_setall_u16(256);
  const v_int32x4 back = v_setall_s32((32768 << 8) + 32768);
  v_uint16x8 x = fractions(row.x + row.from * row.dx, row.dx), y = fractions(row.y + row.from * row.dy, row.dy);
  const v_uint16x8 dx = v_setall_u16(static_cast<std::uint16_t>(8 * row.dx)), dy = v_setall_u16(static_cast<std::uint16_t>(8 * row.dy));
  // Up to seven pixels beyond the end are computed too; the buffers have room for them.
  for (int u = row.from; u < row.to; u += kBlended) {
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
  const GatherLine gather = gatherFor(fixed(map.xu));
  const Rows rows(scan, map, width, out.height);
  rows.touch(out.height);
  for (int v = 0; v < out.height; ++v) {
    std::uint8_t* to = out.px.data() + static_cast<std::size_t>(v) * width;
    const Row row = rows.row(v);
    const auto edge = [&](int u) { to[u] = static_cast<std::uint8_t>(bilinear(scan, row.x + u * row.dx, row.y + u * row.dy)); };
    for (int u = 0; u < row.from; ++u) edge(u);
    if (row.to > row.from) {
      alongLines(row.from, row.to, row.y + row.from * row.dy, row.dy,
                 [&](int u, int end, int line) { gather(scan, row, line, u, end, pairs); });
      // What blendRow() writes beyond a row's end is the next rows', and written again. The last ones have none.
      const bool last = (out.height - 1 - v) * width < kBlended || row.to < width;
      blendRow(row, pairs, last ? blended.data() : to);
      if (last) std::memcpy(to + row.from, blended.data() + row.from, static_cast<std::size_t>(row.to - row.from));
    }
    for (int u = std::max(row.from, row.to); u < width; ++u) edge(u);
  }
}

void cutNearest(const ScanRows& scan, const PieceMap& map, Gray& out) {
  const int width = out.width;
  const Rows rows(scan, map, width, out.height);
  rows.touch(out.height);
  for (int v = 0; v < out.height; ++v) {
    std::uint8_t* const to = out.px.data() + static_cast<std::size_t>(v) * width;
    Row row = rows.row(v);
    row.x += kOne / 2, row.y += kOne / 2;
    const auto edge = [&](int u) {
      to[u] = static_cast<std::uint8_t>(at(scan, (row.x + u * row.dx) >> kFraction, (row.y + u * row.dy) >> kFraction));
    };
    for (int u = 0; u < row.from; ++u) edge(u);
    const int dx = row.dx;
    alongLines(row.from, row.to, row.y + row.from * row.dy, row.dy, [&](int u, int end, int line) {
      const std::uint8_t* const px = scan.px + line * scan.stride;
#ifdef __x86_64__
      if (hasShuffles()) u = pickBySsse3(px, (scan.height - 1 - line) * scan.stride + scan.width, row, u, end, to);
#endif
      for (int x = row.x + u * dx; u < end; ++u, x += dx) to[u] = px[x >> kFraction];
    });
    for (int u = std::max(row.from, row.to); u < width; ++u) edge(u);
  }
}

}  // namespace kp
