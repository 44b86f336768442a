// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/release.h"

#include "count/access.h"
#include "count/committee.h"
#include "election/text.h"

namespace kp {

Expected<bool> isReleased(const Ledger& ledger, const std::string& contest) {
  const auto state = ledger.congress().state(contest);
  if (!state) return tl::unexpected<Error>(state.error());
  if (!state->closed) return false;
  const auto entries = ledger.journal().list(contest);
  if (!entries) return tl::unexpected<Error>(entries.error());
  for (auto entry = entries->rbegin(); entry != entries->rend(); ++entry) {
    if (entry->contest != contest) continue;
    if (entry->event == toString(Event::ResultsReleased)) return true;
    if (entry->event == toString(Event::ContestClosed)) return false;
  }
  return false;
}

Expected<void> releaseResult(Ledger& ledger, const std::string& contest, const Actors& by) {
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  if (const auto may = mayAct(ledger, *congress, Act::Release, by); !may) return may;
  const auto state = ledger.congress().state(contest);
  if (!state) return tl::unexpected<Error>(state.error());
  if (!state->closed)
    return fail(ErrorKind::Refused, trf("Cuộc bầu {0} chưa chốt nên chưa được công bố; chưa có gì hiện lên màn hình hội trường",
                                        "Contest {0} is not closed and cannot be released; nothing was shown in the hall", contest));
  const auto done = isReleased(ledger, contest);
  if (!done) return tl::unexpected<Error>(done.error());
  if (*done) return {};
  const auto noted = ledger.journal().append({Event::ResultsReleased, eachOnce(by), contest});
  if (!noted) return tl::unexpected<Error>(noted.error());
  return {};
}

}  // namespace kp
