// SPDX-License-Identifier: GPL-3.0-or-later
#include "election/tally.h"

#include <algorithm>

namespace kp {
namespace {

void add(CandidateVotes& sum, Vote vote) {
  switch (vote) {
    case Vote::Yes: ++sum.yes; break;
    case Vote::No: ++sum.no; break;
    case Vote::High: ++sum.high; break;
    case Vote::Medium: ++sum.medium; break;
    case Vote::Low: ++sum.low; break;
    case Vote::None:
    case Vote::Unsure: ++sum.notCounted; break;  // a valid ballot has no Unsure vote; if it had, nobody would get it
  }
}

}  // namespace

Tally tally(const Contest& contest, const std::vector<Judgement>& ballots) {
  Tally out;
  out.votes.resize(contest.candidates.size());
  for (const Judgement& ballot : ballots) {
    if (ballot.validity == Validity::Undecided) ++out.undecided;
    if (ballot.validity == Validity::Invalid) {
      ++out.invalid;
      ++out.invalidByRule[ballot.rule];
    }
    if (ballot.validity != Validity::Valid) continue;
    ++out.valid;
    for (std::size_t i = 0; i < std::min(out.votes.size(), ballot.votes.size()); ++i) add(out.votes[i], ballot.votes[i]);
  }
  return out;
}

}  // namespace kp
