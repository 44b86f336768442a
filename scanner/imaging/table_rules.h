// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <vector>

#include "ballot/form.h"
#include "scanner/imaging/page_view.h"
#include "scanner/raster.h"

namespace kp {

/// A straight rule of a table: its height (or, running down, its distance from the left), and from where to where it runs, mm.
struct Rule {
  double at = 0, from = 0, to = 0;
};

/// What is printed on a straightened page: the rules of its tables, and all other print.
struct PrintedPage {
  std::vector<Rule> across, down;  ///< sorted by `at`
  Gray letters;                    ///< at kPxPerMm: 1 where print is that is no rule

  /// The box round the print within an area, mm; nullopt when there is less than a dot.
  std::optional<RectMm> printIn(const RectMm& area) const;
};

/// Reads rules of 12 mm and longer off a page at 2 × kPxPerMm that lies straight.
PrintedPage readPrint(const Raster& reference);

/// Words and lines of text that touch none of `apart` by `room` mm, the longest first, none longer than `longest` mm: print by which a scan can be judged.
std::vector<RectMm> textBoxes(const PrintedPage& page, const std::vector<RectMm>& apart, double room, double longest);

/// One column of a table: between two neighbouring rules running down, cut into cells by the rules across it.
struct TableColumn {
  double left = 0, right = 0;  ///< mm, between the rules
  std::vector<RectMm> cells;   ///< from the top, without the rules
};

/// The columns of all tables of a page from the left; those without two cells left out.
std::vector<TableColumn> columnsOf(const PrintedPage& page);

}  // namespace kp
