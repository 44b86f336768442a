// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ledger/ledger.h"

namespace kp::kiosk {

/// One sheet of a pass as the scanning screen shows it.
struct SheetLook {
  enum class Mark {
    Read,       ///< counted, or settled by the committee
    Committee,  ///< waits for the committee
    Aside,      ///< in no ballot
    Seen,       ///< the same paper or file again: not counted twice
    Waiting,    ///< the rest of its ballot has not come yet
  };
  int sheet = 0;
  Mark mark = Mark::Read;
  std::string source;
  std::string what;  ///< a word or two
  std::string why;   ///< why it is not simply read, one sentence; "" else
  friend bool operator==(const SheetLook&, const SheetLook&) = default;
};

/// Where one pass of a contest stands: what the scanning screen shows of the file (never of what is under way).
struct PassLook {
  std::vector<int> passes;  ///< with sheets or keyed ballots, ascending
  bool keyed = false;       ///< this pass is keyed in
  bool closed = false;
  bool perBallotCodes = false;
  int pages = 1;                ///< sheets of one ballot
  std::optional<int> returned;  ///< ballots, counted by hand
  int stored = 0;               ///< sheet sides in the file
  int papers = 0;               ///< of these, papers that are or may be ballots: what must come to returned × pages
  int read = 0;                 ///< ballots counted or settled
  int committee = 0;            ///< ballots and unread sheets that wait for the committee
  int aside = 0;                ///< sheets in no ballot, without those seen before and those that wait for the committee
  int seen = 0;                 ///< sheets seen before
  std::string unproved;         ///< why the printed ballot must be read back first (count/read_back.h); "" it need not
  std::string
      rehearsed;     ///< sheets known to be of a rehearsal deck, in words (count/rehearsed.h); "" none. Looked for while nothing is scanned
  long leftOut = 0;  ///< files of the last run of this pass that are no scans …
  std::vector<std::string> leftOutNames;  ///< … and the first of their names
  bool interrupted = false;         ///< the last run of this pass broke off: power cut, kill, or a jam that nobody scanned on after …
  bool interruptedScanner = false;  ///< … and paper was in a scanner
  std::vector<SheetLook> last;      ///< newest first
  /// The ballots (sheets where they are in none) behind `read`, `committee`, `seen` and `aside`, by number.
  std::vector<int> readBallots, committeeBallots, seenBallots, asideBallots;
};

/// Works it out of records and sums of the count. `scanning`: a ballot whose last pages have not come yet is no doubtful one.
Expected<PassLook> lookAtPass(const Ledger& ledger, const std::string& contest, int pass, bool scanning, int lastSheets);

/// The newest stored sheet of a pass with its place in the pile, for putting paper back after a jam.
struct LastStored {
  int sheet = 0;  ///< 0: none
  std::string source;
  int place = 0, pile = 0;   ///< place in the pile of that run of scanning, from 1
  bool ofRunBefore = false;  ///< the run that broke off has stored none
};
Expected<LastStored> lastStored(const Ledger& ledger, const std::string& contest, int pass);

}  // namespace kp::kiosk
