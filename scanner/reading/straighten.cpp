// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/reading/straighten.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "scanner/code/qr.h"

namespace kp {
namespace {

/// Laid flat with so much of what is round the page, mm: the margins are looked at for folds.
constexpr double kRimMm = 6;
/// Squares are looked for this far from where the codes' corners put them, mm: eight corners known to half a pixel leave 1 mm across the diagonal.
constexpr double kSearchMm = 4;

Point centre(const RectMm& r) { return {r.x + r.w / 2, r.y + r.h / 2}; }

std::array<Point, 4> cornersOf(const RectMm& r) {
  return {Point{r.x, r.y}, Point{r.x + r.w, r.y}, Point{r.x + r.w, r.y + r.h}, Point{r.x, r.y + r.h}};
}

double worstMm(const Homography& map, const std::vector<PointPair>& pairs) {
  double worst = 0;
  for (const auto& p : pairs) {
    const Point q = map(p.from);
    worst = std::max(worst, std::hypot(q.x - p.to.x, q.y - p.to.y) / std::max(1e-6, map.scaleAt(p.from)));
  }
  return worst;
}

void addCorners(std::vector<PointPair>& pairs, const RectMm& printed, const QrFound& seen) {
  const auto corners = cornersOf(printed);
  for (std::size_t i = 0; i < 4; ++i) pairs.push_back({corners[i], {seen.corners[i].x - 0.5, seen.corners[i].y - 0.5}});
}

/// Which of the two codes seen is which of the printed ones: the way round that fits.
std::vector<PointPair> codeCorners(const PageView& view, const PageGeometry& geometry, const std::string& code) {
  auto seen = findAllQr(view.data(), view.width(), view.height(), view.stride());
  std::erase_if(seen, [&](const QrFound& f) { return f.text != code; });
  std::vector<PointPair> best;
  if (seen.size() != 2 || geometry.codes.size() != 2) return best;
  double least = 1e9;
  for (const std::size_t first : {0U, 1U}) {
    std::vector<PointPair> pairs;
    addCorners(pairs, geometry.codes[0], seen[first]);
    addCorners(pairs, geometry.codes[1], seen[1 - first]);
    const auto map = fitHomography(pairs);
    if (const double off = map ? worstMm(*map, pairs) : 1e9; off < least) least = off, best = pairs;
  }
  return best;
}

/// Page mm → view pixels through the codes' corners and every square found; nullopt when they disagree.
std::optional<Homography> place(const PageView& view, const PageGeometry& geometry, const std::string& code) {
  const auto corners = codeCorners(view, geometry, code);
  auto map = fitHomography(corners);
  if (!map) return std::nullopt;
  std::vector<PointPair> squares;
  for (const RectMm& printed : geometry.fiducials) {
    const auto found = findFiducial(view, (*map)(centre(printed)), printed.w, kSearchMm, map->scaleAt(centre(printed)));
    if (found.state == FiducialFinding::State::Found) squares.push_back({centre(printed), found.view});
  }
  if (static_cast<int>(squares.size()) < kFewestSquares) return std::nullopt;
  // A code's corners are whole pixels, its middle is not: the four of each count as one point.
  std::vector<PointPair> pairs = squares;
  for (std::size_t i = 0; i < corners.size(); i += 4) {
    Point from, to;
    for (std::size_t k = i; k < i + 4; ++k) {
      from.x += corners[k].from.x / 4, from.y += corners[k].from.y / 4;
      to.x += corners[k].to.x / 4, to.y += corners[k].to.y / 4;
    }
    pairs.push_back({from, to});
  }
  map = fitHomography(pairs);
  if (!map || worstMm(*map, pairs) > kFlatMm) return std::nullopt;
  return map;
}

/// The same map into another view of the same scan.
Homography between(const Homography& map, const PageView& from, const PageView& to, const PageGeometry& geometry) {
  std::vector<PointPair> pairs;
  for (const Point p : cornersOf({0, 0, geometry.widthMm, geometry.heightMm})) {
    const Point scan = from.toScan(map(p));
    pairs.push_back({p, {(scan.x + 0.5) * to.shrink() - 0.5, (scan.y + 0.5) * to.shrink() - 0.5}});
  }
  return fitHomography(pairs).value_or(map);
}

}  // namespace

bool looksBent(const Registration& reg) {
  return !reg.placed || reg.worstMm > kBentMm || std::any_of(reg.fiducials.begin(), reg.fiducials.end(), [](const FiducialFinding& f) {
    return f.state == FiducialFinding::State::Outlier;
  });
}

std::optional<Straightened> straighten(const Raster& scan, const PageView& view, const PageGeometry& geometry, const std::string& code) {
  const auto map = place(view, geometry, code);
  if (!map) return std::nullopt;
  // A page that fills a part of the photograph was shrunk too much for the view.
  const PageView sharp(scan, map->scaleAt({geometry.widthMm / 2, geometry.heightMm / 2}) / view.shrink());
  const RectMm area{-kRimMm, -kRimMm, geometry.widthMm + 2 * kRimMm, geometry.heightMm + 2 * kRimMm};
  const Raster flat = flatten(sharp, between(*map, view, sharp, geometry), area, kPxPerMm);
  const PageView whole(scan, 1);
  return Straightened{PageView(flat, kPxPerMm),
                      {kPxPerMm, 0, kRimMm * kPxPerMm - 0.5, 0, kPxPerMm, kRimMm * kPxPerMm - 0.5},
                      between(*map, view, whole, geometry)};
}

RectPx Straightened::onScan(const RectPx& flat) const {
  const auto page = [&](double x, double y) { return pageToScan({(x + 0.5) / kPxPerMm - kRimMm, (y + 0.5) / kPxPerMm - kRimMm}); };
  const std::array<Point, 4> corners{page(flat.x, flat.y), page(flat.x + flat.w, flat.y), page(flat.x + flat.w, flat.y + flat.h),
                                     page(flat.x, flat.y + flat.h)};
  double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
  for (const Point& p : corners) {
    left = std::min(left, p.x), right = std::max(right, p.x);
    top = std::min(top, p.y), bottom = std::max(bottom, p.y);
  }
  return {left, top, right - left, bottom - top};
}

}  // namespace kp
