// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <set>
#include <string>

#include "count/contest_count.h"

// Changes that one person may make before ballots are read and that take two of the counting committee, its head among them, from then on: they decide over
// ballots that are known. Asked by screens and commands before they make a person type; the use cases enforce it.
namespace kp {

/// True once a sheet was taken in or a ballot keyed in, of any contest.
Expected<bool> ballotsWereRead(const Ledger& ledger);
/// The same of one contest.
Expected<bool> ballotsWereRead(const Ledger& ledger, const std::string& contest);

/// Refused in a file that uses PINs while no two different people of the committee, the head among them, have one: ballots would be known before the second person's first PIN,
/// which the head would then give alone. Asked before ballots are scanned or keyed in.
Expected<void> requireTwoWithPins(const Ledger& ledger, const Congress& congress);

/// Who is in the committee and its staff: once ballots were read. Not where the committee has no two different people who could decide: it must be possible to complete it.
Expected<bool> committeeTakesTwo(const Ledger& ledger, const Congress& congress);
/// Whether entering figures decides over ballots that are known: a number that was there becomes another (isChange() in figures_repository.h), or, in a file with PINs
/// (`pins`), what the base hangs on or the control of the sheets – convened, deductions, returned – is entered for the first time. Pure.
bool decidesOverRead(const Figures& before, const Figures& after, bool pins);
/// Figures: once ballots of this contest were read and `given` decides over them.
Expected<bool> figuresTakeTwo(const Ledger& ledger, const std::string& contest, const Figures& given);
/// Ids of the contests whose ballots were read.
Expected<std::set<std::string>> contestsRead(const Ledger& ledger, const Congress& congress);
/// the contest of `before` whose known ballots a change of the contests touches, so that it takes two; nullptr where there is none. Pure. It does when
/// · another contest of its office (not "other") is added or made one, or is changed in anything but its title, or
/// · the contests that come before it (earlierContests()) become others, or anything but a title of theirs is changed.
/// A computed next round (nextRound()) is no such change. `read`: contestsRead().
const Contest* contestTouched(const Congress& before, const Congress& after, const std::set<std::string>& read);

/// What is stored with what is given put over it; see enterFigures().
Figures merged(Figures stored, const Figures& given);

}  // namespace kp
