// SPDX-License-Identifier: GPL-3.0-or-later
#include "election/judgement.h"

#include "election/rows.h"

namespace kp {

Judgement judge(const Contest& contest, const RuleSet& rules, const BallotEvidence& evidence) {
  return judgeRows(contest, rules, rowsOf(contest, evidence), evidence.doubts, false);
}

}  // namespace kp
