// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/two_people.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "count/access.h"
#include "count/closing.h"
#include "election/text.h"

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

/// The same but for its title.
bool sameVote(Contest a, const Contest& b) {
  a.title = b.title;
  return a == b;
}

}  // namespace

Expected<bool> ballotsWereRead(const Ledger& ledger) { return read(ledger, {}, {}); }

Expected<bool> ballotsWereRead(const Ledger& ledger, const std::string& contest) {
  SheetFilter filter;
  filter.contest = contest;
  return read(ledger, filter, contest);
}

Expected<bool> committeeTakesTwo(const Ledger& ledger, const Congress& congress) {
  std::set<std::string> heads, deciding;  // by name: one person may be entered as head and as member
  for (const CommitteeMember& person : congress.committee) {
    if (person.role == Role::Head) heads.insert(person.name);
    if (person.role == Role::Head || person.role == Role::Member) deciding.insert(person.name);
  }
  if (heads.empty() || deciding.size() < 2) return false;
  return ballotsWereRead(ledger);
}

Expected<void> requireTwoWithPins(const Ledger& ledger, const Congress& congress) {
  const auto pins = ledger.congress().withPin();
  if (!pins) return tl::unexpected<Error>(pins.error());
  if (pins->empty()) return {};
  std::set<std::string> deciding;
  bool head = false;
  for (const CommitteeMember& person : congress.committee) {
    if ((person.role != Role::Head && person.role != Role::Member) || std::count(pins->begin(), pins->end(), person.name) == 0) continue;
    deciding.insert(person.name);
    head = head || person.role == Role::Head;
  }
  if (head && deciding.size() >= 2) return {};
  return fail(
      ErrorKind::Refused,
      tr("Tệp này dùng mã cá nhân, mà chưa có đủ hai người của Ban kiểm phiếu, trong đó có Trưởng ban, đặt mã của mình; chưa nhận phiếu "
         "nào. Trước khi nhận phiếu, hãy đặt mã cho Trưởng ban và ít nhất một ủy viên ở màn hình Đại hội, phần Ban kiểm phiếu",
         "This file uses PINs, and no two people of the committee, the head among them, have set theirs; no ballot was taken in. Before "
         "ballots are taken in, set the PINs of the head and of at least one member on the Congress screen, part Committee"));
}

bool decidesOverRead(const Figures& before, const Figures& after, bool pins) {
  if (isChange(before, after)) return true;
  const auto sum = [](const Figures& figures) {
    return std::accumulate(figures.deductions.begin(), figures.deductions.end(), 0L,
                           [](long all, const auto& one) { return all + one.second; });
  };
  return pins && ((!before.convened && after.convened) || (!before.returned && after.returned) || sum(before) != sum(after));
}

Expected<bool> figuresTakeTwo(const Ledger& ledger, const std::string& contest, const Figures& given) {
  const auto stored = ledger.figures().of(contest);
  if (!stored) return tl::unexpected<Error>(stored.error());
  const auto pins = hasPins(ledger);
  if (!pins) return pins;
  return decidesOverRead(*stored, merged(*stored, given), *pins) ? ballotsWereRead(ledger, contest) : Expected<bool>(false);
}

Expected<std::set<std::string>> contestsRead(const Ledger& ledger, const Congress& congress) {
  std::set<std::string> ids;
  for (const Contest& contest : congress.contests) {
    const auto read = ballotsWereRead(ledger, contest.id);
    if (!read) return tl::unexpected<Error>(read.error());
    if (*read) ids.insert(contest.id);
  }
  return ids;
}

const Contest* contestTouched(const Congress& before, const Congress& after, const std::set<std::string>& read) {
  for (const Contest& known : before.contests) {
    const Contest* still = after.contest(known.id);
    if (read.count(known.id) == 0 || known.kind != ContestKind::Election || !still) continue;
    const auto was = earlierContests(before, known), is = earlierContests(after, *still);
    if (!std::equal(was.begin(), was.end(), is.begin(), is.end(), [](const Contest* a, const Contest* b) { return sameVote(*a, *b); }))
      return &known;
    if (known.office == Office::Other) continue;
    for (const Contest& other : after.contests) {
      if (other.id == known.id || other.kind != ContestKind::Election || other.office != known.office) continue;
      const Contest* stored = before.contest(other.id);
      if (!stored || !sameVote(*stored, other)) return &known;
    }
  }
  return nullptr;
}

Figures merged(Figures stored, const Figures& given) {
  for (const auto field : {&Figures::convened, &Figures::present, &Figures::issued, &Figures::returned})
    if (given.*field) stored.*field = given.*field;
  for (const auto& [name, number] : given.deductions) stored.deductions[name] = number;
  return stored;
}

}  // namespace kp
