// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <string>
#include <vector>

#include "ballot/form.h"
#include "scanner/rehearsal/rng.h"
#include "scanner/rehearsal/sheet.h"

namespace kp::rehearsal {

/// What a voter does on purpose: which fields of which candidates get a mark.
struct Intent {
  std::string name = "valid";             ///< "valid", "overvote", "none-elected", "untouched", "all-rejected"
  std::vector<std::vector<Field>> marks;  ///< by candidate
  std::vector<std::string> votes;         ///< by candidate: yes, no, none, high, medium, low
};

/// How liked each candidate is, 0 … 1; one draw a deck, so that a deck gives a believable result.
std::vector<double> popularity(const Contest& contest, Rng& rng);

enum class Plan { Usual, OverVote, NothingVoted, AllRejected, RowBoth, RowNeither };

/// One voter. `plan` Usual draws the rare mistakes too, unless the profile is clean.
Intent vote(const Contest& contest, Face face, const std::vector<double>& liked, Plan plan, Profile profile, Rng& rng);

}  // namespace kp::rehearsal
