// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/two_people.h"

#include <algorithm>

namespace kp {
namespace {

Expected<bool> read(const Ledger& ledger, const SheetFilter& filter, const std::string& contest) {
  const auto sheets = ledger.sheets().count(filter);
  if (!sheets) return tl::unexpected<Error>(sheets.error());
  if (*sheets > 0) return true;
  const auto keyed = ledger.keying().passes(contest);
  if (!keyed) return tl::unexpected<Error>(keyed.error());
  return !keyed->empty();
}

}  // namespace

Expected<bool> ballotsWereRead(const Ledger& ledger) { return read(ledger, {}, {}); }

Expected<bool> ballotsWereRead(const Ledger& ledger, const std::string& contest) {
  SheetFilter filter;
  filter.contest = contest;
  return read(ledger, filter, contest);
}

Expected<bool> committeeTakesTwo(const Ledger& ledger, const Congress& congress) {
  const auto count = [&congress](Role role) {
    return std::count_if(congress.committee.begin(), congress.committee.end(), [role](const CommitteeMember& m) { return m.role == role; });
  };
  if (count(Role::Head) == 0 || count(Role::Head) + count(Role::Member) < 2) return false;
  return ballotsWereRead(ledger);
}

Expected<bool> figuresTakeTwo(const Ledger& ledger, const std::string& contest, const Figures& given) {
  const auto stored = ledger.figures().of(contest);
  if (!stored) return tl::unexpected<Error>(stored.error());
  return isChange(*stored, merged(*stored, given)) ? ballotsWereRead(ledger, contest) : Expected<bool>(false);
}

Expected<bool> contestTakesTwo(const Ledger& ledger, const Congress& congress, const Contest& added) {
  if (added.office == Office::Other || added.kind != ContestKind::Election) return false;
  for (const Contest& other : congress.contests) {
    if (other.id == added.id || other.kind != ContestKind::Election || other.office != added.office) continue;
    const auto counted = ballotsWereRead(ledger, other.id);
    if (!counted || *counted) return counted;
  }
  return false;
}

Figures merged(Figures stored, const Figures& given) {
  for (const auto field : {&Figures::convened, &Figures::present, &Figures::issued, &Figures::returned})
    if (given.*field) stored.*field = given.*field;
  for (const auto& [name, number] : given.deductions) stored.deductions[name] = number;
  return stored;
}

}  // namespace kp
