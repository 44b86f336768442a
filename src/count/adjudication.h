// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "count/contest_count.h"

namespace kp {

/// A ruling of the committee on the ballot that a sheet belongs to.
struct RulingRequest {
  std::string contest;
  int sheet = 0;
  Ruling ruling;
  Actors by;
};

/// What the ballot counts for after the ruling.
struct RulingOutcome {
  int ruling = 0;       ///< id of the stored ruling
  int ballot = 0;       ///< ballot number; 0 when the sheet is in no ballot
  bool taken = true;    ///< false: the ballot or sheet is set aside
  Judgement judgement;  ///< of the ballot; empty when the sheet is in none
};

/// Rules on a ballot (R-07…R-20; 190-QĐ/TW Điều 8.2: the committee concludes, never the machine). The ruling is stored beside what was read and journalled.
/// Refused: closed contest · not two of the committee with its head (domain.md §4) · the ruling does not fit the votes (see judgeWithRulings) · a sheet that
/// could not be read and is neither voted for every candidate, nor ruled invalid, nor set aside · the very image file of another sheet. NotFound: contest or sheet.
Expected<RulingOutcome> rule(Ledger& ledger, const RulingRequest& request);

}  // namespace kp
