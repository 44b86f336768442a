// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "election/tally.h"

namespace kp {
namespace {

/// 2 × votes > base. In a run-off the threshold is off, yet nobody is elected without a vote.
bool passes(const Contest& contest, int votes, int base) {
  if (contest.runOff) return votes > 0;
  return base > 0 && 2L * votes > base;
}

/// fills the seats from the most votes down; stops before a tie that does not fit.
void fillSeats(const Contest& contest, const RuleSet& rules, const Tally& tally, const std::vector<std::size_t>& passing, Outcome& out) {
  const std::size_t seats = static_cast<std::size_t>(std::max(0, contest.seats));
  const auto votesOf = [&](std::size_t candidate) { return tally.votes[candidate].yes; };
  if (passing.size() <= seats) {
    out.elected = passing;
    out.shortfall = static_cast<int>(seats - passing.size());
    return;
  }
  if (seats == 0) return;
  const int last = votesOf(passing[seats - 1]);
  const bool tie = votesOf(passing[seats]) == last;
  for (std::size_t i = 0; i < passing.size(); ++i) {
    const std::size_t candidate = passing[i];
    if (tie && votesOf(candidate) == last) {
      out.tied.push_back(candidate);
      out.rules[candidate] = "R-27";
    } else if (i < seats) {
      out.elected.push_back(candidate);
    } else {
      out.rules[candidate] = "R-26";
    }
  }
  if (tie && !rules.tieNeedsRunOff) out.shortfall = static_cast<int>(seats - out.elected.size());
}

}  // namespace

Outcome decide(const Contest& contest, const RuleSet& rules, const Figures& figures, const Tally& tally) {
  const bool confidence = contest.kind == ContestKind::Confidence;
  const bool election = contest.kind == ContestKind::Election;
  Outcome out;
  out.base = baseOf(figures);
  for (const CandidateVotes& votes : tally.votes)
    out.percent.push_back(percentOf(confidence ? votes.high : votes.yes, out.base, rules.percentDecimals));
  out.rules.assign(tally.votes.size(), !election ? "R-32" : (contest.runOff ? "R-26" : "R-25"));
  if (!election) return out;

  std::vector<std::size_t> passing;
  for (std::size_t i = 0; i < tally.votes.size(); ++i)
    if (passes(contest, tally.votes[i].yes, out.base)) passing.push_back(i);
  std::stable_sort(passing.begin(), passing.end(), [&](std::size_t a, std::size_t b) { return tally.votes[a].yes > tally.votes[b].yes; });
  fillSeats(contest, rules, tally, passing, out);
  return out;
}

std::string percentOf(long votes, long base, int decimals) {
  if (base <= 0 || votes < 0) return {};
  const int places = std::clamp(decimals, 0, 6);
  long scale = 1;
  for (int i = 0; i < places; ++i) scale *= 10;
  const long rounded = (2 * votes * 100 * scale + base) / (2 * base);
  std::string fraction = std::to_string(rounded % scale);
  if (places == 0) return std::to_string(rounded);
  fraction.insert(0, static_cast<std::size_t>(places) - fraction.size(), '0');
  return std::to_string(rounded / scale) + "." + fraction;
}

}  // namespace kp
