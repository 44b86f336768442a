// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "scanner/rehearsal/marks.h"

namespace kp::rehearsal {
namespace {

Stroke across(const RectMm& line, double t0, double t1, double h0, double h1, const Hand& hand, Rng& rng) {
  return lineBetween({line.x + line.w * t0, line.y + line.h * h0}, {line.x + line.w * t1, line.y + line.h * h1}, hand, rng);
}

/// A line clear of the letters, but nearer to this name than to its neighbour.
double besideHeight(double lineHeight, double room, Rng& rng) {
  return std::min(rng.uniform(0.06, 0.22), std::max(0.05, 0.45 * room / lineHeight));
}

/// Struck, then taken back in one of the ways people do it.
std::vector<Stroke> takenBack(const Place& place, const RectMm& line, double height, const Hand& hand, Rng& rng) {
  std::vector<Stroke> out{across(line, -0.02, 1.02, height, height, hand, rng)};
  if (rng.chance(0.5)) {  // proof-reader's ticks across the strike
    const int count = rng.integer(5, 9);
    const double up = std::min(0.15 * line.h, place.above * 0.5), down = std::min(0.15 * line.h, place.below * 0.5);
    for (int k = 0; k < count; ++k) {
      const double x = line.x + line.w * (k + 0.5 + rng.uniform(-0.2, 0.2)) / count;
      out.push_back(lineBetween({x + 0.3, line.y + 0.1 * line.h - up}, {x - 0.3, line.y + line.h + down}, hand, rng));
    }
  } else {  // a waved line below: let it stand
    const double y = line.y + line.h * (1 + besideHeight(line.h, place.below, rng));
    out.push_back(zigzag(line.x, line.x + line.w, y - 0.5, y + 0.3, std::max(8, static_cast<int>(line.w / 1.6)), hand, rng));
  }
  return out;
}

}  // namespace

HandMark doubtfulName(const Place& place, const Hand& hand, Rng& rng) {
  return doubtfulName(place, hand, rng, rng.integer(0, kDoubtfulNames - 1));
}

HandMark doubtfulName(const Place& place, const Hand& hand, Rng& rng, int kind) {
  const RectMm &first = place.lines.front(), &last = place.lines.back();
  const bool wrapped = place.lines.size() > 1;
  const double h = std::clamp(hand.height, 0.5, 0.64);
  const double familyEnd = std::clamp(place.wordEnds.front(), 0.15, 0.5);
  const double givenStart = place.wordEnds.size() > 1 ? std::clamp(place.wordEnds[place.wordEnds.size() - 2], 0.5, 0.85) : 0.6;
  HandMark m;
  m.expect = Expect::Unsure;
  switch (kind) {
    case 0: {
      const bool left = rng.chance(0.6);
      m.kind = "half-strike";
      if (wrapped)
        m.strokes = {across(left ? first : last, -0.02, 1.02, h, h, hand, rng)};
      else
        m.strokes = {left ? across(first, rng.uniform(-0.03, 0.08), rng.uniform(0.35, 0.58), h, h, hand, rng)
                          : across(first, rng.uniform(0.42, 0.6), rng.uniform(0.95, 1.03), h, h, hand, rng)};
      break;
    }
    case 1: m.kind = "family-name-only", m.strokes = {across(first, -0.02, wrapped ? 0.4 : familyEnd + 0.02, h, h, hand, rng)}; break;
    case 2: m.kind = "given-name-only", m.strokes = {across(last, wrapped ? 0.4 : givenStart + 0.01, 1.02, h, h, hand, rng)}; break;
    case 3: {
      const double below = 1 + besideHeight(last.h, place.below, rng);
      m.kind = "underline",
      m.strokes = {across(last, rng.uniform(-0.03, 0.05), rng.uniform(0.92, 1.04), below, below + rng.normal(0, 0.02), hand, rng)};
      break;
    }
    case 4: {
      const double above = -besideHeight(first.h, place.above, rng);
      m.kind = "overline",
      m.strokes = {across(first, rng.uniform(-0.03, 0.05), rng.uniform(0.92, 1.04), above, above + rng.normal(0, 0.02), hand, rng)};
      break;
    }
    case 5:
      m.kind = "name-dot", m.strokes = {dot({first.x + first.w * rng.uniform(0.1, 0.9), first.y + first.h * rng.uniform(0.45, 0.7)},
                                            rng.uniform(0.5, 0.9), rng)};
      break;
    case 6: {
      const double t = rng.uniform(0.05, 0.75), w = rng.uniform(3, 6) / first.w;
      m.kind = "name-dash", m.strokes = {across(first, t, std::min(0.98, t + w), h, h, hand, rng)};
      break;
    }
    case 7: {
      m.kind = "faint", m.faintGray = rng.uniform(186, 212);
      for (const RectMm& l : place.lines) m.strokes.push_back(across(l, -0.02, 1.02, h, h, hand, rng));
      break;
    }
    case 8: {
      m.kind = "taken-back";
      for (const RectMm& l : place.lines)
        for (Stroke& s : takenBack(place, l, h, hand, rng)) m.strokes.push_back(std::move(s));
      break;
    }
    case 9: {
      const double g = std::min({1.5, place.above * 0.7 + 0.3, place.below * 0.7 + 0.3}), side = std::min({3.0, place.left, place.right});
      m.kind = "name-circled",
      m.strokes = {ring({place.box.x - side, place.box.y - g, place.box.w + 2 * side, place.box.h + 2 * g}, hand, rng)};
      break;
    }
    case 10: m.kind = "middle-only", m.strokes = {across(first, rng.uniform(0.2, 0.32), rng.uniform(0.62, 0.75), h, h, hand, rng)}; break;
    case 11: {  // a tick laid over the name: chosen or struck, nobody can say
      const double x = first.x + first.w * rng.uniform(0.15, 0.8), y = first.y + first.h * 0.5;
      m.kind = "ticked", m.strokes = {moveThrough({{x - 2, y}, {x - 0.5, y + first.h * 0.4}, {x + 4, y - first.h * 0.5}}, hand, rng)};
      break;
    }
    default: {  // a single stroke down through one word
      const double x = first.x + first.w * rng.uniform(0.2, 0.8);
      m.kind = "slash-through",
      m.strokes = {lineBetween({x + 1.5, first.y + 0.05 * first.h}, {x - 1.5, first.y + 0.98 * first.h}, hand, rng)};
    }
  }
  return m;
}

}  // namespace kp::rehearsal
