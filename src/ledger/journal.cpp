// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/journal.h"

#include "ledger/journal_rows.h"
#include "ledger/journal_tail.h"

namespace kp {
namespace {

JournalEntry entryAt(Store& store, const Query& row) {
  JournalEntry entry;
  entry.seq = row.integer(0);
  entry.time = row.text(1);
  entry.event = row.text(2);
  entry.contest = row.text(3);
  entry.sheet = row.optionalInteger(4);
  entry.before = row.text(5);
  entry.after = row.text(6);
  entry.details = row.text(7);
  entry.hash = row.digest(8);
  entry.by = actorsOf(store, entry.seq);
  return entry;
}

}  // namespace

JournalTail journalTail(Store& store) {
  Query query(store, "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1");
  if (!query.step()) return {};
  return {query.integer(0), query.digest(1)};
}

Digest entryHash(const Digest& previous, const JournalEntry& entry) {
  Canonical fields;
  fields.digest(previous).integer(entry.seq).text(entry.time).integer(static_cast<std::int64_t>(entry.by.size()));
  for (const std::string& name : entry.by) fields.text(name);
  fields.text(entry.event).text(entry.contest);
  if (entry.sheet)
    fields.integer(*entry.sheet);
  else
    fields.none();
  fields.text(entry.before).text(entry.after).text(entry.details);
  return fields.hash();
}

int writeEntry(Store& store, const JournalDraft& draft) {
  const JournalTail tail = journalTail(store);
  if (draft.event != Event::CongressCreated) requireTail(store, tail);
  JournalEntry entry{tail.seq + 1, store.now(),  draft.by,    toString(draft.event), draft.contest,
                     draft.sheet,  draft.before, draft.after, draft.details,         {}};
  entry.hash = entryHash(tail.hash, entry);
  Query(store,
        "INSERT INTO journal (seq, time, event, contest, sheet, before, after, details, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
      .with(entry.seq, entry.time, entry.event, entry.contest, entry.sheet, entry.before, entry.after, entry.details, entry.hash)
      .run();
  Query actor(store, "INSERT INTO journal_actors (seq, place, name) VALUES (?1, ?2, ?3)");
  int place = 0;
  for (const std::string& name : entry.by) actor.with(entry.seq, ++place, name).run();
  noteTail(store, {entry.seq, entry.hash});
  return entry.seq;
}

Actors actorsOf(Store& store, int seq) {
  Actors names;
  Query query(store, "SELECT name FROM journal_actors WHERE seq = ?1 ORDER BY place");
  query.with(seq);
  while (query.step()) names.push_back(query.text(0));
  return names;
}

void eachEntry(Store& store, const std::function<void(const JournalEntry&)>& visit) {
  Query query(store, "SELECT seq, time, event, contest, sheet, before, after, details, hash FROM journal ORDER BY seq");
  while (query.step()) visit(entryAt(store, query));
}

Expected<int> JournalRepository::append(const JournalDraft& draft) {
  return acting(*m_store, [&]() -> Expected<int> { return writeEntry(*m_store, draft); });
}

Expected<std::vector<JournalEntry>> JournalRepository::list(const std::string& contest) const {
  return reading(*m_store, [&]() -> Expected<std::vector<JournalEntry>> {
    std::vector<JournalEntry> entries;
    eachEntry(*m_store, [&](const JournalEntry& entry) {
      if (contest.empty() || entry.contest.empty() || entry.contest == contest) entries.push_back(entry);
    });
    return entries;
  });
}

Expected<std::optional<JournalEntry>> JournalRepository::byHash(const std::string& hex) const {
  const std::optional<Digest> digest = digestFromHex(hex);
  if (!digest) return std::optional<JournalEntry>();
  return reading(*m_store, [&]() -> Expected<std::optional<JournalEntry>> {
    Query query(*m_store, "SELECT seq, time, event, contest, sheet, before, after, details, hash FROM journal WHERE hash = ?1");
    query.with(*digest);
    if (!query.step()) return std::optional<JournalEntry>();
    return std::optional<JournalEntry>(entryAt(*m_store, query));
  });
}

Expected<std::string> JournalRepository::head() const {
  return reading(*m_store, [&]() -> Expected<std::string> { return toHex(journalTail(*m_store).hash); });
}

}  // namespace kp
