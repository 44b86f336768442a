// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "reports/paper.h"

namespace kp {

/// Rows as CSV for spreadsheet programs: UTF-8 with BOM, separator ';' (what Excel expects where the decimal sign is a comma, as in Vietnam), CRLF, quotes as
/// RFC 4180. A cell that a spreadsheet program would take for a formula (it begins with = + - @, tab or CR and is no number) gets an apostrophe in front.
std::string csvText(const std::vector<std::vector<std::string>>& rows);

/// The tables of a paper with their heads, one below the other with an empty row between (bảng kết quả dạng CSV).
std::string tablesCsv(const Paper& paper);

}  // namespace kp
