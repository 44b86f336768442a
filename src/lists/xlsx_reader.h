// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string_view>

#include "lists/sheet.h"

namespace kp {

/// readTable() for Office Open XML workbooks (ECMA-376). `fileName` for the messages.
Expected<Sheet> readXlsx(std::string_view bytes, const std::string& fileName, const std::string& sheetName);

}  // namespace kp
