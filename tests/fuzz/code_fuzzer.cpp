// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of codes: whatever a QR on a sheet may say. Nothing but our own encoding may come out as ours.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "ballot/code_payload.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const kp::CodeKey key{1, 2, 3};
  const kp::DecodedCode code = kp::decode(text, key, 7);
  if (code.check == kp::CodeCheck::Ours && kp::encode(code.payload, key) != text) std::abort();
  return 0;
}
