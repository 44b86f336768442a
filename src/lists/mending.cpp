// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/mending.h"

#include <algorithm>
#include <string_view>

#include "election/utf8.h"
#include "formats/unicode.h"

namespace kp::lists {
namespace {

/// Bytes of the space character a text starts with; 0 when it starts with none. Space, tab, line ends, U+00A0, U+2000…U+200A, U+202F, U+3000.
std::size_t spaceBytes(std::string_view text) {
  const auto at = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  if (at(0) == ' ' || (at(0) >= '\t' && at(0) <= '\r')) return 1;
  if (at(0) == 0xC2 && at(1) == 0xA0) return 2;
  if (at(0) == 0xE2 && at(1) == 0x80 && ((at(2) >= 0x80 && at(2) <= 0x8A) || at(2) == 0xAF)) return 3;
  return at(0) == 0xE3 && at(1) == 0x80 && at(2) == 0x80 ? 3 : 0;
}

}  // namespace

std::string singleSpaced(const std::string& text) {
  std::string out;
  bool gap = false;
  for (std::string_view rest = text; !rest.empty();) {
    if (const std::size_t space = spaceBytes(rest)) {
      gap = true;
      rest.remove_prefix(space);
      continue;
    }
    if (gap && !out.empty()) out += ' ';
    gap = false;
    out += rest[0];
    rest.remove_prefix(1);
  }
  return out;
}

std::string mended(const std::string& text) { return nfc(singleSpaced(text)); }

bool isNumber(const std::string& text) {
  bool digit = false;
  for (const char c : text) {
    const bool isDigit = c >= '0' && c <= '9';
    if (!isDigit && std::string_view(" .,()-+/%").find(c) == std::string_view::npos) return false;
    digit = digit || isDigit;
  }
  return digit;
}

bool isLetters(const std::string& text) {
  const auto letters = decodeUtf8(text);
  if (!letters) return false;
  bool any = false;
  for (const char32_t c : *letters) {
    const bool sign = c == U' ' || c == U'\'' || c == U'’' || c == U'-' || c == U'.' || c == U'(' || c == U')';
    const bool ascii = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    if (!sign && !ascii && c < 0xC0) return false;
    any = any || ascii || (!sign && c >= 0xC0);
  }
  return any;
}

std::size_t wordCount(const std::string& text) {
  const std::string words = singleSpaced(text);
  return words.empty() ? 0 : static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')) + 1;
}

}  // namespace kp::lists
