// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace kp {

/// Base45 of RFC 9285: two bytes become three characters, a last single byte two. Every character is in the QR alphanumeric alphabet,
/// so a symbol carries 1.5 characters of 5.5 bits a byte.
std::string toBase45(std::string_view bytes);

/// The bytes; nullopt for a character outside the alphabet, a group above 65535 (or 255 at the end) or a length no encoder writes. Never throws.
std::optional<std::string> fromBase45(std::string_view text);

}  // namespace kp
