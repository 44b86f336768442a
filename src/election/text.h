// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace kp {

enum class Language { Vietnamese, English };

/// The language of messages of this process; Vietnamese until set. Set once by main before any other thread starts.
void setLanguage(Language language);
Language language();

/// Picks the text of the process's language. Both stand side by side in the code, so neither can be forgotten:
/// `tr("Không có tệp này", "No such file")`.
inline std::string tr(std::string_view vi, std::string_view en) { return std::string(language() == Language::Vietnamese ? vi : en); }

/// Replaces {0}, {1}, … in a whole sentence by the arguments, so that sentences are never put together from pieces.
template <typename... Args>
std::string trf(std::string_view vi, std::string_view en, const Args&... args);

namespace detail {
std::string fill(std::string text, const std::string* args, std::size_t count);
inline std::string shown(const std::string& s) { return s; }
inline std::string shown(std::string_view s) { return std::string(s); }
inline std::string shown(const char* s) { return s; }
template <typename N>
std::string shown(N n) {
  return std::to_string(n);
}
}  // namespace detail

template <typename... Args>
std::string trf(std::string_view vi, std::string_view en, const Args&... args) {
  const std::string list[] = {detail::shown(args)..., std::string()};
  return detail::fill(tr(vi, en), list, sizeof...(Args));
}

}  // namespace kp
