// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ledger/store.h"

// Rows of the definition. Internal to src/ledger; everything here throws SQLite::Exception or StoredNonsense.
namespace kp {

Congress loadCongress(Store& store);
/// Writes the definition over what is there; contests that are no longer named are deleted.
void writeCongress(Store& store, const Congress& congress);
void writeContest(Store& store, const Contest& contest, int place);

RuleSet loadRules(Store& store, const std::string& contest);
void writeRules(Store& store, const std::string& contest, const RuleSet& rules);
/// JSON of a rule set for the journal.
std::string canonicalText(const RuleSet& rules);

/// The `details` of the entries that change the definition: a digest over the congress, the committee, the contests and their rule sets as they stand
/// in the file, and the fingerprints of the keys.
std::string definitionDetails(Store& store);

bool hasContest(Store& store, const std::string& contest);
bool isClosed(Store& store, const std::string& contest);
/// NotFound, naming the contests there are.
Expected<void> requireContest(Store& store, const std::string& contest);
/// NotFound; Refused when it is closed.
Expected<void> requireOpen(Store& store, const std::string& contest);

/// Repeated ids of contests or candidates, which the tables cannot hold.
Expected<void> requireUniqueIds(const Congress& congress);

}  // namespace kp
