// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <set>

#include "election/text.h"
#include "ledger/definition_rows.h"
#include "ledger/journal_rows.h"
#include "ledger/json_text.h"
#include "ledger/sheet_rows.h"

namespace kp {
namespace {

bool isFinite(const RectPx& rect) {
  return std::isfinite(rect.x) && std::isfinite(rect.y) && std::isfinite(rect.w) && std::isfinite(rect.h);
}

/// Not-a-number cannot be stored, and would never compare equal to itself when the file is verified.
bool isFinite(const PageReading& reading) {
  bool finite = std::isfinite(reading.dpi);
  for (const MarkReading& mark : reading.marks) finite = finite && std::isfinite(mark.score) && isFinite(mark.spot);
  for (const auto& [why, spot] : reading.spots) finite = finite && isFinite(spot);
  return finite;
}

Expected<void> requireUsable(std::span<const SheetIntake> batch) {
  for (const SheetIntake& intake : batch) {
    if (!intake.source || intake.pass < 1 || intake.pageIndex < 0 || !isFinite(intake.reading))
      return fail(
          ErrorKind::BadInput,
          trf("Kết quả đọc trang {1} của {0} không hợp lệ nên cả loạt chưa được ghi. Hãy báo lỗi này cho nơi cung cấp chương trình.",
              "What was read from page {1} of {0} is not valid, so nothing of the batch was stored. Report this fault of the program.",
              intake.sourceName, intake.pageIndex + 1));
  }
  return {};
}

/// The contest a sheet will belong to, as a CHECK of the table has it.
const std::string& belongsTo(const SheetIntake& intake) { return intake.expected.empty() ? intake.reading.contest : intake.expected; }

Expected<void> requireOpenContests(Store& store, std::span<const SheetIntake> batch) {
  std::set<std::string> contests;
  for (const SheetIntake& intake : batch) contests.insert(belongsTo(intake));
  contests.erase("");
  for (const std::string& contest : contests)
    if (auto open = requireOpen(store, contest); !open) return open;
  return {};
}

/// The id of the source with these bytes, stored now unless it is there.
int storeSource(Store& store, const SourceFile& source) {
  Query known(store, "SELECT id FROM sources WHERE hash = ?1");
  if (known.with(source.hash()).step()) return known.integer(0);
  Query(store, "INSERT INTO sources (hash, bytes) VALUES (?1, ?2)").with(source.hash(), std::string_view(source.bytes())).run();
  return static_cast<int>(store.db().getLastInsertRowid());
}

StoredSheet sheetOf(const SheetIntake& intake, int id, const std::string& time) {
  StoredSheet sheet;
  sheet.id = id;
  sheet.pass = intake.pass;
  sheet.expected = intake.expected;
  sheet.contest = belongsTo(intake);
  sheet.sourceName = intake.sourceName;
  sheet.sourceHash = intake.source->hash();
  sheet.pageIndex = intake.pageIndex;
  sheet.reading = intake.reading;
  sheet.refused = intake.refused;
  sheet.duplicateOf = intake.duplicateOf;
  sheet.takenIn = time;
  return sheet;
}

/// The contest all sheets of the batch belong to, for the journal; "" when they differ.
std::string commonContest(std::span<const SheetIntake> batch) {
  const std::string& first = belongsTo(batch.front());
  for (const SheetIntake& intake : batch)
    if (belongsTo(intake) != first) return {};
  return first;
}

void journalRefusals(Store& store, const std::vector<StoredSheet>& sheets, const Actors& by) {
  for (const StoredSheet& sheet : sheets) {
    if (sheet.refused.empty()) continue;
    JournalDraft draft{Event::FileRefused, by, sheet.contest, sheet.id};
    draft.details = JsonObject().text("source", sheet.sourceName).text("why", sheet.refused).str();
    writeEntry(store, draft);
  }
}

}  // namespace

Expected<std::vector<int>> appendSheets(Store& store, std::span<const SheetIntake> batch, const Actors& by) {
  if (auto usable = requireUsable(batch); !usable) return tl::unexpected<Error>(usable.error());
  if (auto open = requireOpenContests(store, batch); !open) return tl::unexpected<Error>(open.error());
  const Expected<int> first = SheetRepository(store).nextId();
  if (!first) return tl::unexpected<Error>(first.error());
  const std::string time = store.now();
  std::vector<StoredSheet> sheets;
  std::vector<int> ids;
  BatchDetails details;
  for (const SheetIntake& intake : batch) {
    ids.push_back(*first + static_cast<int>(ids.size()));
    sheets.push_back(sheetOf(intake, ids.back(), time));
    details.add(ids.back(), sheetDigest(sheets.back()));
  }
  const int entry = writeEntry(store, {Event::SheetsTakenIn, by, commonContest(batch), std::nullopt, {}, {}, details.str()});
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    sheets[i].sourceId = storeSource(store, *batch[i].source);
    writeSheet(store, sheets[i], entry);
  }
  journalRefusals(store, sheets, by);
  return ids;
}

Expected<std::vector<int>> SheetRepository::append(std::span<const SheetIntake> batch, const Actors& by) {
  if (batch.empty()) return std::vector<int>();
  return acting(*m_store, [&] { return appendSheets(*m_store, batch, by); });
}

}  // namespace kp
