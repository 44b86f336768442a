// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "ledger/ledger.h"

namespace kp {

/// What the reader says of one page of a blank ballot.
struct BlankPage {
  int page = 0;          ///< page of the ballot; 0 when its code could not be read
  bool inOrder = false;  ///< registered, the code is this contest's, nothing on it looks marked
  std::string what;      ///< one sentence, process's language
};

/// A blank ballot read back (đọc lại phiếu trắng).
struct BlankCheck {
  std::vector<BlankPage> pages;  ///< as they came
  std::vector<int> missing;      ///< pages of the ballot that were not among them
  bool inOrder() const;
  std::string summary() const;
};

/// Reads blank ballots back exactly as marked ones are read: the printed PDF, or scans of a printed test page. `bytes` are files; at most `mostPages` pages of each are
/// looked at. Errors: NotFound (contest), BadInput (no image, no PDF); pages that do not register are findings.
Expected<BlankCheck> checkBlankBallot(const Ledger& ledger, const std::string& contest, const std::vector<std::string>& bytes,
                                      int mostPages = 64);

/// Blank ballots ready to print, read back.
struct PrintedBallots {
  std::string pdf;
  int copies = 1;
  int pages = 1;  ///< of one ballot
  BlankCheck check;
};

inline constexpr int kMaxBallotCopies = 5000;  ///< three times the largest congress (domain.md §7)

/// Makes the blank ballots of a contest and reads the first copy back. Refused when a page does not register or shows a mark: such ballots must not be handed out. A name that is only
/// doubted is none (1 of 60 lists has one): on scans a person would look at it. BadInput: copies
/// not 1 to kMaxBallotCopies. Nothing is journalled yet.
Expected<PrintedBallots> makeBallots(const Ledger& ledger, const std::string& contest, int copies);

/// Journals that they were printed, with the hash of the file. `where`: printer or file, for people; may be empty. Refused as mayAct(PrintBallots).
Expected<void> noteBallotsPrinted(Ledger& ledger, const std::string& contest, const PrintedBallots& ballots, const std::string& where,
                                  const Actors& by);

/// The printing of a contest's ballots that was begun last and of which the journal knows no end: the power was cut while they went to the printer. Null: none.
const JournalEntry* cutOffPrint(const std::vector<JournalEntry>& entries, const std::string& contest);

/// The whole act: makes the ballots, reads them back, journals that they go out (BallotPrintBegun), lets `deliver` write or send the PDF, journals how that ended
/// (BallotsPrinted, BallotPrintFailed): there is no moment at which ballots are on paper and in no journal.
/// Errors: as mayAct(PrintBallots), asked first; Refused for a contest whose count is closed; makeBallots(); `deliver`'s own.
Expected<PrintedBallots> issueBallots(Ledger& ledger, const std::string& contest, int copies, const Actors& by,
                                      const std::function<Expected<void>(const std::string& pdf)>& deliver, const std::string& where = {});

/// Journals the outcome of reading a printed blank ballot back (count/read_back.h). Refused as mayAct(PrintBallots).
Expected<void> noteBlankCheck(Ledger& ledger, const std::string& contest, const BlankCheck& check, const Actors& by);

}  // namespace kp
