// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ledger/event.h"
#include "ledger/hash.h"

namespace kp {
class Store;

/// Names of the people who act (người thực hiện), in the order they signed.
using Actors = std::vector<std::string>;

/// An entry to be written. `before`, `after` and `details` are canonical text or JSON made by the caller.
struct JournalDraft {
  Event event = Event::Verified;
  Actors by{};
  std::string contest{};       ///< contest id; "" when none is concerned
  std::optional<int> sheet{};  ///< sheet id where one is concerned
  std::string before{}, after{}, details{};
};

/// An entry of the journal (nhật ký). `hash` = BLAKE2b-256 over Canonical(previous hash, seq, time, actors, event, contest, sheet, before, after, details).
struct JournalEntry {
  int seq = 0;       ///< 1…, without gaps
  std::string time;  ///< UTC, "2026-11-22T15:04:05.678Z"
  Actors by;
  std::string event;  ///< stable id of event.h; kept as text so that a later program's entries can still be listed
  std::string contest;
  std::optional<int> sheet;
  std::string before, after, details;
  Digest hash{};
};

/// One thing found wrong by verifyChain(), naming the place.
struct ChainFinding {
  std::optional<int> entry;  ///< journal entry concerned
  std::optional<int> sheet;  ///< sheet concerned
  std::string what;          ///< one sentence, process's language
};

/// Outcome of recomputing the chain and everything it covers.
struct ChainCheck {
  int entries = 0, sheets = 0, sources = 0, rulings = 0;  ///< how many were checked
  std::string head;                                       ///< hex of the last recorded hash
  std::vector<ChainFinding> findings;                     ///< empty: sound
  bool sound() const { return findings.empty(); }
};

/// Told how far verifyChain() is, in bytes (a sheet's readings count as kSheetVerifyBytes, entries of the journal as verify.h says); returning false stops it. On the caller's
/// thread: for each source, sheet and entry, and after each comparison of all entries with what is stored.
using VerifyProgress = std::function<bool(std::uint64_t done, std::uint64_t total)>;
inline constexpr std::uint64_t kSheetVerifyBytes = 100000;  ///< reading one sheet's rows takes about as long as hashing this many bytes

/// Append-only, hash-chained journal of one congress file. Valid while its Ledger lives. One thread at a time.
class JournalRepository {
 public:
  explicit JournalRepository(Store& store) : m_store(&store) {}

  /// Writes one entry for an act that changes nothing else in the file (ballots-printed, minutes-made, verified …). Returns its seq.
  /// Refused when the file is open for reading only.
  Expected<int> append(const JournalDraft& draft);
  /// All entries, oldest first; `contest` not empty: only those of that contest and those of no contest.
  Expected<std::vector<JournalEntry>> list(const std::string& contest = {}) const;
  /// The entry whose hash this is (64 hex digits), so that a printed verification code can be looked up; nullopt when there is none.
  Expected<std::optional<JournalEntry>> byHash(const std::string& hex) const;
  /// Hex hash of the newest entry. A file always has one (congress-created).
  Expected<std::string> head() const;
  /// Recomputes every hash of the chain, every source's hash from its bytes, every sheet's and ruling's digest, the definition, the rule sets,
  /// figures and states, and compares with what the journal recorded. What differs is a finding, not an error. Reads the whole file.
  /// Refused when `progress` stopped it.
  Expected<ChainCheck> verifyChain(const VerifyProgress& progress = {}) const;

 private:
  Store* m_store;
};

}  // namespace kp
