// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/records.h"

#include <algorithm>
#include <set>

namespace kp {
namespace {

bool hasWhy(const std::vector<Reason>& reasons, Why why) {
  return std::any_of(reasons.begin(), reasons.end(), [why](const Reason& r) { return r.why == why; });
}

std::set<std::size_t> candidatesOn(const CountedReading& reading) {
  std::set<std::size_t> found;
  for (const CountedMark& mark : reading.marks) found.insert(mark.candidate);
  return found;
}

std::vector<SheetRecord::Mark> marksOf(const Contest& contest, const CountedReading& reading) {
  std::vector<MarkReading> marks;
  for (const CountedMark& mark : reading.marks) marks.push_back({mark.candidate, mark.field, mark.state});
  return recordMarks(contest, marks);
}

/// A reason of a ballot belongs to a page if it names a candidate printed there, or names none and was not found on another page only.
bool concerns(const Reason& reason, const CountedReading& page, const std::set<std::size_t>& here, const AssembledBallot& ballot,
              const std::vector<PassSheet>& sheets) {
  if (reason.candidate) return here.count(*reason.candidate) > 0;
  if (hasWhy(page.reasons, reason.why)) return std::find(page.reasons.begin(), page.reasons.end(), reason) != page.reasons.end();
  return std::none_of(ballot.sheets.begin(), ballot.sheets.end(),
                      [&](std::size_t i) { return hasWhy(sheets[i].reading.reasons, reason.why); });
}

SheetRecord::State stateOf(const AssembledBallot& ballot) {
  if (!ballot.taken) return SheetRecord::State::SetAside;
  if (ballot.judgement.validity == Validity::Undecided) return SheetRecord::State::Review;
  return ballot.judgement.ruled ? SheetRecord::State::Ruled : SheetRecord::State::Counted;
}

void addBallot(const CountedContest& counted, const CountedPass& pass, const AssembledBallot& ballot, const CountedReading& page,
               SheetRecord& record) {
  const std::set<std::size_t> here = candidatesOn(page);
  std::vector<Reason> reasons;
  for (const Reason& reason : ballot.machine.reasons)
    if (concerns(reason, page, here, ballot, pass.readings)) reasons.push_back(reason);
  if (ballot.transcribed) reasons = page.reasons;
  record.ballot = ballot.number;
  record.state = stateOf(ballot);
  record.reasons = recordReasons(counted.contest, reasons);
  const auto votes = recordVotes(counted.contest, ballot.judgement.votes);
  for (std::size_t i = 0; i < votes.size(); ++i)
    if (ballot.transcribed || here.count(i)) record.votes.push_back(votes[i]);
  record.validity = ballot.judgement.validity;
  record.rule = ballot.judgement.rule;
  record.proposal = ballot.judgement.proposal;
}

}  // namespace

SheetRecord recordOf(const CountedContest& counted, const CountedPass& pass, std::size_t sheet) {
  const SheetOrigin& origin = pass.sheets[sheet];
  const CountedReading& reading = pass.readings[sheet].reading;
  SheetRecord record;
  record.sheet = origin.id;
  record.pass = origin.pass;
  record.source = origin.sourceName;
  record.page = reading.page;
  record.contest = counted.contest.id;
  record.marks = marksOf(counted.contest, reading);
  if (const auto& ballot = pass.assembly.ballotOf[sheet]) {
    addBallot(counted, pass, pass.assembly.ballots[*ballot], reading, record);
  } else {
    std::vector<Reason> reasons = reading.reasons;
    reasons.insert(reasons.end(), pass.assembly.added[sheet].begin(), pass.assembly.added[sheet].end());
    record.state = SheetRecord::State::SetAside;
    record.reasons = recordReasons(counted.contest, reasons);
  }
  return record;
}

std::vector<SheetRecord> recordsOf(const CountedContest& counted, const CountedPass& pass) {
  std::vector<SheetRecord> records;
  records.reserve(pass.sheets.size());
  for (std::size_t i = 0; i < pass.sheets.size(); ++i) records.push_back(recordOf(counted, pass, i));
  return records;
}

ResultView resultView(const CountedContest& counted, const ContestResult& result) {
  ResultView view;
  view.contest = counted.contest;
  view.round = counted.contest.round;
  view.closed = counted.state.closed;
  view.rules = counted.rules.name;
  view.passes = static_cast<int>(counted.passes.size());
  view.figures = result.figures;
  view.tally = result.tally;
  view.outcome = result.outcome;
  view.sums = result.sums;
  return view;
}

}  // namespace kp
