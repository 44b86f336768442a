// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "election/tally.h"
#include "ledger/journal.h"

namespace kp {

/// Figures entered per contest (số liệu): the current value; older ones stand in the journal.
class FiguresRepository {
 public:
  explicit FiguresRepository(Store& store) : m_store(&store) {}

  /// The current figures; all missing when none were entered. NotFound for an unknown contest.
  Expected<Figures> of(const std::string& contest) const;
  /// Replaces them whole, with a journal entry figures-set (before and after as JSON). Does not judge them: call checkFigures() first.
  /// Refused when the contest is closed, BadInput for a negative number.
  Expected<void> set(const std::string& contest, const Figures& figures, const Actors& by);
  /// Journals figures that were given and refused by a rule: what was counted by hand stays on record although it is not taken. NotFound: no such contest.
  Expected<void> noteRefused(const std::string& contest, const Figures& refused, const std::string& rule, const Actors& by);
  /// Entries figures-set, oldest first, that changed a figure of this contest (see isChange()) after its first ballot was scanned or keyed in.
  Expected<std::vector<JournalEntry>> changedAfterReading(const std::string& contest) const;

 private:
  Store* m_store;
};

/// Whether these figures change what was entered before, and do not only add to it: a number that was there is another one, or, once the number convened was there,
/// so is what is deducted from it (0 is the same as nothing).
bool isChange(const Figures& before, const Figures& after);

/// Canonical JSON of figures, as the journal keeps it: keys in the order of interfaces.md, missing ones null.
std::string canonicalText(const Figures& figures);

}  // namespace kp
