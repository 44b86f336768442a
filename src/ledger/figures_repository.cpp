// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/figures_repository.h"

#include <algorithm>
#include <iterator>

#include "election/text.h"
#include "ledger/definition_rows.h"
#include "ledger/figures_rows.h"
#include "ledger/journal_rows.h"
#include "ledger/json_text.h"

namespace kp {

Figures loadFigures(Store& store, const std::string& contest) {
  Figures figures;
  Query row(store, "SELECT convened, present, issued, returned FROM figures WHERE contest = ?1");
  if (!row.with(contest).step()) return figures;
  figures.convened = row.optionalInteger(0);
  figures.present = row.optionalInteger(1);
  figures.issued = row.optionalInteger(2);
  figures.returned = row.optionalInteger(3);
  Query deduction(store, "SELECT class, number FROM deductions WHERE contest = ?1");
  deduction.with(contest);
  while (deduction.step()) figures.deductions[deduction.text(0)] = deduction.integer(1);
  return figures;
}

std::string canonicalText(const Figures& figures) {
  const auto number = [](const std::optional<int>& value) { return value ? std::to_string(*value) : std::string("null"); };
  JsonObject deductions;
  for (const auto& [name, value] : figures.deductions) deductions.number(name, value);
  return JsonObject()
      .raw("convened", number(figures.convened))
      .raw("present", number(figures.present))
      .raw("issued", number(figures.issued))
      .raw("returned", number(figures.returned))
      .raw("deductions", deductions.str())
      .str();
}

bool isChange(const Figures& before, const Figures& after) {
  for (const auto field : {&Figures::convened, &Figures::present, &Figures::issued, &Figures::returned})
    if (before.*field && before.*field != after.*field) return true;
  const auto without0 = [](std::map<std::string, int> numbers) {
    for (auto at = numbers.begin(); at != numbers.end();) at = at->second == 0 ? numbers.erase(at) : std::next(at);
    return numbers;
  };
  const auto was = without0(before.deductions);
  return (before.convened || !was.empty()) && was != without0(after.deductions);
}

namespace {

/// Figures of an entry figures-set, before or after it.
Figures figuresIn(Store& store, int entry, bool after) {
  Figures figures;
  Query row(store, after
                       ? "SELECT json_extract(after, '$.convened'), json_extract(after, '$.present'), json_extract(after, '$.issued'), "
                         "json_extract(after, '$.returned') FROM journal WHERE seq = ?1"
                       : "SELECT json_extract(before, '$.convened'), json_extract(before, '$.present'), json_extract(before, '$.issued'), "
                         "json_extract(before, '$.returned') FROM journal WHERE seq = ?1");
  if (!row.with(entry).step()) return figures;
  figures.convened = row.optionalInteger(0);
  figures.present = row.optionalInteger(1);
  figures.issued = row.optionalInteger(2);
  figures.returned = row.optionalInteger(3);
  Query deduction(store, after ? "SELECT key, value FROM journal, json_each(after, '$.deductions') WHERE seq = ?1"
                               : "SELECT key, value FROM journal, json_each(before, '$.deductions') WHERE seq = ?1");
  deduction.with(entry);
  while (deduction.step()) figures.deductions[deduction.text(0)] = deduction.integer(1);
  return figures;
}

}  // namespace

Expected<std::vector<JournalEntry>> FiguresRepository::changedAfterReading(const std::string& contest) const {
  return reading(*m_store, [&]() -> Expected<std::vector<JournalEntry>> {
    if (auto known = requireContest(*m_store, contest); !known) return tl::unexpected<Error>(known.error());
    Query first(
        *m_store,
        "SELECT MIN(entry) FROM (SELECT entry FROM sheets WHERE contest = ?1 UNION ALL SELECT entry FROM keyed_entries WHERE contest = ?1)");
    std::vector<JournalEntry> changes;
    if (!first.with(contest).step() || first.isNull(0)) return changes;
    eachEntry(*m_store, [&](const JournalEntry& entry) {
      if (entry.event == toString(Event::FiguresSet) && entry.contest == contest && entry.seq > first.integer(0)) changes.push_back(entry);
    });
    changes.erase(std::remove_if(changes.begin(), changes.end(),
                                 [&](const JournalEntry& entry) {
                                   return !isChange(figuresIn(*m_store, entry.seq, false), figuresIn(*m_store, entry.seq, true));
                                 }),
                  changes.end());
    return changes;
  });
}

Expected<void> FiguresRepository::noteRefused(const std::string& contest, const Figures& refused, const std::string& rule,
                                              const Actors& by) {
  return acting(*m_store, [&]() -> Expected<void> {
    if (auto known = requireContest(*m_store, contest); !known) return known;
    JournalDraft draft{Event::FiguresRefused, by, contest};
    draft.before = canonicalText(loadFigures(*m_store, contest));
    draft.details = JsonObject().text("rule", rule).raw("figures", canonicalText(refused)).str();
    writeEntry(*m_store, draft);
    return {};
  });
}

Expected<Figures> FiguresRepository::of(const std::string& contest) const {
  return reading(*m_store, [&]() -> Expected<Figures> {
    if (auto known = requireContest(*m_store, contest); !known) return tl::unexpected<Error>(known.error());
    return loadFigures(*m_store, contest);
  });
}

Expected<void> FiguresRepository::set(const std::string& contest, const Figures& figures, const Actors& by) {
  bool negative = false;
  for (const std::optional<int>& value : {figures.convened, figures.present, figures.issued, figures.returned})
    negative |= value.value_or(0) < 0;
  for (const auto& [name, value] : figures.deductions) negative |= value < 0;
  if (negative)
    return fail(ErrorKind::BadInput,
                tr("Số liệu không được là số âm. Chưa có gì thay đổi.", "Figures cannot be negative. Nothing was changed."));
  return acting(*m_store, [&]() -> Expected<void> {
    if (auto open = requireOpen(*m_store, contest); !open) return open;
    JournalDraft draft{Event::FiguresSet, by, contest};
    draft.before = canonicalText(loadFigures(*m_store, contest));
    draft.after = canonicalText(figures);
    Query(*m_store, "DELETE FROM figures WHERE contest = ?1").with(contest).run();
    Query(*m_store, "INSERT INTO figures (contest, convened, present, issued, returned) VALUES (?1, ?2, ?3, ?4, ?5)")
        .with(contest, figures.convened, figures.present, figures.issued, figures.returned)
        .run();
    Query insert(*m_store, "INSERT INTO deductions (contest, class, number) VALUES (?1, ?2, ?3)");
    for (const auto& [name, value] : figures.deductions) insert.with(contest, name, value).run();
    writeEntry(*m_store, draft);
    return {};
  });
}

}  // namespace kp
