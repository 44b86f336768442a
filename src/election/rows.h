// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "election/judgement.h"

namespace kp {

/// How one row of a ballot was filled. On a strike-out face a row is always Voted or Unsure.
enum class RowKind { Voted, Neither, Both, Unsure };

/// One row after reading its marks (or after a ruling on it).
struct Row {
  Vote vote = Vote::Unsure;
  RowKind kind = RowKind::Unsure;
  std::vector<Field> unsure;  ///< the fields in doubt, only for RowKind::Unsure
};

/// The rows of a ballot from its marks; a row the evidence lacks is Unsure in every field.
std::vector<Row> rowsOf(const Contest& contest, const BallotEvidence& evidence);

/// What the votes alone say of a ballot, doubts aside. `votesBroken`: invalid or proposed invalid, so that no ruling may call it valid as it stands.
struct VotesVerdict {
  Validity validity = Validity::Undecided;
  std::optional<Validity> proposal{};
  std::string rule;
  std::optional<Why> why{};
  bool votesBroken() const { return validity == Validity::Invalid || proposal == Validity::Invalid; }
};

/// Applies R-08…R-16 and, where a row is Unsure, R-20.
VotesVerdict verdictOf(const Contest& contest, const RuleSet& rules, const std::vector<Row>& rows);

/// Joins verdict and doubts into a judgement. `lifted`: a ruling has lifted the doubts; they stay as information.
Judgement judgeRows(const Contest& contest, const RuleSet& rules, const std::vector<Row>& rows, const std::vector<Reason>& doubts,
                    bool lifted);

}  // namespace kp
