// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/letter_case.h"

#include <utf8proc.h>

#include <array>
#include <cstdlib>

#include "election/utf8.h"
#include "formats/unicode.h"

namespace kp {
namespace {

void append(std::string& out, char32_t character) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const utf8proc_ssize_t size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(character), bytes.data());
  out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

char32_t lower(char32_t c) { return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))); }
char32_t upper(char32_t c) { return static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(c))); }

bool isLetterOrDigit(char32_t c) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND: return true;
    default: return false;
  }
}

std::string withoutMarks(const std::string& text) {
  utf8proc_uint8_t* out = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD);
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &out, options);
  if (size < 0) return text;
  std::string result(reinterpret_cast<const char*>(out), static_cast<std::size_t>(size));
  std::free(out);
  return result;
}

}  // namespace

std::string lowerCase(const std::string& text) {
  const auto letters = decodeUtf8(text);
  if (!letters) return text;
  std::string out;
  for (const char32_t c : *letters) append(out, lower(c));
  return out;
}

std::string folded(const std::string& text) {
  const auto letters = decodeUtf8(withoutMarks(text));
  if (!letters) return text;
  std::string out;
  bool gap = false;
  for (const char32_t c : *letters) {
    if (!isLetterOrDigit(c)) {
      gap = true;
      continue;
    }
    if (gap && !out.empty()) out += ' ';
    gap = false;
    append(out, c == U'đ' ? U'd' : c);
  }
  return out;
}

std::string titleCase(const std::string& name) {
  const auto letters = decodeUtf8(nfc(name));
  if (!letters) return name;
  std::string out;
  bool start = true;
  for (const char32_t c : *letters) {
    append(out, start ? upper(c) : lower(c));
    start = !isLetterOrDigit(c);
  }
  return out;
}

bool inOneCase(const std::string& name) {
  const auto letters = decodeUtf8(nfc(name));
  if (!letters) return false;
  std::size_t capitals = 0, small = 0;
  for (const char32_t c : *letters) {
    if (lower(c) != c) ++capitals;
    if (upper(c) != c) ++small;
  }
  return capitals + small > 1 && (capitals == 0 || small == 0);
}

}  // namespace kp
