// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "count/contest_count.h"

namespace kp {

/// Enters figures (số liệu): given ones replace the stored ones, the others stay; a deduction class given replaces that class. Checked by checkFigures
/// more returned than issued blocks, and what was given is journalled as refused) and journalled. Once ballots of the contest were read, changing a figure takes
/// two of the committee (figuresTakeTwo()). Returns what is stored now. Errors: NotFound, Refused (closed, R-21, one person), BadInput.
Expected<Figures> enterFigures(Ledger& ledger, const std::string& contest, const Figures& given, const Actors& by);

/// Closes a contest (chốt kết quả). Two of the committee with its head (domain.md §4). Refused, naming what is in the way, while figures are missing, ballots are
/// undecided, sheets in no ballot wait for the committee (unruled.h), a sum of domain.md §3 fails (both sides are named), passes disagree, or an earlier contest must
/// be decided first (R-31, see earlierContests()).
/// The journal keeps resultText() of what was closed, so that it can be recomputed later. Fewer passes than the rule set asks for (R-36 is a setting) do not stop the
/// committee: callers say so before closing (passes_done.h), and the minutes tell how often was counted.
Expected<ContestResult> closeContest(Ledger& ledger, const std::string& contest, const Actors& by);

/// Opens a closed contest again; same two people, with a reason. Refused when it is open, and while a closed contest stands on its result (R-31, a later round).
Expected<void> reopenContest(Ledger& ledger, const std::string& contest, const Actors& by, const std::string& why);

/// the contests that must be closed before this one, in order: chi ủy (cấp ủy), then bí thư, then phó bí thư; whoever stands for the later offices
/// must be among those elected to the cấp ủy. Asked when closing, not when counting: ballots of several offices are often cast and scanned together.
/// Where there are several of an earlier office that are not rounds 1, 2, … of one election (several units counted in one file, a contest added beside the first), the
/// names decide: those in which somebody of this contest stands, all of them where nobody stands in any. Adding a contest therefore never takes one out of this list.
std::vector<const Contest*> earlierContests(const Congress& congress, const Contest& contest);

/// What was decided, as one line of ASCII for the journal, candidates by their number on the ballot:
/// "method=2; pass=1; sheets=348; convened=350; …; base=348; valid=346; invalid=2; invalid.R-08=2; 1=340/6/0; …; elected=17,1; tied=; shortfall=0".
/// Confidence votes: high/medium/low/not counted. `method`: kCountingMethod (closed_result.h).
std::string resultText(const Contest& contest, const ContestResult& result);

}  // namespace kp
