// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/sheet_repository.h"

#include <algorithm>

#include "election/text.h"
#include "ledger/sheet_rows.h"

namespace kp {
namespace {

tl::unexpected<Error> noSuchSheet(int id) {
  return fail(ErrorKind::NotFound, trf("Không có trang phiếu số {0} trong tệp này.", "There is no sheet {0} in this file.", id));
}

}  // namespace

Expected<int> SheetRepository::nextId() const {
  return reading(*m_store, [&]() -> Expected<int> {
    Query query(*m_store, "SELECT COALESCE(MAX(id), 0) + 1 FROM sheets");
    query.step();
    return query.integer(0);
  });
}

Expected<std::vector<TakenSheet>> SheetRepository::taken(int pass, const std::string& expected, const Digest& sourceHash,
                                                         int pageIndex) const {
  return reading(*m_store, [&]() -> Expected<std::vector<TakenSheet>> {
    std::vector<TakenSheet> found;
    Query query(*m_store,
                "SELECT sheets.id, source_name FROM sources JOIN sheets ON sheets.source = sources.id "
                "WHERE hash = ?1 AND page_index = ?2 AND pass = ?3 AND expected = ?4 ORDER BY sheets.id");
    query.with(sourceHash, pageIndex, pass, expected);
    while (query.step()) found.push_back({query.integer(0), query.text(1)});
    return found;
  });
}

Expected<StoredSheet> SheetRepository::get(int id) const {
  return reading(*m_store, [&]() -> Expected<StoredSheet> {
    Query query(*m_store, "SELECT " KP_SHEET_COLUMNS " FROM sheets JOIN sources ON sources.id = source WHERE sheets.id = ?1");
    if (!query.with(id).step()) return noSuchSheet(id);
    return readSheet(*m_store, query);
  });
}

Expected<void> SheetRepository::forEach(const SheetFilter& filter, const std::function<bool(const StoredSheet&)>& visit) const {
  return reading(*m_store, [&]() -> Expected<void> {
    Query query(*m_store, "SELECT " KP_SHEET_COLUMNS
                          " FROM sheets JOIN sources ON sources.id = source "
                          "WHERE sheets.id > ?1 AND (?2 IS NULL OR contest = ?2) AND (?3 IS NULL OR pass = ?3) ORDER BY sheets.id");
    query.with(filter.afterId, filter.contest, filter.pass);
    while (query.step())
      if (!visit(readSheet(*m_store, query, filter.spots, filter.inkPrints))) break;
    return {};
  });
}

Expected<std::string> SheetRepository::inkPrint(int id) const {
  return reading(*m_store, [&]() -> Expected<std::string> { return inkPrintOf(*m_store, id); });
}

Expected<int> SheetRepository::count(const SheetFilter& filter) const {
  return reading(*m_store, [&]() -> Expected<int> {
    Query query(*m_store, "SELECT COUNT(*) FROM sheets WHERE id > ?1 AND (?2 IS NULL OR contest = ?2) AND (?3 IS NULL OR pass = ?3)");
    query.with(filter.afterId, filter.contest, filter.pass).step();
    return query.integer(0);
  });
}

Expected<std::vector<int>> SheetRepository::passes(const std::string& contest) const {
  return reading(*m_store, [&]() -> Expected<std::vector<int>> {
    std::vector<int> found;
    Query query(*m_store, "SELECT DISTINCT pass FROM sheets WHERE contest = ?1 ORDER BY pass");
    query.with(contest);
    while (query.step()) found.push_back(query.integer(0));
    return found;
  });
}

Expected<ScanRuns> SheetRepository::scanRuns(const std::string& contest, int pass) const {
  return reading(*m_store, [&]() -> Expected<ScanRuns> {
    ScanRuns found;
    found.runs.emplace_back();
    std::vector<int> startedAt = {0};
    Query turn(*m_store, "SELECT seq, event, details, after FROM journal WHERE event IN (?1, ?2) ORDER BY seq");
    turn.with(toString(Event::ScanStarted), toString(Event::ScanEnded));
    while (turn.step()) {
      const bool starts = turn.text(1) == toString(Event::ScanStarted);
      if (starts) found.runs.push_back({turn.text(2), false}), startedAt.push_back(turn.integer(0));
      found.runs.back().ended = !starts && turn.text(3) != kScanStopped;
    }
    Query sheet(*m_store, "SELECT entry FROM sheets WHERE contest = ?1 AND pass = ?2 ORDER BY id");
    sheet.with(contest, pass);
    while (sheet.step()) {
      const auto after = std::upper_bound(startedAt.begin(), startedAt.end(), sheet.integer(0));
      found.ofSheet.push_back(static_cast<int>(after - startedAt.begin()) - 1);
    }
    return found;
  });
}

Expected<std::vector<PassImages>> SheetRepository::passImages(const std::string& contest) const {
  return reading(*m_store, [&]() -> Expected<std::vector<PassImages>> {
    std::vector<PassImages> found;
    Query query(*m_store,
                "SELECT pass, COUNT(*), SUM(EXISTS (SELECT 1 FROM sheets AS earlier WHERE earlier.source = sheets.source AND "
                "earlier.page_index = sheets.page_index AND earlier.contest = sheets.contest AND earlier.pass < sheets.pass)) "
                "FROM sheets WHERE contest = ?1 GROUP BY pass ORDER BY pass");
    query.with(contest);
    while (query.step()) found.push_back({query.integer(0), query.integer(1), query.integer(2)});
    return found;
  });
}

Expected<std::string> SheetRepository::sourceBytes(int sourceId) const {
  return reading(*m_store, [&]() -> Expected<std::string> {
    Query query(*m_store, "SELECT hash, bytes FROM sources WHERE id = ?1");
    if (!query.with(sourceId).step())
      return fail(ErrorKind::NotFound,
                  trf("Không có tệp ảnh số {0} trong tệp đại hội này.", "There is no source {0} in this congress file.", sourceId));
    std::string bytes(query.bytes(1));
    if (hashOf(bytes) != query.digest(0))
      throw StoredNonsense{trf("Ảnh số {0} khác với ảnh đã nhận.", "Source {0} is not what was taken in.", sourceId)};
    return bytes;
  });
}

}  // namespace kp
