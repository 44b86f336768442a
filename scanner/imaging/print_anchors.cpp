// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/print_anchors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <utility>

namespace kp {
namespace {

/// Size of an anchor, mm: a word or two, a corner of the table; and of the net over the page of which each mesh gives at most one.
constexpr double kAnchorWidth = 14, kAnchorHeight = 6;
constexpr int kMeshesAcross = 4, kMeshesDown = 7;
/// Resolution at which they are chosen, px/mm.
constexpr double kChoosePxPerMm = 4;
/// Print that a piece must have in either direction: mean squared slope, of 255² a pixel; a single rule has it in one direction only.
constexpr float kLeastSlope = 60;
/// A piece slides when, moved so far along one direction, this share of its print lies on print again: a rule running through it, whose rough edges on a scanned blank pass for slopes in
/// the other direction, would be found anywhere along itself. Words moved by a millimetre keep half.
constexpr int kSlidePx = 8, kStillPrint = 96;
constexpr double kSlides = 0.7;
/// So many places of a mesh are tried.
constexpr int kMostTries = 6;
/// Nothing within this of the paper's edge: scanners cut it off, mm.
constexpr double kMargin = 6;
/// Contrast (as AlignedPatch) and share of the print seen from which a piece counts as found.
constexpr double kFoundContrast = 0.16, kFoundShown = 0.60;
/// At least so many of its spots would be seen were the sheet whole; and a place darker than this all over is no paper.
constexpr double kEmptyShown = 0.10;
constexpr int kNoPaper = 90;
/// An anchor's darkness counts as print from this share of the scan's print on.
constexpr double kShownFrom = 0.45;
/// The anchors used must reach over this share of what all of them span.
constexpr double kSpan = 0.6;

Point middleOf(const RectMm& r) { return {r.x + r.w / 2, r.y + r.h / 2}; }

struct Found {
  std::size_t anchor;
  PointPair pair;
};

/// Looks for the anchors; those found as pairs of points.
std::vector<Found> look(const PageView& view, const Affine& map, const std::vector<PrintPatch>& anchors, double reachMm,
                        PrintPlacement& out) {
  std::vector<Found> found;
  out.visible = out.empty = 0;
  for (std::size_t i = 0; i < anchors.size(); ++i) {
    const PrintPatch& anchor = anchors[i];
    if (!view.contains(map, anchor.area)) continue;
    ++out.visible;
    const AlignedPatch patch = alignPatch(view, map, anchor, static_cast<int>(std::lround(reachMm * kPxPerMm)));
    const double shown = printShown(patch, anchor);
    if (patch.contrast >= kFoundContrast && shown >= kFoundShown) {
      const Point at = middleOf(anchor.area);
      found.push_back({i, {at, map({at.x + patch.shiftX / kPxPerMm, at.y + patch.shiftY / kPxPerMm})}});
    } else if (patch.paper < kNoPaper || (patch.contrast < kFoundContrast / 2 && shown < kEmptyShown)) {
      ++out.empty;
    }
  }
  return found;
}

/// True when the piece looks the same moved along itself.
bool slides(const PrintPatch& piece) {
  for (const auto& [dx, dy] : {std::pair{kSlidePx, 0}, {-kSlidePx, 0}, {0, kSlidePx}, {0, -kSlidePx}}) {
    int seen = 0, again = 0;
    for (const auto& s : piece.print) {
      const int x = s.x + dx, y = s.y + dy;
      if (x < 0 || y < 0 || x >= piece.width || y >= piece.height) continue;
      ++seen, again += piece.printed.at(x, y) >= kStillPrint;
    }
    if (seen == 0 || again >= kSlides * seen) return true;
  }
  return false;
}

struct Extent {
  double width = 0, height = 0;
};
Extent extentOf(const std::vector<Point>& points) {
  if (points.empty()) return {};
  double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
  for (const Point p : points)
    left = std::min(left, p.x), right = std::max(right, p.x), top = std::min(top, p.y), bottom = std::max(bottom, p.y);
  return {right - left, bottom - top};
}

/// Fits, dropping the worst while it lies more than `mostMm` off.
bool settle(std::vector<Found>& found, double mostMm, bool affine, Registration& reg) {
  while (static_cast<int>(found.size()) >= kLeastAnchors) {
    std::vector<PointPair> pairs;
    for (const auto& f : found) pairs.push_back(f.pair);
    auto map = affine ? fitAffine(pairs) : fitSimilarity(pairs);
    if (!map) return false;
    reg.toView = *map, reg.worstMm = 0;
    std::size_t worst = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
      const Point p = (*map)(found[i].pair.from);
      const double off = std::hypot(p.x - found[i].pair.to.x, p.y - found[i].pair.to.y) / map->scale();
      if (off >= reg.worstMm) reg.worstMm = off, worst = i;
    }
    reg.used = static_cast<int>(found.size());
    if (reg.worstMm <= mostMm) return true;
    found.erase(found.begin() + static_cast<std::ptrdiff_t>(worst));
  }
  return false;
}

/// True when the map keeps shapes as paper does: neither mirrored nor stretched beyond what copiers do.
bool plausible(const Affine& m) {
  const double x = std::hypot(m.a, m.d), y = std::hypot(m.b, m.e), shear = (m.a * m.b + m.d * m.e) / (x * y);
  return m.determinant() > 0 && std::abs(x / y - 1) < 0.04 && std::abs(shear) < 0.03;
}

}  // namespace

std::vector<PrintPatch> makeAnchors(const Raster& reference, double widthMm, double heightMm) {
  const cv::Mat page(reference.height, reference.width, CV_8UC1, const_cast<std::uint8_t*>(reference.data));
  cv::Mat low, dx, dy;
  cv::resize(page, low, {static_cast<int>(widthMm * kChoosePxPerMm), static_cast<int>(heightMm * kChoosePxPerMm)}, 0, 0, cv::INTER_AREA);
  cv::Sobel(low, dx, CV_32F, 1, 0, 3, 1.0 / 8), cv::Sobel(low, dy, CV_32F, 0, 1, 3, 1.0 / 8);
  const cv::Size window(static_cast<int>(kAnchorWidth * kChoosePxPerMm) | 1, static_cast<int>(kAnchorHeight * kChoosePxPerMm) | 1);
  cv::boxFilter(dx.mul(dx), dx, CV_32F, window), cv::boxFilter(dy.mul(dy), dy, CV_32F, window);
  const cv::Mat strength = cv::min(dx, dy);
  std::vector<PrintPatch> anchors;
  const double left = kMargin + kAnchorWidth / 2, top = kMargin + kAnchorHeight / 2;
  for (int v = 0; v < kMeshesDown; ++v)
    for (int u = 0; u < kMeshesAcross; ++u) {
      const double w = (widthMm - 2 * left) / kMeshesAcross, h = (heightMm - 2 * top) / kMeshesDown;
      const cv::Rect mesh(static_cast<int>((left + u * w) * kChoosePxPerMm), static_cast<int>((top + v * h) * kChoosePxPerMm),
                          static_cast<int>(w * kChoosePxPerMm), static_cast<int>(h * kChoosePxPerMm));
      cv::Mat part = strength(mesh).clone();
      for (int tries = 0; tries < kMostTries; ++tries) {
        double most = 0;
        cv::Point at;
        cv::minMaxLoc(part, nullptr, &most, nullptr, &at);
        if (most < kLeastSlope) break;
        const double x = (mesh.x + at.x + 0.5) / kChoosePxPerMm, y = (mesh.y + at.y + 0.5) / kChoosePxPerMm;
        PrintPatch piece = makePrintPatch(reference, {x - kAnchorWidth / 2, y - kAnchorHeight / 2, kAnchorWidth, kAnchorHeight});
        if (!slides(piece)) {
          anchors.push_back(std::move(piece));
          break;
        }
        const cv::Rect round(at.x - window.width / 2, at.y - window.height / 2, window.width, window.height);
        part(round & cv::Rect(0, 0, part.cols, part.rows)) = 0.0F;
      }
    }
  return anchors;
}

double printShown(const AlignedPatch& patch, const PrintPatch& print) {
  if (print.print.empty()) return 0;
  const double least = kShownFrom * 255 * patch.gain;
  const auto shown =
      std::count_if(print.print.begin(), print.print.end(), [&](const PrintPatch::Spot& s) { return patch.dark.at(s.x, s.y) >= least; });
  return static_cast<double>(shown) / static_cast<double>(print.print.size());
}

PrintPlacement placeByPrint(const PageView& view, const Affine& guess, const std::vector<PrintPatch>& anchors, double widthMm,
                            double heightMm) {
  PrintPlacement out;
  Registration& reg = out.registration;
  reg.toView = guess;
  auto found = look(view, guess, anchors, kCoarseReachMm, out);
  // A page lies off the guess by a smooth shift; an anchor found wrongly jumps.
  if (!settle(found, 1.5, static_cast<int>(found.size()) >= 2 * kLeastAnchors, reg) || !plausible(reg.toView)) return out;
  found = look(view, reg.toView, anchors, kFineReachMm, out);
  if (!settle(found, kOutlierMm, true, reg) || !plausible(reg.toView)) return out;
  std::vector<Point> all, used;
  for (const auto& a : anchors) all.push_back(middleOf(a.area));
  for (const auto& f : found) used.push_back(f.pair.from);
  const Extent whole = extentOf(all), part = extentOf(used);
  reg.placed = 2 * reg.used >= out.visible && part.width >= kSpan * std::min(whole.width, widthMm) &&
               part.height >= kSpan * std::min(whole.height, heightMm);
  return out;
}

}  // namespace kp
