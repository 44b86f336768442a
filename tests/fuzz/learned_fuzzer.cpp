// SPDX-License-Identifier: GPL-3.0-or-later
// The geometry of a learned ballot as the journal keeps it. What is accepted must be written and read back to the same text.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "formats/learned_form_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto form = kp::parseLearnedForm(std::string(reinterpret_cast<const char*>(data), size));
  if (!form) return 0;
  const std::string written = kp::learnedFormJson(*form);
  const auto again = kp::parseLearnedForm(written);
  if (!again || kp::learnedFormJson(*again) != written) std::abort();
  return 0;
}
