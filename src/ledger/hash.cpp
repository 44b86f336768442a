// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/hash.h"

#include <sodium.h>

#include <cstring>

namespace kp {

Digest hashOf(std::string_view bytes) {
  Digest out{};
  crypto_generichash(out.data(), out.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr, 0);
  return out;
}

std::string toHex(const Digest& digest) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  out.reserve(2 * digest.size());
  for (const std::uint8_t byte : digest) {
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

std::optional<Digest> digestFromHex(std::string_view hex) {
  Digest out{};
  if (hex.size() != 2 * out.size()) return std::nullopt;
  const auto value = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
  };
  for (std::size_t i = 0; i < out.size(); ++i) {
    const int high = value(hex[2 * i]), low = value(hex[2 * i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    out[i] = static_cast<std::uint8_t>(high << 4 | low);
  }
  return out;
}

void Canonical::number(char tag, std::uint64_t bits) {
  m_bytes += tag;
  for (int shift = 0; shift < 64; shift += 8) m_bytes += static_cast<char>(bits >> shift & 0xff);
}

Canonical& Canonical::text(std::string_view value) {
  number('s', value.size());
  m_bytes += value;
  return *this;
}

Canonical& Canonical::integer(std::int64_t value) {
  number('i', static_cast<std::uint64_t>(value));
  return *this;
}

Canonical& Canonical::real(double value) {
  if (value == 0) value = 0;  // −0 == 0, and SQLite stores it as 0
  std::uint64_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  number('r', bits);
  return *this;
}

Canonical& Canonical::none() {
  m_bytes += 'n';
  return *this;
}

Canonical& Canonical::digest(const Digest& value) { return text({reinterpret_cast<const char*>(value.data()), value.size()}); }

}  // namespace kp
