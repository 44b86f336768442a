// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "count/contest_count.h"

// What the journal recorded when a contest was closed (resultText() in closing.h), and whether its sheets still come to that.
namespace kp {

/// How sheets are made into a result, as each closing names it ("method=2"). Raised whenever the same sheets and rulings may come to another result than before.
/// 1 (closings that name none): the pages of a ballot were paired over the whole pass. 2: by each feeder run (docs/decisions/0008).
inline constexpr int kCountingMethod = 2;

/// The newest closing of a contest; nothing where it was never closed.
Expected<std::optional<JournalEntry>> newestClosing(const Ledger& ledger, const std::string& contest);

/// A recomputed result beside the one recorded at closing.
struct ClosingComparison {
  std::vector<std::string> differences;  ///< one sentence each, names of people and figures in them; empty: the same
  /// The closing was made by an earlier counting method, and ballots of several pages that it paired are in doubt by today's: `differences` prove nothing against it.
  bool otherMethod = false;
};

/// `recorded`: the details of the closing's journal entry.
ClosingComparison compareWithClosing(const CountedContest& counted, const ContestResult& result, const std::string& recorded);
/// What is said of a closing by an earlier method, in the process's language.
std::string otherMethodText(const ContestResult& result);

/// The numbers of a closing as it recorded them: figures, tally (without reasons) and who was elected. BadInput where the text is none of resultText().
Expected<ContestResult> resultAsClosed(const Contest& contest, const std::string& recorded);

/// Holds a closed contest's result against its closing before anything is signed, announced or decided by it. Damaged where they differ (naming how), Refused where the
/// closing was made by an earlier method and cannot be recomputed. Nothing to hold against where the contest is open.
Expected<void> requireAsClosed(const Ledger& ledger, const CountedContest& counted, const ContestResult& result);

}  // namespace kp
