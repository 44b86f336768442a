// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "count/contest_count.h"
#include "formats/record_json.h"
#include "formats/result_json.h"

namespace kp {

/// The record of one sheet side (an index into the pass). A page has the state, validity and rule of its ballot; its own reasons and those of the ballot
/// that concern it; the marks the reader saw on it; the votes of the candidates printed on it (all candidates on a sheet transcribed by hand).
SheetRecord recordOf(const CountedContest& counted, const CountedPass& pass, std::size_t sheet);
/// The records of one pass in source order. They are ten times as large as the pass: of a large one ask for one after the other.
std::vector<SheetRecord> recordsOf(const CountedContest& counted, const CountedPass& pass);

/// What `result` shows.
ResultView resultView(const CountedContest& counted, const ContestResult& result);

}  // namespace kp
