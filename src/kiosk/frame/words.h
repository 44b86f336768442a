// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <string_view>

#include "election/text.h"

namespace kp::kiosk {

/// A text for the screen made in C++, in both languages like kp::trf (whose short name QObject::tr would hide): `words("{0} phiếu", "{0} ballots", n)`.
template <typename... Args>
QString words(std::string_view vi, std::string_view en, const Args&... args) {
  return QString::fromStdString(kp::trf(vi, en, args...));
}
/// With a capital at its start, for a choice or a column of its own.
inline QString capitalised(QString sentence) {
  if (!sentence.isEmpty()) sentence[0] = sentence[0].toUpper();
  return sentence;
}
inline QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

}  // namespace kp::kiosk
