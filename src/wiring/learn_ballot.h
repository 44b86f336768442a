// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "ballot/learned_form.h"
#include "count/contest_count.h"
#include "ledger/ledger.h"
#include "scanner/raster.h"

namespace kp {

/// A form found on blank ballots, before anybody has confirmed it.
struct FoundForm {
  LearnedForm form;
  std::vector<SourceFile> blanks;         ///< the files it was found on
  std::vector<std::vector<double>> fits;  ///< by page and row: how well the print agrees with the name, 0 … 1
  std::vector<std::string> notes;         ///< sentences for the committee: what to look at before confirming
  std::vector<Raster>
      pictures;  ///< by page: the page laid straight, with the rows numbered, the names written beside and the boxes outlined in red; B, G, R
};

/// Finds the form of a contest's own ballots on blank ones (nhận mẫu phiếu in sẵn): `files` are scans, a page each or several, or PDFs, together all pages in order. Stores nothing.
/// Errors: NotFound (contest), as decodePage() and learnBallot(); Refused when a blank does not read back as a blank of this form, and when ballots are numbered one by one.
Expected<FoundForm> findForm(const Ledger& ledger, const std::string& contest, const std::vector<std::string>& files);

/// Stores a found form, as confirmed by `by`: from now on ballots of this contest are read by it. Journalled; the blanks are kept as evidence.
/// Refused as mayAct(EditCongress) and LearnedRepository::save() (ballots taken in, contest closed).
Expected<void> confirmForm(Ledger& ledger, const std::string& contest, const FoundForm& found, const Actors& by);

/// Gives a learned form up: back to the program's own ballots. NotFound when there is none; else as confirmForm().
Expected<void> forgetForm(Ledger& ledger, const std::string& contest, const Actors& by);

/// The learned form of a contest into a file of its own for a rehearsal, which nobody confirms again. Nothing when there is none.
Expected<void> copyLearned(const Ledger& from, Ledger& to, const CountedContest& counted);

/// A PDF's blanks are rendered at this resolution: finer than any office scan, and what the reference is made at.
inline constexpr double kBlankDpi = 400;

}  // namespace kp
