// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "ballot/form.h"
#include "ballot/learned_form.h"
#include "ledger/ledger.h"
#include "scanner/reading/reader.h"

namespace kp {

/// Texts of the codes on the pages of one copy; `ballot` for per-ballot codes.
std::vector<std::string> codesOf(const CongressInfo& congress, const Contest& contest, const BallotForm& form, const CodeKey& key,
                                 std::optional<std::uint64_t> ballot);

/// `copies` different 40-bit numbers from the system's random source, in random order: the order of printing says nothing of who gets which (domain.md §2).
std::vector<std::uint64_t> randomBallotNumbers(int copies);

/// The blank ballots of a contest as a PDF; per-ballot codes give each copy its own numbers.
Expected<std::string> printBallots(const Congress& congress, const Contest& contest, const CodeKey& key, int copies);

/// The forms a reader needs for a congress file: those below, with the learned forms (count/ballot_form.h) in place of what the program would print. With one `contest` the
/// other contests' learned forms come along, so that their sheets are told apart. Errors as learnedFormOf() for the contest asked for, and as the blank's source; for all contests ("") one whose
/// learned form is out of date is left out: its sheets are known to be of none of the others, and go to a person.
Expected<std::vector<ReadingForm>> readingForms(const Ledger& ledger, const Congress& congress, const CodeKey& key,
                                                const std::string& contest);

/// A learned form as the reader needs it, its blanks laid straight again. Errors: NotFound, Damaged (the blank), as decodePage().
Expected<ReadingForm> learnedReadingForm(const Ledger& ledger, const Contest& contest, const LearnedForm& learned);

/// The forms a reader needs: each laid out, printed and rendered at kReferenceDpi exactly as `ballot print` prints it.
/// `contest` "" = all contests of the congress.
Expected<std::vector<ReadingForm>> readingForms(const Congress& congress, const CodeKey& key, const std::string& contest);

}  // namespace kp
