// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "election/congress.h"
#include "election/rule_set.h"

namespace kp {

/// What was seen at one field. Unsure is an answer; a guess is not.
enum class MarkState { None, Mark, Unsure };
std::string toString(MarkState);
Expected<MarkState> parseMarkState(const std::string&);

/// What one ballot says of one candidate. None = counts for nobody. High/Medium/Low only in confidence votes.
enum class Vote { Yes, No, None, High, Medium, Low, Unsure };
std::string toString(Vote);
Expected<Vote> parseVote(const std::string&);

enum class Validity { Valid, Invalid, Undecided };
std::string toString(Validity);
Expected<Validity> parseValidity(const std::string&);

/// Why a sheet or ballot is put before a person: the closed list of interfaces.md.
enum class Why {
  MarkUnsure,
  OverVote,
  NothingVoted,
  AllRejected,
  RowBoth,
  ExtraWriting,
  SecondInk,
  CodeUnreadable,
  CodeNotOurs,
  OtherContest,
  PageMissing,
  PageRepeated,
  SeenBefore,
  BlankSheet,
  PageDamaged,
  NotRegistered,
  DoubleFeed,
};
std::string toString(Why);  ///< "mark-unsure" …
Expected<Why> parseWhy(const std::string&);
std::string explain(Why);  ///< one sentence for the committee, in the process's language

/// One reason; `candidate` (index in ballot order) and `field` where it concerns one target. `detail` is free text for people.
struct Reason {
  Why why = Why::MarkUnsure;
  std::optional<std::size_t> candidate{};
  std::optional<Field> field{};
  std::string detail{};
  friend bool operator==(const Reason&, const Reason&) = default;
};

/// Marks of one candidate's row in the order of fieldsOf(face); unused places None.
using RowMarks = std::array<MarkState, 3>;

/// All that is known of one ballot over all its pages. rows.size() == candidates.size(); rows of a missing page are Unsure.
/// `doubts` are reasons found by reading or assembling (page missing or repeated, extra writing, second ink …): any of them sends the ballot to a person.
struct BallotEvidence {
  std::vector<RowMarks> rows;
  std::vector<Reason> doubts;
};

/// What one ballot counts for now.
/// validity == Valid: votes count. Invalid: only by a ruling (190-QĐ/TW Điều 8.2) or where the rule set says so.
/// Undecided: to the committee; `proposal` is what the program proposes. `rule` is the rule that made the outcome or the proposal.
struct Judgement {
  std::vector<Vote> votes;  ///< by candidate, ballot order
  Validity validity = Validity::Undecided;
  std::optional<Validity> proposal{};
  std::string rule;
  std::vector<Reason> reasons;
  bool ruled = false;  ///< a ruling of the committee has been applied; the ballot may still be Undecided
  friend bool operator==(const Judgement&, const Judgement&) = default;
};

/// Judges a ballot by R-07…R-20. Votes that break are proposed invalid, as are doubts of R-07 (an unreadable code excepted), R-18 and R-19;
/// of several, the rule is that of: R-07, a doubt about the reading itself, the votes, R-18, R-19, a missing page. Any Unsure mark or doubt gives Undecided with R-20 (or the doubt's rule), unless ruled.
/// A row with both or neither box is Vote::None with R-14 and, where the ballot stays valid, no reason is raised except RowBoth as information
/// (reason present, ballot still Valid).
Judgement judge(const Contest& contest, const RuleSet& rules, const BallotEvidence& evidence);

/// A committee's ruling on one ballot (quyết định của Ban kiểm phiếu). Exactly one kind; votes only with Kind::Votes.
struct Ruling {
  enum class Kind { Votes, Invalid, Valid, SetAside } kind = Kind::Valid;
  std::vector<std::pair<std::size_t, Vote>> votes;  ///< candidate index → vote (Yes/No/None, or High/Medium/Low/None in confidence votes)
  std::string rule;                                 ///< Kind::Invalid: the R-id cited
  std::string note;                                 ///< Kind::SetAside: why
};

/// Applies rulings, oldest first, over the machine's evidence. Votes rulings replace single votes, then the rules are applied again (an over-vote
/// made by hand is still R-08 and Undecided until ruled invalid). Valid lifts doubts (extra writing, second ink, page repeated …) but is refused (Refused, with the rule)
/// while a vote is Unsure or the votes break. Invalid needs one of.
/// A later ruling replaces what an earlier one concluded. BadInput for a ruling that fits neither list nor ballot. Evidence is never changed; lifted doubts stay in `reasons`. SetAside is handled by the caller (the sheet leaves the count).
Expected<Judgement> judgeWithRulings(const Contest& contest, const RuleSet& rules, const BallotEvidence& evidence,
                                     const std::vector<Ruling>& rulings);

}  // namespace kp
