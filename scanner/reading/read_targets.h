// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "scanner/reading/decide.h"
#include "scanner/reading/trace.h"

namespace kp {

/// Reads every target of a placed page (`trace.registration`): its print is aligned, taken away, and what is left is measured and decided, one target for itself.
/// Adds a mark for each target to `out.marks` in the order of the geometry, sets `out.inkPrint`, and fills `trace`. The decisions go on to what judges the page as a whole (decide.h).
std::vector<Decision> readTargets(const PageView& view, const PageForm& page, PageReading& out, ReadingTrace& trace);

}  // namespace kp
