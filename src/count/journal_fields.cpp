// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/journal_fields.h"

#include <algorithm>

namespace kp {
namespace {

constexpr char kHex[] = "0123456789ABCDEF";
constexpr std::size_t kMaxDigits = 12;  ///< far above any count here, far below overflow

std::string escaped(const std::string& value) {
  std::string out;
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (c != '%' && c != ';' && byte >= 0x20 && byte != 0x7F) {
      out += c;
      continue;
    }
    out += '%';
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
  }
  return out;
}

int hexDigit(char c) {
  const char* const end = kHex + 16;
  const char* const at = std::find(kHex, end, c);
  return at == end ? -1 : static_cast<int>(at - kHex);
}

std::string unescaped(const std::string& value) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const bool code = value[i] == '%' && i + 2 < value.size() && hexDigit(value[i + 1]) >= 0 && hexDigit(value[i + 2]) >= 0;
    out += code ? static_cast<char>(hexDigit(value[i + 1]) * 16 + hexDigit(value[i + 2])) : value[i];
    if (code) i += 2;
  }
  return out;
}

}  // namespace

std::string fieldsText(const std::vector<std::pair<std::string, std::string>>& fields) {
  std::string text;
  for (const auto& [name, value] : fields) text += (text.empty() ? "" : "; ") + name + "=" + escaped(value);
  return text;
}

std::map<std::string, std::string> readFields(const std::string& text) {
  std::map<std::string, std::string> fields;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find("; ", at), text.size());
    const std::string field = text.substr(at, end - at);
    const std::size_t equals = field.find('=');
    if (equals != std::string::npos) fields.emplace(field.substr(0, equals), unescaped(field.substr(equals + 1)));
    at = end + 2;
  }
  return fields;
}

long numberIn(const std::map<std::string, std::string>& fields, const std::string& name, long otherwise) {
  const std::string text = textIn(fields, name);
  if (text.empty() || text.size() > kMaxDigits || text.find_first_not_of("0123456789") != std::string::npos) return otherwise;
  return std::stol(text);
}

std::string textIn(const std::map<std::string, std::string>& fields, const std::string& name) {
  const auto at = fields.find(name);
  return at == fields.end() ? std::string() : at->second;
}

}  // namespace kp
