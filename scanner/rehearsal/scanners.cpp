// SPDX-License-Identifier: GPL-3.0-or-later
// Which scanners and which passes a profile knows.
#include <algorithm>
#include <cmath>

#include "scanner/rehearsal/feeder.h"

namespace kp::rehearsal {
namespace {

/// Ballot papers are white, recycled, or tinted so that contests are told apart.
Colour pickPaper(Rng& rng, double tinted) {
  if (rng.chance(1 - tinted)) {
    const double w = rng.uniform(236, 253);
    return {w, w, w - rng.uniform(0, 8)};
  }
  static const std::vector<Colour> tints = {{252, 244, 190}, {250, 214, 222}, {205, 228, 248}, {208, 240, 205}, {232, 226, 214}};
  return rng.pick(tints);
}

/// The lightest pencil that is called a mark, and how far a scanner must keep it from the paper for a person to see it on the scan: else the truth would be untrue.
constexpr double kLightestMark = 168, kSeenContrast = 38;

Streak pickStreak(Rng& rng) {
  Streak s;
  s.xShare = rng.uniform(0.02, 0.98), s.widthPx = rng.integer(1, 4), s.cover = rng.uniform(0.25, 0.95);
  s.level = rng.chance(0.85) ? rng.uniform(50, 190) : 255;
  return s;
}

}  // namespace

double toneOf(const Scanner& s, double gray) { return std::clamp(std::pow(gray / 255, s.gamma) * 255 * s.gain + s.offset, 0.0, 255.0); }

Scanner pickScanner(Rng& rng, Profile profile, bool bilevel) {
  Scanner s;
  if (profile == Profile::Clean) {
    s.quality = 90;
    return s;
  }
  const bool harsh = profile == Profile::Harsh;
  s.backing = rng.chance(0.65) ? rng.uniform(225, 252) : rng.uniform(4, 60);
  s.paper = pickPaper(rng, harsh ? 0.35 : 0.15);
  s.gain = harsh ? rng.uniform(0.78, 1.1) : rng.uniform(0.92, 1.05);
  s.offset = harsh ? rng.uniform(-22, 25) : rng.uniform(-6, 8);
  s.gamma = harsh ? rng.uniform(0.75, 1.3) : rng.uniform(0.92, 1.1);
  s.lampFall = harsh ? rng.uniform(0, 0.12) : rng.uniform(0, 0.04);
  s.blurMm = harsh ? rng.uniform(0.02, 0.15) : rng.uniform(0, 0.075);
  if (rng.chance(harsh ? 0.35 : 0.3)) s.sharpen = rng.uniform(0.3, harsh ? 1.4 : 0.9);
  s.noise = harsh ? rng.uniform(2, 11) : rng.uniform(0.8, 4.5);
  s.quality = harsh ? rng.integer(40, 92) : rng.integer(70, 92);
  s.marginMm = rng.chance(0.5) ? 0 : rng.chance(0.8) ? rng.uniform(0.5, 10) : rng.uniform(-1.5, 0);
  s.edgeShadow = rng.chance(0.5), s.writesDpi = rng.chance(0.85);
  if (bilevel) s.gain = 1, s.offset = 0, s.gamma = std::max(1.0, s.gamma), s.noise = std::min(s.noise, 5.0);
  const double white = s.paper.luma() / 255;
  while (toneOf(s, 250 * white) - toneOf(s, kLightestMark * white) < kSeenContrast) s.offset -= 4, s.gamma += 0.03;
  if (rng.chance(harsh ? 0.16 : 0.01)) s.streaks.push_back(pickStreak(rng));
  if (harsh && rng.chance(0.04)) s.streaks.push_back(pickStreak(rng));
  return s;
}

Pass pickPass(Rng& rng, Profile profile) {
  Pass p;
  if (profile == Profile::Clean) {
    p.rotation = rng.uniform(-0.3, 0.3), p.shiftX = rng.normal(0, 0.3), p.shiftY = rng.normal(0, 0.3);
    return p;
  }
  const bool harsh = profile == Profile::Harsh;
  p.rotation = harsh ? std::clamp(rng.normal(0, 1.8), -5.0, 5.0) : std::clamp(rng.normal(0, 0.7), -2.5, 2.5);
  if (rng.chance(harsh ? 0.25 : 0.05))
    p.turn = 180;
  else if (harsh && rng.chance(0.03))
    p.turn = rng.chance(0.5) ? 90 : 270;
  p.shiftX = rng.normal(0, harsh ? 1.6 : 1.0), p.shiftY = rng.normal(0, harsh ? 2.0 : 1.2);
  p.scaleX = 1 + std::clamp(rng.normal(0, 0.003), -0.01, 0.01),
  p.scaleY = 1 + std::clamp(rng.normal(0, harsh ? 0.005 : 0.003), -0.01, 0.01);
  p.shear = rng.normal(0, harsh ? 0.0018 : 0.0007);
  if (rng.chance(harsh ? 0.4 : 0.15))
    p.wobbleMm = rng.uniform(0.05, harsh ? 0.4 : 0.15), p.wobblePeriodMm = rng.uniform(30, 150), p.wobblePhase = rng.uniform(0, 6.28);
  return p;
}

}  // namespace kp::rehearsal
