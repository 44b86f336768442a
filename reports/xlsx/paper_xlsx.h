// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "election/error.h"
#include "reports/paper.h"

namespace kp {

/// A paper as a workbook of one worksheet (bảng tính .xlsx): its head, its texts and its tables in order, A4 upright, one page wide. Whole numbers and shares
/// ("97,70") are numbers, so that the level above can add them up. The file is written in the folder for temporary files and read back; Io with the library's words.
Expected<std::string> paperXlsx(const Paper& paper);

}  // namespace kp
