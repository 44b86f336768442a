// SPDX-License-Identifier: GPL-3.0-or-later
#include "ballot/learned_form.h"

#include <algorithm>

namespace kp {

bool fits(const LearnedForm& learned, const Contest& contest) {
  return learned.form.contest == contest.id && learned.form.face == faceOf(contest) &&
         std::equal(learned.people.begin(), learned.people.end(), contest.candidates.begin(), contest.candidates.end(),
                    [](const std::string& name, const Candidate& c) { return name == c.name; });
}

}  // namespace kp
