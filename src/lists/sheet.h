// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "election/error.h"

namespace kp {

inline constexpr std::size_t kMaxTableFileBytes = 32U << 20;  ///< a list of 2,000 people is below 1 MB; more is some other file
inline constexpr int kMaxTableRows = 20'000;                  ///< the longest list (domain.md §7) has about 1,600 people
inline constexpr int kMaxTableColumns = 256;                  ///< the widest export of the party-member database has some 80

/// One row that has text; blank rows are left out, which `number` shows.
struct SheetRow {
  int number = 0;                  ///< as the spreadsheet program shows it, from 1; in CSV the record
  std::vector<std::string> cells;  ///< UTF-8 as in the file (not NFC), from column A; trailing empty cells cut off
  bool hidden = false;             ///< hidden or filtered away in the workbook
};

/// One table (bảng) of a file.
struct Sheet {
  std::string fileName;
  std::string name;                      ///< of the worksheet, "" in CSV
  std::vector<std::string> otherSheets;  ///< worksheets of the same file that were not read
  std::vector<SheetRow> rows;
};

/// Reads a table from the bytes of a file; `fileName` gives the suffix (.csv .txt .tsv · .xlsx .xlsm) and stands in the messages.
/// CSV: UTF-8 with or without BOM, UTF-16 with BOM; separator , ; or tab found by itself or given by a line "sep=;"; quotes as RFC 4180; any line ends.
/// XLSX: shared and inline strings, rich text, numbers as shown without format, dates as dd/mm/yyyy, formulas by their stored value; of several worksheets
/// the visible one with the most rows (the first of equals), or the one called `sheetName`.
/// BadInput, with what to do: empty, too large, another kind of file than its suffix says, an old .xls, encrypted, broken off, text that is no Unicode, no text
/// in it, a quote that is never closed, more rows or columns than the limits above, an archive that unpacks to far more than a list can be.
/// NotFound: no worksheet of that name.
Expected<Sheet> readTable(std::string_view bytes, const std::string& fileName, const std::string& sheetName = {});

}  // namespace kp
