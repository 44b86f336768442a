// SPDX-License-Identifier: GPL-3.0-or-later
// The arithmetic of the random check: no file, no journal.
#include <algorithm>
#include <set>

#include "count/random_check.h"
#include "election/text.h"
#include "evidence/sha256.h"

namespace kp {
namespace {

constexpr int kRuleOfThree = 3;  ///< −ln 0.05 = 2.996, rounded up

/// A big-endian number modulo `total`.
std::size_t modulo(const std::array<std::uint8_t, 32>& number, std::size_t total) {
  std::size_t rest = 0;
  for (const std::uint8_t byte : number) rest = (rest * 256 + byte) % total;
  return rest;
}

std::size_t countOf(const std::vector<DrawnBallot>& ballots, std::optional<PaperAnswer> answer) {
  return static_cast<std::size_t>(std::count_if(ballots.begin(), ballots.end(), [&](const DrawnBallot& b) { return b.answer == answer; }));
}

}  // namespace

Expected<std::string> parseDice(const std::string& typed) {
  std::string rolls;
  for (const char c : typed) {
    if (std::string_view(" \t\r\n,.;-").find(c) != std::string_view::npos) continue;
    if (c < '1' || c > '6')
      return fail(ErrorKind::BadInput, tr("Kết quả gieo xúc xắc chỉ gồm các số từ 1 đến 6; chưa có gì được ghi. Hãy nhập lại",
                                          "Rolls of dice are numbers from 1 to 6; nothing was recorded. Type them again"));
    rolls += c;
  }
  if (rolls.size() < kMinRolls || rolls.size() > kMaxRolls)
    return fail(ErrorKind::BadInput,
                trf("Cần từ {0} đến {1} lần gieo xúc xắc, đã nhập {2}; chưa có gì được ghi. Hãy gieo cho đủ",
                    "{0} to {1} rolls are needed, {2} were typed; nothing was recorded. Roll on", kMinRolls, kMaxRolls, rolls.size()));
  return rolls;
}

std::vector<std::size_t> drawNumbers(const std::string& seed, std::size_t count, std::size_t total) {
  std::vector<std::size_t> drawn;
  std::set<std::size_t> seen;
  const std::size_t wanted = std::min(count, total);
  for (std::size_t i = 1; drawn.size() < wanted; ++i) {
    const std::size_t number = modulo(sha256(seed + "," + std::to_string(i)), total) + 1;
    if (seen.insert(number).second) drawn.push_back(number);
  }
  return drawn;
}

std::string toString(PaperAnswer answer) {
  switch (answer) {
    case PaperAnswer::Agrees: return "agrees";
    case PaperAnswer::Differs: return "differs";
    case PaperAnswer::NotFound: break;
  }
  return "not-found";
}

Expected<PaperAnswer> parsePaperAnswer(const std::string& text) {
  for (const PaperAnswer answer : {PaperAnswer::Agrees, PaperAnswer::Differs, PaperAnswer::NotFound})
    if (toString(answer) == text) return answer;
  return fail(ErrorKind::BadInput, trf("Không có câu trả lời “{0}”; chỉ nhận agrees, differs hoặc not-found.",
                                       "There is no answer \"{0}\"; it is agrees, differs or not-found.", text));
}

std::size_t RandomCheck::agree() const { return countOf(ballots, PaperAnswer::Agrees); }
std::size_t RandomCheck::differ() const { return countOf(ballots, PaperAnswer::Differs); }
std::size_t RandomCheck::notFound() const { return countOf(ballots, PaperAnswer::NotFound); }
std::size_t RandomCheck::open() const { return countOf(ballots, std::nullopt); }

std::optional<int> differingPerMilleAtMost(const RandomCheck& check) {
  const std::size_t compared = check.agree();
  if (compared == 0 || compared != check.ballots.size()) return std::nullopt;
  if (compared >= check.total) return 0;
  return static_cast<int>(std::min<std::size_t>(1000, (kRuleOfThree * 1000 + compared - 1) / compared));
}

std::optional<int> ballotsToChangeOutcome(const CountedContest& counted, const ContestResult& result) {
  const Contest& contest = counted.contest;
  const Outcome& outcome = result.outcome;
  if (contest.kind != ContestKind::Election || !result.figures.convened || outcome.base <= 0 || result.tally.votes.empty())
    return std::nullopt;
  if (!outcome.tied.empty()) return 0;
  const int needed = contest.runOff ? 1 : outcome.base / 2 + 1;  // 2 × votes > base
  int fewest = result.tally.valid + result.tally.invalid;
  int lastElected = -1, firstLeftOut = -1;
  for (std::size_t i = 0; i < result.tally.votes.size(); ++i) {
    const int votes = result.tally.votes[i].yes;
    const bool passes = votes >= needed;
    fewest = std::min(fewest, passes ? votes - needed + 1 : needed - votes);
    const bool elected = std::find(outcome.elected.begin(), outcome.elected.end(), i) != outcome.elected.end();
    if (elected) lastElected = lastElected < 0 ? votes : std::min(lastElected, votes);
    if (!elected && passes) firstLeftOut = std::max(firstLeftOut, votes);
  }
  if (lastElected >= 0 && firstLeftOut >= 0) fewest = std::min(fewest, (lastElected - firstLeftOut + 1) / 2);
  return std::max(fewest, 0);
}

std::size_t ballotsToDraw(std::size_t total, int ballotsDiffering) {
  if (total == 0 || ballotsDiffering < 1) return total;
  const auto differing = static_cast<std::size_t>(ballotsDiffering);
  return std::clamp<std::size_t>((kRuleOfThree * total + differing - 1) / differing, 1, total);
}

}  // namespace kp
