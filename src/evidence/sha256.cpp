// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/sha256.h"

#include <sodium.h>

namespace kp {

std::array<std::uint8_t, 32> sha256(std::string_view bytes) {
  std::array<std::uint8_t, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return hash;
}

}  // namespace kp
