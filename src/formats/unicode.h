// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

namespace kp {

/// Text in Normalization Form C (UAX #15), the only form stored, printed and compared here. Text that is not UTF-8 is returned as it is:
/// callers that must refuse it ask decodeUtf8() (election/utf8.h) first.
std::string nfc(const std::string& text);

}  // namespace kp
