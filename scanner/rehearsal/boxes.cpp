// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "scanner/rehearsal/marks.h"

namespace kp::rehearsal {
namespace {

PointMm at(const RectMm& b, double u, double v) { return {b.x + b.w * u, b.y + b.h * v}; }

/// Two strokes across; `size` 1 fills the box exactly, off its centre by what the hand's care allows.
std::vector<Stroke> cross(const RectMm& b, double size, double offX, double offY, const Hand& hand, Rng& rng) {
  const double h = size / 2, cx = 0.5 + offX, cy = 0.5 + offY;
  const auto j = [&] { return rng.normal(0, 0.05 * hand.scatter); };
  std::vector<Stroke> out;
  out.push_back(lineBetween(at(b, cx - h + j(), cy - h + j()), at(b, cx + h + j(), cy + h + j()), hand, rng));
  out.push_back(lineBetween(at(b, cx + h + j(), cy - h + j()), at(b, cx - h + j(), cy + h + j()), hand, rng));
  if (rng.chance(0.06)) {  // written in one go, the pen never lifted
    Stroke joined = out[0];
    joined.insert(joined.end(), out[1].begin(), out[1].end());
    return {joined};
  }
  return out;
}

std::vector<Stroke> tick(const RectMm& b, double tail, const Hand& hand, Rng& rng) {
  return {moveThrough({at(b, rng.uniform(0.02, 0.25), rng.uniform(0.4, 0.6)), at(b, rng.uniform(0.3, 0.45), rng.uniform(0.78, 1.0)),
                       at(b, 0.95 + tail * 0.5, rng.uniform(0, 0.25) - tail * 0.4)},
                      hand, rng)};
}

std::vector<Stroke> fill(const RectMm& b, const Hand& hand, Rng& rng) {
  return {zigzag(b.x + 0.06 * b.w, b.x + 0.94 * b.w, b.y + 0.12 * b.h, b.y + 0.88 * b.h, rng.integer(9, 16), hand, rng)};
}

}  // namespace

HandMark markBox(const Place& place, const Hand& hand, Rng& rng, Profile profile) {
  const RectMm& b = place.box;
  HandMark m;
  if (profile == Profile::Clean) return {cross(b, rng.uniform(0.75, 0.95), 0, 0, hand, rng), "x", Expect::Mark};
  BoxHabit habit = hand.box;
  if (rng.chance(profile == Profile::Harsh ? 0.2 : 0.04)) habit = static_cast<BoxHabit>(rng.integer(0, 5));
  const double off = 0.09 * hand.scatter, reach = std::min({place.left, place.right, place.above, place.below}) / b.w;
  switch (habit) {
    case BoxHabit::Tick: return {tick(b, 0, hand, rng), "tick", Expect::Mark};
    case BoxHabit::LongTick: return {tick(b, std::min(rng.uniform(0.6, 2.0), 1 + reach), hand, rng), "long-tick", Expect::Mark};
    case BoxHabit::Slash: {
      const bool up = rng.chance(0.85);
      return {{lineBetween(at(b, rng.uniform(-0.1, 0.12), up ? rng.uniform(0.88, 1.1) : rng.uniform(-0.1, 0.12)),
                           at(b, rng.uniform(0.88, 1.1), up ? rng.uniform(-0.1, 0.12) : rng.uniform(0.88, 1.1)), hand, rng)},
              "slash",
              Expect::Mark};
    }
    case BoxHabit::LargeCross:
      return {cross(b, std::min(rng.uniform(1.2, 1.7), 1.2 + reach), rng.normal(0, off), rng.normal(0, off), hand, rng), "x-large",
              Expect::Mark};
    case BoxHabit::Filled: return {fill(b, hand, rng), "filled", Expect::MarkOrPerson};
    case BoxHabit::Cross: break;
  }
  const double size = rng.chance(0.08) ? rng.uniform(0.45, 0.62) : rng.uniform(0.65, 1.15);
  const bool offCentre = rng.chance(profile == Profile::Harsh ? 0.12 : 0.03);
  const double dx = offCentre ? rng.uniform(0.15, 0.3) * (rng.chance(0.5) ? 1 : -1) : rng.normal(0, off),
               dy = offCentre ? rng.uniform(-0.2, 0.2) : rng.normal(0, off);
  return {cross(b, size, dx, dy, hand, rng), offCentre ? "x-off-centre" : size < 0.63 ? "x-small" : "x", Expect::Mark};
}

HandMark doubtfulBox(const Place& place, const Place* next, const Hand& hand, Rng& rng) {
  return doubtfulBox(place, next, hand, rng, rng.integer(0, kDoubtfulBoxes - 1));
}

HandMark doubtfulBox(const Place& place, const Place* next, const Hand& hand, Rng& rng, int kind) {
  const RectMm& b = place.box;
  HandMark m;
  m.expect = Expect::Unsure;
  if (kind == 3 && (!next || next->box.x <= b.x + b.w)) kind = 2;
  switch (kind) {
    case 0: {  // X, then scratched out
      m.kind = "x-scratched-out", m.strokes = cross(b, 0.9, 0, 0, hand, rng);
      m.strokes.push_back(zigzag(b.x - 0.1 * b.w, b.x + 1.1 * b.w, b.y - 0.08 * b.h, b.y + 1.08 * b.h, rng.integer(11, 18), hand, rng));
      break;
    }
    case 1: m.kind = "dot", m.strokes = {dot(at(b, rng.uniform(0.3, 0.7), rng.uniform(0.3, 0.7)), rng.uniform(0.25, 0.55), rng)}; break;
    case 2: {  // an X that stands beside its box
      const double side = place.right >= b.w * 0.9 || place.right >= place.left ? 1 : -1, room = side > 0 ? place.right : place.left;
      RectMm o{b.x + side * b.w * rng.uniform(1.12, 1.35), b.y + b.h * rng.uniform(-0.05, 0.15), b.w * 0.8, b.h * 0.8};
      if (side > 0) o.w = std::clamp(b.x + b.w + room - o.x, 0.4 * b.w, o.w);
      m.kind = "x-beside", m.strokes = cross(o, 0.9, 0, 0, hand, rng);
      break;
    }
    case 3: {  // in the middle between two boxes
      const double x = (b.x + b.w + next->box.x) / 2 - b.w / 2;
      m.kind = "x-between", m.strokes = cross({x, b.y, b.w, b.h}, std::clamp((next->box.x - b.x - b.w) / b.w, 0.5, 1.0), 0, 0, hand, rng),
      m.otherTarget = true;
      break;
    }
    case 4: m.kind = "x-faint", m.strokes = cross(b, 0.85, 0, 0, hand, rng), m.faintGray = rng.uniform(185, 212); break;
    case 5: {  // only a corner of it lies in the box
      m.kind = "stray-end";
      m.strokes = {lineBetween(at(b, rng.uniform(0.22, 0.34), rng.uniform(0.7, 0.8)), at(b, -0.6, rng.uniform(0.9, 1.1)), hand, rng)};
      break;
    }
    case 6: {
      const double g = std::min({1.2, place.above * 0.8, place.below * 0.8, place.left * 0.8, place.right * 0.8});
      m.kind = "circled", m.strokes = {ring({b.x - g, b.y - g, b.w + 2 * g, b.h + 2 * g}, hand, rng)};
      break;
    }
    default:
      m.kind = "short-dash", m.strokes = {lineBetween(at(b, rng.uniform(0.3, 0.4), rng.uniform(0.4, 0.6)),
                                                      at(b, rng.uniform(0.6, 0.72), rng.uniform(0.4, 0.6)), hand, rng)};
  }
  return m;
}

}  // namespace kp::rehearsal
