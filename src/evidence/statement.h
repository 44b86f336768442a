// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "election/tally.h"

namespace kp {

using PublicKey = std::array<std::uint8_t, 32>;  ///< Ed25519
using SecretKey = std::array<std::uint8_t, 64>;  ///< Ed25519 as libsodium keeps it: seed and public key
using Signature = std::array<std::uint8_t, 64>;
using Hash = std::array<std::uint8_t, 32>;  ///< BLAKE2b-256, also of the journal's head

/// What the minutes' QR code says (bản khai kết quả): enough to check a printed sheet against the congress file without the file's owner.
struct Statement {
  std::string congress, contest;  ///< ids
  int round = 1;
  ContestKind kind = ContestKind::Election;
  int convened = 0, present = 0, issued = 0, returned = 0, valid = 0, invalid = 0, base = 0;
  std::vector<CandidateVotes> votes;  ///< ballot order
  std::vector<std::size_t> elected;   ///< indices; always from high to low, equal votes in ballot order (R-29), see normalise()
  Hash journalHead{};                 ///< of the journal when the statement was made
  std::int64_t madeAt = 0;            ///< seconds since 1970-01-01T00:00:00Z
  std::string program;                ///< version of the program that made it
  friend bool operator==(const Statement&, const Statement&) = default;
};

struct SignedStatement {
  Statement statement;
  PublicKey key{};  ///< the congress's; whoever checks compares it with a key known from elsewhere
  Signature signature{};
};

struct KeyPair {
  PublicKey publicKey{};
  SecretKey secretKey{};
};

/// The key pair belonging to a 32-byte seed.
KeyPair makeKeyPair(const std::array<std::uint8_t, 32>& seed);

/// Puts `elected` into the order of R-29, the only order the compact form can carry.
void normalise(Statement& statement);

/// The bytes that are signed: numbers as varints, what can be computed (Không đồng ý, Tín nhiệm thấp) only where it does not follow from the rest.
/// BadInput when the statement cannot be carried: more than kMaxCandidates, ids over 64 bytes, program over 32 bytes, negative or over kMaxFigure,
/// an elected index twice or beyond the list, high/medium/low in an election or yes/no in a confidence vote.
Expected<std::string> canonicalBytes(const Statement& statement);

/// The text for the QR code: "KPM1:" and the Base45 of statement, public key and Ed25519 signature; QR alphanumeric characters only.
/// 234 names with 4-digit votes make about 1,050 characters: version 18 at error correction L, 89 modules. Errors as canonicalBytes.
Expected<std::string> signStatement(const Statement& statement, const SecretKey& secretKey);

/// Reads such a text and checks its signature under the key inside. Any bytes allowed, never throws.
/// BadInput: no statement of this program. Damaged: broken off or changed (the signature does not fit).
Expected<SignedStatement> parseStatement(std::string_view text);

/// What a person compares by eye: the first 16 hexadecimal digits of the canonical bytes' hash, "3F0A-91BC-77D2-05E4". "" where canonicalBytes fails.
std::string shortCode(const Statement& statement);

/// Every difference, one sentence each, in the process's language; empty when both say the same. `aName`, `bName`: how the sides are called,
/// e.g. tr("biên bản", "the minutes"). `face` of the ballots: who was struck was not voted for, nobody disagreed. Time made and program version are not results and
/// are left out.
std::vector<std::string> compareStatements(const Statement& a, const std::string& aName, const Statement& b, const std::string& bName,
                                           Face face);

}  // namespace kp
