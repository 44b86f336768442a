// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "lists/list_import.h"

/// Files for the tests of src/lists, made by other libraries than the ones that read them. Every name is invented.
namespace kp::test {

using Rows = std::vector<std::vector<std::string>>;

/// A sheet as the reader would give it, numbered from 1; rows without text left out.
inline Sheet sheetOf(const Rows& rows) {
  Sheet sheet{"danh-sach.csv", {}, {}, {}};
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (!rows[i].empty()) sheet.rows.push_back({static_cast<int>(i) + 1, rows[i], false});
  return sheet;
}

/// The sheet of a file that must be readable.
inline Sheet readOrFail(const std::string& bytes, const std::string& fileName) {
  auto sheet = readTable(bytes, fileName);
  if (sheet) return *sheet;
  ADD_FAILURE() << sheet.error().what;
  return {};
}

/// The error of a file that must be refused.
inline Error refusalOf(const std::string& bytes, const std::string& fileName) {
  const auto sheet = readTable(bytes, fileName);
  if (!sheet) return sheet.error();
  ADD_FAILURE() << fileName << " was read: " << sheet->rows.size() << " rows";
  return {};
}

/// Row of the preview with this number; fails the test when there is none.
inline const ImportRow& rowAt(const ImportPreview& preview, int number) {
  static const ImportRow none;
  for (const auto& row : preview.rows)
    if (row.number == number) return row;
  ADD_FAILURE() << "no row " << number;
  return none;
}

inline bool hasRemark(const ImportRow& row, RemarkKind kind) {
  for (const auto& remark : row.remarks)
    if (remark.kind == kind) return true;
  return false;
}

inline std::vector<std::string> acceptedNames(const ImportPreview& preview) {
  std::vector<std::string> names;
  for (const auto& row : preview.rows)
    if (row.state == RowState::Accepted) names.push_back(row.person.name);
  return names;
}

/// A zip archive of these files, written by libarchive.
std::string zipOf(const std::vector<std::pair<std::string, std::string>>& files);
/// A workbook of one worksheet as LibreOffice and report generators write it by hand: `sheetData` is what stands between <sheetData> and its end.
std::string workbookOf(const std::string& sheetData, const std::vector<std::pair<std::string, std::string>>& more = {});
/// A file written by libxlsxwriter: the program under `write` gets the workbook. Returns its bytes.
std::string writtenByLibrary(void (*write)(void* workbook));

}  // namespace kp::test
