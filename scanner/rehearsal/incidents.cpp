// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/rehearsal/incidents.h"

#include <algorithm>
#include <array>
#include <opencv2/imgproc.hpp>

namespace kp::rehearsal {
namespace {

/// QR code (29 modules, level L) of "https://example.org/ve-gui-xe?so=20417", a parking ticket of nobody; made with ZXing 1.4.
constexpr std::array<std::uint32_t, 29> kForeignCode = {
    0x1fc54e7f, 0x10542141, 0x1741715d, 0x175db85d, 0x1748475d, 0x105be841, 0x1fd5557f, 0x000e6300, 0x1f7a39aa, 0x17058371,
    0x1fd4e1b0, 0x1a9183aa, 0x077d7a0c, 0x0ab80ef1, 0x0dcb357c, 0x0f067392, 0x035a1c0c, 0x1c1dcff5, 0x17c8f014, 0x15919202,
    0x17d149f7, 0x001c1b1f, 0x1fd3375c, 0x10464713, 0x175239f4, 0x1759d7af, 0x1758f3fe, 0x1051917a, 0x1fd15ef4};

bool isFree(const PageGeometry& g, const RectMm& r) {
  const auto hits = [&](const RectMm& o) { return overlaps(r, o); };
  return r.x > 4 && r.y > 4 && r.x + r.w < g.widthMm - 4 && r.y + r.h < g.heightMm - 4 &&
         std::none_of(g.codes.begin(), g.codes.end(), hits) && std::none_of(g.fiducials.begin(), g.fiducials.end(), hits) &&
         std::none_of(g.targets.begin(), g.targets.end(), [&](const Target& t) { return hits(t.box); });
}

/// A free rectangle, from the foot of the page upwards; the page's middle top when it is full.
RectMm freePlace(const PageGeometry& g, double w, double h, Rng& rng) {
  double lowest = 0;
  for (const Target& t : g.targets) lowest = std::max(lowest, t.box.y + t.box.h);
  for (int k = 0; k < 200; ++k) {
    const double top = k < 100 ? lowest + 3 : 5;
    const RectMm r{rng.uniform(6, std::max(7.0, g.widthMm - w - 6)), rng.uniform(top, std::max(top + 1, g.heightMm - h - 6)), w, h};
    if (isFree(g, r)) return r;
  }
  return {(g.widthMm - w) / 2, 6, w, h};
}

}  // namespace

void writeExtra(Sheet& sheet, const PageGeometry& g, const Hand& hand, const Pen& pen, Rng& rng) {
  if (rng.chance(0.5)) {
    const RectMm r = freePlace(g, 42, 16, rng);
    write(sheet, signature({r.x + r.w / 2, r.y + r.h / 2}, 34, hand, rng), pen, rng);
    return;
  }
  const double width = rng.uniform(35, 70);
  const RectMm r = freePlace(g, width, 9, rng);
  write(sheet, writing({r.x, r.y + 7}, width - 4, rng.uniform(2.2, 3), hand, rng), pen, rng);
}

void blotCodes(Sheet& sheet, const PageGeometry& g, Rng& rng) {
  for (const RectMm& code : g.codes) {
    const auto salt = static_cast<std::uint32_t>(rng.bits());
    const double cx = code.x + code.w * rng.uniform(0.45, 0.55), cy = code.y + code.h * rng.uniform(0.45, 0.55),
                 reach = code.w * rng.uniform(0.62, 0.8);
    const cv::Rect area = sheet.pixels({cx - reach, cy - reach, 2 * reach, 2 * reach});
    const cv::Point2d c = sheet.px({cx, cy});
    for (int y = area.y; y < area.y + area.height; ++y)
      for (int x = area.x; x < area.x + area.width; ++x) {
        const double d = std::hypot(x - c.x, y - c.y) / sheet.pxPerMm,
                     edge = reach * (0.75 + 0.35 * cloud(x / sheet.pxPerMm, y / sheet.pxPerMm, 4, salt));
        if (d < edge) stain(sheet.image, x, y, {25, 25, 60}, std::min(1.0, (edge - d) * 2));
      }
  }
}

void foreignCodes(Sheet& sheet, const PageGeometry& g) {
  for (const RectMm& code : g.codes) {
    sheet.image(sheet.pixels(code, code.w * 0.06)).setTo(scalarOf(sheet.image, sheet.paper));
    const double module = code.w / 29;
    for (int row = 0; row < 29; ++row)
      for (int column = 0; column < 29; ++column) {
        if (!(kForeignCode[static_cast<std::size_t>(row)] >> (28 - column) & 1U)) continue;
        const cv::Point2d a = sheet.px({code.x + column * module, code.y + row * module}),
                          b = sheet.px({code.x + (column + 1) * module, code.y + (row + 1) * module});
        const cv::Rect r(cv::Point(static_cast<int>(std::lround(a.x)), static_cast<int>(std::lround(a.y))),
                         cv::Point(static_cast<int>(std::lround(b.x)), static_cast<int>(std::lround(b.y))));
        sheet.image(r & sheet.area()).setTo(cv::Scalar::all(15));
      }
  }
}

RectMm damage(Sheet& sheet, const PageGeometry& g, double backing, Rng& rng) {
  const double level = rng.chance(0.5) ? backing : 8;
  const bool top = rng.chance(0.25);
  double first = g.heightMm, last = 0;  // the tear goes through the list, else nothing would be lost
  for (const Target& t : g.targets) first = std::min(first, t.box.y), last = std::max(last, t.box.y + t.box.h);
  const double y = g.targets.empty() ? g.heightMm * 0.55 : first + (last - first) * rng.uniform(0.35, 0.65);
  std::vector<cv::Point> edge;
  double reach = y;
  for (int k = 0; k <= 16; ++k) {
    const double v = y + rng.normal(0, 2);
    reach = top ? std::max(reach, v) : std::min(reach, v);
    const cv::Point2d p = sheet.px({g.widthMm * k / 16, v});
    edge.emplace_back(k == 0 ? 0 : k == 16 ? sheet.image.cols : static_cast<int>(p.x), static_cast<int>(p.y));
  }
  edge.emplace_back(sheet.image.cols, top ? 0 : sheet.image.rows);
  edge.emplace_back(0, top ? 0 : sheet.image.rows);
  cv::fillPoly(sheet.image, std::vector<std::vector<cv::Point>>{edge}, cv::Scalar::all(level), cv::LINE_AA);
  return top ? RectMm{0, 0, g.widthMm, reach} : RectMm{0, reach, g.widthMm, g.heightMm - reach};
}

Sheet blankSheet(const Sheet& like) {
  Sheet s = like;
  s.image = cv::Mat(like.image.size(), like.image.type(), scalarOf(like.image, like.paper));
  return s;
}

Sheet otherPrint(const Sheet& like, Rng& rng) {
  Sheet s = blankSheet(like);
  const double mm = s.pxPerMm;
  static const std::vector<std::string> words = {"CHUONG", "TRINH", "lam", "viec", "cua",   "dai",   "hoi",   "buoi", "sang", "thao",
                                                 "luan",   "bao",   "cao", "nghi", "quyet", "08h00", "14h30", "giai", "lao"};
  for (double y = 25; y < s.heightMm() - 25; y += rng.chance(0.15) ? 14 : 7.5) {
    std::string line;
    const int count = rng.integer(3, 11);
    for (int k = 0; k < count; ++k) line += rng.pick(words) + " ";
    cv::putText(s.image, line, {static_cast<int>(25 * mm), static_cast<int>(y * mm)}, cv::FONT_HERSHEY_COMPLEX, 0.016 * mm * 7,
                cv::Scalar::all(25), std::max(1, static_cast<int>(mm / 6)), cv::LINE_AA);
  }
  return s;
}

Sheet doubleFed(const Sheet& upper, const Sheet& lower, double backing, Rng& rng) {
  const int shift = static_cast<int>(upper.image.rows * rng.uniform(0.25, 0.7));
  Sheet s = upper;
  s.image = cv::Mat(upper.image.rows + shift, upper.image.cols, upper.image.type(), cv::Scalar::all(backing));
  const cv::Rect under(0, shift, lower.image.cols, lower.image.rows);
  lower.image.copyTo(s.image(under & s.area()));
  upper.image.copyTo(s.image(upper.area()));
  const int edge = std::max(1, static_cast<int>(0.25 * s.pxPerMm));
  s.image.rowRange(upper.image.rows - edge, upper.image.rows).setTo(cv::Scalar::all(165));
  return s;
}

}  // namespace kp::rehearsal
