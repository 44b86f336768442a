// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "count/contest_count.h"
#include "formats/record_json.h"

namespace kp {

/// Which ballots; everything given must hold.
struct BallotFilter {
  std::optional<std::size_t> candidate{};  ///< index in ballot order; alone: ballots with a reason or an unsure mark about that candidate
  std::optional<Vote> vote{};              ///< of `candidate`
  std::optional<SheetRecord::State> state{};  ///< counted, review, ruled, set-aside
  std::optional<Validity> validity{};
  std::string rule{};         ///< rule that made the outcome ("R-08")
  std::optional<Why> why{};   ///< a reason raised by reading, assembling or judging, also one a ruling has lifted
  std::optional<int> page{};  ///< has a sheet of this page
  friend bool operator==(const BallotFilter&, const BallotFilter&) = default;
};

/// The numbers behind what papers and screens show. Each gives exactly as many ballots as the number says.
BallotFilter behindVotes(std::size_t candidate, Vote vote);  ///< votes of a result table: valid ballots only
BallotFilter behindValidity(Validity validity);              ///< valid, invalid, undecided
BallotFilter behindRule(const std::string& rule);            ///< invalid by a rule
BallotFilter behindState(SheetRecord::State state);

/// The ballots that fit, by ballot number, ascending: the order of intake, never of result. A sheet in no ballot counts as one by its sheet id: for review while it waits (unruled.h), else set aside.
/// What is set aside, by the reading or by the committee, counts nowhere: it has no votes, no validity and no rule. An empty filter gives everything.
std::vector<int> ballotsWhere(const CountedContest& counted, const CountedPass& pass, const BallotFilter& filter);

/// The sheets of a ballot number (as ballotsWhere() gives it), in page order; empty for an unknown one.
std::vector<int> sheetsOf(const CountedPass& pass, int ballot);

}  // namespace kp
