// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/xlsx_cells.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

namespace kp::xlsx {
namespace {

constexpr int kMaxRowNumber = 1'048'576;  ///< of the format

void appendCodeUnit(std::string& out, unsigned unit) {
  if (unit < 0x80) {
    out += static_cast<char>(unit);
  } else if (unit < 0x800) {
    out += static_cast<char>(0xC0 | (unit >> 6));
    out += static_cast<char>(0x80 | (unit & 0x3F));
  } else if (unit < 0xD800 || unit > 0xDFFF) {
    out += static_cast<char>(0xE0 | (unit >> 12));
    out += static_cast<char>(0x80 | ((unit >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (unit & 0x3F));
  }
}

/// "_x000D_" stands for a character XML cannot hold (ECMA-376, ST_Xstring).
std::string unescaped(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned unit = 0;
    if (text[i] == '_' && i + 6 < text.size() && text[i + 1] == 'x' && text[i + 6] == '_') {
      const auto read = std::from_chars(&text[i + 2], &text[i + 6], unit, 16);
      if (read.ec == std::errc() && read.ptr == &text[i + 6]) {
        appendCodeUnit(out, unit);
        i += 6;
        continue;
      }
    }
    out += text[i];
  }
  return out;
}

std::string textOf(const pugi::xml_node& node) {
  std::string out;
  for (const auto& child : node.children())
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) out += child.value();
  return out;
}

/// The text of a string item: its own <t> and those of its runs <r>; phonetic runs <rPh> are no text.
std::string stringItem(const pugi::xml_node& item) {
  std::string out;
  for (const auto& child : item.children()) {
    if (localName(child) == "t") out += textOf(child);
    if (localName(child) == "r") out += textOf(childOf(child, "t"));
  }
  return unescaped(out);
}

/// "AB12" → column 28 (from 1); 0 when the reference has no letters. More than three letters are beyond any sheet.
int columnOf(std::string_view reference) {
  int column = 0;
  for (std::size_t i = 0; i < reference.size() && i < 4 && reference[i] >= 'A' && reference[i] <= 'Z'; ++i)
    column = column * 26 + (reference[i] - 'A' + 1);
  return column;
}

/// A number as people wrote it: whole ones without exponent (party card numbers have 12 digits).
std::string numberText(const std::string& value, bool date, bool from1904) {
  double number = 0;
  const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
  if (read.ec != std::errc() || read.ptr != value.data() + value.size() || !std::isfinite(number)) return value;
  if (date) {
    const std::string day = dateText(number, from1904);
    if (!day.empty()) return day;
  }
  constexpr double kExact = 1e15;  // whole numbers a double holds, as many digits as the format keeps
  if (std::abs(number) < kExact && number == std::floor(number)) return std::to_string(static_cast<long long>(number));
  return value;
}

std::string cellText(const pugi::xml_node& cell, const Book& book) {
  const std::string_view type = cell.attribute("t").value();
  if (type == "inlineStr") return stringItem(childOf(cell, "is"));
  const std::string value = textOf(childOf(cell, "v"));
  if (type == "s") {
    std::size_t index = 0;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), index);
    return read.ec == std::errc() && index < book.strings.size() ? book.strings[index] : std::string();
  }
  if (type == "str") return unescaped(value);
  if (!type.empty() && type != "n") return value;
  const std::size_t style = cell.attribute("s").as_uint();
  return value.empty() ? value : numberText(value, style < book.dateStyles.size() && book.dateStyles[style], book.from1904);
}

bool isBlank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

/// False when a cell with text stands beyond kMaxTableColumns.
bool readRow(const pugi::xml_node& node, const Book& book, SheetRow& row) {
  int column = 0;
  for (const auto& cell : node.children()) {
    if (localName(cell) != "c") continue;
    const int given = columnOf(cell.attribute("r").value());
    column = given > 0 ? given : column + 1;
    std::string text = cellText(cell, book);
    if (isBlank(text)) continue;
    if (column > kMaxTableColumns) return false;
    if (row.cells.size() < static_cast<std::size_t>(column)) row.cells.resize(static_cast<std::size_t>(column));
    row.cells[static_cast<std::size_t>(column) - 1] = std::move(text);
  }
  return true;
}

/// Number formats every spreadsheet program knows without their code (ECMA-376 18.8.30): dates, and dates with times.
bool isBuiltInDate(unsigned id) {
  return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) || id == 57 || id == 58;
}

}  // namespace

std::string_view localName(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node childOf(const pugi::xml_node& parent, std::string_view name) {
  for (const auto& child : parent.children())
    if (localName(child) == name) return child;
  return {};
}

void readSharedStrings(const pugi::xml_node& root, Book& book) {
  for (const auto& item : root.children())
    if (localName(item) == "si") book.strings.push_back(stringItem(item));
}

bool isDateFormat(std::string_view code) {
  bool day = false, month = false, clock = false;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = code[i];
    if (c == '"' || c == '[') {
      const std::size_t end = code.find(c == '"' ? '"' : ']', i + 1);
      if (end == std::string_view::npos) break;
      i = end;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;  // the next character is shown as it is, or leaves its width
    } else {
      day = day || c == 'd' || c == 'D' || c == 'y' || c == 'Y';
      month = month || c == 'm' || c == 'M';
      clock = clock || c == 'h' || c == 'H' || c == 's' || c == 'S';
    }
  }
  return day || (month && !clock);
}

void readStyles(const pugi::xml_node& root, Book& book) {
  std::map<unsigned, bool> custom;
  for (const auto& format : childOf(root, "numFmts").children())
    custom[format.attribute("numFmtId").as_uint()] = isDateFormat(format.attribute("formatCode").value());
  for (const auto& style : childOf(root, "cellXfs").children()) {
    if (localName(style) != "xf") continue;
    const unsigned id = style.attribute("numFmtId").as_uint();
    const auto found = custom.find(id);
    book.dateStyles.push_back(found != custom.end() ? found->second : isBuiltInDate(id));
  }
}

std::string dateText(double serial, bool from1904) {
  constexpr double kLastDay = 2'958'465;  // 31/12/9999
  if (!(serial >= 1) || serial > kLastDay) return {};
  // Days since 1970-01-01, then the civil calendar (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms"). Day 60 of the 1900 system is a
  // 29 February that never was: what stands before it is one day later than the count says.
  long days = static_cast<long>(serial) - (from1904 ? 24'107 : 25'569);
  if (!from1904 && serial < 60) ++days;
  const long shifted = days + 719'468;
  const long era = shifted / 146'097, ofEra = shifted - era * 146'097;
  const long yearOfEra = (ofEra - ofEra / 1'460 + ofEra / 36'524 - ofEra / 146'096) / 365;
  const long ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  const long month = (5 * ofYear + 2) / 153;
  const long day = ofYear - (153 * month + 2) / 5 + 1, civil = month < 10 ? month + 3 : month - 9;
  const long year = yearOfEra + era * 400 + (civil <= 2 ? 1 : 0);
  const auto two = [](long n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return two(day) + "/" + two(civil) + "/" + std::to_string(year);
}

Limit readRows(const pugi::xml_node& worksheet, const Book& book, std::vector<SheetRow>& rows) {
  int number = 0;
  for (const auto& node : childOf(worksheet, "sheetData").children()) {
    if (localName(node) != "row") continue;
    const int given = node.attribute("r").as_int();
    number = given > 0 ? given : number + 1;
    if (number > kMaxRowNumber) return Limit::Rows;
    SheetRow row{number, {}, node.attribute("hidden").as_bool()};
    if (!readRow(node, book, row)) return Limit::Columns;
    if (row.cells.empty()) continue;
    if (rows.size() == static_cast<std::size_t>(kMaxTableRows)) return Limit::Rows;
    rows.push_back(std::move(row));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const SheetRow& a, const SheetRow& b) { return a.number < b.number; });
  return Limit::None;
}

}  // namespace kp::xlsx
