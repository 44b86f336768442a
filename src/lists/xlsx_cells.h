// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "lists/sheet.h"

/// Parts of a workbook as text (ECMA-376 part 1, clause 18). Inner header of src/lists.
namespace kp::xlsx {

/// What cells refer to.
struct Book {
  std::vector<std::string> strings;  ///< shared strings
  std::vector<bool> dateStyles;      ///< by cell style: shows a date
  bool from1904 = false;             ///< day 0 is 1904-01-01 (old Mac workbooks) instead of 1899-12-30
};

/// An element's name without its namespace prefix.
std::string_view localName(const pugi::xml_node& node);
/// The first child of this local name; an empty node when there is none.
pugi::xml_node childOf(const pugi::xml_node& parent, std::string_view name);

/// Fills `strings` from sharedStrings.xml.
void readSharedStrings(const pugi::xml_node& root, Book& book);
/// Fills `dateStyles` from styles.xml.
void readStyles(const pugi::xml_node& root, Book& book);

/// What stopped the reading of one worksheet.
enum class Limit { None, Rows, Columns };
/// Rows with text of one worksheet, by number. Stops at kMaxTableRows and kMaxTableColumns.
Limit readRows(const pugi::xml_node& worksheet, const Book& book, std::vector<SheetRow>& rows);

/// A day number as dd/mm/yyyy; "" outside 1900 … 9999.
std::string dateText(double serial, bool from1904);
/// True when a number format shows a day, month or year: its code has d, m or y outside quotes and brackets, and not only minutes beside h or s.
bool isDateFormat(std::string_view code);

}  // namespace kp::xlsx
