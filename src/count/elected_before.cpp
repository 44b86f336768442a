// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/elected_before.h"

#include "count/closing.h"
#include "count/contest_count.h"
#include "count/contest_words.h"
#include "election/text.h"

namespace kp {

Expected<ElectedNames> electedToCommittees(const Ledger& ledger) {
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  ElectedNames elected;
  for (const Contest& contest : congress->contests) {
    if (contest.office != Office::CapUy || contest.kind != ContestKind::Election) continue;
    const auto counted = loadContest(ledger, contest.id);
    if (!counted) return tl::unexpected<Error>(counted.error());
    if (!counted->state.closed) continue;
    const auto result = resultOf(ledger, *counted);
    if (!result) return tl::unexpected<Error>(result.error());
    auto& names = elected[contest.id];
    for (const std::size_t i : result->outcome.elected) names.insert(contest.candidates[i].name);
  }
  return elected;
}

std::string notElectedBefore(const Congress& congress, const Contest& contest, const ElectedNames& elected) {
  std::set<std::string> names;
  const Contest* committee = nullptr;
  for (const Contest* before : earlierContests(congress, contest)) {
    if (before->office != Office::CapUy) continue;
    const auto found = elected.find(before->id);
    if (found == elected.end()) return {};
    names.insert(found->second.begin(), found->second.end());
    committee = before;
  }
  if (!committee) return {};
  for (const Candidate& candidate : contest.candidates)
    if (!names.count(candidate.name))
      return trf("{0} có tên trong “{1}” nhưng không trúng cử ở “{2}” nên không được bầu vào chức danh này",
                 "{0} stands in \"{1}\" but was not elected in \"{2}\" and cannot be elected to this office", candidate.name,
                 contestWords(contest), contestWords(*committee));
  return {};
}

Expected<std::string> notElectedBefore(const Ledger& ledger, const Congress& congress, const Contest& contest) {
  if (earlierContests(congress, contest).empty()) return std::string();
  const auto elected = electedToCommittees(ledger);
  if (!elected) return tl::unexpected<Error>(elected.error());
  return notElectedBefore(congress, contest, *elected);
}

}  // namespace kp
