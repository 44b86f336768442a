// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/reading/learned_page.h"

#include <algorithm>
#include <cmath>

#include "scanner/imaging/table_rules.h"
#include "scanner/reading/row_print.h"

namespace kp {
namespace {

/// Room cut round an empty cell, mm: beyond it begins the neighbour's, where the neighbour's mark stands. A printed square has the room of the program's own (page_form): half of a
/// cross beside it shows there.
constexpr double kCellRoom = 1.0;
/// Controls: pieces of print that keep away from targets and from the seal's place, mm (as in page_form).
constexpr std::size_t kControls = 6;
constexpr double kControlLength = 45, kControlFromTarget = 3, kSealReach = 64, kControlRoom = 0.6;
/// Poses that score less than the best by more are not looked at; a page that is found ends the search.
constexpr double kPoseWorse = 0.8;
/// Resolutions nearer to each other than this are one: poses are looked for at 92 … 106 %.
constexpr double kSameScale = 0.05;
/// So many anchors without any print make a page torn: one may be a dropout of the toner.
constexpr int kEmptyAnchors = 2;

/// A scan this much longer or wider than the page may show two sheets; of what lies this far beyond the page, mm, so much is darker than this where there is print;
/// more is the scanner's black backing.
constexpr double kTooLong = 1.08, kBeyondMm = 8, kPrintedShare = 0.004, kBackingShare = 0.5;
constexpr int kBeyondDark = 120;

/// Resolutions the scan may have: as it was guessed, and as if the page filled its shorter side only. Where another sheet looks out from under the page the scan is longer than it.
std::vector<double> scalesOf(const PageView& view, double pxPerMm, const PageGeometry& g) {
  const double across = std::min(view.width(), view.height()) / std::min(g.widthMm, g.heightMm);
  if (std::abs(across / pxPerMm - 1) < kSameScale) return {pxPerMm};
  return {pxPerMm, across};
}

/// Small enough to be measured as the square it is; an empty cell is larger.
bool isSquare(const RectMm& box) { return box.w <= kMarkMm + 1 && box.h <= kMarkMm + 1; }

}  // namespace

LearnedPrint prepareLearned(const FormPage& page, const Raster& reference, const std::vector<Target>& names) {
  LearnedPrint learned;
  const PageGeometry& g = page.geometry;
  learned.form = preparePage(page, reference);
  for (std::size_t i = 0; i < g.targets.size(); ++i) {
    const RectMm& b = g.targets[i].box;
    if (g.targets[i].field != Field::Name && !isSquare(b))
      learned.form.targets[i] = makePrintPatch(reference, {b.x - kCellRoom, b.y - kCellRoom, b.w + 2 * kCellRoom, b.h + 2 * kCellRoom});
  }
  learned.form.rows = rowPrints(page, reference, names);
  learned.profile = profileOf(reference, 2 * kPxPerMm);
  learned.anchors = makeAnchors(reference, g.widthMm, g.heightMm);
  for (const Target& t : names) learned.names.push_back(makeNamePrint(reference, t));
  std::vector<RectMm> marked{{0, 0, kSealReach, kSealReach}};
  for (const Target& t : g.targets) marked.push_back(t.box);
  for (const RectMm& box : textBoxes(readPrint(reference), marked, kControlFromTarget, kControlLength))
    if (learned.form.controls.size() < kControls)
      learned.form.controls.push_back(
          makePrintPatch(reference, {box.x - kControlRoom, box.y - kControlRoom, box.w + 2 * kControlRoom, box.h + 2 * kControlRoom}));
  learned.form.dotMm = 25.4 / reference.dpi;
  return learned;
}

std::optional<LearnedPlace> findLearned(const PageView& view, double pxPerMm, const std::vector<const LearnedPrint*>& pages) {
  struct Try {
    std::size_t page;
    PoseGuess pose;
  };
  std::vector<Try> tries;
  for (std::size_t i = 0; i < pages.size(); ++i)
    for (const double scale : scalesOf(view, pxPerMm, pages[i]->form.page->geometry))
      for (const PoseGuess& pose : guessPoses(view, scale, pages[i]->profile)) tries.push_back({i, pose});
  std::stable_sort(tries.begin(), tries.end(), [](const Try& p, const Try& q) { return p.pose.score > q.pose.score; });
  std::optional<LearnedPlace> nearly;
  for (const Try& t : tries) {
    if (t.pose.score < tries.front().pose.score - kPoseWorse) break;
    const LearnedPrint& page = *pages[t.page];
    const PageGeometry& g = page.form.page->geometry;
    PrintPlacement placement = placeByPrint(view, t.pose.toView, page.anchors, g.widthMm, g.heightMm);
    if (!placement.registration.placed) continue;
    LearnedPlace place{t.page, std::move(placement), {}};
    place.names = lookAtNames(view, place.placement.registration.toView, page.names);
    const auto others = static_cast<int>(place.names.other.size());
    if (place.names.known == 0 || others > kMostOthers * place.names.looked) continue;
    if (others == 0) return place;
    if (!nearly || place.names.known > nearly->names.known) nearly = std::move(place);
  }
  return nearly;
}

bool isTorn(const PrintPlacement& placement) { return placement.empty >= kEmptyAnchors; }

bool showsPrintBeyond(const PageView& view, const Affine& toView, const PageGeometry& g) {
  const double width = view.width() / toView.scale(), height = view.height() / toView.scale();
  if (std::max(width, height) < kTooLong * std::max(g.widthMm, g.heightMm) &&
      std::min(width, height) < kTooLong * std::min(g.widthMm, g.heightMm))
    return false;
  const Affine toPage = toView.inverse();
  long dark = 0, seen = 0;
  for (int y = 8; y < view.height() - 8; y += 4)
    for (int x = 8; x < view.width() - 8; x += 4) {
      const Point p = toPage({static_cast<double>(x), static_cast<double>(y)});
      if (p.x > -kBeyondMm && p.y > -kBeyondMm && p.x < g.widthMm + kBeyondMm && p.y < g.heightMm + kBeyondMm) continue;
      ++seen, dark += view.data()[static_cast<std::ptrdiff_t>(y) * view.stride() + x] < kBeyondDark;
    }
  const double share = seen ? static_cast<double>(dark) / static_cast<double>(seen) : 0;
  return share > kPrintedShare && share < kBackingShare;
}

RectMm markedPart(const RectMm& cell, const PrintPatch& print, const Gray& ink) {
  if (isSquare(cell)) return cell;
  const double side = std::min({kMarkMm, cell.w, cell.h});
  long count = 0, sx = 0, sy = 0;
  const int x0 = std::max(0, static_cast<int>((cell.x - print.area.x) * kPxPerMm)),
            y0 = std::max(0, static_cast<int>((cell.y - print.area.y) * kPxPerMm));
  const int x1 = std::min(print.width, static_cast<int>((cell.x + cell.w - print.area.x) * kPxPerMm)),
            y1 = std::min(print.height, static_cast<int>((cell.y + cell.h - print.area.y) * kPxPerMm));
  for (int y = y0; y < y1; ++y)
    for (int x = x0; x < x1; ++x)
      if (ink.at(x, y)) ++count, sx += x, sy += y;
  double cx = cell.x + cell.w / 2, cy = cell.y + cell.h / 2;
  if (count > 0) {
    cx = print.area.x + (static_cast<double>(sx) / static_cast<double>(count) + 0.5) / kPxPerMm;
    cy = print.area.y + (static_cast<double>(sy) / static_cast<double>(count) + 0.5) / kPxPerMm;
  }
  return {std::clamp(cx - side / 2, cell.x, cell.x + cell.w - side), std::clamp(cy - side / 2, cell.y, cell.y + cell.h - side), side, side};
}

}  // namespace kp
