// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>

#include "ballot/learned_form.h"
#include "ledger/ledger.h"

namespace kp {

/// The learned form (phiếu in sẵn) a contest's ballots are read by, where the committee confirmed one. nullopt: they are the program's own.
/// Refused when the list was changed after it was learned: such ballots are out of date, and nobody may guess whose row is whose.
/// Refused as well when ballots are numbered one by one.
Expected<std::optional<LearnedForm>> learnedFormOf(const Ledger& ledger, const Contest& contest);

/// Why a contest whose ballots are numbered one by one (BallotCode::PerBallot) has no learned form.
std::string learnedWithoutNumbers(const Contest& contest);

}  // namespace kp
