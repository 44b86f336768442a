// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "scanner/reading/trace.h"
#include "sheet.h"

namespace kp::test {

/// What is really measured on a printed ballot whose even targets are marked; the tests then change one field at a time.
inline std::vector<ReadingTrace::TargetTrace> measured(const Printed& printed, const std::string& with) {
  Sheet sheet(printed);
  markEvery(sheet, printed.geometry(), stroke(with));
  ReadingTrace trace;
  printed.reader().read(sheet.scan(), trace);
  return trace.targets;
}

inline NameMeasure nameOf(std::size_t target) {
  static const auto targets = measured(strikeOut(), "straight");
  NameMeasure m = targets.at(target).name;
  if (target % 2 == 0) m.through = m.inked = m.inside = 1, m.longestGap = 0, m.inkDark = 0.6;
  return m;
}

inline NameMeasure struck() { return nameOf(0); }
inline NameMeasure untouched() { return nameOf(1); }

inline BoxMeasure boxOf(std::size_t target) {
  static const auto targets = measured(columns(), "X");
  BoxMeasure m = targets.at(target).box;
  if (target % 2 == 0) m.extent = 1, m.inkDark = 0.6;
  return m;
}

inline BoxMeasure crossed() { return boxOf(0); }
inline BoxMeasure empty() { return boxOf(1); }

}  // namespace kp::test
