// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/reading/read_targets.h"

#include <algorithm>
#include <cmath>

#include "scanner/imaging/faint_line.h"
#include "scanner/imaging/target_ink.h"
#include "scanner/reading/learned_page.h"
#include "scanner/reading/page_faults.h"

namespace kp {
namespace {

/// Less ink at a target tells no hand from another, mm².
constexpr double kLeastPrintMm2 = 0.8;

/// Dots of a blank larger than this are a scan's, mm (300 dpi: 0.085; a PDF is rendered at 400).
constexpr double kSharpDotMm = 0.07;

/// One target as it lies on the scan.
struct Seen {
  const Target& target;
  const PrintPatch& print;
  AlignedPatch patch;
  const PrintQuality& quality;
  std::vector<PageLine> lines;  ///< through this target
  std::size_t levelLines;       ///< of the whole page
};

/// A name once more, by the ink that no fold leaves.
Decision readAlongLine(const Decision& doubted, const Seen& s) {
  const int threshold = std::max(s.quality.inkThreshold, static_cast<int>(kDarkerThanFolds * 255));
  const auto measure = [&](Spread spread) {
    Gray ink;
    findInk(s.patch, s.print, spread, threshold, ink);
    return measureName(s.print, s.patch, spread, ink, s.target.box, {});
  };
  return decideAlongLine(doubted, measure(s.quality.spread), measure(widerThan(s.quality.spread)));
}

/// A name found struck once more, its print also where its halves lie.
Decision readSlipped(const Decision& struck, const Seen& s, NameMeasure& slipped) {
  const HalfShifts halves = alignHalves(s.patch, s.print, s.target.box);
  if (halves.none()) return struck;
  const PrintPatch both = printAlsoAt(s.print, halves);
  Gray ink;
  findInk(s.patch, both, s.quality.spread, s.quality.inkThreshold, ink);
  slipped = measureName(both, s.patch, s.quality.spread, ink, s.target.box, s.lines);
  return decideSlipped(struck, slipped);
}

/// `ink`: what was found at the page's spread; left as found at the wider one where anything is on the name.
Decision readName(const Seen& s, Gray& ink, ReadingTrace::TargetTrace& measured) {
  const Spread spread = s.quality.spread, wider = widerThan(spread);
  measured.name = measureName(s.print, s.patch, spread, ink, s.target.box, s.lines);
  if (!isUntouched(measured.name)) {
    findInk(s.patch, s.print, wider, s.quality.inkThreshold, ink);
    measured.wider = measureName(s.print, s.patch, wider, ink, s.target.box, s.lines);
  }
  Decision decision = decideName(measured.name, measured.wider);
  if (decision.state == MarkState::Unsure && isPenAlongLine(measured.name)) decision = readAlongLine(decision, s);
  return decision.state == MarkState::Mark ? readSlipped(decision, s, measured.slipped)
                                           : decideAmongLines(decision, measured.name, s.levelLines);
}

Decision readSquare(const Seen& s, const Gray& ink, ReadingTrace::TargetTrace& measured) {
  measured.box = measureBox(s.print, s.patch, ink, markedPart(s.target.box, s.print, ink), s.lines);
  return decideBox(measured.box);
}

}  // namespace

std::vector<Decision> readTargets(const PageView& view, const PageForm& page, PageReading& out, ReadingTrace& trace) {
  std::vector<Decision> decisions(page.targets.size());
  const Registration& reg = *trace.registration;
  trace.lines = findPageLines(view, reg.toView, page.page->geometry);
  PrintQuality quality = judgePrint(view, reg.toView, page, trace.lines);
  // What was printed is known from another scan, as soft as this one; a PDF is sharp.
  if (page.dotMm > kSharpDotMm) quality.spread = std::max(quality.spread, Spread::Soft);
  trace.quality = quality;
  const auto levelLines = static_cast<std::size_t>(std::count_if(
      trace.lines.begin(), trace.lines.end(), [](const PageLine& l) { return std::abs(l.to.x - l.from.x) > std::abs(l.to.y - l.from.y); }));
  Gray ink;
  InkPrint inkPrint;
  for (std::size_t i = 0; i < page.targets.size(); ++i) {
    const Target& target = page.page->geometry.targets[i];
    auto& measured = trace.targets.emplace_back();
    auto& mark =
        out.marks.emplace_back(MarkReading{target.candidate, target.field, MarkState::Unsure, 0, {}, spotOf(view, reg.toView, target.box)});
    if (!view.contains(reg.toView, target.box)) {
      mark.why = "off-scan";
      continue;
    }
    Seen seen{target,
              page.targets[i],
              alignPatch(view, reg.toView, page.targets[i], kReachPx),
              quality,
              linesThrough(trace.lines, page.targets[i].area),
              levelLines};
    seen.patch.dotMm += page.dotMm;
    measured.shiftX = seen.patch.shiftX, measured.shiftY = seen.patch.shiftY;
    findInk(seen.patch, seen.print, quality.spread, quality.inkThreshold, ink);
    const bool name = target.field == Field::Name;
    decisions[i] = name ? readName(seen, ink, measured) : readSquare(seen, ink, measured);
    mark.state = decisions[i].state, mark.score = decisions[i].score, mark.why = decisions[i].why;
    if (mark.state == MarkState::None)
      measured.faint = name ? faintAlongName(seen.print, seen.patch, quality.spread, target.box, seen.lines)
                            : faintInSquare(seen.print, seen.patch, target.box, seen.lines);
    if (std::max(measured.wider.inkMm2, measured.box.inkMm2) >= kLeastPrintMm2)
      inkPrint.push_back(inkAlong(ink, static_cast<std::uint16_t>(i)));
    if (mark.state == MarkState::Mark) measured.colour = inkColour(view, reg.toView, seen.print, seen.patch, ink);
  }
  out.inkPrint = encodeInkPrint(inkPrint);
  return decisions;
}

}  // namespace kp
