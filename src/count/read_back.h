// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "ledger/ledger.h"

// A printed blank ballot is scanned and read back before the pile is (đọc lại phiếu trắng): a printer that scales, cuts or smears is found while ballots can still be
// printed anew. Demanded of contests that are scanned; keyed ones need none.
namespace kp {

/// What reading a printed blank ballot back gave, as the journal keeps it.
struct ReadBackOutcome {
  int pages = 0;             ///< looked at
  int wrong = 0;             ///< of these, not in order: not registered, of another contest, or something on it looks marked
  std::vector<int> missing;  ///< pages of the ballot that were not among them
  bool inOrder() const { return pages > 0 && wrong == 0 && missing.empty(); }
};

/// Where a contest stands.
struct ReadBackState {
  bool inOrder = false;  ///< the ballot as it is defined now was read back and was in order
  bool changed = false;  ///< one was in order, but the ballot was changed since
  bool waived = false;   ///< two of the committee let scanning start without
  bool begun = false;    ///< sheets were taken in or keyed: too late to matter
  bool settled() const { return inOrder || waived || begun; }
};

/// From the journal and the definition. NotFound: contest.
Expected<ReadBackState> readBackState(const Ledger& ledger, const std::string& contest);

/// Why scanning cannot start: one sentence that says what is missing and what to do; "" when it can.
std::string readBackWanted(const ReadBackState& state);

/// Journals what was read (BlankBallotReadBack). Refused as mayAct(PrintBallots).
Expected<void> noteReadBack(Ledger& ledger, const std::string& contest, const ReadBackOutcome& outcome, const Actors& by);

/// Two of the committee, the head among them, let scanning start without; journalled (ReadBackWaived). Refused as mayAct(SkipReadBack), and when nothing is waived.
Expected<void> waiveReadBack(Ledger& ledger, const std::string& contest, const Actors& by);

/// Refused, with readBackWanted()'s words, when the contest's printed ballot was neither read back nor waived and nothing was taken in yet.
Expected<void> mayStartScanning(const Ledger& ledger, const std::string& contest);

/// The outcome for people, from a journal entry's details: "Đọc lại 2 trang phiếu trắng: đúng cả"; "" where they say something else.
std::string readBackText(const std::string& details);

}  // namespace kp
