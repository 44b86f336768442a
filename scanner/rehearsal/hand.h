// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "scanner/rehearsal/sheet.h"

namespace kp::rehearsal {

/// The pen's point on its way: millimetres on the page, and how hard it is pressed (0 lifted … 1 usual … 1.4 hard).
struct Nib {
  double x = 0, y = 0, force = 1;
};
using Stroke = std::vector<Nib>;

enum class StrikeHabit { Straight, Wavy, Double, Triple, Slanted, Scribble, Loops, Pieces, ByWords, Retraced };
enum class BoxHabit { Cross, Tick, Slash, LargeCross, LongTick, Filled };

/// How one voter writes; drawn once a ballot, so that all its marks look alike.
struct Hand {
  double slope = 0;         ///< radians, lines rise (<0) or fall (>0) to the right
  double bow = 0;           ///< sagitta of a line over its length
  double tremorMm = 0;      ///< amplitude across the line
  double tremorWaveMm = 8;  ///< length of one tremble: slow hands short, quick hands long
  double force = 1;         ///< mean pressure
  double overshootMm = 1;   ///< how far lines run beyond their aim; negative: short of it
  double scatter = 1;       ///< how carelessly marks are placed, 0 … 2
  double hook = 0;          ///< probability of a hook where the pen is lifted
  double height = 0.56;     ///< preferred height of a strike in a printed line, 0 top … 1 bottom
  StrikeHabit strike = StrikeHabit::Straight;
  BoxHabit box = BoxHabit::Cross;
};

Hand pickHand(Rng& rng, Profile profile);

/// One movement through the given points: a smooth curve with this hand's tremor and pressure, a hook at the end at times. Points closer than the pen
/// sees are joined; fewer than two points give an empty stroke.
Stroke moveThrough(const std::vector<PointMm>& points, const Hand& hand, Rng& rng);

/// A line from a to b, bowed as this hand bows.
Stroke lineBetween(PointMm a, PointMm b, const Hand& hand, Rng& rng);

/// Up and down between two heights from x0 to x1, `turns` half waves; `round` 0 zigzag … 1 wave.
Stroke zigzag(double x0, double x1, double yTop, double yBottom, int turns, const Hand& hand, Rng& rng);

/// A coil running from x0 to x1 around height y.
Stroke coil(double x0, double x1, double y, double radiusMm, double pitchMm, const Hand& hand, Rng& rng);

/// A closed ring around a rectangle, overlapping its own start.
Stroke ring(const RectMm& around, const Hand& hand, Rng& rng);

/// A dot pressed and turned on the spot.
Stroke dot(PointMm at, double radiusMm, Rng& rng);

/// Something like a line of handwriting from (x, y of the baseline), about `widthMm` long with letters `xHeightMm` high; never legible.
std::vector<Stroke> writing(PointMm from, double widthMm, double xHeightMm, const Hand& hand, Rng& rng);

/// A signature about `widthMm` wide around its centre.
std::vector<Stroke> signature(PointMm centre, double widthMm, const Hand& hand, Rng& rng);

}  // namespace kp::rehearsal
