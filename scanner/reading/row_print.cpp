// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/reading/row_print.h"

#include <algorithm>

#include "ballot/font_metrics.h"

namespace kp {
namespace {

/// Room cut round a piece of print, mm.
constexpr double kRoom = 0.6;
/// Names struck through have ink over 0.94 of their length and 3.1 mm² or more of it where the wider print explains none; folds and streaks 0.11 and 0.23 mm², under seals 0.47.
constexpr double kNameThrough = 0.5, kNameMm2 = 1.0;
/// Numbers are short: struck ones have ink all along and 0.48 mm² or more, crossed ones 1.4 mm² in any place.
constexpr double kNumberThrough = 0.74, kNumberMm2 = 0.4, kCrossedMm2 = 1.2;
/// Print of one row lies this much off its target's, px at most: paper bends little over a hand's breadth.
constexpr int kRowReachPx = 3;
/// Wider than this, mm, print that is no name is a note, which a long strike may run into.
constexpr double kNumberMm = 12;

bool sameRow(const RectMm& a, const RectMm& b) { return a.y < b.y + b.h && b.y < a.y + a.h; }
bool across(const RectMm& a, const RectMm& b) { return a.x < b.x + b.w && b.x < a.x + a.w; }

bool isNumber(const std::string& text) { return !text.empty() && text.front() >= '0' && text.front() <= '9'; }

RowPrint rowPrint(const FormPage& page, const Raster& reference, const RectMm& box) {
  RowPrint row{makePrintPatch(reference, {box.x - kRoom, box.y - kRoom, box.w + 2 * kRoom, box.h + 2 * kRoom}), box, {}, false};
  // Of two columns of names, print belongs to the nearest target on its right; squares of that candidate all.
  const std::vector<Target>& targets = page.geometry.targets;
  const Target* nearest = nullptr;
  for (const Target& t : targets)
    if (sameRow(box, t.box) && t.box.x > box.x && (!nearest || t.box.x < nearest->box.x)) nearest = &t;
  for (std::size_t i = 0; nearest && i < targets.size(); ++i)
    if (targets[i].candidate == nearest->candidate && sameRow(box, targets[i].box)) row.targets.push_back(i);
  row.isName = nearest && nearest->field != Field::Name;
  return row;
}

/// Where the row lies: as far off the page's place as the print of its target was found.
Affine placeOf(const RowPrint& row, const ReadingTrace& trace) {
  Affine place = trace.registration->toView;
  const ReadingTrace::TargetTrace& beside = trace.targets[row.targets.front()];
  const double x = beside.shiftX / kPxPerMm, y = beside.shiftY / kPxPerMm;
  place.c += place.a * x + place.b * y, place.f += place.d * x + place.e * y;
  return place;
}

bool isStruck(const PageView& view, const RowPrint& row, const ReadingTrace& trace, Gray& ink) {
  const PrintQuality& quality = trace.quality;
  const AlignedPatch patch = alignPatch(view, placeOf(row, trace), row.print, kRowReachPx);
  const Spread wider = widerThan(quality.spread);
  findInk(patch, row.print, wider, quality.inkThreshold, ink);
  // Nearly all rows end here: nobody wrote on their print.
  const auto inked = std::count(ink.px.begin(), ink.px.end(), 1);
  if (static_cast<double>(inked) < kNumberMm2 * kPxPerMm * kPxPerMm) return false;
  const NameMeasure left = measureName(row.print, patch, wider, ink, row.box, trace.lines);
  if (left.inkMm2 < kNumberMm2) return false;
  if (!row.isName && left.inkMm2 >= kCrossedMm2) return true;
  findInk(patch, row.print, quality.spread, quality.inkThreshold, ink);
  const double through = measureName(row.print, patch, quality.spread, ink, row.box, trace.lines).through;
  return row.isName ? through >= kNameThrough && left.inkMm2 >= kNameMm2 : through >= kNumberThrough;
}

/// True when a strike of a name to the left runs on through this number.
bool runsOn(const RowPrint& row, const PageGeometry& geometry, const std::vector<MarkReading>& marks) {
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Target& t = geometry.targets[i];
    if (t.field == Field::Name && marks[i].state != MarkState::None && sameRow(row.box, t.box) && t.box.x < row.box.x) return true;
  }
  return false;
}

}  // namespace

std::vector<RowPrint> rowPrints(const FormPage& page, const Raster& reference) {
  std::vector<RowPrint> rows;
  for (const TextRun& run : page.texts) {
    const RectMm box = boxOf(run);
    const bool target = std::any_of(page.geometry.targets.begin(), page.geometry.targets.end(),
                                    [&](const Target& t) { return sameRow(box, t.box) && across(box, t.box); });
    if (target) continue;
    RowPrint row = rowPrint(page, reference, box);
    row.isName = row.isName && !isNumber(run.text);
    // Beyond a name nothing but a strike's own end is expected.
    if (!row.targets.empty() && (row.isName || box.w <= kNumberMm)) rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<RowPrint> rowPrints(const FormPage& page, const Raster& reference, const std::vector<Target>& names) {
  std::vector<RowPrint> rows;
  for (const Target& name : names) {
    if (std::find_if(page.geometry.targets.begin(), page.geometry.targets.end(), [](const Target& t) { return t.field == Field::Name; }) !=
        page.geometry.targets.end())
      return {};
    for (const RectMm& line : name.lines) {
      RowPrint row = rowPrint(page, reference, line);
      row.isName = true;
      if (!row.targets.empty()) rows.push_back(std::move(row));
    }
  }
  return rows;
}

void judgeRowPrint(const PageView& view, const PageForm& page, const ReadingTrace& trace, std::vector<MarkReading>& marks) {
  Gray ink;
  for (const RowPrint& row : page.rows) {
    const auto undecided = [&](std::size_t i) {
      return row.isName ? marks[i].state != MarkState::Unsure : marks[i].state == MarkState::None;
    };
    if (std::none_of(row.targets.begin(), row.targets.end(), undecided) || !view.contains(trace.registration->toView, row.box)) continue;
    if (!isStruck(view, row, trace, ink) || runsOn(row, page.page->geometry, marks)) continue;
    for (const std::size_t i : row.targets)
      if (undecided(i)) marks[i].state = MarkState::Unsure, marks[i].score = 0, marks[i].why = "row-struck";
  }
}

}  // namespace kp
