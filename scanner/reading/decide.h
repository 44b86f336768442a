// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "ballot/form.h"
#include "ballot/page_reading.h"
#include "scanner/imaging/marks.h"

namespace kp {

/// What a measure means. Score −1 … +1: the distance to the nearest threshold, signed towards mark; 0 for unsure.
struct Decision {
  MarkState state = MarkState::Unsure;
  float score = 0;
  std::string why{};    ///< Unsure only
  bool filled = false;  ///< squares: a mark that fills the square, as a voter also cancels a cross
};

/// Nothing on or beside the name: `wider` need not be measured.
bool isUntouched(const NameMeasure& m);

/// a name is struck when ink goes through its letters (nearly) all along, untouched when there is (nearly) none on or beside it.
/// `m` was measured at the page's own spread of print, `wider` at the next wider one, where letters that lie a little off leave no ink behind.
Decision decideName(const NameMeasure& m, const NameMeasure& wider);

/// Ink darker than any fold leaves, 0 … 1: what a pen along a fold is measured by (decideAlongLine).
inline constexpr double kDarkerThanFolds = 0.40;
/// A streak across a name explains a bin or two; only a line along it, on a larger share of it than this, could hide a strike.
inline constexpr double kLineBins = 0.15;

/// Whether a pen seems to have gone along a fold or streak through the name: ink there is heavier than the same line elsewhere.
bool isPenAlongLine(const NameMeasure& m);

/// a name doubted because a pen seems to have gone along a fold is struck when ink darker than folds alone, the fold forgotten, says so; else it stays doubted.
/// `dark` and `darkWider` as in decideName, of that ink.
Decision decideAlongLine(const Decision& doubted, const NameMeasure& dark, const NameMeasure& darkWider);

/// an untouched name that a line from margin to margin crosses, on a page with `levelLines` level ones: more than folds make, and they were drawn; it goes to a person.
Decision decideAmongLines(const Decision& decided, const NameMeasure& m, std::size_t levelLines);

/// a name found struck whose print lies elsewhere than it should, or in two places, may show nothing but its own letters: a person looks.
/// `m` was measured with the print also where its halves lie (imaging/target_print.h, printAlsoAt).
Decision decideSlipped(const Decision& struck, const NameMeasure& m);

/// R-11 …: a square is marked by strokes that reach over much of it, or by filling it neatly; scribbled over, dotted or marked beside it goes to a person.
Decision decideBox(const BoxMeasure& m);

/// a filled square alone in its row is a mark; beside another mark it may be a cancelled one, and all marks of that row go to a person.
/// `decisions` as `marks`. Marks change only towards unsure.
void judgeRows(const std::vector<Decision>& decisions, std::vector<MarkReading>& marks);

/// a name found struck whose print is hardly there, measured by the page's other names, is not the name that should stand there: its row slipped in the feeder.
/// A scribble hides the print it stands on; it has more ink than any letters that slipped. `contrast` (of the names' print, NameMeasure) and `inkPerMm` (mm² at the wider spread of
/// print for each millimetre of the name) as `marks`. Marks change only towards unsure.
void judgeSlippedRows(const std::vector<double>& contrast, const std::vector<double>& inkPerMm, std::vector<MarkReading>& marks);

/// where nothing was seen but a line too faint to be ink (imaging/faint_line.h), a person looks. On names it must stand out from the page's other names, whose
/// letters' edges lie in line too. `faint` as `marks`; `paper` is the darkness of blank paper (PrintQuality). Marks change only from none to unsure.
void judgeFaintLines(const std::vector<double>& faint, double paper, std::vector<MarkReading>& marks);

/// A fold or streak along an untouched name that is as dark as the page's strikes may be one. `dark`: mean darkness of the ink on each target, 0 … 1, `onLines` the share of it on lines of the page
/// (NameMeasure). Marks change only from none to unsure.
void judgeFolds(const std::vector<double>& dark, const std::vector<double>& onLines, std::vector<MarkReading>& marks);

/// a mark much lighter than the others of its page goes to a person: set-off of wet ink, rubbed out, a hair, a slip of the pen. `dark` (mean darkness of the ink, 0 … 1) as `marks`;
/// a page with a single mark tells nothing. Marks change only from mark to unsure.
void judgePaleMarks(const std::vector<double>& dark, std::vector<MarkReading>& marks);

/// a line found over a name may as well underline the name above it where rows are close: that one goes to a person too. `marks` as geometry.targets.
void judgeLinesBetween(const PageGeometry& geometry, std::vector<MarkReading>& marks);

}  // namespace kp
