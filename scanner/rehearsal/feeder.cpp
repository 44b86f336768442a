// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/rehearsal/feeder.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "scanner/rehearsal/lay_sheet.h"

namespace kp::rehearsal {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kKeepMm = 0.8;  // a target stays this far inside the picture

/// Gaussian noise made once: 2^18 values of deviation 32, read from a different place in every row.
const std::vector<std::int16_t>& noiseTable() {
  static const std::vector<std::int16_t> table = [] {
    Rng rng(0x6e6f697365);
    std::vector<std::int16_t> t(1U << 18);
    for (auto& v : t) v = static_cast<std::int16_t>(std::lround(rng.normal(0, 32)));
    return t;
  }();
  return table;
}

cv::Matx23d placement(const Pass& pass, cv::Size from, cv::Size to, double pxPerMm) {
  const double a = pass.rotation * kPi / 180, c = std::cos(a), s = std::sin(a);
  cv::Matx23d m(pass.scaleX * c, -pass.scaleY * s + pass.shear, 0, pass.scaleX * s, pass.scaleY * c, 0);
  m(0, 2) = to.width / 2.0 + pass.shiftX * pxPerMm - m(0, 0) * from.width / 2.0 - m(0, 1) * from.height / 2.0;
  m(1, 2) = to.height / 2.0 + pass.shiftY * pxPerMm - m(1, 0) * from.width / 2.0 - m(1, 1) * from.height / 2.0;
  return m;
}

/// Corners of all targets in pixels of the turned sheet.
std::vector<cv::Point2d> targetCorners(const Sheet& sheet, const std::vector<Target>& targets, int turn) {
  std::vector<cv::Point2d> out;
  const double w = sheet.image.cols, h = sheet.image.rows;
  for (const Target& t : targets)
    for (const PointMm& mm : {PointMm{t.box.x, t.box.y}, PointMm{t.box.x + t.box.w, t.box.y}, PointMm{t.box.x, t.box.y + t.box.h},
                              PointMm{t.box.x + t.box.w, t.box.y + t.box.h}}) {
      const cv::Point2d p = sheet.px(mm);
      out.push_back(turn == 90    ? cv::Point2d(h - p.y, p.x)
                    : turn == 180 ? cv::Point2d(w - p.x, h - p.y)
                    : turn == 270 ? cv::Point2d(p.y, w - p.x)
                                  : p);
    }
  return out;
}

bool allInside(const std::vector<cv::Point2d>& points, const cv::Matx23d& m, cv::Size size, double keep) {
  return std::all_of(points.begin(), points.end(), [&](const cv::Point2d& p) {
    const double x = m(0, 0) * p.x + m(0, 1) * p.y + m(0, 2), y = m(1, 0) * p.x + m(1, 1) * p.y + m(1, 2);
    return x >= keep && y >= keep && x <= size.width - keep && y <= size.height - keep;
  });
}

/// The rollers do not turn evenly: rows are taken from a little before or after their place.
void wobble(cv::Mat& image, const Pass& pass, double pxPerMm) {
  if (pass.wobbleMm <= 0) return;
  const cv::Mat before = image.clone();
  for (int y = 0; y < image.rows; ++y) {
    const double from = y + pass.wobbleMm * pxPerMm * std::sin(2 * kPi * y / (pass.wobblePeriodMm * pxPerMm) + pass.wobblePhase);
    const int row = std::clamp(static_cast<int>(std::floor(from)), 0, image.rows - 1), next = std::min(row + 1, image.rows - 1);
    const double f = std::clamp(from - row, 0.0, 1.0);
    cv::addWeighted(before.row(row), 1 - f, before.row(next), f, 0, image.row(y));
  }
}

void edgeShadow(cv::Mat& image, Rng& rng, double pxPerMm) {
  const int t = std::max(1, static_cast<int>(rng.uniform(0.1, 0.35) * pxPerMm));
  const cv::Scalar gray = cv::Scalar::all(rng.uniform(140, 225));
  if (rng.chance(0.7)) image.rowRange(image.rows - t, image.rows).setTo(gray);
  if (rng.chance(0.4)) image.rowRange(0, t).setTo(gray);
  if (rng.chance(0.6)) image.colRange(0, t).setTo(gray);
  if (rng.chance(0.3)) image.colRange(image.cols - t, image.cols).setTo(gray);
}

void optics(cv::Mat& image, const Scanner& scanner, double pxPerMm) {
  const double sigma = scanner.blurMm * pxPerMm;
  if (sigma > 0.3) cv::GaussianBlur(image, image, {}, sigma);
  if (scanner.sharpen > 0) {
    cv::Mat soft;
    cv::GaussianBlur(image, soft, {}, std::max(0.8, 0.12 * pxPerMm));
    cv::addWeighted(image, 1 + scanner.sharpen, soft, -scanner.sharpen, 0, image);
  }
}

/// Dirt on the glass as one pass sees it: it may begin or end within the sheet.
struct Dirt {
  int x = 0, width = 0, from = 0, to = 0, cover = 0, level = 0;  ///< pixels, rows [from, to), cover of 256, gray
};

std::vector<Dirt> dirtOf(const cv::Mat& image, const Scanner& scanner, Rng& rng) {
  std::vector<Dirt> out;
  for (const Streak& s : scanner.streaks) {
    Dirt d{static_cast<int>(s.xShare * (image.cols - s.widthPx)),
           s.widthPx,
           0,
           image.rows,
           static_cast<int>(std::lround(s.cover * 256)),
           static_cast<int>(s.level)};
    if (!rng.chance(0.75)) d.from = rng.integer(0, image.rows / 2), d.to = rng.integer(d.from + image.rows / 4, image.rows);
    d.to = std::min(d.to, image.rows);
    out.push_back(d);
  }
  return out;
}

/// What the lamp gives each value of a row, of 256: less towards the ends.
std::vector<std::uint16_t> lampOf(int count, double fall) {
  std::vector<std::uint16_t> lamp(static_cast<std::size_t>(count));
  for (int x = 0; x < count; ++x) {
    const double u = 2.0 * x / count - 1;
    lamp[static_cast<std::size_t>(x)] = static_cast<std::uint16_t>(256 * (1 - fall * u * u));
  }
  return lamp;
}

/// row · lamp + noise · amplitude, in sixteenths of a gray so that all of it fits 16 bits and the compiler makes vector code of it:
/// 255 · 256 / 16 = 4080, and noise of 3.5 · 32 at the worst scanner's amplitude of 88 gives 9856.
void addNoise(unsigned char* row, const std::uint16_t* lamp, const std::int16_t* noise, std::int16_t amplitude, int count) {
  for (int x = 0; x < count; ++x) {
    const auto light = static_cast<std::int16_t>(static_cast<std::uint16_t>(row[x] * lamp[x]) >> 4);
    const auto grain = static_cast<std::int16_t>(static_cast<std::int16_t>(noise[x] * amplitude) >> 4);
    const auto v = static_cast<std::int16_t>(static_cast<std::int16_t>(light + grain + 8) >> 4);
    row[x] = static_cast<unsigned char>(std::clamp<std::int16_t>(v, 0, 255));
  }
}

/// Tone of lamp and sensor, dirt, light towards the edges and noise: all row by row, while the row is in the cache.
void sensor(cv::Mat& image, const Scanner& scanner, Rng& rng) {
  unsigned char tone[256];
  for (int v = 0; v < 256; ++v) tone[v] = cv::saturate_cast<unsigned char>(toneOf(scanner, v));
  const std::vector<Dirt> dirt = dirtOf(image, scanner, rng);
  const auto& table = noiseTable();
  const int channels = image.channels(), n = image.cols * channels;
  const auto amplitude = static_cast<std::int16_t>(std::min(255L, std::lround(scanner.noise * 256 / 32)));
  const std::vector<std::uint16_t> lamp = lampOf(n, scanner.lampFall);
  const std::size_t range = table.size() - static_cast<std::size_t>(std::min<int>(n, static_cast<int>(table.size()) - 1));
  for (int y = 0; y < image.rows; ++y) {
    unsigned char* row = image.ptr(y);
    for (int x = 0; x < n; ++x) row[x] = tone[row[x]];
    for (const Dirt& d : dirt)
      for (int x = d.x * channels; y >= d.from && y < d.to && x < (d.x + d.width) * channels; ++x)
        row[x] = static_cast<unsigned char>((row[x] * (256 - d.cover) + d.level * d.cover + 128) >> 8);
    addNoise(row, lamp.data(), table.data() + rng.bits() % range, amplitude, n);
  }
}

}  // namespace

cv::Mat scan(const Sheet& sheet, const std::vector<Target>& targets, const Scanner& scanner, Pass& pass, Rng& rng) {
  cv::Mat paper = sheet.image;
  if (pass.turn != 0)
    cv::rotate(sheet.image, paper,
               pass.turn == 90    ? cv::ROTATE_90_CLOCKWISE
               : pass.turn == 180 ? cv::ROTATE_180
                                  : cv::ROTATE_90_COUNTERCLOCKWISE);
  if (scanner.edgeShadow) {
    if (paper.data == sheet.image.data) paper = paper.clone();
    edgeShadow(paper, rng, sheet.pxPerMm);
  }
  const int margin = static_cast<int>(scanner.marginMm * sheet.pxPerMm);
  const cv::Size size(paper.cols + 2 * margin, paper.rows + 2 * margin);
  const auto corners = targetCorners(sheet, targets, pass.turn);
  cv::Matx23d m = placement(pass, paper.size(), size, sheet.pxPerMm);
  const double keep = (kKeepMm + pass.wobbleMm) * sheet.pxPerMm;
  for (int k = 0; k < 24 && !allInside(corners, m, size, keep); ++k) {
    pass.rotation *= 0.8, pass.shiftX *= 0.8, pass.shiftY *= 0.8;
    m = placement(pass, paper.size(), size, sheet.pxPerMm);
  }
  cv::Mat out = laySheet(paper, m, size, scanner.backing);
  wobble(out, pass, sheet.pxPerMm);
  optics(out, scanner, sheet.pxPerMm);
  sensor(out, scanner, rng);
  return out;
}

}  // namespace kp::rehearsal
