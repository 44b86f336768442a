// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/reading/strays.h"

#include <algorithm>

namespace kp {
namespace {

/// How far a stroke that marks a target may reach beyond it, mm: strikes overshoot along the row, crosses all round.
constexpr double kStrikeReachX = 16, kStrikeReachY = 2.5, kCrossReach = 6;
/// Ink this near to an untouched target, in its row, may be meant for it, mm.
constexpr double kBesideX = 13, kBesideY = 0.5;
/// The committee's seal stands in the upper left (domain.md §2): round or not, ink there is expected.
constexpr double kSealWidth = 66, kSealHeight = 66;
/// Of a blot reaching over several rows, this much height beyond a mark's own reach makes it a stamp or writing rather than a stroke, mm.
constexpr double kBeyondRow = 3;

RectMm grown(const RectMm& r, double x, double y) { return {r.x - x, r.y - y, r.w + 2 * x, r.h + 2 * y}; }
bool overlap(const RectMm& p, const RectMm& q) { return p.x < q.x + q.w && q.x < p.x + p.w && p.y < q.y + q.h && q.y < p.y + p.h; }
bool within(const RectMm& inner, const RectMm& outer) {
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w && inner.y + inner.h <= outer.y + outer.h;
}

RectMm reachOf(const Target& t) { return t.field == Field::Name ? grown(t.box, kStrikeReachX, kStrikeReachY) : grown(t.box, kCrossReach, kCrossReach); }

/// Strokes of neighbouring marked rows may touch and make one blot: it is explained when the reaches of the marked targets it meets cover it.
bool explained(const PageGeometry& geometry, const InkBlot& blot, const std::vector<MarkReading>& marks) {
  bool any = false;
  double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Target& t = geometry.targets[i];
    if (marks[i].state == MarkState::None || !overlap(blot.box, reachOf(t))) continue;
    const RectMm r = reachOf(t);
    left = std::min(left, r.x), right = std::max(right, r.x + r.w), top = std::min(top, r.y), bottom = std::max(bottom, r.y + r.h);
    any = true;
  }
  return any && !blot.round && within(blot.box, {left, top, right - left, bottom - top});
}

}  // namespace

Strays judgeStrays(const PageGeometry& geometry, const std::vector<InkBlot>& blots, std::vector<MarkReading>& marks) {
  Strays strays;
  const std::vector<MarkReading> before = marks;
  for (const auto& blot : blots) {
    if (within(blot.box, {0, 0, kSealWidth, kSealHeight}) || explained(geometry, blot, before)) continue;
    const bool tall = blot.box.h > geometry.targets.front().box.h + 2 * kBeyondRow;
    bool beside = false;
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const Target& t = geometry.targets[i];
      auto& m = marks[i];
      if (m.state == MarkState::Mark && tall && overlap(blot.box, grown(t.box, 1, 1))) {
        m.state = MarkState::Unsure, m.score = 0, m.why = blot.round ? "under-stamp" : "under-writing";
      } else if (m.state == MarkState::None && !tall && overlap(blot.box, grown(t.box, kBesideX, kBesideY))) {
        m.state = MarkState::Unsure, m.score = 0, m.why = "beside";
        beside = true;
      }
    }
    if (!blot.round && !beside) strays.writing.push_back(blot);
  }
  return strays;
}

}  // namespace kp
