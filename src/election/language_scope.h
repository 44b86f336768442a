// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>

#include "election/text.h"

namespace kp {

/// While it lives, texts made on this thread are in `language`, whatever the process's is: official papers are Vietnamese (36-HD/VPTW) although the people at the
/// screen may have chosen English. Other threads are not touched. May be nested.
class LanguageScope {
 public:
  explicit LanguageScope(Language language);
  ~LanguageScope();
  LanguageScope(const LanguageScope&) = delete;
  LanguageScope& operator=(const LanguageScope&) = delete;

 private:
  std::optional<Language> m_before;
};

}  // namespace kp
