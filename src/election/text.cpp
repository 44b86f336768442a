// SPDX-License-Identifier: GPL-3.0-or-later
#include "election/text.h"

namespace kp {
namespace {
Language g_language = Language::Vietnamese;
}

void setLanguage(Language language) { g_language = language; }
Language language() { return g_language; }

std::string detail::fill(std::string text, const std::string* args, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool slot = text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}' && text[i + 1] >= '0' && text[i + 1] <= '9';
    const std::size_t n = slot ? static_cast<std::size_t>(text[i + 1] - '0') : count;
    if (slot && n < count) {
      out += args[n];
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace kp
