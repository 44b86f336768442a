// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/sheet_rows.h"

#include "ledger/json_text.h"

namespace kp {
namespace {

RectPx rectAt(const Query& row, int column) { return {row.real(column), row.real(column + 1), row.real(column + 2), row.real(column + 3)}; }

void addRect(Canonical& fields, const RectPx& rect) { fields.real(rect.x).real(rect.y).real(rect.w).real(rect.h); }

void readReasons(Store& store, int sheet, PageReading& reading) {
  Query row(store, "SELECT why, candidate, field, detail FROM reasons WHERE sheet = ?1 ORDER BY place");
  row.with(sheet);
  while (row.step()) {
    Reason reason;
    reason.why = stored(parseWhy(row.text(0)));
    if (!row.isNull(1)) reason.candidate = static_cast<std::size_t>(row.integer64(1));
    if (!row.isNull(2)) reason.field = stored(parseField(row.text(2)));
    reason.detail = row.text(3);
    reading.reasons.push_back(std::move(reason));
  }
}

void readMarks(Store& store, int sheet, PageReading& reading) {
  Query row(store, "SELECT candidate, field, state, score, why, x, y, w, h FROM marks WHERE sheet = ?1 ORDER BY place");
  row.with(sheet);
  while (row.step()) {
    MarkReading mark;
    mark.candidate = static_cast<std::size_t>(row.integer64(0));
    mark.field = stored(parseField(row.text(1)));
    mark.state = stored(parseMarkState(row.text(2)));
    mark.score = static_cast<float>(row.real(3));
    mark.why = row.text(4);
    mark.spot = rectAt(row, 5);
    reading.marks.push_back(std::move(mark));
  }
}

void readSpots(Store& store, int sheet, PageReading& reading) {
  Query row(store, "SELECT why, x, y, w, h FROM spots WHERE sheet = ?1 ORDER BY place");
  row.with(sheet);
  while (row.step()) reading.spots.emplace_back(stored(parseWhy(row.text(0))), rectAt(row, 1));
}

void writeChildren(Store& store, int sheet, const PageReading& reading) {
  Query reasonRow(store, "INSERT INTO reasons (sheet, place, why, candidate, field, detail) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
  int place = 0;
  for (const Reason& reason : reading.reasons) {
    const auto candidate = reason.candidate ? std::optional<std::int64_t>(*reason.candidate) : std::nullopt;
    const auto field = reason.field ? std::optional<std::string>(toString(*reason.field)) : std::nullopt;
    reasonRow.with(sheet, ++place, toString(reason.why), candidate, field, reason.detail).run();
  }
  Query markRow(
      store,
      "INSERT INTO marks (sheet, place, candidate, field, state, score, why, x, y, w, h) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
  place = 0;
  for (const MarkReading& mark : reading.marks)
    markRow
        .with(sheet, ++place, static_cast<std::int64_t>(mark.candidate), toString(mark.field), toString(mark.state),
              static_cast<double>(mark.score), mark.why, mark.spot.x, mark.spot.y, mark.spot.w, mark.spot.h)
        .run();
  Query spotRow(store, "INSERT INTO spots (sheet, place, why, x, y, w, h) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  place = 0;
  for (const auto& [why, spot] : reading.spots) spotRow.with(sheet, ++place, toString(why), spot.x, spot.y, spot.w, spot.h).run();
  if (!reading.inkPrint.empty())
    Query(store, "INSERT INTO ink_prints (sheet, print) VALUES (?1, ?2)").with(sheet, std::string_view(reading.inkPrint)).run();
}

}  // namespace

std::string inkPrintOf(Store& store, int sheet) {
  Query row(store, "SELECT print FROM ink_prints WHERE sheet = ?1");
  return row.with(sheet).step() ? std::string(row.bytes(0)) : std::string();
}

StoredSheet readSheet(Store& store, const Query& row, bool spots, bool inkPrint) {
  StoredSheet sheet;
  sheet.id = row.integer(0);
  sheet.pass = row.integer(1);
  sheet.expected = row.text(2);
  sheet.contest = row.text(3);
  sheet.sourceId = row.integer(4);
  sheet.sourceName = row.text(5);
  sheet.sourceHash = row.digest(6);
  sheet.pageIndex = row.integer(7);
  sheet.reading.contest = row.text(8);
  sheet.reading.page = row.integer(9);
  if (!row.isNull(10)) sheet.reading.ballotCode = static_cast<std::uint64_t>(row.integer64(10));
  sheet.reading.orientation = row.integer(11);
  sheet.reading.dpi = row.real(12);
  sheet.reading.widthPx = row.integer(13);
  sheet.reading.heightPx = row.integer(14);
  sheet.refused = row.text(15);
  sheet.duplicateOf = row.optionalInteger(16);
  sheet.takenIn = row.text(17);
  readReasons(store, sheet.id, sheet.reading);
  readMarks(store, sheet.id, sheet.reading);
  if (spots) readSpots(store, sheet.id, sheet.reading);
  if (inkPrint) sheet.reading.inkPrint = inkPrintOf(store, sheet.id);
  return sheet;
}

void writeSheet(Store& store, const StoredSheet& sheet, int entry) {
  const PageReading& reading = sheet.reading;
  std::optional<std::int64_t> ballotCode;
  if (reading.ballotCode) ballotCode.emplace(static_cast<std::int64_t>(*reading.ballotCode));
  Query(
      store,
      "INSERT INTO sheets (id, pass, expected, contest, source, source_name, page_index, read_contest, page, ballot_code, orientation, dpi, width_px, height_px, "
      "refused, duplicate_of, taken_in, entry, digest) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)")
      .with(sheet.id, sheet.pass, sheet.expected, sheet.contest, sheet.sourceId, sheet.sourceName, sheet.pageIndex, reading.contest,
            reading.page, ballotCode, reading.orientation, reading.dpi, reading.widthPx, reading.heightPx, sheet.refused, sheet.duplicateOf,
            sheet.takenIn, entry, sheetDigest(sheet))
      .run();
  writeChildren(store, sheet.id, reading);
}

Digest sheetDigest(const StoredSheet& sheet) {
  const PageReading& reading = sheet.reading;
  Canonical fields;
  fields.integer(sheet.id)
      .integer(sheet.pass)
      .text(sheet.expected)
      .text(sheet.contest)
      .digest(sheet.sourceHash)
      .text(sheet.sourceName)
      .integer(sheet.pageIndex);
  fields.text(reading.contest).integer(reading.page);
  if (reading.ballotCode)
    fields.integer(static_cast<std::int64_t>(*reading.ballotCode));
  else
    fields.none();
  fields.integer(reading.orientation).real(reading.dpi).integer(reading.widthPx).integer(reading.heightPx).text(sheet.refused);
  if (sheet.duplicateOf)
    fields.integer(*sheet.duplicateOf);
  else
    fields.none();
  fields.text(sheet.takenIn).integer(static_cast<std::int64_t>(reading.reasons.size()));
  for (const Reason& reason : reading.reasons) {
    fields.text(toString(reason.why));
    if (reason.candidate)
      fields.integer(static_cast<std::int64_t>(*reason.candidate));
    else
      fields.none();
    if (reason.field)
      fields.text(toString(*reason.field));
    else
      fields.none();
    fields.text(reason.detail);
  }
  fields.integer(static_cast<std::int64_t>(reading.marks.size()));
  for (const MarkReading& mark : reading.marks) {
    fields.integer(static_cast<std::int64_t>(mark.candidate))
        .text(toString(mark.field))
        .text(toString(mark.state))
        .real(mark.score)
        .text(mark.why);
    addRect(fields, mark.spot);
  }
  fields.integer(static_cast<std::int64_t>(reading.spots.size()));
  for (const auto& [why, spot] : reading.spots) {
    fields.text(toString(why));
    addRect(fields, spot);
  }
  if (!reading.inkPrint.empty())
    fields.text(reading.inkPrint);  // sheets of files before version 4 have none, and their digests stay as they are
  return fields.hash();
}

void BatchDetails::add(int sheet, const Digest& digest) {
  if (m_count++ == 0) m_first = sheet;
  m_last = sheet;
  m_digests.digest(digest);
}

std::string BatchDetails::str() const {
  return JsonObject()
      .number("count", m_count)
      .number("first", m_first)
      .number("last", m_last)
      .text("digest", toHex(m_digests.hash()))
      .str();
}

}  // namespace kp
