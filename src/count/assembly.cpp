// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/assembly.h"

#include <algorithm>
#include <map>
#include <set>

#include "count/grouping.h"
#include "election/text.h"

namespace kp {
namespace {

bool has(const CountedReading& reading, Why why) {
  return std::any_of(reading.reasons.begin(), reading.reasons.end(), [why](const Reason& r) { return r.why == why; });
}

void addMarks(const Contest& contest, const CountedReading& reading, BallotEvidence& evidence) {
  const auto& fields = fieldsOf(faceOf(contest));
  for (const CountedMark& mark : reading.marks) {
    const auto at = std::find(fields.begin(), fields.end(), mark.field);
    if (mark.candidate < evidence.rows.size() && at != fields.end())
      evidence.rows[mark.candidate][static_cast<std::size_t>(at - fields.begin())] = mark.state;
  }
}

AssembledBallot makeBallot(const Contest& contest, const RuleSet& rules, const SheetGroup& group, const std::vector<PassSheet>& sheets) {
  AssembledBallot ballot;
  ballot.sheets = group.sheets;
  ballot.complete = group.complete;
  ballot.evidence = blankEvidence(contest);
  std::vector<OrderedRuling> rulings;
  ballot.number = sheets[group.sheets.front()].id;
  for (const std::size_t index : group.sheets) {
    const PassSheet& sheet = sheets[index];
    ballot.number = std::min(ballot.number, sheet.id);
    if (contest.ballotCode == BallotCode::PerBallot) ballot.ballotCode = sheet.reading.ballotCode;
    addMarks(contest, sheet.reading, ballot.evidence);
    ballot.evidence.doubts.insert(ballot.evidence.doubts.end(), sheet.reading.reasons.begin(), sheet.reading.reasons.end());
    rulings.insert(rulings.end(), sheet.rulings.begin(), sheet.rulings.end());
  }
  ballot.evidence.doubts.insert(ballot.evidence.doubts.end(), group.doubts.begin(), group.doubts.end());
  ballot.machine = judge(contest, rules, ballot.evidence);
  // rule() lets no ruling in that does not apply; should one not apply after all, the ballot stays as the machine judged it
  const auto ruled = applyRulings(contest, rules, ballot.evidence, rulings);
  ballot.judgement = ruled ? ruled->judgement : ballot.machine;
  ballot.taken = ruled ? ruled->taken : true;
  return ballot;
}

std::optional<AssembledBallot> makeTranscribed(const Contest& contest, const RuleSet& rules, std::size_t index, const PassSheet& sheet) {
  if (!isTranscribed(contest, sheet.rulings)) return std::nullopt;
  AssembledBallot ballot;
  ballot.number = sheet.id;
  ballot.sheets = {index};
  ballot.transcribed = true;
  ballot.evidence = blankEvidence(contest);
  ballot.machine = judge(contest, rules, ballot.evidence);
  const auto ruled = applyRulings(contest, rules, ballot.evidence, sheet.rulings);
  if (!ruled || !ruled->taken) return std::nullopt;
  ballot.judgement = ruled->judgement;
  return ballot;
}

}  // namespace

CountedReading::CountedReading(const PageReading& reading)
    : contest(reading.contest), page(reading.page), ballotCode(reading.ballotCode), reasons(reading.reasons) {
  constexpr std::size_t kNobody = 0xFFFF;  // beyond every list, as what stands for it is
  marks.reserve(reading.marks.size());
  for (const MarkReading& mark : reading.marks) {
    CountedMark& kept = marks.emplace_back();
    kept.candidate = static_cast<std::uint16_t>(std::min(mark.candidate, kNobody));
    kept.field = mark.field, kept.state = mark.state;
  }
}

bool isSetAsideByReading(const Contest& contest, int pages, const CountedReading& reading) {
  for (const Why why : {Why::OtherContest, Why::CodeNotOurs, Why::CodeUnreadable, Why::SeenBefore, Why::DoubleFeed})
    if (has(reading, why)) return true;
  if (reading.marks.empty() || reading.page < 1 || reading.page > pages || reading.contest != contest.id) return true;
  return contest.ballotCode == BallotCode::PerBallot && !reading.ballotCode;
}

bool mayHideABallot(const CountedReading& reading) {
  for (const Why why : {Why::OtherContest, Why::CodeNotOurs, Why::BlankSheet, Why::SeenBefore})
    if (has(reading, why)) return false;
  return true;
}

BallotEvidence blankEvidence(const Contest& contest) {
  BallotEvidence evidence;
  RowMarks row{MarkState::None, MarkState::None, MarkState::None};
  std::fill_n(row.begin(), fieldsOf(faceOf(contest)).size(), MarkState::Unsure);
  evidence.rows.assign(contest.candidates.size(), row);
  return evidence;
}

bool isTranscribed(const Contest& contest, const std::vector<OrderedRuling>& rulings) {
  std::set<std::size_t> voted;
  bool invalid = false, aside = false;
  for (const OrderedRuling& entry : rulings) {
    aside = entry.ruling.kind == Ruling::Kind::SetAside;
    invalid = invalid || entry.ruling.kind == Ruling::Kind::Invalid;
    for (const auto& [candidate, vote] : entry.ruling.votes) voted.insert(candidate);
  }
  return !aside && (invalid || voted.size() == contest.candidates.size());
}

Expected<RuledBallot> applyRulings(const Contest& contest, const RuleSet& rules, const BallotEvidence& evidence,
                                   std::vector<OrderedRuling> rulings) {
  std::stable_sort(rulings.begin(), rulings.end(), [](const OrderedRuling& a, const OrderedRuling& b) { return a.order < b.order; });
  RuledBallot result;
  std::vector<Ruling> onVotes;
  for (const OrderedRuling& entry : rulings) {
    result.taken = entry.ruling.kind != Ruling::Kind::SetAside;
    if (result.taken) onVotes.push_back(entry.ruling);
  }
  auto judged = judgeWithRulings(contest, rules, evidence, onVotes);
  if (!judged) return tl::unexpected<Error>(judged.error());
  result.judgement = std::move(*judged);
  return result;
}

Assembly assemble(const Contest& contest, const RuleSet& rules, int pages, const std::vector<PassSheet>& sheets) {
  Assembly result;
  result.ballotOf.resize(sheets.size());
  GroupedSheets grouped = groupSheets(contest, pages, sheets);
  result.added = std::move(grouped.added);
  result.ballots.reserve(grouped.groups.size() + grouped.setAside.size());
  for (const SheetGroup& group : grouped.groups) result.ballots.push_back(makeBallot(contest, rules, group, sheets));
  for (const std::size_t index : grouped.setAside)
    if (auto ballot = makeTranscribed(contest, rules, index, sheets[index])) result.ballots.push_back(std::move(*ballot));
  const auto first = [](const AssembledBallot& b) { return *std::min_element(b.sheets.begin(), b.sheets.end()); };
  std::stable_sort(result.ballots.begin(), result.ballots.end(), [&](const auto& a, const auto& b) { return first(a) < first(b); });
  for (std::size_t b = 0; b < result.ballots.size(); ++b)
    for (const std::size_t index : result.ballots[b].sheets) result.ballotOf[index] = b;
  return result;
}

long sheetsInCount(const Assembly& assembly, int pages) {
  long sheets = 0;
  for (const AssembledBallot& ballot : assembly.ballots) {
    if (!ballot.taken) continue;
    const bool decidedByHand = ballot.judgement.ruled && ballot.judgement.validity != Validity::Undecided;
    sheets += ballot.transcribed || (!ballot.complete && decidedByHand) ? pages : static_cast<long>(ballot.sheets.size());
  }
  return sheets;
}

}  // namespace kp
