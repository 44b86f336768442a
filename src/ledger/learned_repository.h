// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <span>
#include <string>

#include "ledger/journal.h"
#include "ledger/sheet_repository.h"

namespace kp {

/// Forms learned from blank ballots (mẫu phiếu in sẵn). The journal is where they are kept: the newest entry ballot-learned of a contest has its form in `after` ("" when it was
/// given up), so that the chain covers them and nobody can change one. The blanks themselves are sources.
class LearnedRepository {
 public:
  explicit LearnedRepository(Store& store) : m_store(&store) {}

  /// The form's text as it was stored; nullopt when the contest has none.
  Expected<std::optional<std::string>> of(const std::string& contest) const;
  /// Stores a form (`text` "": the contest goes back to the program's own ballots) and the blanks it was learned from, with one journal entry; `details` for people.
  /// Refused when the contest is closed or ballots were taken in for it. NotFound for an unknown contest.
  Expected<void> save(const std::string& contest, const std::string& text, std::span<const SourceFile> blanks, const std::string& details,
                      const Actors& by);
  /// A blank's bytes by their hash (64 hex digits), checked against it (Damaged). NotFound.
  Expected<std::string> blank(const std::string& hash) const;

 private:
  Store* m_store;
};

}  // namespace kp
