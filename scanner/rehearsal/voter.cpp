// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/rehearsal/voter.h"

#include <algorithm>

namespace kp::rehearsal {
namespace {

const char* voteName(Field field) {
  switch (field) {
    case Field::Approve: return "yes";
    case Field::Disapprove: return "no";
    case Field::High: return "high";
    case Field::Medium: return "medium";
    case Field::Low: return "low";
    case Field::Name: break;
  }
  return "no";
}

/// Strikes `count` names, the less liked ones more often.
Intent strikeOut(const Contest& contest, const std::vector<double>& liked, int count, Rng& rng) {
  Intent intent;
  const std::size_t n = contest.candidates.size();
  intent.marks.resize(n), intent.votes.assign(n, "yes");
  std::vector<double> dislike(n);
  for (std::size_t k = 0; k < n; ++k) dislike[k] = 1.02 - liked[k];
  for (int left = std::min(count, static_cast<int>(n)); left > 0;) {
    const std::size_t out = rng.weighted(dislike);
    if (dislike[out] <= 0) continue;
    dislike[out] = 0, intent.marks[out] = {Field::Name}, intent.votes[out] = "no", --left;
  }
  return intent;
}

Intent voteStrikeOut(const Contest& contest, const std::vector<double>& liked, Plan plan, Profile profile, Rng& rng) {
  const int n = static_cast<int>(contest.candidates.size()), surplus = std::max(0, n - contest.seats);
  if (plan == Plan::Usual && profile != Profile::Clean) {
    const double k = rng.uniform();
    plan = k < 0.012 ? Plan::OverVote : k < 0.017 ? Plan::AllRejected : k < 0.020 ? Plan::NothingVoted : Plan::Usual;
  }
  int strikes = surplus + (rng.chance(0.35) ? rng.integer(1, std::max(1, n / 6)) : 0);
  strikes = std::min(strikes, std::max(surplus, n - 1));
  std::string name = "valid";
  if (plan == Plan::OverVote) strikes = std::max(0, surplus - rng.integer(1, 2)), name = n - strikes > contest.seats ? "overvote" : "valid";
  if (plan == Plan::NothingVoted) strikes = 0, name = surplus > 0 ? "untouched" : "valid";
  if (plan == Plan::AllRejected) strikes = n, name = "none-elected";
  Intent intent = strikeOut(contest, liked, strikes, rng);
  for (std::size_t k = 0; plan == Plan::AllRejected && k < intent.marks.size(); ++k)
    intent.marks[k] = {Field::Name}, intent.votes[k] = "no";
  intent.name = name;
  return intent;
}

Field chooseBox(const std::vector<Field>& fields, double liked, Rng& rng) {
  if (fields.size() == 2) return rng.chance(0.55 + 0.44 * liked) ? fields[0] : fields[1];
  const double k = rng.uniform();
  return k < 0.35 + 0.5 * liked ? fields[0] : k < 0.93 ? fields[1] : fields[2];
}

}  // namespace

std::vector<double> popularity(const Contest& contest, Rng& rng) {
  std::vector<double> liked;
  for (std::size_t k = 0; k < contest.candidates.size(); ++k)
    liked.push_back(rng.chance(0.2) ? rng.uniform(0.05, 0.6) : rng.uniform(0.7, 0.99));
  return liked;
}

Intent vote(const Contest& contest, Face face, const std::vector<double>& liked, Plan plan, Profile profile, Rng& rng) {
  if (face == Face::StrikeOut) return voteStrikeOut(contest, liked, plan, profile, rng);
  const std::vector<Field>& fields = fieldsOf(face);
  const std::size_t n = contest.candidates.size();
  Intent intent;
  intent.marks.resize(n), intent.votes.resize(n, "none");
  if (plan == Plan::Usual && profile != Profile::Clean && rng.chance(0.006)) plan = Plan::NothingVoted;
  if (plan == Plan::Usual && profile != Profile::Clean && rng.chance(0.004)) plan = Plan::AllRejected;
  const std::size_t odd = static_cast<std::size_t>(rng.integer(0, static_cast<int>(n) - 1));
  for (std::size_t k = 0; k < n; ++k) {
    Field f = chooseBox(fields, liked[k], rng);
    if (plan == Plan::NothingVoted) continue;
    if (plan == Plan::AllRejected) f = fields.back();
    const bool both =
        plan == Plan::RowBoth || plan == Plan::OverVote ? k == odd : profile != Profile::Clean && plan == Plan::Usual && rng.chance(0.002);
    const bool neither = plan == Plan::RowNeither ? k == odd : profile != Profile::Clean && plan == Plan::Usual && rng.chance(0.004);
    if (neither) continue;
    intent.marks[k] = both ? std::vector<Field>{fields[0], fields[1]} : std::vector<Field>{f};
    intent.votes[k] = both ? "none" : voteName(f);
  }
  intent.name = plan == Plan::NothingVoted ? "untouched" : plan == Plan::AllRejected ? "all-rejected" : "valid";
  return intent;
}

}  // namespace kp::rehearsal
