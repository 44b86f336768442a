// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "lists/sheet.h"

/// Which column of a table holds what. Inner header of src/lists.
namespace kp::lists {

enum class Meaning {
  Number,      ///< STT
  FullName,    ///< Họ và tên
  FamilyName,  ///< Họ, Họ đệm: without the given name
  GivenName,   ///< Tên
  Birth,       ///< Ngày sinh, Năm sinh; several columns where it is split (nam · nữ, ngày · tháng · năm)
  Position,    ///< Chức vụ
  Unit,        ///< Đơn vị, Chi bộ
  Role,        ///< Vai trò in the counting committee
  Note,        ///< Ghi chú
  Present,     ///< Có mặt, Điểm danh
  Absent,      ///< Vắng
  Standing,    ///< Loại đại biểu: chính thức, dự khuyết, dự bị
  Status,      ///< Diện, Tình trạng sinh hoạt, Lý do vắng
};

/// The layout of one table.
struct Layout {
  struct Column {
    std::size_t index = 0;  ///< from 0
    std::string title;      ///< as in the file, sub-header after it
    std::optional<Meaning> meaning;
  };
  std::vector<Column> columns;           ///< all with a title or a meaning, by index
  std::optional<std::size_t> header;     ///< index in Sheet::rows of the header
  std::size_t first = 0;                 ///< index in Sheet::rows of the first row that may be a person
  std::vector<std::size_t> headerRows;   ///< header and sub-header
  std::optional<std::size_t> numberRow;  ///< the row "(1) (2) (3)"
  bool secondNameIgnored = false;        ///< there is another column of full names

  bool has(Meaning meaning) const;
  std::vector<std::size_t> all(Meaning meaning) const;
};

/// What a column title means, nullopt for one that no list needs. Capitals, diacritics and punctuation are ignored.
std::optional<Meaning> meaningOf(const std::string& title);
/// A meaning in words, process's language.
std::string meaningText(Meaning meaning);

/// Finds the header, a second header row, the row of column numbers; without header the column of names.
Layout findLayout(const Sheet& sheet);

/// The text of a cell, "" beyond the row's end.
const std::string& cellAt(const SheetRow& row, std::size_t column);
/// The texts of all columns of a meaning, spaces mended and NFC, joined by `between`.
std::string textOf(const SheetRow& row, const Layout& layout, Meaning meaning, const std::string& between);
/// True when the row repeats the header (lists printed over several pages).
bool repeatsHeader(const SheetRow& row, const Layout& layout);

}  // namespace kp::lists
