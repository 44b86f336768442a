// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/rehearsal/feeder.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

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

/// Tone of lamp and sensor, by table.
void tone(cv::Mat& image, const Scanner& scanner) {
  cv::Mat1b table(1, 256);
  for (int v = 0; v < 256; ++v) table(0, v) = cv::saturate_cast<unsigned char>(toneOf(scanner, v));
  cv::LUT(image, table, image);
}

void streaks(cv::Mat& image, const Scanner& scanner, Rng& rng) {
  for (const Streak& s : scanner.streaks) {
    const int x = static_cast<int>(s.xShare * (image.cols - s.widthPx));
    const bool whole = rng.chance(0.75);
    const int from = whole ? 0 : rng.integer(0, image.rows / 2), to = whole ? image.rows : rng.integer(from + image.rows / 4, image.rows);
    cv::Mat strip = image(cv::Rect(x, from, s.widthPx, std::min(to, image.rows) - from));
    cv::Mat flat(strip.size(), strip.type(), cv::Scalar::all(s.level));
    cv::addWeighted(strip, 1 - s.cover, flat, s.cover, 0, strip);
  }
}

void noiseAndLamp(cv::Mat& image, const Scanner& scanner, Rng& rng) {
  const auto& table = noiseTable();
  const int n = image.cols * image.channels(), amplitude = static_cast<int>(std::lround(scanner.noise * 256 / 32));
  std::vector<int> lamp(static_cast<std::size_t>(n));
  for (int x = 0; x < n; ++x) {
    const double u = 2.0 * x / n - 1;
    lamp[static_cast<std::size_t>(x)] = static_cast<int>(256 * (1 - scanner.lampFall * u * u));
  }
  const std::size_t range = table.size() - static_cast<std::size_t>(std::min<int>(n, static_cast<int>(table.size()) - 1));
  for (int y = 0; y < image.rows; ++y) {
    unsigned char* row = image.ptr(y);
    const std::int16_t* noise = table.data() + rng.bits() % range;
    for (int x = 0; x < n; ++x) {
      const int v = (row[x] * lamp[static_cast<std::size_t>(x)] + noise[x] * amplitude + 128) >> 8;
      row[x] = static_cast<unsigned char>(v < 0 ? 0 : v > 255 ? 255 : v);
    }
  }
}

}  // namespace

cv::Mat scan(const Sheet& sheet, const std::vector<Target>& targets, const Scanner& scanner, Pass& pass, Rng& rng) {
  cv::Mat paper;
  if (pass.turn == 0)
    paper = sheet.image.clone();
  else
    cv::rotate(sheet.image, paper,
               pass.turn == 90    ? cv::ROTATE_90_CLOCKWISE
               : pass.turn == 180 ? cv::ROTATE_180
                                  : cv::ROTATE_90_COUNTERCLOCKWISE);
  if (scanner.edgeShadow) edgeShadow(paper, rng, sheet.pxPerMm);
  const int margin = static_cast<int>(scanner.marginMm * sheet.pxPerMm);
  const cv::Size size(paper.cols + 2 * margin, paper.rows + 2 * margin);
  const auto corners = targetCorners(sheet, targets, pass.turn);
  cv::Matx23d m = placement(pass, paper.size(), size, sheet.pxPerMm);
  const double keep = (kKeepMm + pass.wobbleMm) * sheet.pxPerMm;
  for (int k = 0; k < 24 && !allInside(corners, m, size, keep); ++k) {
    pass.rotation *= 0.8, pass.shiftX *= 0.8, pass.shiftY *= 0.8;
    m = placement(pass, paper.size(), size, sheet.pxPerMm);
  }
  cv::Mat out;
  cv::warpAffine(paper, out, cv::Mat(m), size, cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar::all(scanner.backing));
  wobble(out, pass, sheet.pxPerMm);
  optics(out, scanner, sheet.pxPerMm);
  tone(out, scanner);
  streaks(out, scanner, rng);
  noiseAndLamp(out, scanner, rng);
  return out;
}

}  // namespace kp::rehearsal
