// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <sodium.h>

#include <cstdlib>

namespace kp {

/// Before any use of libsodium. Idempotent and thread safe; it fails only where the system has no random source, and then nothing may go on.
inline void sodiumReady() {
  if (sodium_init() < 0) std::abort();
}

}  // namespace kp
