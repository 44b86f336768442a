// SPDX-License-Identifier: GPL-3.0-or-later
#include "election/text.h"

#include <atomic>

#include "election/language_scope.h"

namespace kp {
namespace {
std::atomic<Language> processLanguage = Language::Vietnamese;
thread_local std::optional<Language> threadLanguage;
}  // namespace

void setLanguage(Language language) { processLanguage = language; }
Language language() { return threadLanguage.value_or(processLanguage.load()); }

LanguageScope::LanguageScope(Language language) : m_before(threadLanguage) { threadLanguage = language; }
LanguageScope::~LanguageScope() { threadLanguage = m_before; }

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
