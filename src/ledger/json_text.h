// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace kp {

/// A string as a JSON literal with its quotation marks; only '"', '\' and control characters are escaped.
std::string jsonQuoted(std::string_view text);

/// One JSON object on one line, keys in the order they were added: the canonical text of the journal. Internal to src/ledger.
class JsonObject {
 public:
  JsonObject& text(std::string_view key, std::string_view value) { return raw(key, jsonQuoted(value)); }
  JsonObject& number(std::string_view key, std::int64_t value) { return raw(key, std::to_string(value)); }
  /// `json` is JSON already.
  JsonObject& raw(std::string_view key, std::string_view json);
  std::string str() const { return m_text + "}"; }

 private:
  std::string m_text = "{";
};

}  // namespace kp
