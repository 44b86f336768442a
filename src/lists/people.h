// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "lists/columns.h"
#include "lists/list_import.h"

/// From rows to people. Inner header of src/lists.
namespace kp::lists {

/// Everything the three previews share: the layout found, each row judged by its name, namesakes and repetitions found, columns and notes of the list.
/// `most` is the number of rows that may be accepted, 0 any.
struct Judged {
  ImportPreview preview;
  Layout layout;
  std::vector<std::size_t> source;  ///< by row of the preview: its index in Sheet::rows
};
Judged judgePeople(const Sheet& sheet, std::size_t most);

/// Rejects a row: its state and the reason.
void reject(ImportRow& row, RemarkKind kind, std::string what);

}  // namespace kp::lists
