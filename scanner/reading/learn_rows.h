// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ballot/form.h"
#include "scanner/imaging/table_rules.h"

namespace kp {

/// What is printed in one name's cell: its lines of text from the top, each with its ink and where the letters stand.
struct PrintedName {
  RectMm ink;
  std::vector<RectMm> lines;      ///< ink, line by line
  std::vector<double> baselines;  ///< mm, by line
  std::vector<double> gaps;  ///< middles of the gaps between words as shares of the line's length, a line after the other (0 … 1, 1 … 2)
  double length = 0;         ///< mm, all lines and a space between each
};

/// Reads a cell; no lines when nothing is printed there.
PrintedName readName(const PrintedPage& page, const RectMm& cell);

/// How printed rows agree with the names they should show. Nobody reads letters here: lengths and places of the spaces are compared with those of the names set in Times.
struct RowsFit {
  double sizePt = 0;         ///< of the type, as if it were Times
  double score = 0;          ///< 0 … 1 over all rows
  std::vector<double> rows;  ///< each row's own agreement, 0 … 1
};

/// Agreement of `rows` with `names` in this order; both of the same size.
RowsFit fitRows(const std::vector<PrintedName>& rows, const std::vector<std::string>& names);
/// One row against one name, type of `sizePt`.
double fitRow(const PrintedName& row, const std::string& name, double sizePt);

/// Two rows that would fit much better if their names changed places, by the lengths and spaces of all rows: the pair that gains most; nullopt when the order stands.
/// Names of nearly the same length and the same words' lengths cannot be told apart so: people compare the picture.
std::optional<std::pair<std::size_t, std::size_t>> changedPlaces(const std::vector<PrintedName>& rows,
                                                                 const std::vector<std::string>& names, double sizePt);

/// Below this a row does not show its name.
inline constexpr double kRowFits = 0.5;

}  // namespace kp
