// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "count/contest_count.h"
#include "formats/record_json.h"
#include "formats/result_json.h"

namespace kp {

/// The records of one pass, one a sheet side, in source order. A page has the state, validity and rule of its ballot; its own reasons and those of the ballot
/// that concern it; the marks the reader saw on it; the votes of the candidates printed on it (all candidates on a sheet transcribed by hand).
std::vector<SheetRecord> recordsOf(const CountedContest& counted, const CountedPass& pass);

/// What `result` shows.
ResultView resultView(const CountedContest& counted, const ContestResult& result);

}  // namespace kp
