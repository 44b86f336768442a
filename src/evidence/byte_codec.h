// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kp {

/// Writes the compact forms of this folder: bytes, LEB128 varints, texts with their length.
class ByteWriter {
 public:
  void byte(unsigned value);  ///< 0…255
  void number(std::uint64_t value);
  void text(std::string_view value);
  void bytes(const std::uint8_t* data, std::size_t count);
  std::string take() { return std::move(m_out); }

 private:
  std::string m_out;
};

/// Reads them back. Any bytes allowed: after the first thing that does not fit, good() is false and every answer is 0 or empty.
class ByteReader {
 public:
  explicit ByteReader(std::string_view in) : m_in(in) {}
  unsigned below(unsigned limit);  ///< one byte, less than `limit`
  std::uint64_t number();          ///< at most 63 bits
  int figure();                    ///< 0…kMaxFigure of statement.h
  std::string text(std::size_t maxBytes);
  void bytes(std::uint8_t* data, std::size_t count);
  /// Everything fitted and nothing is left over.
  bool good() const { return !m_bad && m_at == m_in.size(); }

 private:
  unsigned next();
  std::string_view m_in;
  std::size_t m_at = 0;
  bool m_bad = false;
};

}  // namespace kp
