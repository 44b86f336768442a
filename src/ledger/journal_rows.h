// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ledger/store.h"

// Rows of the journal, for the acting functions of the other repositories. Internal to src/ledger; everything here throws SQLite::Exception.
namespace kp {

/// What the next entry hangs on.
struct JournalTail {
  int seq = 0;    ///< of the newest entry; 0 in an empty journal
  Digest hash{};  ///< its hash; all zero in an empty journal
};
JournalTail journalTail(Store& store);

/// Writes an entry in the caller's transaction; its seq.
int writeEntry(Store& store, const JournalDraft& draft);

/// Names of the people of an entry.
Actors actorsOf(Store& store, int seq);

/// The hash an entry must have after `previous`.
Digest entryHash(const Digest& previous, const JournalEntry& entry);

/// Visits every entry, oldest first.
void eachEntry(Store& store, const std::function<void(const JournalEntry&)>& visit);

}  // namespace kp
