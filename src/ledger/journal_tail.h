// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ledger/journal_rows.h"
#include "ledger/store.h"

// The journal's end, kept apart from it (schema version 5). Internal to src/ledger; everything here throws SQLite::Exception.
namespace kp {

inline constexpr int kFirstWithTail = 5;  ///< schema version

/// Signs the journal's newest entry (number of entries and hash) with the file's own secret and stores that beside the journal. Called with each entry written.
/// StoredNonsense in a file without its signing secret.
void noteTail(Store& store, const JournalTail& tail);

/// Before anything is written: the journal still ends where the program left it, by its own signature. Else StoredNonsense, and nobody acts on the file any more:
/// the next entry would be signed as the new end, and what was cut off or written anew would never be missed. Takes no longer for a long journal.
void requireTail(Store& store, const JournalTail& tail);

/// The same of a file as it lies there, of whatever version, before it is opened for acting: also that its format was not set back to one without the mark.
void requireOwnEnd(Store& store);

/// The stored end against the entries there are, its signature against the public key, and the file's format against the newest one the journal knows it to have had:
/// entries taken away at the end, or the whole table with them. Says nothing of a file that was always of an earlier version.
void verifyTail(Store& store, const std::vector<JournalEntry>& entries, ChainCheck& check);

}  // namespace kp
