// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ledger/store.h"

// Rows of keying in. Internal to src/ledger; everything here throws SQLite::Exception.
namespace kp {

/// Columns and tables that keyedAt() expects, in order.
#define KP_KEYED_COLUMNS                                                                                                                     \
  "keyed_entries.id, keyed_entries.contest, keyed_entries.pass, keyed_entries.ballot, operator, round, typed, content, COALESCE(name, ''), " \
  "COALESCE(time, ''), keyed_entries.entry"
#define KP_KEYED_TABLES                                                   \
  "keyed_entries LEFT JOIN journal ON journal.seq = keyed_entries.entry " \
  "LEFT JOIN journal_actors ON journal_actors.seq = keyed_entries.entry AND place = 1"
inline constexpr int kKeyedEntryColumn = 10;
StoredKeyed keyedAt(const Query& row);

/// Columns of keyed_ballots that keyedBallotAt() expects, in order.
#define KP_KEYED_BALLOT_COLUMNS "contest, pass, ballot, first_entry, second_entry, referred, sheet, sheets, entry"
inline constexpr int kKeyedBallotEntryColumn = 8;
StoredKeyedBallot keyedBallotAt(const Query& row);

/// An entry with the journal entry that covers it.
struct KeyedRow {
  StoredKeyed keyed;
  int entry = 0;
};
std::vector<KeyedRow> allKeyed(Store& store);

/// A recorded ballot with the journal entry that covers it.
struct KeyedBallotRow {
  StoredKeyedBallot ballot;
  int entry = 0;
};
std::vector<KeyedBallotRow> allKeyedBallots(Store& store);

/// Two entries of one ballot, of operator 1 and 2; both nullptr when there are none.
struct KeyedPair {
  const StoredKeyed *first = nullptr, *second = nullptr;
};
/// The newest round that both have keyed; in a round each operator's latest entry counts. `entries` are one ballot's, oldest first.
KeyedPair lastPair(const std::vector<StoredKeyed>& entries);
/// The round the next entry belongs to: one above the newest that both have keyed.
int openRound(const std::vector<StoredKeyed>& entries);

/// `after` of ballot-keyed: place, operator, round, and a digest over what was keyed.
std::string canonicalText(const StoredKeyed& keyed);
/// `after` of keying-agreed and keying-referred.
std::string canonicalText(const StoredKeyedBallot& ballot);
/// The source bytes of a ballot's sheets: one line of JSON, format "kiemphieu-keyed/1", with both entries.
std::string sourceText(const KeyedPlace& place, const KeyedPair& pair, bool referred);

}  // namespace kp
