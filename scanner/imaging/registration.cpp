// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/registration.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <opencv2/imgproc.hpp>

namespace kp {
namespace {

/// Side of the square found on the scan to the printed one: copiers print at 94 … 103 %, toner and blur add or take an edge.
constexpr double kSmallestSide = 0.70, kLargestSide = 1.35;
/// A square turned by 5° still fills 85 % of its upright box.
constexpr double kLeastFill = 0.78;
/// Darkness of the square against the paper around it, of 255: a light photocopy leaves 90.
constexpr int kLeastContrast = 60;
/// Squares are looked for at this resolution or up to twice of it, px/mm: 3 mm are 16 px, and a centre is known to a tenth of one.
constexpr double kEnoughPxPerMm = 5.5;
/// Below this brightness everywhere there is no paper.
constexpr int kBackingBrightest = 90;

/// First search radius, and how much it grows with the distance from the nearest known point (the code's corners are known to half a pixel).
constexpr double kRadiusMm = 2.5, kRadiusGrowth = 0.022;
/// Weight of an anchor against a fiducial is one; the code's corners are whole pixels, so it is only used while fiducials are few.
constexpr std::size_t kAnchorsUntil = 4;
/// Four points that reach over this share of the page's width and height tell shear and unequal scales.
constexpr double kAffineSpan = 0.3;

Point centre(const RectMm& r) { return {r.x + r.w / 2, r.y + r.h / 2}; }
double distance(Point p, Point q) { return std::hypot(p.x - q.x, p.y - q.y); }

/// Darkness-weighted centre of the component, finer than a pixel.
Point weightedCentre(const cv::Mat& gray, const cv::Rect& box, int paper) {
  double sum = 0, sx = 0, sy = 0;
  const cv::Rect r = cv::Rect(box.x - 1, box.y - 1, box.width + 2, box.height + 2) & cv::Rect(0, 0, gray.cols, gray.rows);
  for (int y = r.y; y < r.br().y; ++y)
    for (int x = r.x; x < r.br().x; ++x) {
      const double dark = std::max(0, paper - gray.at<std::uint8_t>(y, x) - kLeastContrast / 2);
      sum += dark, sx += dark * x, sy += dark * y;
    }
  return sum > 0 ? Point{sx / sum, sy / sum} : Point{box.x + (box.width - 1) / 2.0, box.y + (box.height - 1) / 2.0};
}

std::vector<PointPair> pairsOf(const PageGeometry& geometry, const Registration& reg, const std::vector<PointPair>& anchors) {
  std::vector<PointPair> pairs;
  for (std::size_t i = 0; i < reg.fiducials.size(); ++i)
    if (reg.fiducials[i].state == FiducialFinding::State::Found) pairs.push_back({centre(geometry.fiducials[i]), reg.fiducials[i].view});
  if (pairs.size() < kAnchorsUntil) pairs.insert(pairs.end(), anchors.begin(), anchors.end());
  return pairs;
}

struct Span {
  double width = 0, height = 0;  // mm on the page
};

Span spanOf(const std::vector<PointPair>& pairs) {
  double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
  for (const auto& p : pairs) {
    left = std::min(left, p.from.x), right = std::max(right, p.from.x);
    top = std::min(top, p.from.y), bottom = std::max(bottom, p.from.y);
  }
  return {right - left, bottom - top};
}

/// Affine where the points span the page in both directions, else a similarity: along one edge an affine map would tilt the other.
std::optional<Affine> fit(const PageGeometry& geometry, const std::vector<PointPair>& pairs) {
  const Span span = spanOf(pairs);
  if (pairs.size() >= 4 && span.width >= kAffineSpan * geometry.widthMm && span.height >= kAffineSpan * geometry.heightMm)
    if (auto m = fitAffine(pairs)) return m;
  return fitSimilarity(pairs);
}

/// Drops the worst fiducial while it disagrees and the others still determine the map.
bool settle(const PageGeometry& geometry, const std::vector<PointPair>& anchors, Registration& reg) {
  for (;;) {
    const auto pairs = pairsOf(geometry, reg, anchors);
    const auto map = fit(geometry, pairs);
    if (!map) return false;
    reg.toView = *map;
    reg.used = 0, reg.worstMm = 0;
    int worst = -1;
    for (std::size_t i = 0; i < reg.fiducials.size(); ++i) {
      if (reg.fiducials[i].state != FiducialFinding::State::Found) continue;
      ++reg.used;
      const double off = distance(reg.toView(centre(geometry.fiducials[i])), reg.fiducials[i].view) / reg.toView.scale();
      if (off >= reg.worstMm) reg.worstMm = off, worst = static_cast<int>(i);
    }
    if (reg.used < kFewestFiducials) return false;
    if (reg.worstMm <= kOutlierMm) return true;
    reg.fiducials[static_cast<std::size_t>(worst)].state = FiducialFinding::State::Outlier;
  }
}

/// The used points must reach over most of the page in both directions, or the far end is guesswork.
bool spansPage(const PageGeometry& geometry, const Registration& reg, const std::vector<PointPair>& anchors) {
  const Span span = spanOf(pairsOf(geometry, reg, anchors));
  return span.width >= 0.7 * geometry.widthMm && span.height >= 0.35 * geometry.heightMm;
}

}  // namespace

FiducialFinding findFiducial(const PageView& view, Point expected, double sideMm, double radiusMm, double pxPerMm) {
  const double sidePx = sideMm * pxPerMm, reach = radiusMm * pxPerMm + sidePx * 0.7;
  const cv::Rect window = cv::Rect(cv::Point(static_cast<int>(expected.x - reach), static_cast<int>(expected.y - reach)),
                                   cv::Point(static_cast<int>(expected.x + reach) + 1, static_cast<int>(expected.y + reach) + 1)) &
                          cv::Rect(0, 0, view.width(), view.height());
  FiducialFinding finding;
  if (expected.x < sidePx * 0.4 || expected.y < sidePx * 0.4 || expected.x > view.width() - sidePx * 0.4 ||
      expected.y > view.height() - sidePx * 0.4 || window.width < sidePx || window.height < sidePx) {
    finding.state = FiducialFinding::State::OffScan;
    return finding;
  }
  const int by = std::max(1, static_cast<int>(pxPerMm / kEnoughPxPerMm));
  const double side = sidePx / by;
  Gray copy;
  copy.resize(window.width / by, window.height / by);
  view.shrunk(window.x, window.y, by, copy);
  const cv::Mat gray(copy.height, copy.width, CV_8UC1, copy.px.data());
  const int paper = brightLevel(copy, 0.25), darkest = brightLevel(copy, 0.985);
  if (paper < kBackingBrightest) return finding.state = FiducialFinding::State::Dark, finding;
  if (paper - darkest < kLeastContrast) return finding;

  // Opening by two thirds of the square takes away lines, letters and folds that touch it, and leaves the square.
  cv::Mat dark, labels, stats, centres;
  cv::threshold(gray, dark, (paper + darkest) / 2.0, 255, cv::THRESH_BINARY_INV);
  const int element = std::max(3, static_cast<int>(side * 0.55));
  cv::morphologyEx(dark, dark, cv::MORPH_OPEN, cv::Mat::ones(element, element, CV_8U));
  const int count = cv::connectedComponentsWithStats(dark, labels, stats, centres, 8, CV_32S);
  finding.state = count > 1 ? FiducialFinding::State::Covered : FiducialFinding::State::Empty;
  double nearest = radiusMm * pxPerMm;
  for (int i = 1; i < count; ++i) {
    const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP), stats.at<int>(i, cv::CC_STAT_WIDTH),
                       stats.at<int>(i, cv::CC_STAT_HEIGHT));
    const double w = box.width / side, h = box.height / side, fill = stats.at<int>(i, cv::CC_STAT_AREA) / static_cast<double>(box.area());
    if (w < kSmallestSide || w > kLargestSide || h < kSmallestSide || h > kLargestSide || fill < kLeastFill) continue;
    const Point c = weightedCentre(gray, box, paper);
    const Point p{window.x + (c.x + 0.5) * by - 0.5, window.y + (c.y + 0.5) * by - 0.5};
    if (const double off = distance(p, expected); off <= nearest) {
      nearest = off;
      finding = {FiducialFinding::State::Found, p};
    }
  }
  return finding;
}

Registration registerPage(const PageView& view, const PageGeometry& geometry, const Affine& guess, const std::vector<PointPair>& anchors) {
  Registration reg;
  reg.toView = guess;
  reg.fiducials.resize(geometry.fiducials.size());
  std::vector<Point> known;
  for (const auto& a : anchors) known.push_back(a.from);
  std::vector<std::size_t> open(geometry.fiducials.size());
  std::iota(open.begin(), open.end(), std::size_t{0});
  const auto nearestKnown = [&](std::size_t i) {
    double best = 1e9;
    for (const Point& k : known) best = std::min(best, distance(k, centre(geometry.fiducials[i])));
    return best;
  };
  std::vector<PointPair> pairs = anchors;
  while (!open.empty()) {
    const auto next =
        std::min_element(open.begin(), open.end(), [&](std::size_t i, std::size_t j) { return nearestKnown(i) < nearestKnown(j); });
    const std::size_t i = *next;
    open.erase(next);
    const RectMm& printed = geometry.fiducials[i];
    const double radius = kRadiusMm + kRadiusGrowth * std::min(nearestKnown(i), 300.0);
    reg.fiducials[i] = findFiducial(view, reg.toView(centre(printed)), printed.w, radius, reg.toView.scale());
    if (reg.fiducials[i].state != FiducialFinding::State::Found) continue;
    known.push_back(centre(printed));
    pairs.push_back({centre(printed), reg.fiducials[i].view});
    if (auto map = fit(geometry, pairs)) reg.toView = *map;
  }
  reg.placed = settle(geometry, anchors, reg) && spansPage(geometry, reg, anchors);
  return reg;
}

}  // namespace kp
