// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string_view>

#include "lists/sheet.h"

namespace kp {

/// readTable() for text with separators. `fileName` for the messages.
Expected<Sheet> readCsv(std::string_view bytes, const std::string& fileName);

}  // namespace kp
