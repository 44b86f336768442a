// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/byte_codec.h"

#include <algorithm>

#include "evidence/statement.h"

namespace kp {

void ByteWriter::byte(unsigned value) { m_out += static_cast<char>(value & 0xFF); }

void ByteWriter::number(std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) byte(static_cast<unsigned>(value & 0x7F) | 0x80);
  byte(static_cast<unsigned>(value));
}

void ByteWriter::text(std::string_view value) {
  number(value.size());
  m_out += value;
}

void ByteWriter::bytes(const std::uint8_t* data, std::size_t count) { m_out.append(reinterpret_cast<const char*>(data), count); }

unsigned ByteReader::next() {
  if (m_bad || m_at >= m_in.size()) {
    m_bad = true;
    return 0;
  }
  return static_cast<unsigned char>(m_in[m_at++]);
}

unsigned ByteReader::below(unsigned limit) {
  const unsigned value = next();
  if (value < limit) return value;
  m_bad = true;
  return 0;
}

std::uint64_t ByteReader::number() {
  std::uint64_t value = 0;
  for (int shift = 0; shift < 63; shift += 7) {
    const unsigned part = next();
    value |= static_cast<std::uint64_t>(part & 0x7F) << shift;
    if (part < 0x80) return m_bad ? 0 : value;
  }
  m_bad = true;
  return 0;
}

int ByteReader::figure() {
  const std::uint64_t value = number();
  if (value <= static_cast<std::uint64_t>(kMaxFigure)) return static_cast<int>(value);
  m_bad = true;
  return 0;
}

std::string ByteReader::text(std::size_t maxBytes) {
  const std::uint64_t size = number();
  if (m_bad || size > maxBytes || size > m_in.size() - m_at) {
    m_bad = true;
    return {};
  }
  const std::string value(m_in.substr(m_at, size));
  m_at += size;
  return value;
}

void ByteReader::bytes(std::uint8_t* data, std::size_t count) {
  if (m_bad || count > m_in.size() - m_at) {
    m_bad = true;
    return;
  }
  std::copy_n(m_in.data() + m_at, count, reinterpret_cast<char*>(data));
  m_at += count;
}

}  // namespace kp
