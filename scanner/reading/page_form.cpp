// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/reading/page_form.h"

#include <algorithm>
#include <cmath>

#include "ballot/font_metrics.h"
#include "scanner/reading/row_print.h"

namespace kp {
namespace {

/// Room cut round a name (mm): strokes start and end beside it, underlines lie below it.
constexpr double kNameRoomX = 1.5, kNameRoomY = 2.0;
/// Room round a square: half of a cross beside it shows there; the whole of it is seen in the look over the page.
constexpr double kBoxRoomX = 4.5, kBoxRoomY = 2.0;
/// Controls: how many, how long at most, and how far they keep from targets (a stroke overshoots by a centimetre) and from the seal's place.
constexpr std::size_t kControls = 6;
constexpr double kControlLength = 45, kControlFromTarget = 3, kSealReach = 64;

/// Darkness that paper alone reaches, times this, is where ink begins; within these limits.
constexpr double kNoiseFactor = 1.6;
constexpr int kLeastThreshold = 30, kMostThreshold = 75;
/// Share of near-print pixels that may look like ink on unmarked print before a wider spread is chosen.
constexpr double kUnexplained = 0.001;

bool apart(const RectMm& p, const RectMm& q, double by) {
  return p.x + p.w + by < q.x || q.x + q.w + by < p.x || p.y + p.h + by < q.y || q.y + q.h + by < p.y;
}

std::vector<RectMm> controlAreas(const FormPage& page) {
  std::vector<RectMm> areas;
  for (const auto& run : page.texts) {
    RectMm box = boxOf(run);
    box.w = std::min(box.w, kControlLength);
    if (box.w < 2 || (box.x < kSealReach && box.y < kSealReach)) continue;
    box.x -= 0.75, box.y -= 0.75, box.w += 1.5, box.h += 1.5;
    if (std::all_of(page.geometry.targets.begin(), page.geometry.targets.end(),
                    [&](const Target& t) { return apart(box, t.box, kControlFromTarget); }))
      areas.push_back(box);
  }
  // The longest tell most; spread over the page as the layout spreads its texts.
  std::stable_sort(areas.begin(), areas.end(), [](const RectMm& p, const RectMm& q) { return p.w > q.w; });
  if (areas.size() > kControls) areas.resize(kControls);
  return areas;
}

}  // namespace

PageForm preparePage(const FormPage& page, const Raster& reference) {
  PageForm form;
  form.page = &page;
  for (const auto& t : page.geometry.targets) {
    const double rx = t.field == Field::Name ? kNameRoomX : kBoxRoomX, ry = t.field == Field::Name ? kNameRoomY : kBoxRoomY;
    form.targets.push_back(makePrintPatch(reference, {t.box.x - rx, t.box.y - ry, t.box.w + 2 * rx, t.box.h + 2 * ry}));
  }
  for (const auto& area : controlAreas(page)) form.controls.push_back(makePrintPatch(reference, area));
  form.rows = rowPrints(page, reference);
  form.all = makePagePrint(reference, page.geometry);
  return form;
}

namespace {

double middle(std::vector<double> values) {
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

/// The largest of the smallest third.
double thirdOf(std::vector<double> values) {
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 3);
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

/// Darkness that nearly all of the control's blank spots stay below.
double paperDark(const AlignedPatch& patch, const PrintPatch& control) {
  std::vector<std::uint8_t> paper;
  for (const auto& s : control.blank) paper.push_back(patch.dark.at(s.x, s.y));
  if (paper.empty()) return 0;
  const auto at = paper.begin() + static_cast<std::ptrdiff_t>(static_cast<double>(paper.size()) * 0.98);
  std::nth_element(paper.begin(), at, paper.end());
  return *at;
}

}  // namespace

PrintQuality judgePrint(const PageView& view, const Affine& toView, const PageForm& form, const std::vector<PageLine>& lines) {
  PrintQuality quality;
  if (form.controls.empty()) return quality;
  // The middle of the controls, because a seal or a stain may lie on some of them.
  std::vector<AlignedPatch> patches;
  std::vector<double> paper;
  for (const auto& control : form.controls) {
    patches.push_back(alignPatch(view, toView, control, kReachPx));
    // A fold through the title is no spread of its print: it made the whole page look like a fat copy, on which thin lines are not seen.
    takeLinesAway(patches.back(), control, linesThrough(lines, control.area));
    paper.push_back(paperDark(patches.back(), control));
  }
  quality.paper = middle(std::move(paper));
  quality.inkThreshold = std::clamp(static_cast<int>(std::lround(kNoiseFactor * quality.paper)), kLeastThreshold, kMostThreshold);
  // Sharp or soft differs over a page. Bold and fat print is so everywhere: a third of the controls is enough to tell that it is not, when a seal lies on the others.
  for (int s = 0; s < kSpreads; ++s) {
    quality.spread = static_cast<Spread>(s);
    std::vector<double> left;
    for (std::size_t i = 0; i < patches.size(); ++i)
      left.push_back(unexplained(patches[i], form.controls[i], quality.spread, quality.inkThreshold));
    if ((quality.spread == Spread::Sharp ? middle(left) : thirdOf(left)) <= kUnexplained) break;
  }
  return quality;
}

}  // namespace kp
