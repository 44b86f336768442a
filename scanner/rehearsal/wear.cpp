// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/rehearsal/wear.h"

#include <algorithm>

namespace kp::rehearsal {
namespace {

/// Somewhere on the page, at times just where a target lies.
PointMm somewhere(const PageGeometry& g, Rng& rng) {
  if (!g.targets.empty() && rng.chance(0.4)) {
    const RectMm& b = rng.pick(g.targets).box;
    return {b.x + b.w * rng.uniform(), b.y + b.h * rng.uniform()};
  }
  return {rng.uniform(0.05, 0.95) * g.widthMm, rng.uniform(0.05, 0.95) * g.heightMm};
}

void folds(Sheet& sheet, const PageGeometry& g, bool harsh, Rng& rng, std::vector<std::string>& done) {
  if (!rng.chance(harsh ? 0.55 : 0.3)) return;
  const double strength = harsh ? rng.uniform(0.4, 1.3) : rng.uniform(0.2, 0.8);
  const int kind = rng.integer(0, harsh ? 3 : 1);
  const double half = sheet.heightMm() * rng.uniform(0.47, 0.53);
  if (kind == 0 || kind == 3) fold(sheet, true, half, strength, rng);
  if (kind == 1) fold(sheet, true, half, strength, rng), fold(sheet, false, sheet.widthMm() * rng.uniform(0.47, 0.53), strength * 0.8, rng);
  if (kind == 2)
    for (double third : {1.0, 2.0}) fold(sheet, true, sheet.heightMm() * (third / 3 + rng.normal(0, 0.01)), strength, rng);
  if (kind == 3) fold(sheet, rng.chance(0.7), somewhere(g, rng).y * (rng.chance(0.5) ? 1.0 : 0.6), strength, rng);
  done.push_back("fold");
}

void seals(Sheet& sheet, const PageGeometry& g, bool harsh, Rng& rng, std::vector<std::string>& done) {
  if (!rng.chance(0.9)) return;
  const double k = rng.uniform();
  const double unit = g.widthMm / 210;
  PointMm c{rng.uniform(26, 46) * unit, rng.uniform(22, 44) * unit};
  std::string where = "seal";
  if (k < (harsh ? 0.12 : 0.02))
    c = somewhere(g, rng), where = "seal-on-list";
  else if (k < (harsh ? 0.25 : 0.05))
    c = {rng.uniform(0.6, 0.85) * g.widthMm, rng.uniform(0.82, 0.93) * g.heightMm}, where = "seal-below";
  stampSeal(sheet, c, rng.uniform(0.5, 1.0), rng);
  done.push_back(where);
}

}  // namespace

std::vector<std::string> wear(Sheet& sheet, const PageGeometry& g, double backing, Rng& rng, Profile profile) {
  std::vector<std::string> done;
  if (profile == Profile::Clean) return done;
  const bool harsh = profile == Profile::Harsh;
  const auto now = [&](double office, double rough, const char* what) {
    const bool yes = rng.chance(harsh ? rough : office);
    if (yes) done.push_back(what);
    return yes;
  };
  seals(sheet, g, harsh, rng, done);
  if (now(0.01, 0.06, "coffee")) coffeeRing(sheet, somewhere(g, rng), rng);
  if (now(0.03, 0.12, "fingerprint")) fingerprint(sheet, somewhere(g, rng), rng.uniform(0.06, 0.28), rng);
  if (now(0.05, 0.15, "show-through")) showThrough(sheet, rng.uniform(0.03, 0.09), rng.chance(0.7));
  specks(sheet, rng.integer(0, harsh ? 70 : 12), rng);
  if (now(0.02, 0.12, "crumple")) crumple(sheet, rng.uniform(0.3, harsh ? 1.0 : 0.5), rng);
  folds(sheet, g, harsh, rng, done);
  if (now(0.01, 0.05, "staple")) staple(sheet, backing, rng);
  if (now(0.005, 0.04, "punched")) punchHoles(sheet, backing, rng);
  if (now(0.01, 0.08, "corner")) lostCorner(sheet, g, rng.integer(0, 3), rng.chance(0.6), backing, rng);
  return done;
}

}  // namespace kp::rehearsal
