// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "scanner/rehearsal/sheet.h"

namespace kp::rehearsal {

/// The committee's round seal, red or violet, of 30–38 mm, around `centre`. `strength` 0…1.
void stampSeal(Sheet& sheet, PointMm centre, double strength, Rng& rng);
/// A crease over the whole page, `at` mm from the top (or the left edge): a dark and a light edge, toner cracked where it crosses print.
void fold(Sheet& sheet, bool horizontal, double at, double strength, Rng& rng);
/// A field of short creases.
void crumple(Sheet& sheet, double strength, Rng& rng);
void specks(Sheet& sheet, int count, Rng& rng);
/// What stands on the other side, or has come off on this side when the sheet lay folded: mirrored, blurred, `strength` 0.03–0.12.
void showThrough(Sheet& sheet, double strength, bool mirrored);
void coffeeRing(Sheet& sheet, PointMm centre, Rng& rng);
void fingerprint(Sheet& sheet, PointMm centre, double strength, Rng& rng);
/// The holes and the shadow of a staple in the upper left corner.
void staple(Sheet& sheet, double backing, Rng& rng);
void punchHoles(Sheet& sheet, double backing, Rng& rng);
/// A corner (0 upper left … 3 lower left, clockwise) missing or folded over, its legs so short that no target is touched.
void lostCorner(Sheet& sheet, const PageGeometry& geometry, int corner, bool folded, double backing, Rng& rng);

/// All of the above as the profile has it. Returns what was done, for the truth file.
std::vector<std::string> wear(Sheet& sheet, const PageGeometry& geometry, double backing, Rng& rng, Profile profile);

}  // namespace kp::rehearsal
