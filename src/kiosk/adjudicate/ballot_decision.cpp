// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/adjudicate/ballot_decision.h"

#include <algorithm>
#include <limits>
#include <set>

#include "count/unruled.h"
#include "kiosk/frame/words.h"
#include "kiosk/supervise/ballot_words.h"

namespace kp::kiosk {
namespace {

constexpr int kNewest = std::numeric_limits<int>::max();

bool hasReason(const std::vector<Reason>& reasons, Why why) {
  return std::any_of(reasons.begin(), reasons.end(), [why](const Reason& r) { return r.why == why; });
}

}  // namespace

std::vector<Vote> votesOfFace(Face face) {
  switch (face) {
    case Face::StrikeOut: return {Vote::No, Vote::Yes};
    case Face::Columns: return {Vote::Yes, Vote::No, Vote::None};
    case Face::Confidence: break;
  }
  return {Vote::High, Vote::Medium, Vote::Low, Vote::None};
}

BallotDecision::BallotDecision(SharedBallots ballots, int number, bool again) : m_ballots(std::move(ballots)), m_again(again) {
  if (!m_ballots) return;
  m_ref = ballotRef(*m_ballots, number);
  const Contest& contest = m_ballots->counted.contest;
  m_evidence = m_ref.unread() ? blankEvidence(contest) : m_ref.ballot->evidence;
  std::set<std::size_t> seen;
  for (const std::size_t index : m_ref.sheets) {
    const PassSheet& sheet = m_ballots->pass.readings[index];
    m_before.insert(m_before.end(), sheet.rulings.begin(), sheet.rulings.end());
    for (const auto& mark : sheet.reading.marks)
      if (mark.state == MarkState::Unsure) seen.insert(mark.candidate);
  }
  if (m_ref.unread()) return;
  const std::vector<Vote> now = votesNow();
  for (const std::size_t candidate : seen) {
    if (candidate >= m_ref.ballot->machine.votes.size() || m_ref.ballot->machine.votes[candidate] != Vote::Unsure) continue;
    m_asked.push_back(candidate);
    if (now[candidate] != Vote::Unsure) m_votes[candidate] = now[candidate];  // answered by an earlier ruling
  }
}

bool BallotDecision::waits() const {
  if (!known() || m_ballots->counted.state.closed) return false;
  if (m_ref.ballot) return m_ref.ballot->taken && m_ref.ballot->judgement.validity == Validity::Undecided;
  return waitsUnruled(*m_ballots, m_ref);
}

bool BallotDecision::isProposedNotIssued() const {
  return known() && !m_ref.ballot && proposesNotIssued(m_ballots->pass.readings[m_ref.sheets.front()].reading);
}

bool BallotDecision::open() const { return known() && (m_again || waits()); }

std::optional<std::size_t> BallotDecision::nextAsked(std::optional<std::size_t> after) const {
  for (const std::size_t candidate : m_asked)
    if ((!after || candidate > *after) && !m_votes.count(candidate)) return candidate;
  for (const std::size_t candidate : m_asked)
    if (!m_votes.count(candidate)) return candidate;
  return {};
}

std::optional<Vote> BallotDecision::voteOf(std::size_t candidate) const {
  const auto found = m_votes.find(candidate);
  return found == m_votes.end() ? std::nullopt : std::optional(found->second);
}

bool BallotDecision::isTaken(const Choice& choice, std::optional<std::size_t> candidate) const {
  switch (choice.kind) {
    case Choice::Kind::VoteFor: return candidate && voteOf(*candidate) == choice.vote;
    case Choice::Kind::Valid: return m_conclusion && m_conclusion->kind == Ruling::Kind::Valid;
    case Choice::Kind::Invalid: return m_conclusion && m_conclusion->kind == Ruling::Kind::Invalid && m_conclusion->rule == choice.rule;
    case Choice::Kind::SetAside: return m_conclusion && m_conclusion->kind == Ruling::Kind::SetAside;
    case Choice::Kind::InvalidOther:
    case Choice::Kind::Transcribe: break;
  }
  return false;
}

std::vector<Vote> BallotDecision::votesNow() const {
  if (m_ref.ballot) return m_ref.ballot->judgement.votes;
  return std::vector<Vote>(m_ballots ? m_ballots->counted.contest.candidates.size() : 0, Vote::Unsure);
}

bool BallotDecision::allAnswered() const {
  if (m_ref.unread()) return m_votes.size() == m_ballots->counted.contest.candidates.size() || (m_ref.ballot && m_again);
  return !nextAsked();
}

std::vector<Ruling> BallotDecision::votesRuling() const {
  const std::vector<Vote> now = votesNow();
  Ruling ruling;
  ruling.kind = Ruling::Kind::Votes;
  for (const auto& [candidate, vote] : m_votes)
    if (now[candidate] != vote) ruling.votes.emplace_back(candidate, vote);
  return ruling.votes.empty() ? std::vector<Ruling>{} : std::vector<Ruling>{ruling};
}

std::vector<Ruling> BallotDecision::rulings() const {
  if (!known()) return {};
  if (m_conclusion && m_conclusion->kind == Ruling::Kind::SetAside) return {*m_conclusion};
  std::vector<Ruling> out = allAnswered() ? votesRuling() : std::vector<Ruling>{};
  if (m_conclusion) out.push_back(*m_conclusion);
  return out;
}

Expected<RuledBallot> BallotDecision::with(const std::vector<Ruling>& rulings) const {
  std::vector<OrderedRuling> all = m_before;
  for (const Ruling& ruling : rulings) all.push_back({kNewest, ruling});
  return applyRulings(m_ballots->counted.contest, m_ballots->counted.rules, m_evidence, std::move(all));
}

Expected<RuledBallot> BallotDecision::after() const { return with(rulings()); }

bool BallotDecision::ready() const {
  if (!open() || rulings().empty()) return false;
  const auto result = after();
  return result && (!result->taken || result->judgement.validity != Validity::Undecided);
}

std::vector<std::string> BallotDecision::rulesToCite() const {
  if (!known()) return {};
  const Contest& contest = m_ballots->counted.contest;
  const auto now = with(allAnswered() ? votesRuling() : std::vector<Ruling>{});
  const bool unclear = m_ref.unread() || !now || std::count(now->judgement.votes.begin(), now->judgement.votes.end(), Vote::Unsure) > 0;
  // A rule about votes may be cited where they break it, or where they cannot be read.
  const auto broken = [&](Why why) { return now && hasReason(now->judgement.reasons, why); };
  std::vector<std::string> out = {"R-07"};
  const auto byVotes = [&](const char* rule, Why why) {
    if (unclear || broken(why)) out.emplace_back(rule);
  };
  if (faceOf(contest) == Face::StrikeOut) {
    byVotes("R-08", Why::OverVote);
    byVotes("R-09", Why::NothingVoted);
  } else if (contest.candidates.size() == 1) {
    byVotes("R-12", Why::RowBoth);
    byVotes("R-13", Why::NothingVoted);
  } else {
    byVotes("R-15", Why::NothingVoted);
    byVotes("R-16", Why::AllRejected);
  }
  for (const char* rule : {"R-17", "R-18", "R-19", "R-20"}) out.emplace_back(rule);
  return out;
}

bool BallotDecision::mayBeValid(std::vector<Ruling> votes) const {
  if (m_ref.unread()) return false;  // its votes make it valid or not; there are no doubts to lift
  const auto now = with(votes);
  votes.push_back({Ruling::Kind::Valid, {}, {}, {}});
  const auto then = with(votes);
  if (!then || then->judgement.validity != Validity::Valid) return false;
  return m_again || !now || now->judgement.validity != Validity::Valid;
}

std::vector<Choice> BallotDecision::choices(std::optional<std::size_t> candidate) const {
  std::vector<Choice> out;
  if (!open()) return out;
  const Contest& contest = m_ballots->counted.contest;
  using Kind = Choice::Kind;
  const std::vector<Ruling> votes = allAnswered() ? votesRuling() : std::vector<Ruling>{};
  const auto now = with(votes);
  const bool nothingRead =
      m_ref.unread() && (!now || std::count(now->judgement.votes.begin(), now->judgement.votes.end(), Vote::Unsure) > 0);
  if (candidate)
    for (const Vote vote : votesOfFace(faceOf(contest))) out.push_back({Kind::VoteFor, vote, {}});
  if (nothingRead) {
    const Choice notIssued = {Kind::Invalid, Vote::Unsure, "R-07"};
    const bool proposed = isProposedNotIssued();
    if (proposed) out.push_back(notIssued);
    out.push_back({Kind::Transcribe});
    if (!proposed && hasReason(reasonsOf(*m_ballots, m_ref), Why::CodeUnreadable)) out.push_back(notIssued);
  } else {
    const bool proposedInvalid = now && now->judgement.proposal == Validity::Invalid;
    if (proposedInvalid) out.push_back({Kind::Invalid, Vote::Unsure, now->judgement.rule});
    if (!candidate && mayBeValid(votes)) out.push_back({Kind::Valid});
    if (now && !proposedInvalid && now->judgement.rule == "R-16") out.push_back({Kind::Invalid, Vote::Unsure, "R-16"});
  }
  out.push_back({Kind::InvalidOther});
  if (!nothingRead) out.push_back({Kind::Transcribe});
  out.push_back({Kind::SetAside});
  return out;
}

void BallotDecision::take(const Choice& choice, std::optional<std::size_t> candidate) {
  if (!open()) return;
  m_touched = true;
  switch (choice.kind) {
    case Choice::Kind::VoteFor:
      if (candidate) m_votes[*candidate] = choice.vote;
      m_conclusion.reset();
      break;
    case Choice::Kind::Valid: m_conclusion = Ruling{Ruling::Kind::Valid, {}, {}, {}}; break;
    case Choice::Kind::Invalid: m_conclusion = Ruling{Ruling::Kind::Invalid, {}, choice.rule, {}}; break;
    case Choice::Kind::InvalidOther:
    case Choice::Kind::Transcribe:
    case Choice::Kind::SetAside: break;  // ask for more first
  }
}

void BallotDecision::takeVotes(const std::vector<Vote>& votes) {
  if (!open()) return;
  m_conclusion.reset();
  m_touched = true;
  for (std::size_t i = 0; i < votes.size(); ++i)
    if (votes[i] != Vote::Unsure) m_votes[i] = votes[i];
}

void BallotDecision::setAside(const std::string& why) {
  if (!open()) return;
  m_touched = true;
  m_conclusion = Ruling{Ruling::Kind::SetAside, {}, {}, why};
}

void BallotDecision::clear() { *this = BallotDecision(m_ballots, m_ref.number, m_again); }

bool BallotDecision::resume(const BallotDecision& before) {
  if (!known() || before.pass() != pass() || before.m_ref.number != m_ref.number || before.m_ref.sheets.size() != m_ref.sheets.size() ||
      before.m_before.size() != m_before.size())
    return false;
  m_again = before.m_again;
  m_touched = before.m_touched;
  m_votes = before.m_votes;
  m_conclusion = before.m_conclusion;
  return true;
}

QString choiceText(const Contest& contest, const Choice& choice) {
  switch (choice.kind) {
    case Choice::Kind::VoteFor: return voteText(faceOf(contest), choice.vote);
    case Choice::Kind::Valid: return words("Hợp lệ", "Valid");
    case Choice::Kind::Invalid: return words("Không hợp lệ theo {0}", "Invalid by {0}", choice.rule);
    case Choice::Kind::InvalidOther: return words("Không hợp lệ vì lý do khác…", "Invalid, other reason…");
    case Choice::Kind::Transcribe: return words("Ghi lại từng người…", "Enter the votes by hand…");
    case Choice::Kind::SetAside: break;
  }
  return words("Để riêng, không tính…", "Set aside, not counted…");
}

}  // namespace kp::kiosk
