// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "ballot/page_reading.h"
#include "scanner/imaging/page_ink.h"

namespace kp {

/// What ink beyond the targets means for a page: strokes that belong to a mark are left alone; a stamp or writing over a target makes its mark unsure;
/// ink beside an untouched target makes that unsure; all other writing is reported as the page's.
struct Strays {
  std::vector<InkBlot> writing;  ///< to a person as extra writing
};

/// `marks` are changed only towards unsure.
Strays judgeStrays(const PageGeometry& geometry, const PageInk& ink, std::vector<MarkReading>& marks);

/// The committee's seal stands in the upper left (domain.md §2): ink there is expected. Seals are set by hand: the 45 mm kept free and half as much again.
inline constexpr RectMm kSealPlace{0, 0, 66, 66};

}  // namespace kp
