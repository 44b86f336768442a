// SPDX-License-Identifier: GPL-3.0-or-later
#include "election/text.h"
#include "ledger/definition_rows.h"
#include "ledger/json_text.h"

namespace kp {
namespace {

constexpr const char* kDispositions[] = {"valid", "invalid", "to-person"};

std::string word(Disposition disposition) { return kDispositions[static_cast<std::size_t>(disposition)]; }

Disposition dispositionOf(const std::string& word) {
  for (std::size_t i = 0; i < std::size(kDispositions); ++i)
    if (word == kDispositions[i]) return static_cast<Disposition>(i);
  throw StoredNonsense{trf("Không có cách xử lý “{0}” trong quy tắc.", "A rule set has the unknown disposition “{0}”.", word)};
}

}  // namespace

RuleSet loadRules(Store& store, const std::string& contest) {
  Query row(
      store,
      "SELECT name, version, one_name_neither, all_disapproved, tie_needs_run_off, percent_decimals, passes_required, surplus_percent_limit "
      "FROM contest_rules WHERE contest = ?1");
  if (!row.with(contest).step())
    throw StoredNonsense{trf("Cuộc bầu “{0}” không có quy tắc.", "The contest “{0}” has no rule set.", contest)};
  RuleSet rules;
  rules.name = row.text(0);
  rules.version = row.text(1);
  rules.oneNameNeither = dispositionOf(row.text(2));
  rules.allDisapproved = dispositionOf(row.text(3));
  rules.tieNeedsRunOff = row.integer(4) != 0;
  rules.percentDecimals = row.integer(5);
  rules.passesRequired = row.integer(6);
  rules.surplusPercentLimit = row.integer(7);
  Query citation(store, "SELECT citation FROM rule_citations WHERE contest = ?1 ORDER BY place");
  citation.with(contest);
  while (citation.step()) rules.citations.push_back(citation.text(0));
  return rules;
}

void writeRules(Store& store, const std::string& contest, const RuleSet& rules) {
  Query(store, "DELETE FROM contest_rules WHERE contest = ?1").with(contest).run();
  Query(
      store,
      "INSERT INTO contest_rules (contest, name, version, one_name_neither, all_disapproved, tie_needs_run_off, percent_decimals, passes_required, "
      "surplus_percent_limit) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
      .with(contest, rules.name, rules.version, word(rules.oneNameNeither), word(rules.allDisapproved),
            static_cast<int>(rules.tieNeedsRunOff), rules.percentDecimals, rules.passesRequired, rules.surplusPercentLimit)
      .run();
  Query insert(store, "INSERT INTO rule_citations (contest, place, citation) VALUES (?1, ?2, ?3)");
  int place = 0;
  for (const std::string& citation : rules.citations) insert.with(contest, ++place, citation).run();
}

std::string canonicalText(const RuleSet& rules) {
  std::string citations;
  for (const std::string& citation : rules.citations) citations += (citations.empty() ? "" : ",") + jsonQuoted(citation);
  return JsonObject()
      .text("name", rules.name)
      .text("version", rules.version)
      .raw("citations", "[" + citations + "]")
      .text("one_name_neither", word(rules.oneNameNeither))
      .text("all_disapproved", word(rules.allDisapproved))
      .raw("tie_needs_run_off", rules.tieNeedsRunOff ? "true" : "false")
      .number("percent_decimals", rules.percentDecimals)
      .number("passes_required", rules.passesRequired)
      .number("surplus_percent_limit", rules.surplusPercentLimit)
      .str();
}

}  // namespace kp
