// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/release.h"

#include <algorithm>

#include "count/access.h"
#include "count/closed_result.h"
#include "count/committee.h"
#include "election/text.h"

namespace kp {

Expected<bool> isReleased(const Ledger& ledger, const std::string& contest) {
  const auto state = ledger.congress().state(contest);
  if (!state) return tl::unexpected<Error>(state.error());
  if (!state->closed) return false;
  const auto entries = ledger.journal().list(contest);
  if (!entries) return tl::unexpected<Error>(entries.error());
  const auto newest = std::find_if(entries->rbegin(), entries->rend(), [&contest](const JournalEntry& entry) {
    return entry.contest == contest && (entry.event == toString(Event::ResultsReleased) || entry.event == toString(Event::ContestClosed));
  });
  return newest != entries->rend() && newest->event == toString(Event::ResultsReleased);
}

Expected<void> releaseResult(Ledger& ledger, const std::string& contest, const Actors& by) {
  const auto counted = loadContest(ledger, contest);
  if (!counted) return tl::unexpected<Error>(counted.error());
  if (const auto may = mayAct(ledger, counted->congress, Act::Release, by); !may) return may;
  if (!counted->state.closed)
    return fail(ErrorKind::Refused, trf("Cuộc bầu {0} chưa chốt nên chưa được công bố; chưa có gì hiện lên màn hình hội trường",
                                        "Contest {0} is not closed and cannot be released; nothing was shown in the hall", contest));
  const auto done = isReleased(ledger, contest);
  if (!done) return tl::unexpected<Error>(done.error());
  const auto result = resultOf(ledger, *counted);
  if (!result) return tl::unexpected<Error>(result.error());
  if (const auto same = requireAsClosed(ledger, *counted, *result); !same) return same;
  if (*done) return {};
  const auto noted = ledger.journal().append({Event::ResultsReleased, eachOnce(by), contest});
  if (!noted) return tl::unexpected<Error>(noted.error());
  return {};
}

}  // namespace kp
