// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <set>

#include "election/text.h"
#include "ledger/ruling_rows.h"
#include "ledger/sheet_rows.h"
#include "ledger/verify.h"

namespace kp {
namespace {

void report(ChainCheck& check, std::optional<int> entry, std::optional<int> sheet, std::string what) {
  check.findings.push_back({entry, sheet, std::move(what)});
}

/// Names every sheet made from a source that is not what was taken in.
void reportSource(Store& store, int source, ChainCheck& check) {
  Query row(store, "SELECT id, entry, source_name FROM sheets WHERE source = ?1 ORDER BY id");
  row.with(source);
  bool any = false;
  while (row.step()) {
    any = true;
    report(check, row.integer(1), row.integer(0),
           trf("Ảnh của trang phiếu {0} ({1}) khác với ảnh đã nhận.", "The image of sheet {0} ({1}) is not the one taken in.",
               row.integer(0), row.text(2)));
  }
  if (!any)
    report(check, std::nullopt, std::nullopt, trf("Ảnh số {0} khác với ảnh đã nhận.", "Source {0} is not what was taken in.", source));
}

/// A sheet whose rows cannot be read as what this program writes counts as changed.
Digest digestFromRows(Store& store, const Query& row) {
  try {
    return sheetDigest(readSheet(store, row));
  } catch (const StoredNonsense&) {
    return {};
  }
}

}  // namespace

void verifySources(Store& store, ChainCheck& check, VerifyMeter& meter) {
  Query row(store, "SELECT id, hash, bytes FROM sources ORDER BY id");
  while (row.step()) {
    ++check.sources;
    const std::string_view bytes = row.bytes(2);
    if (hashOf(bytes) != row.digest(1)) reportSource(store, row.integer(0), check);
    meter.add(bytes.size());
  }
}

void verifySheets(Store& store, const std::vector<JournalEntry>& entries, ChainCheck& check, VerifyMeter& meter) {
  std::map<int, BatchDetails> batches;
  std::set<int> reported;
  Query row(store, "SELECT " KP_SHEET_COLUMNS " FROM sheets LEFT JOIN sources ON sources.id = source ORDER BY sheets.id");
  while (row.step()) {
    const int id = row.integer(0), entry = row.integer(kSheetEntryColumn);
    if (id != ++check.sheets) {
      report(check, std::nullopt, id, trf("Thiếu trang phiếu ngay trước trang {0}.", "Sheets just before sheet {0} are missing.", id));
      check.sheets = id;
    }
    const Digest found = digestFromRows(store, row);
    if (found != row.digest(kSheetDigestColumn)) {
      reported.insert(entry);
      report(check, entry, id,
             trf("Dữ liệu đã đọc của trang phiếu {0} đã bị sửa (mục {1} của nhật ký).",
                 "What was read from sheet {0} was changed (journal entry {1}).", id, entry));
    }
    batches[entry].add(id, found);
    meter.add(kSheetVerifyBytes);
  }
  for (const auto& [seq, details] : batches) {
    const JournalEntry* entry = entryOf(entries, seq, Event::SheetsTakenIn);
    if ((entry && entry->details == details.str()) || reported.count(seq) > 0) continue;
    report(check, seq, details.first(),
           trf("Các trang phiếu từ {0} đến {1} khác với mục {2} của nhật ký.", "The sheets {0} to {1} are not those of journal entry {2}.",
               details.first(), details.last(), seq));
  }
  for (const JournalEntry& entry : entries)
    if (entry.event == toString(Event::SheetsTakenIn) && batches.count(entry.seq) == 0)
      report(check, entry.seq, std::nullopt,
             trf("Không còn các trang phiếu của mục {0} trong nhật ký.", "The sheets of journal entry {0} are gone.", entry.seq));
  Query orphan(
      store,
      "SELECT sheet FROM reasons UNION SELECT sheet FROM marks UNION SELECT sheet FROM spots UNION SELECT sheet FROM ink_prints EXCEPT SELECT id FROM sheets");
  while (orphan.step())
    report(check, std::nullopt, orphan.integer(0),
           trf("Có dữ liệu của trang phiếu {0} không tồn tại.", "There are data of sheet {0}, which does not exist.", orphan.integer(0)));
}

void verifyRulings(Store& store, const std::vector<JournalEntry>& entries, ChainCheck& check) {
  std::set<int> covered;
  for (const auto& [ruling, seq, readable] : allRulings(store)) {
    ++check.rulings;
    covered.insert(seq);
    const JournalEntry* entry = entryOf(entries, seq, Event::RulingMade);
    if (readable && entry && entry->sheet == ruling.sheet && entry->after == canonicalText(ruling.ruling)) continue;
    report(check, seq, ruling.sheet,
           trf("Quyết định {0} về trang phiếu {1} khác với mục {2} của nhật ký.",
               "Ruling {0} on sheet {1} is not that of journal entry {2}.", ruling.id, ruling.sheet, seq));
  }
  for (const JournalEntry& entry : entries)
    if (entry.event == toString(Event::RulingMade) && covered.count(entry.seq) == 0)
      report(check, entry.seq, entry.sheet,
             trf("Không còn quyết định của mục {0} trong nhật ký.", "The ruling of journal entry {0} is gone.", entry.seq));
}

}  // namespace kp
