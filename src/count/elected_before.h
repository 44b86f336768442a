// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <set>
#include <string>

#include "ledger/ledger.h"

// whoever stands for bí thư or phó bí thư must have been elected to the cấp ủy. Said when the list is drawn up and before a ballot is printed, as soon as that
// contest is closed; closeContest() asks again.
namespace kp {

/// Names elected in each closed cấp ủy contest, by the contest's id.
using ElectedNames = std::map<std::string, std::set<std::string>>;
/// Errors as reading the ledger.
Expected<ElectedNames> electedToCommittees(const Ledger& ledger);

/// Who stands in `contest` without having been elected before, a sentence in the process's language; "" nobody, or one of the contests before it is still open.
std::string notElectedBefore(const Congress& congress, const Contest& contest, const ElectedNames& elected);
/// The same of a stored contest.
Expected<std::string> notElectedBefore(const Ledger& ledger, const Congress& congress, const Contest& contest);

}  // namespace kp
