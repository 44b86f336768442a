// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to src/formats: the only header there that shows nlohmann-json.
#pragma once
#include <nlohmann/json.hpp>
#include <string>

namespace kp {

/// JSON as text; bytes that are not UTF-8 (a file name may have any) become U+FFFD instead of an exception. indent −1: one line.
inline std::string jsonText(const nlohmann::ordered_json& value, int indent = -1) {
  return value.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace kp
