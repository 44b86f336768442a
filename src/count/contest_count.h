// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ballot/learned_form.h"
#include "count/assembly.h"
#include "count/sheet_origin.h"
#include "election/tally.h"
#include "ledger/ledger.h"

namespace kp {

/// A contest with all that its counting hangs on, loaded from one congress file.
struct CountedContest {
  Congress congress;
  Contest contest;
  RuleSet rules;
  int pages = 1;                         ///< of one ballot, by its form
  std::optional<LearnedForm> learned{};  ///< where the ballots are not the program's own (ballot_form.h); none when it is out of date
  ContestState state;
  std::vector<int> passes;  ///< passes of which there are sheets, ascending
  std::vector<int> keyed;   ///< passes in which ballots were keyed in, ascending
};

/// Loads it. NotFound for an unknown contest (the message lists the known ones).
Expected<CountedContest> loadContest(const Ledger& ledger, const std::string& contest);

/// The form of the contest's ballots: the learned one, else the program's own layout. Errors as layOut().
Expected<BallotForm> formOf(const CountedContest& counted);

/// One pass: its sheets in source order and the ballots they make.
struct CountedPass {
  int pass = 1;
  bool keyed = false;               ///< counted by keying in, not by scanning
  std::vector<SheetOrigin> sheets;  ///< same indices as in `assembly`
  std::vector<PassSheet> readings;  ///< what counts of them
  Assembly assembly;

  /// Ballots that count (not set aside by a ruling), in order.
  std::vector<Judgement> judgements() const;
};

/// Loads and assembles one pass; about 1.5 KB a sheet stay in memory. A pass without sheets is an empty one. `whole`, for screens that show where marks lie, gets the
/// readings of its sheets as stored but without their ink prints: some 4 KB a sheet more.
Expected<CountedPass> loadPass(const Ledger& ledger, const CountedContest& counted, int pass, std::vector<PageReading>* whole = nullptr);

/// What a contest comes to now, open or closed.
struct ContestResult {
  Figures figures;
  Tally tally;
  Outcome outcome;
  std::vector<Sum> sums;
  long sheets = 0;          ///< as in the sums
  int pass = 1;             ///< the pass counted: the first one there is
  int setAsideSheets = 0;   ///< in no ballot, whatever the reason
  int unruledSetAside = 0;  ///< of these, those that wait for the committee (unruled.h)
};

/// The result by one pass.
ContestResult resultOf(const CountedContest& counted, const CountedPass& pass, const Figures& figures);
/// The same from the ledger, by the first pass.
Expected<ContestResult> resultOf(const Ledger& ledger, const CountedContest& counted);

}  // namespace kp
