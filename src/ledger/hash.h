// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kp {

/// BLAKE2b-256 (RFC 7693), unkeyed.
using Digest = std::array<std::uint8_t, 32>;

/// Hash of any bytes.
Digest hashOf(std::string_view bytes);
/// 64 lowercase hexadecimal digits.
std::string toHex(const Digest& digest);
/// The inverse; nullopt for anything but 64 hexadecimal digits.
std::optional<Digest> digestFromHex(std::string_view hex);

/// Unambiguous byte string of a list of fields, for hashing: each field is one type letter and then
/// 's' + length (8 bytes, little endian) + bytes · 'i' + two's complement (8 bytes, little endian) · 'r' + IEEE 754 double (8 bytes,
/// little endian; −0 is written as 0, as SQLite does) · 'n' for "none". No two lists of fields give the same bytes.
class Canonical {
 public:
  Canonical& text(std::string_view value);
  Canonical& integer(std::int64_t value);
  Canonical& real(double value);
  Canonical& none();
  Canonical& digest(const Digest& value);
  const std::string& bytes() const { return m_bytes; }
  Digest hash() const { return hashOf(m_bytes); }

 private:
  void number(char tag, std::uint64_t bits);
  std::string m_bytes;
};

}  // namespace kp
