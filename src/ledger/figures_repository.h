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

 private:
  Store* m_store;
};

/// Canonical JSON of figures, as the journal keeps it: keys in the order of interfaces.md, missing ones null.
std::string canonicalText(const Figures& figures);

}  // namespace kp
