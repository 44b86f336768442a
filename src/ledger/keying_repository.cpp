// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/keying_repository.h"

#include <cstdio>

#include "election/text.h"
#include "ledger/definition_rows.h"
#include "ledger/journal_rows.h"
#include "ledger/keying_rows.h"
#include "ledger/sheet_rows.h"

namespace kp {
namespace {

std::vector<StoredKeyed> loadEntries(Store& store, const KeyedPlace& place) {
  std::vector<StoredKeyed> found;
  Query row(store, "SELECT " KP_KEYED_COLUMNS " FROM " KP_KEYED_TABLES
                   " WHERE keyed_entries.contest = ?1 AND pass = ?2 AND ballot = ?3 ORDER BY keyed_entries.id");
  row.with(place.contest, place.pass, place.ballot);
  while (row.step()) found.push_back(keyedAt(row));
  return found;
}

std::optional<StoredKeyedBallot> loadBallot(Store& store, const KeyedPlace& place) {
  Query row(store, "SELECT " KP_KEYED_BALLOT_COLUMNS " FROM keyed_ballots WHERE contest = ?1 AND pass = ?2 AND ballot = ?3");
  if (!row.with(place.contest, place.pass, place.ballot).step()) return std::nullopt;
  return keyedBallotAt(row);
}

Expected<void> requireNotRecorded(Store& store, const KeyedPlace& place) {
  const auto recorded = loadBallot(store, place);
  if (!recorded) return {};
  return fail(
      ErrorKind::Refused,
      trf("Phiếu số {0} đã được ghi nhận (tờ số {1}) nên không nhập lại được; phiếu giữ nguyên. Nếu phiếu ghi sai, Ban kiểm phiếu quyết định "
          "về tờ số {1}.",
          "Ballot {0} is recorded already (sheet {1}) and cannot be keyed again; it stands as it is. If it is wrong, the committee must rule on "
          "sheet {1}.",
          place.ballot, recorded->sheet));
}

/// A pile counted by scanning in this pass must not be counted once more by keying into the same pass.
Expected<void> requireNotScanned(Store& store, const KeyedPlace& place) {
  Query all(store, "SELECT COUNT(*) FROM sheets WHERE contest = ?1 AND pass = ?2");
  Query keyed(store, "SELECT COALESCE(SUM(sheets), 0) FROM keyed_ballots WHERE contest = ?1 AND pass = ?2");
  all.with(place.contest, place.pass).step();
  keyed.with(place.contest, place.pass).step();
  if (all.integer(0) == keyed.integer(0)) return {};
  return fail(
      ErrorKind::Refused,
      trf("Lượt {0} của cuộc bầu “{1}” đã có phiếu quét nên không nhập tay thêm vào lượt này được; chưa ghi gì. Hãy nhập vào lượt khác.",
          "Pass {0} of contest “{1}” has scanned sheets, so nothing can be keyed into it; nothing was stored. Key into another pass.",
          place.pass, place.contest));
}

Expected<void> requireOtherPerson(const std::vector<StoredKeyed>& entries, const KeyedDraft& draft) {
  for (const StoredKeyed& keyed : entries)
    if (keyed.slot != draft.slot && keyed.person == draft.person)
      return fail(
          ErrorKind::Refused,
          trf("{0} đã nhập phiếu số {1} với tư cách người nhập {2}; mỗi phiếu phải do hai người khác nhau nhập. Lần nhập này chưa được ghi.",
              "{0} has keyed ballot {1} as operator {2}; each ballot must be keyed by two different people. This entry was not stored.",
              draft.person, draft.place.ballot, keyed.slot));
  return {};
}

StoredKeyed writeKeyed(Store& store, const KeyedDraft& draft, int round) {
  Query newest(store, "SELECT COALESCE(MAX(id), 0) + 1 FROM keyed_entries");
  newest.step();
  StoredKeyed keyed;
  keyed.id = newest.integer(0);
  keyed.place = draft.place;
  keyed.slot = draft.slot;
  keyed.round = round;
  keyed.typed = draft.typed;
  keyed.content = draft.content;
  keyed.person = draft.person;
  const int entry =
      writeEntry(store, {Event::BallotKeyed, {draft.person}, draft.place.contest, std::nullopt, {}, canonicalText(keyed), {}});
  Query(
      store,
      "INSERT INTO keyed_entries (id, contest, pass, ballot, operator, round, typed, content, entry) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
      .with(keyed.id, keyed.place.contest, keyed.place.pass, keyed.place.ballot, keyed.slot, keyed.round, keyed.typed, keyed.content, entry)
      .run();
  Query time(store, "SELECT time FROM journal WHERE seq = ?1");
  time.with(entry).step();
  keyed.time = time.text(0);
  return keyed;
}

std::string sourceName(const KeyedPlace& place) {
  char name[32];
  std::snprintf(name, sizeof name, "keyed-%05d", place.ballot);
  return name;
}

/// Makes the ballot's sheets of `pages`, in the caller's transaction.
Expected<StoredKeyedBallot> record(Store& store, const KeyedPlace& place, const KeyedPair& pair, bool referred,
                                   const std::vector<PageReading>& pages, const Actors& by) {
  std::vector<SheetIntake> batch;
  const auto source = std::make_shared<const SourceFile>(sourceText(place, pair, referred));
  for (const PageReading& page : pages)
    batch.push_back({place.pass, place.contest, sourceName(place), source, static_cast<int>(batch.size()), page, {}, std::nullopt});
  const auto sheets = appendSheets(store, batch, {pair.first->person, pair.second->person});
  if (!sheets) return tl::unexpected<Error>(sheets.error());
  const StoredKeyedBallot ballot{place, pair.first->id, pair.second->id, referred, sheets->front(), static_cast<int>(sheets->size())};
  const Event event = referred ? Event::KeyingReferred : Event::KeyingAgreed;
  const int entry = writeEntry(store, {event, by, place.contest, ballot.sheet, {}, canonicalText(ballot), {}});
  Query(store,
        "INSERT INTO keyed_ballots (contest, pass, ballot, first_entry, second_entry, referred, sheet, sheets, entry) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
      .with(place.contest, place.pass, place.ballot, ballot.first, ballot.second, referred ? 1 : 0, ballot.sheet, ballot.sheets, entry)
      .run();
  return ballot;
}

Expected<void> requireSensible(const KeyedPlace& place, const std::vector<PageReading>& pages) {
  if (place.pass >= 1 && place.ballot >= 1 && !pages.empty()) return {};
  return fail(ErrorKind::BadInput, trf("Lượt {0}, phiếu số {1} không hợp lệ; chưa ghi gì.",
                                       "Pass {0}, ballot {1} cannot be; nothing was stored.", place.pass, place.ballot));
}

}  // namespace

Expected<StoredKeyed> KeyingRepository::append(const KeyedDraft& draft, const std::vector<PageReading>& pages) {
  if (auto sensible = requireSensible(draft.place, pages); !sensible) return tl::unexpected<Error>(sensible.error());
  if ((draft.slot != 1 && draft.slot != 2) || draft.person.empty())
    return fail(ErrorKind::BadInput, tr("Người nhập phải là người nhập 1 hoặc 2 và phải có tên; chưa ghi gì.",
                                        "The operator must be 1 or 2 and have a name; nothing was stored."));
  return acting(*m_store, [&]() -> Expected<StoredKeyed> {
    if (auto open = requireOpen(*m_store, draft.place.contest); !open) return tl::unexpected<Error>(open.error());
    if (auto fresh = requireNotRecorded(*m_store, draft.place); !fresh) return tl::unexpected<Error>(fresh.error());
    if (auto fresh = requireNotScanned(*m_store, draft.place); !fresh) return tl::unexpected<Error>(fresh.error());
    std::vector<StoredKeyed> entries = loadEntries(*m_store, draft.place);
    if (auto other = requireOtherPerson(entries, draft); !other) return tl::unexpected<Error>(other.error());
    entries.push_back(writeKeyed(*m_store, draft, openRound(entries)));
    const StoredKeyed keyed = entries.back();
    const KeyedPair pair = lastPair(entries);
    if (!pair.first || pair.first->round != keyed.round || pair.first->content != pair.second->content) return keyed;
    const auto recorded = record(*m_store, draft.place, pair, false, pages, {pair.first->person, pair.second->person});
    if (!recorded) return tl::unexpected<Error>(recorded.error());
    return keyed;
  });
}

Expected<StoredKeyedBallot> KeyingRepository::refer(const KeyedPlace& place, const std::vector<PageReading>& pages, const Actors& by) {
  if (auto sensible = requireSensible(place, pages); !sensible) return tl::unexpected<Error>(sensible.error());
  return acting(*m_store, [&]() -> Expected<StoredKeyedBallot> {
    if (auto open = requireOpen(*m_store, place.contest); !open) return tl::unexpected<Error>(open.error());
    if (auto fresh = requireNotRecorded(*m_store, place); !fresh) return tl::unexpected<Error>(fresh.error());
    if (auto fresh = requireNotScanned(*m_store, place); !fresh) return tl::unexpected<Error>(fresh.error());
    const std::vector<StoredKeyed> entries = loadEntries(*m_store, place);
    const KeyedPair pair = lastPair(entries);
    if (!pair.first || entries.back().round != pair.first->round)
      return fail(
          ErrorKind::Refused,
          trf("Phiếu số {0} chưa được cả hai người nhập (hoặc đang được nhập lại) nên chưa chuyển Ban kiểm phiếu được; chưa ghi gì.",
              "Ballot {0} has not been keyed by both (or is being keyed again), so it cannot go to the committee yet; nothing was stored.",
              place.ballot));
    return record(*m_store, place, pair, true, pages, by);
  });
}

Expected<std::vector<StoredKeyed>> KeyingRepository::entries(const std::string& contest, int pass) const {
  return reading(*m_store, [&]() -> Expected<std::vector<StoredKeyed>> {
    std::vector<StoredKeyed> found;
    Query row(*m_store, "SELECT " KP_KEYED_COLUMNS " FROM " KP_KEYED_TABLES
                        " WHERE keyed_entries.contest = ?1 AND pass = ?2 ORDER BY keyed_entries.id");
    row.with(contest, pass);
    while (row.step()) found.push_back(keyedAt(row));
    return found;
  });
}

Expected<std::vector<StoredKeyed>> KeyingRepository::entriesOf(const KeyedPlace& place) const {
  return reading(*m_store, [&]() -> Expected<std::vector<StoredKeyed>> { return loadEntries(*m_store, place); });
}

Expected<std::vector<StoredKeyedBallot>> KeyingRepository::ballots(const std::string& contest, int pass) const {
  return reading(*m_store, [&]() -> Expected<std::vector<StoredKeyedBallot>> {
    std::vector<StoredKeyedBallot> found;
    Query row(*m_store, "SELECT " KP_KEYED_BALLOT_COLUMNS " FROM keyed_ballots WHERE contest = ?1 AND pass = ?2 ORDER BY ballot");
    row.with(contest, pass);
    while (row.step()) found.push_back(keyedBallotAt(row));
    return found;
  });
}

Expected<std::optional<StoredKeyedBallot>> KeyingRepository::ballotOf(const KeyedPlace& place) const {
  return reading(*m_store, [&]() -> Expected<std::optional<StoredKeyedBallot>> { return loadBallot(*m_store, place); });
}

Expected<std::optional<StoredKeyedBallot>> KeyingRepository::ballotOfSheet(int sheet) const {
  return reading(*m_store, [&]() -> Expected<std::optional<StoredKeyedBallot>> {
    Query row(*m_store, "SELECT " KP_KEYED_BALLOT_COLUMNS " FROM keyed_ballots WHERE sheet <= ?1 ORDER BY sheet DESC LIMIT 1");
    if (!row.with(sheet).step()) return std::optional<StoredKeyedBallot>();
    const StoredKeyedBallot ballot = keyedBallotAt(row);
    return sheet < ballot.sheet + ballot.sheets ? std::optional(ballot) : std::nullopt;
  });
}

Expected<std::vector<int>> KeyingRepository::passes(const std::string& contest) const {
  return reading(*m_store, [&]() -> Expected<std::vector<int>> {
    std::vector<int> found;
    Query row(*m_store, "SELECT DISTINCT pass FROM keyed_entries WHERE ?1 = '' OR contest = ?1 ORDER BY pass");
    row.with(contest);
    while (row.step()) found.push_back(row.integer(0));
    return found;
  });
}

}  // namespace kp
