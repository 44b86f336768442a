// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/contest_words.h"

#include "election/text.h"

namespace kp {

std::string contestWords(const Contest& contest) {
  return contest.round > 1 ? trf("{0} (bầu lần thứ {1})", "{0} (round {1})", contest.title, contest.round) : contest.title;
}

}  // namespace kp
