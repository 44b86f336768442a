// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/congress_repository.h"

#include <algorithm>

#include "election/text.h"
#include "ledger/definition_rows.h"
#include "ledger/journal_rows.h"
#include "ledger/json_text.h"

namespace kp {
namespace {

bool hasSheets(Store& store, const std::string& contest) {
  Query query(
      store,
      "SELECT 1 FROM sheets WHERE contest = ?1 OR read_contest = ?1 UNION ALL SELECT 1 FROM keyed_entries WHERE contest = ?1 LIMIT 1");
  return query.with(contest).step();
}

/// Refused when the new definition touches what was counted or printed codes hang on.
Expected<void> requireHarmless(Store& store, const Congress& before, const Congress& after) {
  Query anySheet(store, "SELECT 1 FROM sheets UNION ALL SELECT 1 FROM keyed_entries LIMIT 1");
  if (anySheet.step() && (before.info.id != after.info.id || before.info.kind != after.info.kind))
    return fail(ErrorKind::Refused,
                tr("Đã nhận phiếu nên không đổi được mã và loại đại hội. Nếu cần, hãy lập một tệp đại hội mới.",
                   "Ballots were taken in, so the congress's id and kind cannot change. Make a new congress file if need be."));
  for (const Contest& contest : before.contests) {
    const Contest* kept = after.contest(contest.id);
    if (kept && *kept == contest) continue;
    if (isClosed(store, contest.id) || hasSheets(store, contest.id))
      return fail(ErrorKind::Refused,
                  trf("Cuộc bầu “{0}” đã nhận phiếu hoặc đã chốt nên không sửa, không bỏ được. Hãy lập một cuộc bầu mới.",
                      "The contest “{0}” has ballots or is closed and can be neither changed nor dropped. Add a new contest.", contest.id));
  }
  return {};
}

bool among(const std::vector<CommitteeMember>& people, const std::string& name) {
  return std::any_of(people.begin(), people.end(), [&](const CommitteeMember& m) { return m.name == name; });
}

/// Each name and role that came, went, or got another introduction, as a JSON list. Somebody with another role went with the one and came with the other.
std::string changedPeople(const std::vector<CommitteeMember>& before, const std::vector<CommitteeMember>& after) {
  std::string list;
  const auto add = [&list](const CommitteeMember& person, const char* change) {
    list +=
        (list.empty() ? "" : ",") + JsonObject().text("name", person.name).text("role", toString(person.role)).text("change", change).str();
  };
  const auto same = [](const CommitteeMember& a) {
    return [&a](const CommitteeMember& b) { return a.name == b.name && a.role == b.role; };
  };
  for (const CommitteeMember& person : before)
    if (std::none_of(after.begin(), after.end(), same(person))) add(person, "removed");
  for (const CommitteeMember& person : after) {
    const auto was = std::find_if(before.begin(), before.end(), same(person));
    if (was == before.end())
      add(person, "added");
    else if (!(*was == person))
      add(person, "introduced");
  }
  return "[" + list + "]";
}

/// Names that are in no role any more, as a JSON list: their PINs go with them (see pin_rows.h).
std::string whoLeft(const std::vector<CommitteeMember>& before, const std::vector<CommitteeMember>& after) {
  std::string list;
  for (std::size_t i = 0; i < before.size(); ++i) {
    const std::string& name = before[i].name;
    const bool again = std::any_of(before.begin(), before.begin() + static_cast<std::ptrdiff_t>(i),
                                   [&](const CommitteeMember& m) { return m.name == name; });
    if (!again && !among(after, name)) list += (list.empty() ? "" : ",") + jsonQuoted(name);
  }
  return "[" + list + "]";
}

/// Ids of the contests that differ, as JSON: what an official wants to know of a changed definition.
std::string changedContests(const Congress& before, const Congress& after) {
  std::string ids;
  const auto add = [&ids](const std::string& id) { ids += (ids.empty() ? "" : ",") + jsonQuoted(id); };
  for (const Contest& contest : before.contests)
    if (!after.contest(contest.id) || *after.contest(contest.id) != contest) add(contest.id);
  for (const Contest& contest : after.contests)
    if (!before.contest(contest.id)) add(contest.id);
  std::string staff;  // the journal says who introduced and who approved
  for (const CommitteeMember& person : after.committee) {
    const bool there = std::find(before.committee.begin(), before.committee.end(), person) != before.committee.end();
    if (person.role != Role::Technician || there) continue;
    staff += (staff.empty() ? "" : ",") +
             JsonObject().text("name", person.name).text("introduced-by", person.introducedBy).text("approved-by", person.approvedBy).str();
  }
  JsonObject changed;
  changed.raw("info", before.info == after.info ? "false" : "true")
      .raw("committee", before.committee == after.committee ? "false" : "true")
      .raw("contests", "[" + ids + "]");
  if (!(before.committee == after.committee))
    changed.raw("people", changedPeople(before.committee, after.committee)).raw("left", whoLeft(before.committee, after.committee));
  if (!staff.empty()) changed.raw("staff", "[" + staff + "]");
  return changed.str();
}

Expected<void> setState(Store& store, const std::string& contest, bool closed, const Actors& by, const std::string& details) {
  return acting(store, [&]() -> Expected<void> {
    if (auto known = requireContest(store, contest); !known) return known;
    if (isClosed(store, contest) == closed)
      return fail(ErrorKind::Refused, closed ? trf("Kết quả cuộc bầu “{0}” đã chốt rồi.", "The count of “{0}” is closed already.", contest)
                                             : trf("Kết quả cuộc bầu “{0}” chưa chốt nên không cần mở lại.",
                                                   "The count of “{0}” is open; there is nothing to reopen.", contest));
    JournalDraft draft{closed ? Event::ContestClosed : Event::ContestReopened, by, contest};
    draft.before = closed ? "open" : "closed";
    draft.after = closed ? "closed" : "open";
    draft.details = details;
    const int entry = writeEntry(store, draft);
    Query(store, "INSERT INTO contest_states (contest, closed, entry) VALUES (?1, ?2, ?3)")
        .with(contest, static_cast<int>(closed), entry)
        .run();
    return {};
  });
}

}  // namespace

Expected<Congress> CongressRepository::load() const {
  return reading(*m_store, [&]() -> Expected<Congress> { return loadCongress(*m_store); });
}

Expected<void> CongressRepository::save(const Congress& congress, const Actors& by) {
  if (auto unique = requireUniqueIds(congress); !unique) return unique;
  const Expected<RuleSet> rules = ruleSet(congress.info.rules);
  if (!rules) return tl::unexpected<Error>(rules.error());
  return acting(*m_store, [&]() -> Expected<void> {
    const Congress before = loadCongress(*m_store);
    if (auto harmless = requireHarmless(*m_store, before, congress); !harmless) return harmless;
    writeCongress(*m_store, congress);
    for (const Contest& contest : congress.contests)
      if (!before.contest(contest.id)) writeRules(*m_store, contest.id, *rules);
    JournalDraft draft{Event::CongressChanged, by};
    draft.after = changedContests(before, congress);
    draft.details = definitionDetails(*m_store);
    writeEntry(*m_store, draft);
    return {};
  });
}

Expected<void> CongressRepository::addContest(const Contest& contest, const Actors& by, const std::string& like) {
  return acting(*m_store, [&]() -> Expected<void> {
    Congress congress = loadCongress(*m_store);
    if (!like.empty())
      if (auto known = requireContest(*m_store, like); !known) return known;
    const Expected<RuleSet> rules = like.empty() ? ruleSet(congress.info.rules) : Expected<RuleSet>(loadRules(*m_store, like));
    if (!rules) return tl::unexpected<Error>(rules.error());
    const Congress before = congress;
    congress.contests.push_back(contest);
    if (auto unique = requireUniqueIds(congress); !unique) return unique;
    writeContest(*m_store, contest, static_cast<int>(congress.contests.size()));
    writeRules(*m_store, contest.id, *rules);
    JournalDraft draft{Event::CongressChanged, by, contest.id};
    draft.after = changedContests(before, congress);
    draft.details = definitionDetails(*m_store);
    writeEntry(*m_store, draft);
    return {};
  });
}

Expected<RuleSet> CongressRepository::rulesOf(const std::string& contest) const {
  return reading(*m_store, [&]() -> Expected<RuleSet> {
    if (auto known = requireContest(*m_store, contest); !known) return tl::unexpected<Error>(known.error());
    return loadRules(*m_store, contest);
  });
}

Expected<void> CongressRepository::setRules(const std::string& contest, const RuleSet& rules, const Actors& by) {
  return acting(*m_store, [&]() -> Expected<void> {
    if (auto open = requireOpen(*m_store, contest); !open) return open;
    JournalDraft draft{Event::RulesChanged, by, contest};
    draft.before = canonicalText(loadRules(*m_store, contest));
    writeRules(*m_store, contest, rules);
    draft.after = canonicalText(rules);
    draft.details = definitionDetails(*m_store);
    writeEntry(*m_store, draft);
    return {};
  });
}

Expected<ContestState> CongressRepository::state(const std::string& contest) const {
  return reading(*m_store, [&]() -> Expected<ContestState> {
    if (auto known = requireContest(*m_store, contest); !known) return tl::unexpected<Error>(known.error());
    Query query(
        *m_store,
        "SELECT closed, time, entry FROM contest_states JOIN journal ON seq = entry WHERE contest_states.contest = ?1 ORDER BY id DESC LIMIT 1");
    if (!query.with(contest).step()) return ContestState{};
    return ContestState{query.integer(0) != 0, actorsOf(*m_store, query.integer(2)), query.text(1)};
  });
}

Expected<void> CongressRepository::close(const std::string& contest, const Actors& by, const std::string& details) {
  return setState(*m_store, contest, true, by, details);
}

Expected<void> CongressRepository::reopen(const std::string& contest, const Actors& by, const std::string& why) {
  return setState(*m_store, contest, false, by, why);
}

}  // namespace kp
