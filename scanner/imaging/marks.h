// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "scanner/imaging/target_print.h"

namespace kp {

/// A straight dark line over the page that no pen drew: a fold (horizontal) or the streak of a dirty sensor (vertical). Millimetres of the page.
struct PageLine {
  Point from, to;
  double weight = 0;  ///< darkness added up across it, median over its length where nothing is printed: pixels (1/8 mm) of full black
  double halfWidthMm = 0.55;
};

/// Ink found on one printed name, as shares of the name's length in bins of kBinMm (so 1 = all along).
struct NameMeasure {
  double contrast = 0;          ///< of the print, see AlignedPatch
  double through = 0;           ///< bins with ink at the height of the letters: what a strike-through covers
  double inked = 0;             ///< bins with ink at letter height as a share of all bins, seen or hidden
  double inside = 0;            ///< bins with ink anywhere in the name's box
  double below = 0, above = 0;  ///< bins with ink only under / only over the name's box
  double visible = 1;           ///< bins in which the print leaves enough paper to see a stroke; only these count above
  double around =
      0;  ///< the larger of the shares of bins with ink under and over the box, wherever else they have ink: stamps and writing cross rows, strokes do not
  double worstFifth = 0;  ///< `through` of the worst fifth of the name in which anything can be seen
  int blindFifths = 0;    ///< fifths of the name in which print hides everything
  double fall =
      0;  ///< how much lower the ink in the name's last fifth lies than in its first, as a share of the box's height (less than 0: higher): a slanted stroke
  double level = 0.5;  ///< mean height of the solid ink in the box, 0 its top, 1 its bottom: letters' bodies end at 0.8 of it
  int wordGaps = 0,
      gapsCrossed = 0;    ///< spaces between its words, and those with ink across them: a strike crosses, letters that bled do not
  double longestGap = 0;  ///< longest run of bins without ink at letter height, as a share
  double inkMm2 = 0;      ///< ink in the box
  double inkDark = 0;     ///< mean darkness of that ink, 0 … 1
  double steep = 1;       ///< how suddenly the ink begins, see marks::steepness
  double solidMm2 =
      0;  ///< the part of it with ink all round (3 × 3 px): pens leave it, edges of letters printed a little off are too thin to
  double onLines = 0;  ///< share of the bins at letter height whose only ink lies on a fold or streak
  double lineExcess =
      0;  ///< how much heavier such a line is here than along the rest of the page: 1 the same, more when a pen went along it, 0 without lines
};

/// The ink in a square as two straight strokes: the longest line, and the one that explains most of what the longest leaves.
struct TwoStrokes {
  double second = 0;     ///< share of the ink on the second line alone
  double beyond = 0;     ///< share on neither
  double awayMm = 0;     ///< mean distance of the second line's ink from the first: of a bent stroke little, of two strokes more
  double degrees = 0;    ///< angle between them, 0 … 90, in steps of 5
  double tilt = 0;       ///< of the one nearer to level or upright, 0 … 45 degrees
  double armMm = 0;      ///< where they cross: ink on the shortest of the four arms; 0 where they only meet, or run side by side
  double offCentre = 0;  ///< where they meet: 0 in the middle of the window, 1 at its sides (or corners), more beyond
  double meetMm = 0;     ///< height of the point where they meet below the middle of the ink; 0 of parallel ones
};

/// Ink found in and round one printed square.
struct BoxMeasure {
  double contrast = 0;  ///< of the square's print
  double inkMm2 = 0;    ///< ink inside the square
  double fill = 0;      ///< ink as a share of the inside that no fold or streak hides
  double extent = 0;    ///< longer side of the ink's bounding box inside, as a share of the square's side
  double reachMm = 0;   ///< diagonal of that box: the length of a mark of one stroke
  double narrow =
      1;  ///< the shorter extent of the middle 80 % of the ink, as a share of the square's side: a line along an edge is narrow, no mark is
  double core =
      1;  ///< the same of the ink that lies farther from the square's line than print is misplaced, as a share of the side of that part; 0 without ink there
  double thickMm =
      0;  ///< radius of the largest circle that lies all in the ink inside: half of a stroke's width, much more in the star of a seal
  double banded =
      0;  ///< share of the ink in columns inked from top to bottom of the square, or rows from side to side, a little askew allowed: a streak, not a pen's mark
  double loop =
      0;  ///< the largest piece of paper that ink encloses on all sides, as a share of the ink's bounding box: 0 of a cross, most of an O
  double strokes =
      0;  ///< median number of separate runs met on horizontal and vertical cuts through the inked part (the larger of both): X 2, tick or slash 1, scribble many
  TwoStrokes two;
  double outsideMm2 = 0;  ///< ink beside the square; where there is ink inside, only what does not come out of the square
  double inkDark = 0;
  double onLinesMm2 = 0;  ///< ink inside on folds and streaks, not in inkMm2
  double worstNinth = 0;  ///< the same of the emptiest of nine equal parts of the inside: a cross leaves some of them blank
  double spillMm2 = 0;    ///< ink that comes out of the square over its line
  double ringed =
      0;  ///< share of the directions towards the middles of its sides in which ink lies close to it, beyond its line: 1 inside a ring
  double lineExcess = 0;  ///< as in NameMeasure
  double steep = 1;       ///< as in NameMeasure
};

/// `lineExcess` of a name where too little of the line is seen beside its print.
inline constexpr double kUnknownExcess = 9;
/// Darkness below which nothing is added to a line's weight, 0 … 255: paper grain. How far from the line its weight is gathered, px.
inline constexpr int kLineGrain = 8, kLineReach = 5;

/// Length of one bin along a name: as long as the narrowest letter pair, so that each bin shows some paper between letters.
inline constexpr double kBinMm = 1.25;

/// Makes paper of what lies on a fold or streak: for print that is looked at itself, not for marks on it.
void takeLinesAway(AlignedPatch& patch, const PrintPatch& print, const std::vector<PageLine>& lines);

/// Measures one line of a name. `box` is the name's box (mm), `ink` from findInk on the patch of `print`, `lines` masks what folds and streaks explain.
NameMeasure measureName(const PrintPatch& print, const AlignedPatch& patch, Spread spread, const Gray& ink, const RectMm& box,
                        const std::vector<PageLine>& lines);

/// Measures one square; `box` its outer edge (mm).
BoxMeasure measureBox(const PrintPatch& print, const AlignedPatch& patch, const Gray& ink, const RectMm& box,
                      const std::vector<PageLine>& lines);

}  // namespace kp
