// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "count/contest_count.h"
#include "evidence/statement.h"

namespace kp {

/// One contest recomputed from its records.
struct ContestCheck {
  std::string contest, title;
  bool closed = false;
  bool agrees = true;                    ///< closed ones: the recomputed result is what was closed
  std::vector<std::string> differences;  ///< one sentence each
  std::string notRecomputed{};  ///< a sentence, where it was closed by an earlier counting method and can be neither confirmed nor refuted
};

/// A congress file checked.
struct FileCheck {
  ChainCheck chain;
  std::vector<ContestCheck> contests;
  bool withoutSecrets = false;  ///< no signing key in it: a copy for handing on, of which PINs and keys cannot be checked
  bool sound() const;
};

/// Checks a congress file: every hash of the journal's chain and what it covers, then each contest's tally recomputed from the stored readings and rulings and,
/// where it was closed, compared with the result the journal recorded at closing; keyed ballots made again from what was keyed. What differs is a finding, not an error.
Expected<FileCheck> verifyFile(const Ledger& ledger);

/// The statement that the minutes of a contest carry (contest, figures, votes, journal head). Not signed. `madeAt` seconds since 1970 UTC.
/// Refused while figures are missing; BadInput when the head is no hash.
Expected<Statement> makeStatement(const CountedContest& counted, const ContestResult& result, const std::string& journalHead,
                                  std::int64_t madeAt, const std::string& program);

/// The same for a closed contest, with head and time of its closing: whatever is printed of one closing carries one and the same verification code, however often and
/// wherever it is made. What `program` says is part of it. Refused while the contest is open; Damaged where the result is no longer the one that was closed
/// (requireAsClosed()).
Expected<Statement> statementOfClosing(const Ledger& ledger, const CountedContest& counted, const ContestResult& result,
                                       const std::string& program);

/// Every difference between a statement read off minutes and what the file says now; empty when they agree and the statement's journal head is an entry
/// of this file's journal. The key the statement was signed with must be this congress's, and the contest still closed, by the
/// closing they are of: minutes of a reopened count are void.
Expected<std::vector<std::string>> compareWithFile(const Ledger& ledger, const SignedStatement& found);

}  // namespace kp
