// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/figures_after.h"

#include <algorithm>
#include <cstdio>

namespace kp {
namespace {

/// The contest's first scanned sheet; 0 when there is none.
Expected<int> firstSheet(const Ledger& ledger, const std::string& contest) {
  SheetFilter filter;
  filter.contest = contest;
  int first = 0;
  const auto walked = ledger.sheets().forEach(filter, [&first](const StoredSheet& sheet) {
    first = sheet.id;
    return false;
  });
  if (!walked) return tl::unexpected<Error>(walked.error());
  return first;
}

/// Whether a batch sheets-taken-in holds this sheet: its details begin with how many, the first and the last id (src/ledger/README.md, 3).
bool holds(const JournalEntry& batch, int sheet) {
  int count = 0, first = 0, last = 0;
  return std::sscanf(batch.details.c_str(), R"({"count":%d,"first":%d,"last":%d)", &count, &first, &last) == 3 && first <= sheet &&
         sheet <= last;
}

}  // namespace

Expected<std::vector<FiguresAfterReading>> figuresAfterReading(const Ledger& ledger, const std::string& contest) {
  const auto changes = ledger.figures().changedAfterReading(contest);
  if (!changes) return tl::unexpected<Error>(changes.error());
  const auto sheet = firstSheet(ledger, contest);
  if (!sheet) return tl::unexpected<Error>(sheet.error());
  const auto entries = ledger.journal().list(contest);
  if (!entries) return tl::unexpected<Error>(entries.error());
  std::vector<FiguresAfterReading> found;
  bool read = false;
  for (const JournalEntry& entry : *entries) {
    if (entry.event == toString(Event::BallotKeyed) && entry.contest == contest) read = true;
    if (entry.event == toString(Event::SheetsTakenIn) && holds(entry, *sheet)) read = true;
    if (!read || entry.event != toString(Event::FiguresSet) || entry.contest != contest || entry.before == entry.after) continue;
    const bool changed = std::any_of(changes->begin(), changes->end(), [&entry](const JournalEntry& one) { return one.seq == entry.seq; });
    found.push_back({entry, changed});
  }
  return found;
}

}  // namespace kp
