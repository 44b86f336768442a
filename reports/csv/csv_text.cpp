// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/csv/csv_text.h"

#include <algorithm>
#include <string_view>

namespace kp {
namespace {

constexpr char kSeparator = ';';

bool isPlainNumber(std::string_view cell) {
  if (!cell.empty() && (cell[0] == '-' || cell[0] == '+')) cell.remove_prefix(1);
  return !cell.empty() && std::all_of(cell.begin(), cell.end(), [](char c) { return (c >= '0' && c <= '9') || c == ',' || c == '.'; });
}

/// OWASP, "CSV Injection": what a spreadsheet program evaluates when it opens the file.
bool looksLikeFormula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+-@\t\r").find(cell[0]) != std::string_view::npos && !isPlainNumber(cell);
}

std::string cellText(const std::string& cell) {
  const std::string guarded = looksLikeFormula(cell) ? "'" + cell : cell;
  const bool edges = !guarded.empty() && (guarded.front() == ' ' || guarded.back() == ' ');
  if (!edges && guarded.find_first_of(";\"\r\n,\t") == std::string::npos) return guarded;
  std::string out = "\"";
  for (const char c : guarded) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

}  // namespace

std::string csvText(const std::vector<std::vector<std::string>>& rows) {
  std::string out = "\xEF\xBB\xBF";
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += kSeparator;
      out += cellText(row[i]);
    }
    out += "\r\n";
  }
  return out;
}

std::string tablesCsv(const Paper& paper) {
  std::vector<std::vector<std::string>> rows;
  for (const PaperBlock& block : paper.blocks) {
    const Table* table = std::get_if<Table>(&block);
    if (!table) continue;
    if (!rows.empty()) rows.emplace_back();
    auto& head = rows.emplace_back();
    for (const Column& column : table->columns) head.push_back(column.title);
    rows.insert(rows.end(), table->rows.begin(), table->rows.end());
  }
  return csvText(rows);
}

}  // namespace kp
