// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ledger/store.h"

// Rows of rulings. Internal to src/ledger; everything here throws SQLite::Exception or StoredNonsense.
namespace kp {

/// A ruling with the journal entry that covers it.
struct RulingRow {
  StoredRuling ruling;
  int entry = 0;
  bool readable = true;  ///< false: its rows cannot be read as what this program writes
};
/// All rulings of the file, oldest first.
std::vector<RulingRow> allRulings(Store& store);

}  // namespace kp
