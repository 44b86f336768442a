// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/keying_check.h"

#include <algorithm>
#include <map>

#include "count/keying_pages.h"
#include "election/text.h"

namespace kp {
namespace {

/// The same but for the words of the reasons, which are in the language of the day.
bool sameSeen(const PageReading& a, const PageReading& b) {
  const auto sameWhy = [](const Reason& x, const Reason& y) { return x.why == y.why; };
  return a.contest == b.contest && a.page == b.page && a.ballotCode == b.ballotCode && a.marks == b.marks &&
         std::equal(a.reasons.begin(), a.reasons.end(), b.reasons.begin(), b.reasons.end(), sameWhy);
}

/// The pages that these two entries make; none when they cannot be read.
std::vector<PageReading> pagesOf(const CountedContest& counted, const StoredKeyedBallot& ballot,
                                 const std::map<int, std::string>& contents) {
  const auto first = contents.find(ballot.first), second = contents.find(ballot.second);
  if (first == contents.end() || second == contents.end()) return {};
  const auto a = parseEntry(counted.contest, first->second), b = parseEntry(counted.contest, second->second);
  if (!a || !b) return {};
  const auto pages = keyedPages(counted, ballot.place.ballot, ballot.referred ? joined(counted.contest, *a, *b) : *a,
                                ballot.referred ? kKeyedDifferently : kKeyedUnclear);
  return pages ? *pages : std::vector<PageReading>();
}

}  // namespace

Expected<std::vector<ChainFinding>> checkKeyed(const Ledger& ledger, const CountedContest& counted) {
  std::vector<ChainFinding> findings;
  for (const int pass : counted.keyed) {
    const auto entries = ledger.keying().entries(counted.contest.id, pass);
    if (!entries) return tl::unexpected<Error>(entries.error());
    std::map<int, std::string> contents;
    for (const StoredKeyed& keyed : *entries) contents[keyed.id] = keyed.content;
    const auto ballots = ledger.keying().ballots(counted.contest.id, pass);
    if (!ballots) return tl::unexpected<Error>(ballots.error());
    for (const StoredKeyedBallot& ballot : *ballots) {
      const std::vector<PageReading> pages = pagesOf(counted, ballot, contents);
      bool same = static_cast<int>(pages.size()) == ballot.sheets;
      for (int i = 0; same && i < ballot.sheets; ++i) {
        const auto sheet = ledger.sheets().get(ballot.sheet + i);
        same = sheet && sameSeen(sheet->reading, pages[static_cast<std::size_t>(i)]);
      }
      if (!same)
        findings.push_back({std::nullopt, ballot.sheet,
                            trf("Tờ số {0} (phiếu số {1} của lượt {2}, nhập bằng bàn phím) không giống những gì hai người đã nhập.",
                                "Sheet {0} (ballot {1} of pass {2}, keyed in) is not what the two operators keyed.", ballot.sheet,
                                ballot.place.ballot, pass)});
    }
  }
  return findings;
}

}  // namespace kp
