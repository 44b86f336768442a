// SPDX-License-Identifier: GPL-3.0-or-later
// Records as they come back into the program: results out of packages and archives, records held against derived ones, ink prints out of congress files. The first byte chooses.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "ballot/ink_print.h"
#include "formats/json_compare.h"
#include "formats/result_reader.h"

namespace {

/// What is accepted is written to the same bytes, and is as near to itself as can be.
void inkPrint(const std::string& bytes) {
  const auto print = kp::decodeInkPrint(bytes);
  const kp::InkSheet sheet(bytes);
  if (!print && !sheet.empty()) std::abort();
  if (!print) return;
  if (!print->empty() && kp::encodeInkPrint(*print) != bytes) std::abort();
  const kp::InkLikeness self = sheet.compare(sheet);
  if (!sheet.empty() && self.apart != 0) std::abort();
}

/// A text never differs from itself, and two differ whichever is named first.
void differences(const std::string& text) {
  const std::size_t half = text.size() / 2;
  const std::string a = text.substr(0, half), b = text.substr(half);
  if (kp::jsonDifferences(a, b).empty() != kp::jsonDifferences(b, a).empty()) std::abort();
  if (!kp::jsonDifferences(text, text).empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 3) {
    case 0: inkPrint(bytes); break;
    case 1: differences(bytes); break;
    default: static_cast<void>(kp::parseResult(bytes));
  }
  return 0;
}
