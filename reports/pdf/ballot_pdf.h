// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "ballot/form.h"
#include "election/error.h"

namespace kp {

/// The ballots of one contest as a PDF: all pages of the first copy, then of the second …
/// `codesByCopyAndPage`: the text of each page's code (encode() of ballot/code_payload.h), one entry a copy where codes are per-ballot. With shared
/// codes one entry is enough: it is printed on each of `copies` copies, which are then byte for byte the same; with more entries there is one copy an
/// entry and `copies` must be 1.
/// Same input, same bytes: the file holds no date. BadInput when the numbers of codes and pages differ or a code is no text of
/// encode(); Io as Canvas.
Expected<std::string> ballotPdf(const BallotForm& form, const std::vector<std::vector<std::string>>& codesByCopyAndPage, int copies = 1);

}  // namespace kp
