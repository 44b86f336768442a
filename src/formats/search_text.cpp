// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/search_text.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

namespace kp {
namespace {

constexpr std::string_view kStrokedD = "\xC4\x91";  ///< đ, U+0111: a letter of its own that decomposes into nothing

}  // namespace

std::string searchText(const std::string& text) {
  utf8proc_uint8_t* folded = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &folded, options);
  if (size < 0) return text;
  std::string out(reinterpret_cast<const char*>(folded), static_cast<std::size_t>(size));
  std::free(folded);
  for (std::size_t at = 0; (at = out.find(kStrokedD, at)) != std::string::npos; ++at) out.replace(at, kStrokedD.size(), "d");
  return out;
}

std::vector<std::string> searchWords(const std::string& question) {
  std::vector<std::string> words;
  const std::string text = searchText(question);
  for (std::size_t at = 0; (at = text.find_first_not_of(" \t\r\n", at)) != std::string::npos;) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n", at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

}  // namespace kp
