// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "count/assembly.h"

namespace kp {

/// The sheets of one ballot, in page order, with the doubts that their grouping raises.
struct SheetGroup {
  std::vector<std::size_t> sheets;  ///< indices into the pass
  std::vector<Reason> doubts;
  bool complete = true;
};

/// A pass divided into ballots and sheets that are in none.
struct GroupedSheets {
  std::vector<SheetGroup> groups;
  std::vector<std::size_t> setAside;
  std::vector<std::vector<Reason>> added;  ///< by sheet: what grouping found beyond the reading
};

/// Divides a pass by the rules of assemble(); judges nothing.
GroupedSheets groupSheets(const Contest& contest, int pages, const std::vector<PassSheet>& sheets);

}  // namespace kp
