// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "ballot/form.h"
#include "scanner/imaging/table_rules.h"

namespace kp {

/// The places to mark beside the names of a page: for each row (`cells`, whose first is candidate `first`) one target a field, in the columns to the right of the names that are
/// empty, or hold a printed square, in nearly every row. An empty cell's target is the cell without its rules; a square's its outer edge.
/// BadInput when there are fewer such columns than fields; a note when there are more.
Expected<std::vector<Target>> boxesBeside(const PrintedPage& page, const std::vector<TableColumn>& nameColumns,
                                          const std::vector<RectMm>& cells, std::size_t first, const std::vector<Field>& fields,
                                          std::vector<std::string>& notes);

}  // namespace kp
