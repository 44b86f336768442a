// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/evidence_of.h"

#include <algorithm>

#include "count/unruled.h"

namespace kp {
namespace {

using State = SheetRecord::State;

State stateOf(const AssembledBallot& ballot) {
  if (!ballot.taken) return State::SetAside;
  if (ballot.judgement.validity == Validity::Undecided) return State::Review;
  return ballot.judgement.ruled ? State::Ruled : State::Counted;
}

bool has(const std::vector<Reason>& reasons, Why why) {
  return std::any_of(reasons.begin(), reasons.end(), [why](const Reason& r) { return r.why == why; });
}

bool doubtAbout(const CountedPass& pass, const AssembledBallot& ballot, std::size_t candidate) {
  const auto aboutIt = [candidate](const Reason& r) { return r.candidate && *r.candidate == candidate; };
  if (std::any_of(ballot.machine.reasons.begin(), ballot.machine.reasons.end(), aboutIt)) return true;
  return std::any_of(ballot.sheets.begin(), ballot.sheets.end(), [&](std::size_t i) {
    const auto& marks = pass.readings[i].reading.marks;
    return std::any_of(marks.begin(), marks.end(),
                       [&](const CountedMark& m) { return m.candidate == candidate && m.state == MarkState::Unsure; });
  });
}

bool hasPage(const CountedPass& pass, const AssembledBallot& ballot, int page) {
  return std::any_of(ballot.sheets.begin(), ballot.sheets.end(), [&](std::size_t i) { return pass.readings[i].reading.page == page; });
}

bool raised(const CountedPass& pass, const AssembledBallot& ballot, Why why) {
  if (has(ballot.machine.reasons, why) || has(ballot.judgement.reasons, why)) return true;
  return std::any_of(ballot.sheets.begin(), ballot.sheets.end(),
                     [&](std::size_t i) { return has(pass.readings[i].reading.reasons, why) || has(pass.assembly.added[i], why); });
}

bool fits(const CountedPass& pass, const AssembledBallot& ballot, const BallotFilter& f) {
  if (!ballot.taken && (f.validity || !f.rule.empty() || f.vote)) return false;
  if (f.state && stateOf(ballot) != *f.state) return false;
  if (f.validity && ballot.judgement.validity != *f.validity) return false;
  if (!f.rule.empty() && ballot.judgement.rule != f.rule) return false;
  if (f.why && !raised(pass, ballot, *f.why)) return false;
  if (f.page && !hasPage(pass, ballot, *f.page)) return false;
  if (!f.candidate) return !f.vote;
  if (!f.vote) return doubtAbout(pass, ballot, *f.candidate);
  return *f.candidate < ballot.judgement.votes.size() && ballot.judgement.votes[*f.candidate] == *f.vote;
}

/// A sheet in no ballot: it has a state and reasons, nothing else.
bool fits(const CountedPass& pass, std::size_t sheet, const BallotFilter& f) {
  if (f.state && *f.state != (waitsUnruled(pass, sheet) ? State::Review : State::SetAside)) return false;
  if (f.validity || !f.rule.empty() || f.candidate || f.vote) return false;
  if (f.why && !has(pass.readings[sheet].reading.reasons, *f.why) && !has(pass.assembly.added[sheet], *f.why)) return false;
  return !f.page || pass.readings[sheet].reading.page == *f.page;
}

}  // namespace

BallotFilter behindVotes(std::size_t candidate, Vote vote) {
  BallotFilter filter = behindValidity(Validity::Valid);
  filter.candidate = candidate;
  filter.vote = vote;
  return filter;
}

BallotFilter behindValidity(Validity validity) {
  BallotFilter filter;
  filter.validity = validity;
  return filter;
}

BallotFilter behindRule(const std::string& rule) {
  BallotFilter filter = behindValidity(Validity::Invalid);
  filter.rule = rule;
  return filter;
}

BallotFilter behindState(SheetRecord::State state) {
  BallotFilter filter;
  filter.state = state;
  return filter;
}

std::vector<int> ballotsWhere(const CountedContest& counted, const CountedPass& pass, const BallotFilter& filter) {
  std::vector<int> numbers;
  if (filter.candidate && *filter.candidate >= counted.contest.candidates.size()) return numbers;
  for (const AssembledBallot& ballot : pass.assembly.ballots)
    if (fits(pass, ballot, filter)) numbers.push_back(ballot.number);
  for (std::size_t i = 0; i < pass.sheets.size(); ++i)
    if (!pass.assembly.ballotOf[i] && fits(pass, i, filter)) numbers.push_back(pass.sheets[i].id);
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

std::vector<int> sheetsOf(const CountedPass& pass, int ballot) {
  std::vector<int> ids;
  for (const AssembledBallot& b : pass.assembly.ballots)
    if (b.number == ballot)
      for (const std::size_t i : b.sheets) ids.push_back(pass.sheets[i].id);
  if (!ids.empty()) return ids;
  for (std::size_t i = 0; i < pass.sheets.size(); ++i)
    if (!pass.assembly.ballotOf[i] && pass.sheets[i].id == ballot) ids.push_back(ballot);
  return ids;
}

}  // namespace kp
