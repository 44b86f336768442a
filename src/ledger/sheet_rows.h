// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ledger/store.h"

// Rows of one sheet. Internal to src/ledger; everything here throws SQLite::Exception or StoredNonsense.
namespace kp {

/// Columns that readSheet() expects, in order; the query may add more behind them.
#define KP_SHEET_COLUMNS                                                                                                                   \
  "sheets.id, pass, expected, contest, source, source_name, sources.hash, page_index, read_contest, page, ballot_code, orientation, dpi, " \
  "width_px, height_px, refused, duplicate_of, taken_in, digest, entry"
inline constexpr int kSheetDigestColumn = 18;
inline constexpr int kSheetEntryColumn = 19;

/// The sheet of the current row with its reasons and marks, and its spots and ink print where they are asked for.
StoredSheet readSheet(Store& store, const Query& row, bool spots = true, bool inkPrint = true);

/// The ink print of a sheet; "" without one.
std::string inkPrintOf(Store& store, int sheet);

/// Writes a sheet with its children; `entry` is the journal entry that covers it.
void writeSheet(Store& store, const StoredSheet& sheet, int entry);

/// What SheetRepository::append() does, in the caller's transaction, for acts that record more than the sheets. The batch is not empty.
Expected<std::vector<int>> appendSheets(Store& store, std::span<const SheetIntake> batch, const Actors& by);

/// The digest a sheet must have: over everything stored of it, the source's hash included.
Digest sheetDigest(const StoredSheet& sheet);

/// `details` of the entry sheets-taken-in, from the digests of its sheets in id order: count, first and last id, a digest over theirs.
class BatchDetails {
 public:
  void add(int sheet, const Digest& digest);
  std::string str() const;
  int first() const { return m_first; }
  int last() const { return m_last; }

 private:
  int m_first = 0, m_last = 0, m_count = 0;
  Canonical m_digests;
};

}  // namespace kp
