// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold of any deck. Each property catches an arithmetic mistake no example was written for.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>

#include "build.h"

namespace kp {
namespace {

using namespace test;

/// A contest of any kind and face with at most 8 candidates.
Contest anyContest() {
  const int candidates = *rc::gen::inRange(1, 9);
  const auto kind = *rc::gen::element(ContestKind::Election, ContestKind::Election, ContestKind::Opinion, ContestKind::Confidence);
  Contest contest = contestOf(candidates, *rc::gen::inRange(1, candidates + 2), kind);
  contest.runOff = kind == ContestKind::Election && *rc::gen::inRange(0, 4) == 0;
  return contest;
}

std::string anyLetters(const Contest& contest, bool sure) {
  const Face face = faceOf(contest);
  std::string letters = face == Face::StrikeOut ? ".x" : (face == Face::Columns ? "ynb." : "hmlb.");
  if (!sure) letters += '?';
  const auto size = contest.candidates.size();
  return *rc::gen::container<std::string>(size, rc::gen::elementOf(letters));
}

std::vector<BallotEvidence> anyDeck(const Contest& contest, bool sure = false) {
  std::vector<BallotEvidence> deck;
  const int ballots = *rc::gen::inRange(0, 20);
  for (int i = 0; i < ballots; ++i) deck.push_back(ballotOf(contest, anyLetters(contest, sure)));
  return deck;
}

Tally count(const Contest& contest, const std::vector<BallotEvidence>& deck) {
  std::vector<Judgement> ballots;
  for (const auto& evidence : deck) ballots.push_back(judge(contest, RuleSet{}, evidence));
  return tally(contest, ballots);
}

RC_GTEST_PROP(Properties, TotalsDoNotDependOnTheOrderOfSheets, ()) {
  const Contest contest = anyContest();
  auto deck = anyDeck(contest);
  const Tally before = count(contest, deck);
  std::vector<int> keys = *rc::gen::container<std::vector<int>>(deck.size(), rc::gen::arbitrary<int>());
  std::vector<std::size_t> order(deck.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return std::pair(keys[a], a) < std::pair(keys[b], b); });
  std::vector<BallotEvidence> shuffled;
  for (const std::size_t i : order) shuffled.push_back(deck[i]);
  RC_ASSERT(count(contest, shuffled) == before);
}

RC_GTEST_PROP(Properties, AddingABallotNeverLowersACandidate, ()) {
  const Contest contest = anyContest();
  auto deck = anyDeck(contest);
  const Tally before = count(contest, deck);
  deck.push_back(ballotOf(contest, anyLetters(contest, false)));
  const Tally after = count(contest, deck);
  RC_ASSERT(after.valid + after.invalid + after.undecided == before.valid + before.invalid + before.undecided + 1);
  for (std::size_t i = 0; i < before.votes.size(); ++i) {
    RC_ASSERT(after.votes[i].yes >= before.votes[i].yes && after.votes[i].no >= before.votes[i].no);
    RC_ASSERT(after.votes[i].high >= before.votes[i].high && after.votes[i].medium >= before.votes[i].medium);
    RC_ASSERT(after.votes[i].low >= before.votes[i].low && after.votes[i].notCounted >= before.votes[i].notCounted);
  }
}

/// What a committee would do with any ballot: settle unsure marks, then accept it, or rule it invalid by the rule proposed.
std::vector<Ruling> settle(const Contest& contest, const BallotEvidence& evidence) {
  std::vector<Ruling> rulings;
  const Judgement first = judge(contest, RuleSet{}, evidence);
  if (first.validity != Validity::Undecided) return rulings;
  Ruling votes{Ruling::Kind::Votes, {}, {}, {}};
  const bool confidence = contest.kind == ContestKind::Confidence;
  for (std::size_t i = 0; i < first.votes.size(); ++i)
    if (first.votes[i] == Vote::Unsure)
      votes.votes.emplace_back(i,
                               confidence ? *rc::gen::element(Vote::High, Vote::Low, Vote::None) : *rc::gen::element(Vote::Yes, Vote::No));
  if (!votes.votes.empty()) rulings.push_back(votes);
  rulings.push_back({Ruling::Kind::Valid, {}, {}, {}});
  const auto accepted = judgeWithRulings(contest, RuleSet{}, evidence, rulings);
  if (!accepted) rulings.back() = {Ruling::Kind::Invalid, {}, accepted.error().rule, {}};
  return rulings;
}

RC_GTEST_PROP(Properties, EverySumHoldsOnceAllAreRuled, ()) {
  const Contest contest = anyContest();
  const auto deck = anyDeck(contest);
  std::vector<Judgement> ballots;
  for (const auto& evidence : deck) {
    const auto ruled = judgeWithRulings(contest, RuleSet{}, evidence, settle(contest, evidence));
    RC_ASSERT(ruled.has_value());
    RC_ASSERT(ruled->validity != Validity::Undecided);
    ballots.push_back(*ruled);
  }
  const Tally t = tally(contest, ballots);
  const int n = static_cast<int>(deck.size());
  const int pages = *rc::gen::inRange(1, 4);
  Figures figures;
  figures.convened = n + 3;
  figures.present = n + 1;
  figures.issued = n + 1;
  figures.returned = n;
  for (const Sum& sum : checkSums(contest, figures, t, static_cast<long>(n) * pages, pages)) {
    RC_LOG(sum.id);
    RC_ASSERT(sum.holds);
  }
}

RC_GTEST_PROP(Properties, ABallotIsNeverValidWithAnUnsureMark, ()) {
  const Contest contest = anyContest();
  const std::string letters = anyLetters(contest, false);
  const Judgement j = judge(contest, RuleSet{}, ballotOf(contest, letters));
  RC_ASSERT((letters.find('?') == std::string::npos) || j.validity == Validity::Undecided);
  RC_ASSERT(j.validity != Validity::Invalid);
  RC_ASSERT(j.votes.size() == contest.candidates.size());
}

RC_GTEST_PROP(Properties, PermutingCandidatesPermutesTheResult, ()) {
  const Contest contest = anyContest();
  const auto deck = anyDeck(contest, true);
  const std::size_t size = contest.candidates.size();
  std::vector<std::size_t> order(size);  // place i of the new list holds candidate order[i] of the old
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t i = size; i > 1; --i) std::swap(order[i - 1], order[*rc::gen::inRange<std::size_t>(0, i)]);
  Contest turned = contest;
  auto turnedDeck = deck;
  for (std::size_t i = 0; i < size; ++i) {
    turned.candidates[i] = contest.candidates[order[i]];
    for (std::size_t b = 0; b < deck.size(); ++b) turnedDeck[b].rows[i] = deck[b].rows[order[i]];
  }
  const Figures figures = convened(*rc::gen::inRange(0, 20));
  const Tally t = count(contest, deck), u = count(turned, turnedDeck);
  const Outcome a = decide(contest, {}, figures, t), b = decide(turned, {}, figures, u);
  const auto idsOf = [](const Contest& c, const std::vector<std::size_t>& places) {
    std::vector<std::string> ids;
    for (const std::size_t place : places) ids.push_back(c.candidates[place].id);
    std::sort(ids.begin(), ids.end());
    return ids;
  };
  for (std::size_t i = 0; i < size; ++i) {
    RC_ASSERT(u.votes[i] == t.votes[order[i]]);
    RC_ASSERT(b.rules[i] == a.rules[order[i]]);
    RC_ASSERT(b.percent[i] == a.percent[order[i]]);
  }
  RC_ASSERT(idsOf(contest, a.elected) == idsOf(turned, b.elected));
  RC_ASSERT(idsOf(contest, a.tied) == idsOf(turned, b.tied));
  RC_ASSERT(a.shortfall == b.shortfall);
}

RC_GTEST_PROP(Properties, ElectedAndTiedNeverExceedWhatTheThresholdAllows, ()) {
  Contest contest = contestOf(*rc::gen::inRange(1, 12), *rc::gen::inRange(1, 8));
  const auto yes = *rc::gen::container<std::vector<int>>(contest.candidates.size(), rc::gen::inRange(0, 30));
  const int base = *rc::gen::inRange(1, 40);
  const Outcome outcome = decide(contest, {}, convened(base), tallyOf(yes));
  RC_ASSERT(static_cast<int>(outcome.elected.size()) <= contest.seats);
  for (const std::size_t i : outcome.elected) RC_ASSERT(2 * yes[i] > base);
  for (std::size_t k = 1; k < outcome.elected.size(); ++k) RC_ASSERT(yes[outcome.elected[k - 1]] >= yes[outcome.elected[k]]);
  if (outcome.tied.empty()) {
    RC_ASSERT(static_cast<int>(outcome.elected.size()) + outcome.shortfall == contest.seats);
  } else {
    RC_ASSERT(static_cast<int>(outcome.elected.size()) < contest.seats);
    RC_ASSERT(static_cast<int>(outcome.elected.size() + outcome.tied.size()) > contest.seats);
  }
}

}  // namespace
}  // namespace kp
