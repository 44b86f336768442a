// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/base45.h"

namespace kp {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
constexpr unsigned kBase = 45;
static_assert(kAlphabet.size() == kBase);

}  // namespace

std::string toBase45(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() / 2 * 3 + 2);
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    const bool pair = i + 1 < bytes.size();
    unsigned value = static_cast<unsigned char>(bytes[i]);
    if (pair) value = value * 256 + static_cast<unsigned char>(bytes[i + 1]);
    text += kAlphabet[value % kBase];
    text += kAlphabet[value / kBase % kBase];
    if (pair) text += kAlphabet[value / kBase / kBase];
  }
  return text;
}

std::optional<std::string> fromBase45(std::string_view text) {
  if (text.size() % 3 == 1) return std::nullopt;
  std::string bytes;
  bytes.reserve(text.size() / 3 * 2 + 1);
  for (std::size_t i = 0; i < text.size(); i += 3) {
    const bool pair = i + 2 < text.size();
    unsigned value = 0, weight = 1;
    for (std::size_t k = i; k < i + (pair ? 3u : 2u); ++k, weight *= kBase) {
      const auto digit = kAlphabet.find(text[k]);
      if (digit == std::string_view::npos) return std::nullopt;
      value += static_cast<unsigned>(digit) * weight;
    }
    if (value > (pair ? 0xFFFFu : 0xFFu)) return std::nullopt;
    if (pair) bytes += static_cast<char>(value >> 8);
    bytes += static_cast<char>(value & 0xFF);
  }
  return bytes;
}

}  // namespace kp
