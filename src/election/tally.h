// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "election/judgement.h"

namespace kp {

inline constexpr int kMaxFigure = 9'999'999;  ///< beyond any congress (domain.md §7: 1,600 delegates); keeps every number within 4 bytes

/// Figures entered by the committee (số liệu). A missing one is nullopt: minutes are then refused and name it.
struct Figures {
  std::optional<int> convened, present, issued, returned;
  std::map<std::string, int> deductions;  ///< class → number; classes of deductionClasses()
  friend bool operator==(const Figures&, const Figures&) = default;
};

/// Deduction classes of a congress kind, in the order of interfaces.md.
const std::vector<std::string>& deductionClasses(CongressKind kind);
/// A deduction class in words, process's language.
std::string deductionText(const std::string& deductionClass);

/// Checks figures alone: 0 to kMaxFigure, known classes, present ≤ convened, Σ deductions ≤ convened, issued ≤ present, R-21 (returned > issued: Refused, rule "R-21").
Expected<void> checkFigures(CongressKind kind, const Figures& figures);

/// convened − Σ deductions.
int baseOf(const Figures& figures);

/// Counted votes of one candidate. For elections and polls yes/no/notCounted; for confidence votes high/medium/low/notCounted (yes = no = 0).
struct CandidateVotes {
  int yes = 0, no = 0, notCounted = 0;
  int high = 0, medium = 0, low = 0;
  friend bool operator==(const CandidateVotes&, const CandidateVotes&) = default;
};

struct Tally {
  std::vector<CandidateVotes> votes;          ///< ballot order, over valid ballots
  int valid = 0, invalid = 0, undecided = 0;  ///< ballots
  std::map<std::string, int> invalidByRule;
  friend bool operator==(const Tally&, const Tally&) = default;
};

/// Adds up judged ballots. Order of ballots has no influence.
Tally tally(const Contest& contest, const std::vector<Judgement>& ballots);

/// One of the sums of domain.md §3, with both sides as integers.
struct Sum {
  std::string id;    ///< stable, English, ASCII where possible: "valid + invalid = returned"
  std::string text;  ///< the same for people, process's language
  long left = 0, right = 0;
  bool holds = false;
  friend bool operator==(const Sum&, const Sum&) = default;
};

/// All sums of §3. `sheets` is the number of sheets taken into ballots, `sheetsPerBallot` the pages. Undecided ballots make "valid + invalid = returned" fail.
std::vector<Sum> checkSums(const Contest& contest, const Figures& figures, const Tally& tally, long sheets, int sheetsPerBallot);

/// The decision (kết quả bầu cử). Candidates as indices in ballot order.
struct Outcome {
  int base = 0;
  std::vector<std::size_t> elected;  ///< high to low; those with equal votes in ballot order
  std::vector<std::size_t> tied;     ///< R-27: who share the last place
  int shortfall = 0;                 ///< R-28: seats nobody passing is there for; 0 in a tie, whose seats a run-off fills (see decide())
  std::vector<std::string> percent;  ///< by candidate, R-30, "97.70"; "" when base is 0
  std::vector<std::string>
      rules;  ///< by candidate: the rule that made the outcome: "R-25" elected or not, "R-26" passed but beyond the seats, "R-27" tied, "R-32" for polls; in a run-off "R-26" for all who are not tied
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

/// R-25…. Integers decide. A run-off contest (Contest::runOff) has the threshold off; one vote at least is needed.
/// A tie across the last seat is never broken here: `tied` names those who share it. Where the rule set asks for no run-off (tieNeedsRunOff false) its seats
/// stay empty and count as shortfall. With no base (0 or less) nobody passes. Percentages are of `yes`, in confidence votes of `high`.
Outcome decide(const Contest& contest, const RuleSet& rules, const Figures& figures, const Tally& tally);

/// votes/base in percent with `decimals` decimals, rounded half up, by integer arithmetic; '.' as separator. "" when base <= 0.
std::string percentOf(long votes, long base, int decimals);

}  // namespace kp
