// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kp {

/// Decodes UTF-8 strictly (RFC 3629: no over-long forms, no surrogates, nothing above U+10FFFF). nullopt when the bytes are not UTF-8.
std::optional<std::u32string> decodeUtf8(std::string_view text);

/// Number of code points; of text that is not UTF-8 the number of bytes (an upper bound, so limits still hold).
std::size_t codePoints(std::string_view text);

/// True when the text has a control character or one that shows nothing (C0, C1, zero-width, bidirectional marks, U+2028/9, BOM):
/// on a ballot such a name looks like another one and is not.
bool hasInvisibleCharacter(std::string_view text);

}  // namespace kp
