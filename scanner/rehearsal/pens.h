// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "scanner/rehearsal/hand.h"

namespace kp::rehearsal {

/// A pen as it behaves on paper. Widths were taken from what the trade names say (fine 0.3 mm … medium 0.5 mm line, felt tips 0.8–1.5 mm).
struct Pen {
  std::string name = "ballpoint";
  Colour colour{30, 30, 40};
  double widthMm = 0.45;      ///< at usual force
  double widthByForce = 0.3;  ///< share of the width that follows the force
  double cover = 0.95;        ///< share of the paper hidden at usual force
  double coverByForce = 0.3;  ///< share of the cover that follows the force
  double grain = 0.08;        ///< how much the paper's tooth shows, 0 … 1
  double skipsPerMm = 0;      ///< how often the ball fails
  double skipMm = 0.8;        ///< mean length of a failure
  double blob = 0;            ///< probability of a blot where a stroke begins
  double wetEnds = 0;         ///< extra radius in mm where the pen rests (felt tip, fountain pen)
  double edge = 0;            ///< ink gathers at the edges, 0 … 1
  double nibAngle = -1;       ///< radians of a broad nib; < 0 round
};

/// The pen of one voter. Clean decks: good dark ballpoints. `lastResort` also draws worn pens and pencils.
Pen pickPen(Rng& rng, Profile profile);
/// A pencil whose line comes out about `gray` on white paper, 120–170 for a legible one.
Pen pencil(Rng& rng, double gray);
/// A red ballpoint; the second ink of R-19 beside a blue or black one.
Pen otherColour(const Pen& first, Rng& rng);
/// The same pen, pressed so lightly or so dry that its line comes out about `gray` on white paper.
Pen faint(Pen pen, double gray);

/// Writes strokes on the sheet; each stroke darkens what it crosses.
void write(Sheet& sheet, const std::vector<Stroke>& strokes, const Pen& pen, Rng& rng);

/// Lightens or darkens along a stroke by up to `delta` gray levels, with soft edges: creases, scratches.
void shadeAlong(Sheet& sheet, const Stroke& strokeMm, double widthMm, double delta);

}  // namespace kp::rehearsal
