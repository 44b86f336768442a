// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/records.h"

#include <algorithm>
#include <set>

namespace kp {
namespace {

bool hasWhy(const std::vector<Reason>& reasons, Why why) {
  return std::any_of(reasons.begin(), reasons.end(), [why](const Reason& r) { return r.why == why; });
}

std::set<std::size_t> candidatesOn(const PageReading& reading) {
  std::set<std::size_t> found;
  for (const MarkReading& mark : reading.marks) found.insert(mark.candidate);
  return found;
}

/// A reason of a ballot belongs to a page if it names a candidate printed there, or names none and was not found on another page only.
bool concerns(const Reason& reason, const PageReading& page, const std::set<std::size_t>& here, const AssembledBallot& ballot,
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

void addBallot(const CountedContest& counted, const CountedPass& pass, const AssembledBallot& ballot, const PageReading& page,
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

std::vector<SheetRecord> recordsOf(const CountedContest& counted, const CountedPass& pass) {
  std::vector<SheetRecord> records;
  for (std::size_t i = 0; i < pass.sheets.size(); ++i) {
    const StoredSheet& sheet = pass.sheets[i];
    const PageReading& reading = pass.readings[i].reading;
    SheetRecord record;
    record.sheet = sheet.id;
    record.pass = sheet.pass;
    record.source = sheet.sourceName;
    record.page = reading.page;
    record.contest = counted.contest.id;
    record.marks = recordMarks(counted.contest, reading.marks);
    if (const auto& ballot = pass.assembly.ballotOf[i]) {
      addBallot(counted, pass, pass.assembly.ballots[*ballot], reading, record);
    } else {
      std::vector<Reason> reasons = reading.reasons;
      reasons.insert(reasons.end(), pass.assembly.added[i].begin(), pass.assembly.added[i].end());
      record.state = SheetRecord::State::SetAside;
      record.reasons = recordReasons(counted.contest, reasons);
    }
    records.push_back(std::move(record));
  }
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
