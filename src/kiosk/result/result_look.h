// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <QVariantList>
#include <string>
#include <vector>

#include "count/contest_count.h"
#include "count/day.h"

namespace kp::kiosk {

/// A contest's result with all that the screens of results, papers and the hall say of it, loaded in one go off the UI thread.
struct ResultLook {
  CountedContest counted;
  ContestResult result;
  std::vector<StepStatus> day;
  std::vector<std::string> waitsFor;  ///< R-31: titles of contests that must be closed before this one
  bool nextRoundThere = false;        ///< the contest that nextRound() would make is in the file already

  const Contest& contest() const { return counted.contest; }
  bool closed() const { return counted.state.closed; }
  bool any() const { return !counted.passes.empty(); }
  /// Ballots and sheets that wait for the committee; none once closed.
  int waiting() const { return closed() ? 0 : result.tally.undecided + result.unruledSetAside; }
  /// Closed, or nothing that waits and every sum holds: only then may a screen of the committee say who won.
  bool saysWhoWon() const;
  /// Votes that count for somebody: Đồng ý or kept names; tín nhiệm cao.
  int votesOf(std::size_t candidate) const;
  /// Candidates by votes, most first; equal ones in ballot order.
  std::vector<std::size_t> byVotes() const;
  /// First whole number of votes that is more than half of the base; 0 where no majority is asked (no base, run-off, no election).
  int majority() const;
};

/// Loads it. NotFound: no such contest.
Expected<ResultLook> lookAtResult(const Ledger& ledger, const std::string& contest);

/// What came of one candidate: "elected", "tied", "beyond" (passed, seats filled: R-26), "not", "" where nobody is elected or it cannot be said yet.
std::string stateOf(const ResultLook& look, std::size_t candidate);
/// That state in words, this thread's language.
QString stateText(const std::string& state);

/// Percent for people: decimal comma in Vietnamese ("97,70 %"); "" stays "".
QString percentText(const std::string& percent);

/// What the result comes to, one sentence each: how many are elected, a tie by name, a shortfall. Empty while it cannot be said.
QStringList outcomeTexts(const ResultLook& look);

/// The contest's figures: {key, label, value}; key "valid", "invalid", "rule:R-08", "undecided" where ballots stand behind it, "" else.
QVariantList figureRows(const ResultLook& look);

/// The sums of domain.md §3: {text, detail, state: "holds" | "fails" | "waits"}.
QVariantList sumRows(const ResultLook& look);

}  // namespace kp::kiosk
