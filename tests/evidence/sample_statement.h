// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <sodium.h>

#include "evidence/base45.h"
#include "evidence/statement.h"

namespace kp::test {

inline KeyPair sampleKey(std::uint8_t first = 7) {
  std::array<std::uint8_t, 32> seed{};
  seed[0] = first;
  return makeKeyPair(seed);
}

/// `names` candidates, `present` ballots all valid, votes spread below `present`, the first half elected.
inline Statement sampleStatement(std::size_t names = 9, int present = 348) {
  Statement s;
  s.congress = "ht-xviii";
  s.contest = "bch";
  s.convened = present + 2;
  s.present = s.issued = s.returned = s.base = present;
  s.valid = present - 1;
  s.invalid = 1;
  for (std::size_t i = 0; i < names; ++i) {
    CandidateVotes v;
    v.yes = s.valid - static_cast<int>(i * 7 % 50);
    v.no = s.valid - v.yes;
    s.votes.push_back(v);
  }
  for (std::size_t i = 0; i < (names + 1) / 2; ++i) s.elected.push_back(i);
  for (std::size_t i = 0; i < s.journalHead.size(); ++i) s.journalHead[i] = static_cast<std::uint8_t>(i * 37);
  s.madeAt = 1444900000;
  s.program = "0.1.0";
  normalise(s);
  return s;
}

/// A correctly signed code over any bytes, as somebody with a key of their own could make it.
inline std::string signBody(const std::string& body, const KeyPair& key) {
  const std::string message = "kiemphieu-statement/1" + body;
  std::string all = body;
  all.append(reinterpret_cast<const char*>(key.publicKey.data()), key.publicKey.size());
  Signature signature;
  crypto_sign_detached(signature.data(), nullptr, reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                       key.secretKey.data());
  all.append(reinterpret_cast<const char*>(signature.data()), signature.size());
  return "KPM1:" + toBase45(all);
}

}  // namespace kp::test
