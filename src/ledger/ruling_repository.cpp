// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/ruling_repository.h"

#include "election/text.h"
#include "ledger/definition_rows.h"
#include "ledger/journal_rows.h"
#include "ledger/json_text.h"
#include "ledger/ruling_rows.h"

namespace kp {
namespace {

constexpr const char* kKinds[] = {"votes", "invalid", "valid", "set-aside"};

std::string word(Ruling::Kind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

Ruling::Kind kindOf(const std::string& word) {
  for (std::size_t i = 0; i < std::size(kKinds); ++i)
    if (word == kKinds[i]) return static_cast<Ruling::Kind>(i);
  throw StoredNonsense{trf("Không có loại quyết định “{0}”.", "There is no kind of ruling “{0}”.", word)};
}

#define KP_RULING_COLUMNS "rulings.id, rulings.sheet, rulings.kind, rulings.rule, rulings.note, rulings.entry, journal.time"

RulingRow rulingAt(Store& store, const Query& row) {
  RulingRow found;
  found.ruling.id = row.integer(0);
  found.ruling.sheet = row.integer(1);
  found.ruling.ruling.kind = kindOf(row.text(2));
  found.ruling.ruling.rule = row.text(3);
  found.ruling.ruling.note = row.text(4);
  found.entry = row.integer(5);
  found.ruling.time = row.text(6);
  found.ruling.by = actorsOf(store, found.entry);
  Query vote(store, "SELECT candidate, vote FROM ruling_votes WHERE ruling = ?1 ORDER BY place");
  vote.with(found.ruling.id);
  while (vote.step()) found.ruling.ruling.votes.emplace_back(static_cast<std::size_t>(vote.integer64(0)), stored(parseVote(vote.text(1))));
  return found;
}

void writeRuling(Store& store, int sheet, const Ruling& ruling, int entry) {
  Query(store, "INSERT INTO rulings (sheet, kind, rule, note, entry) VALUES (?1, ?2, ?3, ?4, ?5)")
      .with(sheet, word(ruling.kind), ruling.rule, ruling.note, entry)
      .run();
  const std::int64_t id = store.db().getLastInsertRowid();
  Query insert(store, "INSERT INTO ruling_votes (ruling, place, candidate, vote) VALUES (?1, ?2, ?3, ?4)");
  int place = 0;
  for (const auto& [candidate, vote] : ruling.votes) insert.with(id, ++place, static_cast<std::int64_t>(candidate), toString(vote)).run();
}

}  // namespace

std::string canonicalText(const Ruling& ruling) {
  JsonObject text;
  text.text("kind", word(ruling.kind));
  if (!ruling.votes.empty()) {
    std::string votes;
    for (const auto& [candidate, vote] : ruling.votes)
      votes += (votes.empty() ? "" : ",") +
               JsonObject().number("candidate", static_cast<std::int64_t>(candidate)).text("vote", toString(vote)).str();
    text.raw("votes", "[" + votes + "]");
  }
  if (!ruling.rule.empty()) text.text("rule", ruling.rule);
  if (!ruling.note.empty()) text.text("note", ruling.note);
  return text.str();
}

std::vector<RulingRow> allRulings(Store& store) {
  std::vector<RulingRow> rulings;
  Query row(store, "SELECT " KP_RULING_COLUMNS " FROM rulings LEFT JOIN journal ON seq = entry ORDER BY rulings.id");
  while (row.step()) {
    try {
      rulings.push_back(rulingAt(store, row));
    } catch (const StoredNonsense&) {
      RulingRow unreadable;
      unreadable.ruling.id = row.integer(0);
      unreadable.ruling.sheet = row.integer(1);
      unreadable.entry = row.integer(5);
      unreadable.readable = false;
      rulings.push_back(std::move(unreadable));
    }
  }
  return rulings;
}

Expected<int> RulingRepository::append(int sheet, const Ruling& ruling, const Actors& by) {
  return acting(*m_store, [&]() -> Expected<int> {
    Query query(*m_store, "SELECT contest FROM sheets WHERE id = ?1");
    if (!query.with(sheet).step())
      return fail(ErrorKind::NotFound, trf("Không có trang phiếu số {0} trong tệp này.", "There is no sheet {0} in this file.", sheet));
    const std::string contest = query.text(0);
    if (!contest.empty())
      if (auto open = requireOpen(*m_store, contest); !open) return tl::unexpected<Error>(open.error());
    JournalDraft draft{Event::RulingMade, by, contest, sheet};
    draft.after = canonicalText(ruling);
    writeRuling(*m_store, sheet, ruling, writeEntry(*m_store, draft));
    Query newest(*m_store, "SELECT MAX(id) FROM rulings");
    newest.step();
    return newest.integer(0);
  });
}

Expected<std::vector<StoredRuling>> RulingRepository::of(int sheet) const {
  return reading(*m_store, [&]() -> Expected<std::vector<StoredRuling>> {
    std::vector<StoredRuling> rulings;
    Query row(*m_store,
              "SELECT " KP_RULING_COLUMNS " FROM rulings JOIN journal ON seq = entry WHERE rulings.sheet = ?1 ORDER BY rulings.id");
    row.with(sheet);
    while (row.step()) rulings.push_back(rulingAt(*m_store, row).ruling);
    return rulings;
  });
}

Expected<std::vector<StoredRuling>> RulingRepository::ofContest(const std::string& contest) const {
  return reading(*m_store, [&]() -> Expected<std::vector<StoredRuling>> {
    std::vector<StoredRuling> rulings;
    Query row(*m_store, "SELECT " KP_RULING_COLUMNS
                        " FROM sheets JOIN rulings ON rulings.sheet = sheets.id JOIN journal ON seq = rulings.entry "
                        "WHERE sheets.contest = ?1 ORDER BY rulings.id");
    row.with(contest);
    while (row.step()) rulings.push_back(rulingAt(*m_store, row).ruling);
    return rulings;
  });
}

}  // namespace kp
