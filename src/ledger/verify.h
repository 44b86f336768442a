// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ledger/store.h"

// The parts of verifyChain(). Internal to src/ledger; everything here throws SQLite::Exception.
namespace kp {

/// Counts what is done and asks whether to go on; throws Stopped when not.
class VerifyMeter {
 public:
  struct Stopped {};
  /// `store`: whose journal, sources and sheets are to be done.
  VerifyMeter(Store& store, const VerifyProgress& progress);
  void add(std::uint64_t bytes);
  /// After one of the kEntryChecks parts that hold every entry against what is stored.
  void addCheck();

 private:
  const VerifyProgress& m_progress;
  std::uint64_t m_done = 0, m_total = 0, m_entries = 0;
};

/// Reading one entry takes about as long as hashing this many bytes: of 20,003 entries and 5,000 keyed sheets the entries took nine tenths of the time, and nothing was told of them.
inline constexpr std::uint64_t kEntryVerifyBytes = 100000;
/// Holding one entry against what is stored, in one of the parts that do.
inline constexpr std::uint64_t kEntryCheckBytes = 10000;
inline constexpr int kEntryChecks = 4;

/// Entries in order: seq without gaps, hashes that follow from each other.
void verifyEntries(const std::vector<JournalEntry>& entries, ChainCheck& check);
/// Source bytes against their hash, sheets against their digests, batches against their entries.
void verifySources(Store& store, ChainCheck& check, VerifyMeter& meter);
void verifySheets(Store& store, const std::vector<JournalEntry>& entries, ChainCheck& check, VerifyMeter& meter);
/// The blanks of the learned forms in force are there (that they are what was taken in: verifySources()).
void verifyLearned(Store& store, const std::vector<JournalEntry>& entries, ChainCheck& check);
/// Rulings against their entries, and entries against rulings.
void verifyRulings(Store& store, const std::vector<JournalEntry>& entries, ChainCheck& check);
/// What was keyed and the ballots made of it against their entries, and entries against them.
void verifyKeyed(Store& store, const std::vector<JournalEntry>& entries, ChainCheck& check);
/// Stored PINs against the journal; who signed in with which PIN, and whether whoever acted since the first PIN had signed in.
void verifyPeople(Store& store, const std::vector<JournalEntry>& entries, ChainCheck& check);
/// Definition, rule sets, figures, states and keys against the newest entry about each.
void verifyDefinition(Store& store, const std::vector<JournalEntry>& entries, ChainCheck& check);

/// The entry with this seq, nullptr when there is none of this event.
const JournalEntry* entryOf(const std::vector<JournalEntry>& entries, int seq, Event event);

}  // namespace kp
