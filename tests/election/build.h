// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "election/tally.h"

/// Small builders for the tests of src/election; every name is invented.
namespace kp::test {

inline Contest contestOf(int candidates, int seats, ContestKind kind = ContestKind::Election) {
  static const char* const given[] = {"An", "Bình", "Chi", "Dũng", "Đức", "Giang", "Hà", "Khánh", "Lan", "Minh"};
  Contest contest;
  contest.id = "bch";
  contest.title = "Bầu Ban Chấp hành";
  contest.kind = kind;
  contest.seats = seats;
  for (int i = 0; i < candidates; ++i)
    contest.candidates.push_back({"c" + std::to_string(i + 1), "Phan Thử " + std::to_string(i / 10) + " " + given[i % 10], ""});
  return contest;
}

inline Congress congressOf(std::vector<Contest> contests) {
  Congress congress;
  congress.info.id = "dh";
  congress.info.name = "Đại hội thử nghiệm";
  congress.info.date = "2025-09-20";
  congress.contests = std::move(contests);
  return congress;
}

/// One letter a candidate. Strike-out: '.' left standing, 'x' struck, '?' unsure.
/// Columns: 'y' agree, 'n' disagree, 'b' both, '.' neither, '?' unsure. Confidence: 'h' 'm' 'l', 'b' high and low, '.', '?'.
inline BallotEvidence ballotOf(const Contest& contest, const std::string& letters, std::vector<Reason> doubts = {}) {
  constexpr MarkState M = MarkState::Mark, N = MarkState::None, U = MarkState::Unsure;
  const bool confidence = faceOf(contest) == Face::Confidence;
  BallotEvidence out;
  out.doubts = std::move(doubts);
  for (const char c : letters) {
    RowMarks row = {N, N, N};
    if (c == 'x' || c == 'y' || c == 'h') row = {M, N, N};
    if (c == 'n' || c == 'm') row = {N, M, N};
    if (c == 'l') row = {N, N, M};
    if (c == 'b') row = confidence ? RowMarks{M, N, M} : RowMarks{M, M, N};
    if (c == '?') row = {U, N, N};
    out.rows.push_back(row);
  }
  return out;
}

inline Judgement judged(const Contest& contest, const std::string& letters, std::vector<Reason> doubts = {},
                        const RuleSet& rules = RuleSet{}) {
  return judge(contest, rules, ballotOf(contest, letters, std::move(doubts)));
}

inline bool hasReason(const Judgement& judgement, Why why) {
  for (const Reason& reason : judgement.reasons)
    if (reason.why == why) return true;
  return false;
}

/// A tally with these votes for each candidate, all ballots valid.
inline Tally tallyOf(const std::vector<int>& yes, int valid = 0) {
  Tally out;
  out.valid = valid;
  for (const int votes : yes) out.votes.push_back({votes, 0, 0, 0, 0, 0});
  return out;
}

inline Figures convened(int number) {
  Figures figures;
  figures.convened = number;
  return figures;
}

}  // namespace kp::test
