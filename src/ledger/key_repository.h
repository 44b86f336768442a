// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <cstdint>

#include "ballot/code_payload.h"
#include "ledger/journal.h"

namespace kp {

/// Ed25519 pair that signs the minutes; libsodium's layout (the secret key's last 32 bytes are the public key).
struct SigningKey {
  std::array<std::uint8_t, 32> publicKey{};
  std::array<std::uint8_t, 64> secretKey{};
};

/// Secrets of one congress, made when the file is created and never changed.
class KeyRepository {
 public:
  explicit KeyRepository(Store& store) : m_store(&store) {}

  /// The key of the printed codes. NotFound in a copy made for handing on (Ledger::copyForHandingOn), which has no secrets.
  Expected<CodeKey> codeKey() const;
  /// The pair that signs. NotFound in a copy made for handing on.
  Expected<SigningKey> signingKey() const;
  /// The public half, present in every copy.
  Expected<std::array<std::uint8_t, 32>> publicKey() const;

 private:
  Store* m_store;
};

}  // namespace kp
