// SPDX-License-Identifier: GPL-3.0-or-later
// The QR text of the minutes. A statement that is accepted must be one that this program can sign.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "evidence/statement.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto statement = kp::parseStatement(std::string_view(reinterpret_cast<const char*>(data), size));
  if (statement && !kp::canonicalBytes(statement->statement)) std::abort();
  return 0;
}
