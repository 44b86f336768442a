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
    NameMeasure slipped;      ///< of a struck name whose print lies in more than one place
    BoxMeasure box;           ///< the others
    double faint = 0;         ///< the darkest line too faint to be ink (imaging/faint_line.h), measured where nothing else was seen
    int shiftX = 0, shiftY = 0;
    std::optional<InkColour> colour;  ///< of a mark on a colour scan
  };
  std::vector<TargetTrace> targets;  ///< as PageReading::marks
  /// One measure of every target.
  template <typename Measure>
  std::vector<double> each(Measure measure) const {
    std::vector<double> all;
    for (const TargetTrace& t : targets) all.push_back(measure(t));
    return all;
  }
};

}  // namespace kp
