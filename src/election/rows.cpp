// SPDX-License-Identifier: GPL-3.0-or-later
#include "election/rows.h"

#include <algorithm>

namespace kp {
namespace {

Vote voteOf(Field field) {
  switch (field) {
    case Field::Approve: return Vote::Yes;
    case Field::Disapprove: return Vote::No;
    case Field::High: return Vote::High;
    case Field::Medium: return Vote::Medium;
    case Field::Low: return Vote::Low;
    case Field::Name: break;  // a struck name is a vote against
  }
  return Vote::No;
}

Row rowOf(Face face, const RowMarks& marks) {
  const auto& fields = fieldsOf(face);
  Row row;
  int marked = 0;
  Vote vote = Vote::None;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (marks[i] == MarkState::Unsure) row.unsure.push_back(fields[i]);
    if (marks[i] != MarkState::Mark) continue;
    ++marked;
    vote = voteOf(fields[i]);
  }
  if (!row.unsure.empty()) return row;
  if (face == Face::StrikeOut) return {marked ? Vote::No : Vote::Yes, RowKind::Voted, {}};
  if (marked == 1) return {vote, RowKind::Voted, {}};
  return {Vote::None, marked ? RowKind::Both : RowKind::Neither, {}};
}

long countOf(const std::vector<Row>& rows, Vote vote) {
  return std::count_if(rows.begin(), rows.end(), [&](const Row& row) { return row.vote == vote; });
}

VotesVerdict proposeInvalid(const char* rule, Why why) { return {Validity::Undecided, Validity::Invalid, rule, why}; }

VotesVerdict byRuleSet(Disposition disposition, std::optional<Validity> proposal, const char* rule, Why why) {
  if (disposition == Disposition::Valid) return {Validity::Valid, {}, rule, {}};
  if (disposition == Disposition::Invalid) return {Validity::Invalid, {}, rule, why};
  return {Validity::Undecided, proposal, rule, why};
}

VotesVerdict strikeOut(const Contest& contest, const std::vector<Row>& rows) {
  const long kept = countOf(rows, Vote::Yes);
  if (kept > contest.seats) return proposeInvalid("R-08", Why::OverVote);  // certain, whatever the marks in doubt are
  if (countOf(rows, Vote::Unsure)) return {Validity::Undecided, {}, "R-20", {}};
  if (kept == 0) return proposeInvalid("R-09", Why::NothingVoted);
  return {Validity::Valid, {}, "R-10", {}};
}

VotesVerdict oneName(const RuleSet& rules, const Row& row) {
  if (row.kind == RowKind::Both) return proposeInvalid("R-12", Why::RowBoth);
  if (row.kind == RowKind::Neither) return byRuleSet(rules.oneNameNeither, Validity::Invalid, "R-13", Why::NothingVoted);
  return {Validity::Valid, {}, "R-11", {}};
}

VotesVerdict severalRows(const Contest& contest, const RuleSet& rules, const std::vector<Row>& rows) {
  const long all = static_cast<long>(rows.size());
  const long nobody = countOf(rows, Vote::None);
  if (nobody == all) return proposeInvalid("R-15", Why::NothingVoted);
  if (countOf(rows, Vote::No) == all) return byRuleSet(rules.allDisapproved, {}, "R-16", Why::AllRejected);
  if (nobody > 0) return {Validity::Valid, {}, "R-14", {}};
  return {Validity::Valid, {}, contest.kind == ContestKind::Election ? "R-02" : "R-32", {}};
}

/// What a doubt does: the rule it cites, whether it proposes invalid, and its weight (smallest wins; the votes' own verdict stands at kVotesWeight).
struct DoubtRule {
  const char* rule;
  bool proposesInvalid;
  int weight;
};
constexpr int kVotesWeight = 3;

DoubtRule doubtRule(Why why) {
  switch (why) {
    case Why::CodeNotOurs:
    case Why::OtherContest: return {"R-07", true, 0};
    case Why::CodeUnreadable: return {"R-07", false, 1};  // an unreadable code is no proof that the ballot was not issued
    case Why::ExtraWriting: return {"R-18", true, 4};
    case Why::SecondInk: return {"R-19", true, 5};
    case Why::PageMissing: return {"R-20", false, 6};  // an over-vote on the pages at hand is certain without the missing one
    default: return {"R-20", false, 2};                // it is open whether these are the ballot's marks at all
  }
}

}  // namespace

std::vector<Row> rowsOf(const Contest& contest, const BallotEvidence& evidence) {
  const Face face = faceOf(contest);
  constexpr RowMarks kNotSeen = {MarkState::Unsure, MarkState::Unsure, MarkState::Unsure};
  std::vector<Row> rows;
  for (std::size_t i = 0; i < contest.candidates.size(); ++i)
    rows.push_back(rowOf(face, i < evidence.rows.size() ? evidence.rows[i] : kNotSeen));
  return rows;
}

VotesVerdict verdictOf(const Contest& contest, const RuleSet& rules, const std::vector<Row>& rows) {
  const Face face = faceOf(contest);
  if (face == Face::StrikeOut) return strikeOut(contest, rows);
  if (countOf(rows, Vote::Unsure)) return {Validity::Undecided, {}, "R-20", {}};
  if (face == Face::Columns && rows.size() == 1) return oneName(rules, rows.front());
  return severalRows(contest, rules, rows);
}

Judgement judgeRows(const Contest& contest, const RuleSet& rules, const std::vector<Row>& rows, const std::vector<Reason>& doubts,
                    bool lifted) {
  const VotesVerdict verdict = verdictOf(contest, rules, rows);
  Judgement out;
  out.validity = verdict.validity;
  out.proposal = verdict.proposal;
  out.rule = verdict.rule;
  out.reasons = doubts;
  if (verdict.why && *verdict.why != Why::RowBoth) out.reasons.push_back({*verdict.why});
  for (std::size_t i = 0; i < rows.size(); ++i) {
    out.votes.push_back(rows[i].vote);
    for (const Field field : rows[i].unsure) out.reasons.push_back({Why::MarkUnsure, i, field});
    if (rows[i].kind == RowKind::Both) out.reasons.push_back({Why::RowBoth, i});
  }
  if (doubts.empty() || lifted) return out;

  out.validity = Validity::Undecided;
  int weight = verdict.votesBroken() ? kVotesWeight : 100;
  if (verdict.validity == Validity::Invalid) out.proposal = Validity::Invalid;
  for (const Reason& doubt : doubts) {
    const DoubtRule rule = doubtRule(doubt.why);
    if (rule.weight >= weight) continue;
    weight = rule.weight;
    out.rule = rule.rule;
    out.proposal = rule.proposesInvalid ? std::optional(Validity::Invalid) : std::nullopt;
  }
  return out;
}

}  // namespace kp
