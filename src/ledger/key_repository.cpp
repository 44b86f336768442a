// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/key_repository.h"

#include <algorithm>

#include "election/text.h"
#include "ledger/store.h"

namespace kp {
namespace {

template <std::size_t N>
Expected<std::array<std::uint8_t, N>> secret(Store& store, const std::string& name) {
  return reading(store, [&]() -> Expected<std::array<std::uint8_t, N>> {
    Query query(store, "SELECT value FROM secrets WHERE name = ?1");
    if (!query.with(name).step())
      return fail(ErrorKind::NotFound, tr("Tệp này là bản sao để bàn giao nên không có khóa bí mật. Hãy dùng tệp đại hội gốc.",
                                          "This file is a copy for handing on and has no secret keys. Use the original congress file."));
    const std::string_view bytes = query.bytes(0);
    std::array<std::uint8_t, N> key{};
    if (bytes.size() != N) throw StoredNonsense{trf("Khóa “{0}” sai độ dài.", "The key “{0}” has a wrong length.", name)};
    std::copy(bytes.begin(), bytes.end(), key.begin());
    return key;
  });
}

}  // namespace

Expected<CodeKey> KeyRepository::codeKey() const { return secret<32>(*m_store, "code-key"); }

Expected<SigningKey> KeyRepository::signingKey() const {
  const auto secretKey = secret<64>(*m_store, "sign-secret");
  if (!secretKey) return tl::unexpected<Error>(secretKey.error());
  const auto open = publicKey();
  if (!open) return tl::unexpected<Error>(open.error());
  return SigningKey{*open, *secretKey};
}

Expected<std::array<std::uint8_t, 32>> KeyRepository::publicKey() const {
  return reading(*m_store, [&]() -> Expected<std::array<std::uint8_t, 32>> {
    Query query(*m_store, "SELECT sign_public FROM public_key");
    if (!query.step()) throw StoredNonsense{tr("Tệp không có khóa công khai.", "There is no public key in it.")};
    return query.digest(0);
  });
}

}  // namespace kp
