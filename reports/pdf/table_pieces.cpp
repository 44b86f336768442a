// SPDX-License-Identifier: GPL-3.0-or-later
// A ruled table: each row a piece that draws its own frame, so that it can stand first or last on any page.
#include <algorithm>

#include "reports/pdf/pieces.h"

namespace kp::typeset {
namespace {

constexpr double kPad = 1.6;     // between rule and text, sideways
constexpr double kRowAir = 1.2;  // above and below the text together
constexpr double kRule = 0.2;
constexpr double kTableGap = 2.2;  // above a table

std::vector<double> widthsOf(const Table& table) {
  double fixed = 0;
  int open = 0;
  for (const auto& column : table.columns) {
    fixed += column.widthMm;
    open += column.widthMm == 0;
  }
  std::vector<double> widths;
  for (const auto& column : table.columns) widths.push_back(column.widthMm > 0 ? column.widthMm : (kWidth - fixed) / std::max(1, open));
  return widths;
}

Piece rowOf(const Table& table, const std::vector<double>& widths, const std::vector<std::string>& cells, FontStyle style, bool head) {
  Piece row;
  std::vector<std::vector<std::string>> lines;
  std::size_t most = 1;
  for (std::size_t c = 0; c < widths.size(); ++c) {
    const double room = widths[c] - 2 * kPad;
    lines.push_back(evenLines(c < cells.size() ? cells[c] : std::string(), room, table.sizePt, style));
    most = std::max(most, lines.back().size());
  }
  const double step = pitch(table.sizePt);
  row.height = kRowAir + step * static_cast<double>(most);
  double x = kLeft;
  for (std::size_t c = 0; c < widths.size(); ++c) {
    double y = (row.height - step * static_cast<double>(lines[c].size())) / 2 + topMm(table.sizePt, style) +
               (step - topMm(table.sizePt, style) - depthMm(table.sizePt, style)) / 2;
    const Align align = head ? Align::Centre : table.columns[c].align;
    for (const auto& line : lines[c]) {
      const double width = textWidthMm(line, table.sizePt, style);
      const double left = align == Align::Left    ? x + kPad
                          : align == Align::Right ? x + widths[c] - kPad - width
                                                  : x + (widths[c] - width) / 2;
      row.texts.push_back({left, y, table.sizePt, style, line});
      y += step;
    }
    row.lines.push_back({x, 0, x, row.height, kRule});
    x += widths[c];
  }
  row.lines.push_back({x, 0, x, row.height, kRule});
  row.lines.push_back({kLeft, 0, x, 0, kRule});
  row.lines.push_back({kLeft, row.height, x, row.height, kRule});
  return row;
}

}  // namespace

void addTable(Flow& flow, const Table& table) {
  const auto widths = widthsOf(table);
  std::vector<std::string> titles;
  for (const auto& column : table.columns) titles.push_back(column.title);
  Piece head = rowOf(table, widths, titles, FontStyle::Bold, true);
  head.keepNext = true;
  flow.tableHeads.push_back(head);
  head.before = kTableGap;
  flow.pieces.push_back(std::move(head));
  const int number = static_cast<int>(flow.tableHeads.size()) - 1;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    Piece row = rowOf(table, widths, table.rows[i], FontStyle::Regular, false);
    row.table = number;
    // Two rows at least under a head and at the end of a table.
    row.keepNext = table.rows.size() > 1 && (i == 0 || i + 2 == table.rows.size());
    flow.pieces.push_back(std::move(row));
  }
}

}  // namespace kp::typeset
