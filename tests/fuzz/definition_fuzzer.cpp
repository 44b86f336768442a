// SPDX-License-Identifier: GPL-3.0-or-later
// A definition that is accepted must be written and read back to the same congress.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "formats/definition.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto congress = kp::parseDefinition(std::string(reinterpret_cast<const char*>(data), size));
  if (!congress) return 0;
  const auto again = kp::parseDefinition(kp::writeDefinition(*congress));
  if (!again || !(*again == *congress)) std::abort();
  return 0;
}
