// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>

#include "ledger/journal.h"

namespace kp {

/// How a rehearsal deck was read, as the journal keeps it: numbers only, so that each reader gets the words of their own language.
struct RehearsalOutcome {
  long sheets = 0;    ///< read
  long places = 0;    ///< names and boxes that could be marked
  long wrong = 0;     ///< of these, read otherwise than marked
  long toPerson = 0;  ///< of these, clear and put before a person all the same
  bool passed() const { return sheets > 0 && wrong == 0; }
};

/// The details of the journal entry.
std::string rehearsalDetails(const RehearsalOutcome& outcome);
/// What an entry says; nullopt for other entries, for a deck that was made and not read, and for entries of before that hold a sentence.
std::optional<RehearsalOutcome> rehearsalOutcome(const JournalEntry& entry);
/// The outcome in one sentence without its full stop, in the language of the thread.
std::string outcomeText(const RehearsalOutcome& outcome);

}  // namespace kp
