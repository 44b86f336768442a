// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/json_text.h"

namespace kp {

std::string jsonQuoted(std::string_view text) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20) {
      out += "\\u00";
      out += kDigits[byte >> 4];
      out += kDigits[byte & 15];
    } else {
      out += c;
    }
  }
  return out + '"';
}

JsonObject& JsonObject::raw(std::string_view key, std::string_view json) {
  if (m_text.size() > 1) m_text += ',';
  m_text += jsonQuoted(key);
  m_text += ':';
  m_text += json;
  return *this;
}

}  // namespace kp
