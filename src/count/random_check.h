// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "count/contest_count.h"
#include "count/pile.h"

// Random check (kiểm tra ngẫu nhiên): ballots drawn by dice rolled in the room are compared, paper against reading. How to recompute a drawing:
// docs/random-check.md.
namespace kp {

inline constexpr std::size_t kMinRolls = 10;  ///< 6^10 = 60 million drawings: nobody can have prepared for the one that comes
inline constexpr std::size_t kMaxRolls = 100;

/// Rolls as typed ("3 1 6 6, 2 …") as digits 1–6 without anything between. BadInput: another character, fewer than kMinRolls, more than kMaxRolls.
Expected<std::string> parseDice(const std::string& typed);

/// `count` different numbers from 1 to `total` in the order drawn: for i = 1, 2, …: SHA-256 of the text "SEED,i" as a big-endian number, modulo `total`,
/// plus 1; one drawn before is passed over (Rivest's sampler). All of them when count >= total.
std::vector<std::size_t> drawNumbers(const std::string& seed, std::size_t count, std::size_t total);

/// What the person holding the paper says.
enum class PaperAnswer { Agrees, Differs, NotFound };
std::string toString(PaperAnswer);  ///< "agrees" "differs" "not-found"
Expected<PaperAnswer> parsePaperAnswer(const std::string&);

/// One ballot drawn.
struct DrawnBallot {
  int ballot = 0;                 ///< number of the ballot (smallest sheet id)
  std::vector<PilePlace> places;  ///< of its sheets, page order: which pile, which place in it
  std::vector<Vote> votes;        ///< what counts for it when it was loaded, by candidate in ballot order
  Validity validity = Validity::Undecided;
  std::string rule;  ///< where invalid
  std::optional<PaperAnswer> answer{};
  std::string note{};
  bool changedSince =
      false;  ///< what counts for it is another now than when the answer was given (a ruling): compare it again in a new drawing
};

/// A drawing and how far comparing is. Everything but readings and piles comes from the journal, so it outlives a power cut.
struct RandomCheck {
  int id = 0;  ///< journal entry of the drawing
  std::string contest, seed, time;
  Actors by;
  int pass = 1;
  std::size_t total = 0;             ///< ballots it was drawn from
  std::string listHash;              ///< hex SHA-256 of the numbers of all these ballots, ascending, one a line
  std::vector<DrawnBallot> ballots;  ///< in the order drawn
  bool changed = false;              ///< ballots were taken in or set aside since: the list it was drawn from is another now
  std::size_t agree() const, differ() const, notFound() const, open() const;
};

/// Draws `count` of the ballots that count in a pass (set-aside ones are none) and journals seed, list and total before any paper is looked at, so that no
/// drawing can be thrown away unseen. The ballots are numbered 1 … total by their ballot number.
/// Refused: who may not (mayAct), no ballots, an earlier drawing of this pass still open. BadInput: dice; count 0.
Expected<RandomCheck> drawSample(Ledger& ledger, const std::string& contest, int pass, const std::string& dice, std::size_t count,
                                 const Actors& by);

/// Records what the paper says of one drawn ballot; a later answer replaces an earlier one while any ballot of the drawing is open. The entry keeps what the
/// ballot counted for, and with the last answer the tally is journalled too. Refused: who may not, a drawing that is complete. NotFound: no such drawing, a ballot not drawn.
Expected<RandomCheck> recordAnswer(Ledger& ledger, int id, int ballot, PaperAnswer answer, const std::string& note, const Actors& by);

/// Every drawing of a contest, oldest first; "" of all contests.
Expected<std::vector<RandomCheck>> randomChecks(const Ledger& ledger, const std::string& contest);

/// Draws again from the file and compares with what was journalled: one sentence for each difference.
Expected<std::vector<std::string>> recomputeCheck(const Ledger& ledger, const RandomCheck& check);

/// The rule of three: when none of n ballots drawn differs, with 95 % confidence fewer than 3/n of all ballots differ ((1 − 3/n)^n < e^−3 < 0.05).
/// Thousandths, rounded up, at most 1000; 0 when all were compared. nullopt while an answer is open or one is not Agrees: then nothing is claimed, and the ballot is looked into.
std::optional<int> differingPerMilleAtMost(const RandomCheck& check);

/// No fewer ballots than these, read differently, could change who is elected: the smallest, over all candidates, of the votes above or up to the
/// threshold, and half the gap (rounded up) between the last elected and the first left out for want of seats. A ballot changes one candidate by 1 and two
/// against each other by 2 at most; the base hangs on no ballot. 0: a tie. nullopt where nobody is elected (polls, confidence votes) or there is no base.
std::optional<int> ballotsToChangeOutcome(const CountedContest& counted, const ContestResult& result);

/// How many ballots to draw so that, when none differs, fewer than `ballotsDiffering` differ in all with 95 % confidence: 3 · total / ballotsDiffering,
/// rounded up, between 1 and total.
std::size_t ballotsToDraw(std::size_t total, int ballotsDiffering);

}  // namespace kp
