// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QVariantList>
#include <QVariantMap>

#include "formats/record_json.h"
#include "kiosk/frame/session.h"
#include "kiosk/supervise/ballots.h"

namespace kp::kiosk {

SheetRecord::State stateOf(const BallotRef& ref);
/// True for a sheet in no ballot that may be one although it could not be read, while the committee has not ruled on it.
bool waitsUnruled(const Ballots& ballots, const BallotRef& ref);
/// What counts for it now; without a ballot an empty judgement.
Judgement judgementOf(const BallotRef& ref);
/// Rulings on all of its sheets, oldest first.
std::vector<StoredRuling> rulingsOf(const Ballots& ballots, const BallotRef& ref);
/// Reasons of reading, assembling and judging, each once; also those a ruling has lifted.
std::vector<Reason> reasonsOf(const Ballots& ballots, const BallotRef& ref);

/// What a screen shows of one ballot. Keys: number, title, state, stateText, sign, unread, keyed, counts, machine (what it came to before any ruling), rule, ruleText, ruleSource,
/// proposal, findings (list of text), sheets (list of {sheet, picture, page, label, place, boxes, twin, twinPlace}; twin: the picture of the sheet this may be the same paper as, else 0), rows (list of {number, name, marks, vote, changed}),
/// history (list of {text, by, time}). Boxes are parts of the upright page: {x, y, w, h, kind, tag, candidate}.
QVariantMap ballotView(const Ballots& ballots, int number);

/// A doubtful place of a ballot, to be shown large: {title, what, sheet, picture, x, y, w, h, candidate} – a mark's whole row with the name, or a place of extra writing.
QVariantList spotsOf(const Ballots& ballots, const BallotRef& ref);

/// The sheet whose picture can be shown; 0 where there is none: keyed in, or a file that is no picture.
int pictureOf(const Ballots& ballots, std::size_t index);

/// Where the paper lies: "xấp 2 (14:05), tờ thứ 31 trong 120".
QString placeText(const Ballots& ballots, int sheet);

/// Pictures of handwriting are for the committee and the supervisor (domain.md §4); where nobody has signed in, for files in which nobody has a PIN.
bool mayLookAtBallots(const Session& session);

}  // namespace kp::kiosk
