// SPDX-License-Identifier: GPL-3.0-or-later
#include "election/utf8.h"

#include <algorithm>

namespace kp {
namespace {

struct Lead {
  std::size_t length;  // bytes of the whole sequence, 0 when the byte cannot start one
  char32_t bits;       // value bits of the first byte
  char32_t smallest;   // below it the form is over-long
};

Lead leadOf(unsigned char byte) {
  if (byte < 0x80) return {1, byte, 0};
  if (byte >= 0xC2 && byte <= 0xDF) return {2, static_cast<char32_t>(byte & 0x1F), 0x80};
  if (byte >= 0xE0 && byte <= 0xEF) return {3, static_cast<char32_t>(byte & 0x0F), 0x800};
  if (byte >= 0xF0 && byte <= 0xF4) return {4, static_cast<char32_t>(byte & 0x07), 0x10000};
  return {0, 0, 0};
}

bool isInvisible(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF0 && c <= 0xFFFB);
}

}  // namespace

std::optional<std::u32string> decodeUtf8(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Lead lead = leadOf(static_cast<unsigned char>(text[i]));
    if (lead.length == 0 || i + lead.length > text.size()) return std::nullopt;
    char32_t value = lead.bits;
    for (std::size_t k = 1; k < lead.length; ++k) {
      const auto byte = static_cast<unsigned char>(text[i + k]);
      if ((byte & 0xC0) != 0x80) return std::nullopt;
      value = (value << 6) | (byte & 0x3FU);
    }
    if (value < lead.smallest || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return std::nullopt;
    out.push_back(value);
    i += lead.length;
  }
  return out;
}

std::size_t codePoints(std::string_view text) {
  const auto decoded = decodeUtf8(text);
  return decoded ? decoded->size() : text.size();
}

bool hasInvisibleCharacter(std::string_view text) {
  const auto decoded = decodeUtf8(text);
  return decoded && std::any_of(decoded->begin(), decoded->end(), isInvisible);
}

}  // namespace kp
