// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/reading/strays.h"

#include <algorithm>
#include <cmath>

namespace kp {
namespace {

/// How far a stroke that marks a target may reach beyond it, mm: crosses all round; of strikes what is taller than a line (loops 4.9, zigzags 3.1, strokes side by side 3.7) does not
/// reach as far as what people write beside a struck name to take it back ("giữ", a tick): that begins at 7 mm or is a blot of its own.
constexpr double kStrikeReachX = 6, kStrikeReachY = 2.5, kCrossReach = 6;
/// A thin line along the row is the end of a long strike, even further out, mm; so is a band of strokes close together (three lines, a felt pen's waves) that fills its box: these 0.39 or
/// more. A sign with a thick pen may fill as much, but does not begin as near to the name.
constexpr double kThinLine = 2.5, kThinReachX = 40, kThinBand = 3.5, kBandFilled = 0.38, kBandBegins = 3;
/// A thin line that goes on so far beyond a name to both sides, mm, is a streak that begins and ends within the page, or a line through the whole row: long strikes reach 25 beyond each end, or
/// run on to one side. A row's number breaks it for so many mm.
constexpr double kBeyondBothEnds = 27, kBrokenByPrint = 14;
/// The ring's own width beyond its middle, mm.
constexpr double kStampEdge = 1.0;
/// Hairlines this thin and faint are scratches, folds and show-through, mm and share of black.
constexpr double kHairline = 0.5, kHairlineDark = 0.30;
/// Ink this near to an untouched target, in its row, may be meant for it, mm.
constexpr double kBesideX = 13, kBesideY = 0.5;
/// Of a blot reaching over several rows, this much height beyond a mark's own reach makes it a stamp or writing rather than a stroke, mm.
constexpr double kBeyondRow = 3;

/// A seal, whole or in pieces, is at least this wide and high, mm; the ring is 32 … 36. A name or a signature is not as high.
constexpr double kLeastSeal = 20;

/// One side of a blot is straight over this share of its height: a piece of a stamp's frame. One that joins struck names of several rows strikes none of them.
constexpr double kFramed = 0.7;

RectMm grown(const RectMm& r, double x, double y) { return {r.x - x, r.y - y, r.w + 2 * x, r.h + 2 * y}; }
bool overlap(const RectMm& p, const RectMm& q) { return p.x < q.x + q.w && q.x < p.x + p.w && p.y < q.y + q.h && q.y < p.y + p.h; }
bool within(const RectMm& inner, const RectMm& outer) {
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w && inner.y + inner.h <= outer.y + outer.h;
}

bool isBand(const InkBlot& blot) { return blot.box.h <= kThinBand && blot.inkMm2 >= kBandFilled * blot.box.w * blot.box.h; }

RectMm reachOf(const Target& t, const InkBlot& blot) {
  if (t.field != Field::Name) return grown(t.box, kCrossReach, kCrossReach);
  // A band goes on from the strike; small and thick signs stand apart from it.
  const bool runsOn = blot.box.h <= kThinLine || (isBand(blot) && overlap(blot.box, grown(t.box, kBandBegins, kStrikeReachY)));
  return grown(t.box, runsOn ? kThinReachX : kStrikeReachX, kStrikeReachY);
}

/// A thin line through the name, in pieces where other print breaks it, that goes on far beyond both of its ends.
bool runsThroughRow(const std::vector<InkBlot>& blots, const RectMm& name) {
  double left = name.x, right = name.x + name.w;
  for (bool grew = true; grew;) {
    grew = false;
    for (const InkBlot& blot : blots) {
      const double from = blot.box.x, to = from + blot.box.w, middle = blot.box.y + blot.box.h / 2;
      if (blot.box.h > kThinLine || middle < name.y || middle > name.y + name.h || to < left - kBrokenByPrint ||
          from > right + kBrokenByPrint)
        continue;
      grew = grew || from < left || to > right;
      left = std::min(left, from), right = std::max(right, to);
    }
  }
  return left < name.x - kBeyondBothEnds && right > name.x + name.w + kBeyondBothEnds;
}

bool isHairline(const InkBlot& blot) { return std::min(blot.box.w, blot.box.h) <= kHairline && blot.dark < kHairlineDark; }

/// True when a stamp's disc reaches the box.
bool stamped(const RectMm& box, const std::vector<Stamp>& stamps) {
  return std::any_of(stamps.begin(), stamps.end(), [&](const Stamp& s) {
    const double dx = s.centre.x - std::clamp(s.centre.x, box.x, box.x + box.w),
                 dy = s.centre.y - std::clamp(s.centre.y, box.y, box.y + box.h);
    return std::hypot(dx, dy) <= s.radius + kStampEdge;
  });
}

void doubt(MarkReading& mark, const char* why) { mark.state = MarkState::Unsure, mark.score = 0, mark.why = why; }

/// A side of the frame of a rectangular stamp, which joins the lines through names of several rows.
bool isFrame(const PageGeometry& geometry, const InkBlot& blot, const std::vector<MarkReading>& marks) {
  if (blot.framed < kFramed) return false;
  double first = 1e9, last = -1e9;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Target& t = geometry.targets[i];
    if (t.field != Field::Name || marks[i].state != MarkState::Mark || !overlap(blot.box, grown(t.box, kStrikeReachX, 0))) continue;
    first = std::min(first, t.box.y), last = std::max(last, t.box.y);
  }
  return last > first;
}

/// Strokes of neighbouring marked rows may touch and make one blot: it is explained when the reaches of the marked targets it meets cover it. One that spans a row without marking it
/// is no stroke of the rows over and under it: the frame of a stamp, writing.
bool explained(const PageGeometry& geometry, const InkBlot& blot, const std::vector<MarkReading>& marks) {
  bool any = false;
  double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Target& t = geometry.targets[i];
    const bool spanned = t.field == Field::Name && overlap(blot.box, grown(t.box, kStrikeReachX, 0)) && blot.box.y < t.box.y &&
                         blot.box.y + blot.box.h > t.box.y + t.box.h;
    if (marks[i].state == MarkState::None && spanned) return false;
    if (marks[i].state == MarkState::None || !overlap(blot.box, reachOf(t, blot))) continue;
    const RectMm r = reachOf(t, blot);
    left = std::min(left, r.x), right = std::max(right, r.x + r.w), top = std::min(top, r.y), bottom = std::max(bottom, r.y + r.h);
    any = true;
  }
  return any && within(blot.box, {left, top, right - left, bottom - top});
}

/// What lies in the seal's place is the seal when all of it together is as large as one. A name signed there is writing.
bool showsSeal(const PageInk& ink) {
  double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
  for (const InkBlot& blot : ink.blots) {
    if (isHairline(blot) || !within(blot.box, kSealPlace)) continue;
    left = std::min(left, blot.box.x), right = std::max(right, blot.box.x + blot.box.w);
    top = std::min(top, blot.box.y), bottom = std::max(bottom, blot.box.y + blot.box.h);
  }
  return right - left >= kLeastSeal && bottom - top >= kLeastSeal;
}

}  // namespace

Strays judgeStrays(const PageGeometry& geometry, const PageInk& ink, std::vector<MarkReading>& marks) {
  Strays strays;
  const std::vector<MarkReading> before = marks;
  const bool seal = showsSeal(ink);
  for (const auto& blot : ink.blots) {
    const bool frame = isFrame(geometry, blot, before);
    if (isHairline(blot) || (seal && within(blot.box, kSealPlace)) || (!frame && explained(geometry, blot, before))) continue;
    const bool tall = frame || blot.box.h > geometry.targets.front().box.h + 2 * kBeyondRow;
    bool beside = false;
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const Target& t = geometry.targets[i];
      auto& m = marks[i];
      if (m.state == MarkState::Mark && tall && overlap(blot.box, grown(t.box, frame ? kStrikeReachX : 1, frame ? 0 : 1))) {
        doubt(m, "under-writing");
      } else if (m.state == MarkState::None && !tall && overlap(blot.box, grown(t.box, kBesideX, kBesideY))) {
        doubt(m, "beside");
        beside = true;
      } else if (m.why == "beside" && !tall && overlap(blot.box, grown(t.box, kBesideX, kBesideY))) {
        beside = true;  // the very mark that made the target doubtful: it is in doubt already, not writing
      }
    }
    if (!beside && !stamped(blot.box, ink.stamps)) strays.writing.push_back(blot);
  }
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Target& t = geometry.targets[i];
    if (marks[i].state != MarkState::Mark) continue;
    if (stamped(t.box, ink.stamps)) doubt(marks[i], "under-stamp");
    if (t.field == Field::Name && runsThroughRow(ink.blots, t.box)) doubt(marks[i], "on-line");
  }
  return strays;
}

}  // namespace kp
