// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "ballot/form.h"
#include "scanner/rehearsal/rehearsal.h"

namespace kp::test {

/// A contest of invented people and a form for it made here, so that these tests need neither the layout nor the PDF.
struct PlainForm {
  Contest contest;
  BallotForm form;
};
/// `perPage` rows a page; candidates > seats gives a strike-out face. `wrapped`: every fifth name has two lines.
PlainForm plainForm(int candidates, int seats, int perPage = 40, ContestKind kind = ContestKind::Election, bool wrapped = false);

/// The blank pages drawn with OpenCV: fiducials, chequered codes, names, boxes.
std::vector<Raster> drawPlain(const PlainForm& plain, double dpi);

/// A blank-ballot function over drawPlain.
BlankBallot blankOf(const PlainForm& plain, double dpi);

}  // namespace kp::test
