// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/reading/find_code.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kp {
namespace {

/// A page turned by 5° and shifted by a few millimetres moves its codes by up to 14 mm from where an exact page has them.
constexpr double kLookRoundMm = 14;

/// Codes are looked for at this resolution or up to twice of it first, px/mm: their modules of half a millimetre have 3 px and more.
constexpr double kEnoughPxPerMm = 5.5;

/// The code's corners in its own order (upper left first, clockwise) on the printed page.
std::array<Point, 4> cornersOf(const RectMm& r) {
  return {Point{r.x, r.y}, Point{r.x + r.w, r.y}, Point{r.x + r.w, r.y + r.h}, Point{r.x, r.y + r.h}};
}

/// A code found in a part of the view that begins at `offsetX`, `offsetY` and was shrunk `by`.
FoundCode place(const QrFound& qr, double offsetX, double offsetY, int by, const PageView& view, const PageGeometry& geometry) {
  FoundCode code;
  code.text = qr.text;
  for (std::size_t i = 0; i < 4; ++i) code.corners[i] = {qr.corners[i].x * by + offsetX - 0.5, qr.corners[i].y * by + offsetY - 0.5};
  return placeOn(code, view, geometry);
}

/// A part of the view, px.
struct Part {
  int left, top, width, height;
};

/// The parts of the view in which an upright page, or one upside down, would have its codes.
std::vector<Part> codePlaces(const PageView& view, const PageGeometry& geometry) {
  const bool upright = (view.width() < view.height()) == (geometry.widthMm < geometry.heightMm);
  const std::array<int, 2> turns = upright ? std::array<int, 2>{0, 2} : std::array<int, 2>{1, 3};
  std::vector<Part> places;
  for (const RectMm& code : geometry.codes)
    for (const int turn : turns) {
      const Affine guess = fillingGuess(view, geometry, turn);
      const Point p = guess({code.x - kLookRoundMm, code.y - kLookRoundMm}),
                  q = guess({code.x + code.w + kLookRoundMm, code.y + code.h + kLookRoundMm});
      const int left = std::max(0, static_cast<int>(std::min(p.x, q.x))), top = std::max(0, static_cast<int>(std::min(p.y, q.y)));
      const int right = std::min(view.width(), static_cast<int>(std::max(p.x, q.x))),
                bottom = std::min(view.height(), static_cast<int>(std::max(p.y, q.y)));
      if (right > left && bottom > top) places.push_back({left, top, right - left, bottom - top});
    }
  return places;
}

std::optional<QrFound> findIn(const PageView& view, const Part& part, int by) {
  if (by == 1)
    return findQr(view.data() + static_cast<std::ptrdiff_t>(part.top) * view.stride() + part.left, part.width, part.height, view.stride(),
                  false);
  Gray coarse;
  coarse.resize(part.width / by, part.height / by);
  view.shrunk(part.left, part.top, by, coarse);
  return findQr(coarse.px.data(), coarse.width, coarse.height, coarse.width, false);
}

}  // namespace

/// Which of the page's codes was found is told by where the page would lie: the one that puts the page's centre nearest to the scan's.
FoundCode placeOn(const FoundCode& code, const PageView& view, const PageGeometry& geometry) {
  FoundCode best = code;
  double nearest = 1e18;
  Point middle;
  for (const Point& c : code.corners) middle.x += c.x / 4, middle.y += c.y / 4;
  for (const RectMm& printed : geometry.codes) {
    std::vector<PointPair> pairs;
    const auto corners = cornersOf(printed);
    for (std::size_t i = 0; i < 4; ++i) pairs.push_back({corners[i], code.corners[i]});
    const auto map = fitSimilarity(pairs);
    if (!map) continue;
    const Point centre = (*map)({geometry.widthMm / 2, geometry.heightMm / 2});
    const double off = std::hypot(centre.x - view.width() / 2.0, centre.y - view.height() / 2.0);
    if (off < nearest) {
      nearest = off;
      best.guess = *map;
      best.anchors = {{{printed.x + printed.w / 2, printed.y + printed.h / 2}, middle}};
    }
  }
  return best;
}

Affine fillingGuess(const PageView& view, const PageGeometry& g, int quarterTurns) {
  const bool lying = quarterTurns % 2 == 1;
  const double s = std::min(view.width() / (lying ? g.heightMm : g.widthMm), view.height() / (lying ? g.widthMm : g.heightMm));
  const std::array<std::array<double, 4>, 4> turn{{{s, 0, 0, s}, {0, -s, s, 0}, {-s, 0, 0, -s}, {0, s, -s, 0}}};
  const auto& t = turn[static_cast<std::size_t>(quarterTurns)];
  Affine m{t[0], t[1], 0, t[2], t[3], 0};
  const Point centre = m({g.widthMm / 2, g.heightMm / 2});
  m.c = view.width() / 2.0 - centre.x;
  m.f = view.height() / 2.0 - centre.y;
  return m;
}

std::optional<FoundCode> findCode(const PageView& view, const PageGeometry& geometry, bool everywhere,
                                  bool (*accept)(const std::string&, const void*), const void* context,
                                  std::vector<std::string>& strangers) {
  const double pxPerMm = fillingGuess(view, geometry, view.width() < view.height() ? 0 : 1).scale();
  // Finer than needed at first: a code costs by its pixels.
  for (int by = std::max(1, static_cast<int>(pxPerMm / kEnoughPxPerMm)); by > 0; by = by > 1 ? 1 : 0)
    for (const Part& part : codePlaces(view, geometry)) {
      const auto found = findIn(view, part, by);
      if (!found) continue;
      if (accept(found->text, context)) return place(*found, part.left, part.top, by, view, geometry);
      strangers.push_back(found->text);
    }
  if (!everywhere) return std::nullopt;
  for (const auto& found : findAllQr(view.data(), view.width(), view.height(), view.stride())) {
    if (accept(found.text, context)) return place(found, 0, 0, 1, view, geometry);
    strangers.push_back(found.text);
  }
  return std::nullopt;
}

}  // namespace kp
