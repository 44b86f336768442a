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

/// R-11 …: a square is marked by strokes that reach over much of it, or by filling it neatly; scribbled over, dotted or marked beside it goes to a person.
Decision decideBox(const BoxMeasure& m);

/// a filled square alone in its row is a mark; beside another mark it may be a cancelled one, and all marks of that row go to a person.
/// `decisions` as `marks`. Marks change only towards unsure.
void judgeRows(const std::vector<Decision>& decisions, std::vector<MarkReading>& marks);

/// a line found over a name may as well underline the name above it where rows are close: that one goes to a person too. `marks` as geometry.targets.
void judgeLinesBetween(const PageGeometry& geometry, std::vector<MarkReading>& marks);

}  // namespace kp
