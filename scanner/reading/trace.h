// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <vector>

#include "scanner/imaging/ink_colour.h"
#include "scanner/imaging/page_lines.h"
#include "scanner/imaging/registration.h"
#include "scanner/reading/page_form.h"

namespace kp {

/// What was measured on the way to one page's reading, for debug pictures and for measuring thresholds (tests/accuracy). Filled as far as the reading went.
struct ReadingTrace {
  std::optional<Registration> registration;
  PrintQuality quality;
  std::vector<PageLine> lines;
  PageInk ink;
  struct TargetTrace {
    NameMeasure name, wider;  ///< name targets, at the page's spread of print and the next wider one
    BoxMeasure box;           ///< the others
    int shiftX = 0, shiftY = 0;
    std::optional<InkColour> colour;  ///< of a mark on a colour scan
  };
  std::vector<TargetTrace> targets;  ///< as PageReading::marks
};

}  // namespace kp
