// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "ballot/page_reading.h"
#include "scanner/reading/trace.h"

namespace kp {

/// The pieces of print of the program's own page that stand in a row of targets and are none.
std::vector<RowPrint> rowPrints(const FormPage& page, const Raster& reference);
/// The same of a learned page: its names, on the faces that have squares.
std::vector<RowPrint> rowPrints(const FormPage& page, const Raster& reference, const std::vector<Target>& names);

/// A stroke through the name beside squares contradicts what stands in them, and one through a number may be meant for the name: the row goes to a person ("row-struck"). Uses the page's
/// placement, quality and lines of `trace`; `marks` are as geometry.targets.
void judgeRowPrint(const PageView& view, const PageForm& page, const ReadingTrace& trace, std::vector<MarkReading>& marks);

}  // namespace kp
