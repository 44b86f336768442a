// SPDX-License-Identifier: GPL-3.0-or-later
// Wear that adds something to the paper: seals, dirt, coffee, fingers.
#include <algorithm>
#include <cmath>
#include <map>
#include <opencv2/imgproc.hpp>

#include "scanner/rehearsal/wear.h"

namespace kp::rehearsal {
namespace {

cv::Rect around(const Sheet& sheet, PointMm c, double radiusMm) {
  const int r = static_cast<int>(radiusMm * sheet.pxPerMm) + 2;
  return cv::Rect(static_cast<int>(c.x * sheet.pxPerMm) - r, static_cast<int>(c.y * sheet.pxPerMm) - r, 2 * r + 1, 2 * r + 1) &
         sheet.area();
}

/// A capital or figure of a seal, white on black; drawn once.
const cv::Mat1b& letter(char which) {
  static thread_local std::map<char, cv::Mat1b> drawn;
  cv::Mat1b& tile = drawn[which];
  if (tile.empty()) {
    tile = cv::Mat1b::zeros(48, 48);
    cv::putText(tile, std::string(1, which), {10, 38}, cv::FONT_HERSHEY_DUPLEX, 1.2, cv::Scalar(255), 3, cv::LINE_AA);
  }
  return tile;
}

/// Letters along an arc, as a seal carries them; drawn upright and turned into place.
void lettersOnArc(cv::Mat1b& mask, cv::Point2d centre, double radius, double letterPx, const std::string& text, double from, double to) {
  const int n = static_cast<int>(text.size());
  for (int k = 0; k < n; ++k) {
    if (text[static_cast<std::size_t>(k)] == ' ') continue;
    const double a = from + (to - from) * (k + 0.5) / n;
    cv::Mat1b turned;
    cv::Mat m = cv::getRotationMatrix2D({24.0F, 24.0F}, -(a * 180 / 3.14159265 + 90), letterPx / 30.0);
    const cv::Point2d at(centre.x + radius * std::cos(a), centre.y + radius * std::sin(a));
    const int size = static_cast<int>(letterPx * 1.8) + 2;
    const cv::Rect spot(static_cast<int>(at.x) - size / 2, static_cast<int>(at.y) - size / 2, size, size);
    if ((spot & cv::Rect(0, 0, mask.cols, mask.rows)) != spot) continue;
    m.at<double>(0, 2) += size / 2.0 - 24, m.at<double>(1, 2) += size / 2.0 - 24;
    cv::warpAffine(letter(text[static_cast<std::size_t>(k)]), turned, m, {size, size}, cv::INTER_LINEAR);
    cv::Mat roi = mask(spot);
    cv::max(roi, cv::Mat(turned), roi);
  }
}

}  // namespace

void stampSeal(Sheet& sheet, PointMm centre, double strength, Rng& rng) {
  const double radius = rng.uniform(15, 19), s = sheet.pxPerMm;
  const int side = static_cast<int>(2 * radius * s) + 8;
  cv::Mat1b mask = cv::Mat1b::zeros(side, side);
  const cv::Point2d c(side / 2.0, side / 2.0);
  const auto fixed = [](double v) { return static_cast<int>(v * 16); };
  const cv::Point centre16(fixed(c.x), fixed(c.y));
  cv::circle(mask, centre16, fixed(radius * s), cv::Scalar(255), std::max(1, static_cast<int>(rng.uniform(0.6, 1.0) * s)), cv::LINE_AA, 4);
  cv::circle(mask, centre16, fixed((radius - 1.6) * s), cv::Scalar(255), std::max(1, static_cast<int>(0.25 * s)), cv::LINE_AA, 4);
  cv::circle(mask, centre16, fixed((radius - 6.2) * s), cv::Scalar(255), std::max(1, static_cast<int>(0.3 * s)), cv::LINE_AA, 4);
  const double turn = rng.normal(0, 0.25);
  lettersOnArc(mask, c, (radius - 3.9) * s, 2.9 * s, "BAN CHAP HANH DANG BO", 3.5 + turn, 5.95 + turn);
  lettersOnArc(mask, c, (radius - 3.9) * s, 2.6 * s, "DAI HOI LAN THU XVIII", 6.5 + turn, 9.1 + turn);
  std::vector<cv::Point> star;
  for (int k = 0; k < 10; ++k) {
    const double a = turn - 1.5708 + k * 0.628319, r = (k & 1 ? 2.2 : 5.6) * s;
    star.emplace_back(fixed(c.x + r * std::cos(a)), fixed(c.y + r * std::sin(a)));
  }
  cv::fillPoly(mask, std::vector<std::vector<cv::Point>>{star}, cv::Scalar(255), cv::LINE_AA, 4);

  const Colour ink = rng.chance(0.85) ? Colour{rng.uniform(190, 220), rng.uniform(25, 70), rng.uniform(45, 80)}
                                      : Colour{rng.uniform(95, 130), rng.uniform(50, 80), rng.uniform(150, 185)};
  const auto salt = static_cast<std::uint32_t>(rng.bits());
  const int x0 = static_cast<int>(centre.x * s) - side / 2, y0 = static_cast<int>(centre.y * s) - side / 2;
  for (int y = std::max(0, -y0); y < side && y + y0 < sheet.image.rows; ++y)
    for (int x = std::max(0, -x0); x < side && x + x0 < sheet.image.cols; ++x) {
      if (mask(y, x) == 0) continue;
      const double uneven = 0.45 + 0.75 * cloud(x / s, y / s, 9, salt) - 0.3 * tooth(x / s, y / s, salt);
      stain(sheet.image, x + x0, y + y0, ink, mask(y, x) / 255.0 * std::clamp(uneven * strength, 0.0, 1.0));
    }
}

void specks(Sheet& sheet, int count, Rng& rng) {
  for (int k = 0; k < count; ++k) {
    const cv::Point c(rng.integer(0, sheet.image.cols - 1) * 16 + rng.integer(0, 15),
                      rng.integer(0, sheet.image.rows - 1) * 16 + rng.integer(0, 15));
    const double r = rng.chance(0.9) ? rng.uniform(0.04, 0.22) : rng.uniform(0.22, 0.32);
    if (rng.chance(0.85))
      cv::circle(sheet.image, c, std::max(8, static_cast<int>(r * sheet.pxPerMm * 16)), cv::Scalar::all(rng.uniform(40, 200)), -1,
                 cv::LINE_AA, 4);
    else {  // a fibre or a hair
      const cv::Size axes(static_cast<int>(rng.uniform(0.8, 2.5) * sheet.pxPerMm), static_cast<int>(rng.uniform(0.4, 1.5) * sheet.pxPerMm));
      cv::ellipse(sheet.image, cv::Point(c.x / 16, c.y / 16), axes, rng.uniform(0, 360), 0, rng.uniform(40, 120),
                  cv::Scalar::all(rng.uniform(70, 170)), 1, cv::LINE_AA);
    }
  }
}

void coffeeRing(Sheet& sheet, PointMm centre, Rng& rng) {
  const double radius = rng.uniform(28, 42), width = rng.uniform(1.5, 4), strength = rng.uniform(0.12, 0.32);
  const Colour brown{150, 105, 60};
  const auto salt = static_cast<std::uint32_t>(rng.bits());
  const cv::Rect area = around(sheet, centre, radius + width);
  const double s = sheet.pxPerMm, from = rng.uniform(0, 6.28), gap = rng.uniform(0, 2.5);
  for (int y = area.y; y < area.y + area.height; ++y)
    for (int x = area.x; x < area.x + area.width; ++x) {
      const double dx = x / s - centre.x, dy = y / s - centre.y, d = std::sqrt(dx * dx + dy * dy) - radius;
      if (d < -width || d > 0.8) continue;
      double turn = std::atan2(dy, dx) - from;
      if (turn < 0) turn += 6.2832;
      if (turn < gap) continue;
      // dried coffee is darkest at its outer edge
      const double edge = d > -0.5 ? std::max(0.0, 1 - std::abs(d) / 0.8) : 0.35 * (1 + d / width);
      stain(sheet.image, x, y, brown, strength * edge * (0.5 + cloud(x / s, y / s, 6, salt)));
    }
}

void fingerprint(Sheet& sheet, PointMm centre, double strength, Rng& rng) {
  const double a = rng.uniform(6, 8), b = rng.uniform(9, 12), angle = rng.uniform(0, 3.14), ridge = rng.uniform(0.42, 0.55),
               s = sheet.pxPerMm;
  const auto salt = static_cast<std::uint32_t>(rng.bits());
  const Colour ink{40, 45, 80};
  const cv::Rect area = around(sheet, centre, b);
  for (int y = area.y; y < area.y + area.height; ++y)
    for (int x = area.x; x < area.x + area.width; ++x) {
      const double dx = x / s - centre.x, dy = y / s - centre.y;
      const double u = (dx * std::cos(angle) + dy * std::sin(angle)) / a, v = (dy * std::cos(angle) - dx * std::sin(angle)) / b;
      const double r = u * u + v * v;
      if (r >= 1) continue;
      const double arc = std::sqrt(u * u * a * a + (v + 0.3) * (v + 0.3) * b * b * 0.6) + 0.8 * cloud(x / s, y / s, 4, salt);
      const double lines = 0.5 + 0.5 * std::sin(arc / ridge * 6.2832);
      stain(sheet.image, x, y, ink, strength * lines * (1 - r) * (0.4 + 0.9 * cloud(x / s, y / s, 3, salt + 7)));
    }
}

}  // namespace kp::rehearsal
