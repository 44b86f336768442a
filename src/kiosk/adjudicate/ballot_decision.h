// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <map>
#include <optional>
#include <vector>

#include "kiosk/supervise/ballot_view.h"

namespace kp::kiosk {

/// One thing the committee can say of a doubtful ballot: a vote of the row asked about, or a conclusion on the whole ballot.
struct Choice {
  enum class Kind { VoteFor, Valid, Invalid, InvalidOther, Transcribe, SetAside } kind = Kind::Valid;
  Vote vote = Vote::Unsure;  ///< VoteFor
  std::string rule{};        ///< Invalid
  friend bool operator==(const Choice&, const Choice&) = default;
};

/// What two people are about to rule on one ballot (quyết định đang chọn): votes of rows in doubt, then, where that does not settle it, a conclusion. Nothing is
/// stored before rulings() go through kp::rule(); what the ballot would come to is worked out by the same kp::applyRulings().
class BallotDecision {
 public:
  BallotDecision() = default;
  /// `again`: the ballot has been ruled on and is to be ruled on anew (the new ruling stands beside the old).
  BallotDecision(SharedBallots ballots, int number, bool again);

  bool known() const { return m_ballots && !m_ref.sheets.empty(); }
  /// True while something is to be chosen: it waits for the committee, or it is ruled on again.
  bool open() const;
  /// True while the contest is open and the committee has not said what it is: undecided, or in no ballot and never ruled on (kp::waitsUnruled()).
  bool waits() const;
  /// A sheet in no ballot that is another contest's or another congress's: R-07 is proposed.
  bool isProposedNotIssued() const;
  const BallotRef& ref() const { return m_ref; }
  int pass() const { return m_ballots ? m_ballots->pass.pass : 0; }

  /// Rows in doubt that can be seen on a page, in ballot order.
  const std::vector<std::size_t>& asked() const { return m_asked; }
  /// The first of them after `after` (or from the start) without an answer.
  std::optional<std::size_t> nextAsked(std::optional<std::size_t> after = {}) const;
  std::optional<Vote> voteOf(std::size_t candidate) const;
  const std::optional<Ruling>& conclusion() const { return m_conclusion; }
  /// What was taken for this row or ballot.
  bool isTaken(const Choice& choice, std::optional<std::size_t> candidate) const;

  /// What fits: first the votes of the row asked about, then, once no row waits, conclusions on the ballot with the proposal first; always the ways out.
  std::vector<Choice> choices(std::optional<std::size_t> candidate) const;
  /// Rules that an invalid ballot of this face and these votes may be ruled by.
  std::vector<std::string> rulesToCite() const;

  void take(const Choice& choice, std::optional<std::size_t> candidate);
  void takeVotes(const std::vector<Vote>& votes);  ///< of all candidates; those that already stand are left out
  void setAside(const std::string& why);
  void clear();
  /// Takes over what was chosen before the file was read again, or another ballot was looked at; false, and nothing is taken, when the ballot or its rulings are others now.
  bool resume(const BallotDecision& before);

  /// Something was chosen since the ballot was opened.
  bool touched() const { return m_touched; }
  /// What to store, in order; empty while nothing is chosen.
  std::vector<Ruling> rulings() const;
  /// What the ballot would count for after them. Refused and BadInput as kp::judgeWithRulings().
  Expected<RuledBallot> after() const;
  /// True when storing them would settle the ballot.
  bool ready() const;
  /// What counts now, of all candidates; Unsure where nothing was read.
  std::vector<Vote> votesNow() const;

 private:
  Expected<RuledBallot> with(const std::vector<Ruling>& rulings) const;
  std::vector<Ruling> votesRuling() const;
  bool allAnswered() const;
  bool mayBeValid(std::vector<Ruling> votes) const;
  SharedBallots m_ballots;
  BallotRef m_ref;
  BallotEvidence m_evidence;
  std::vector<OrderedRuling> m_before;
  std::vector<std::size_t> m_asked;
  bool m_again = false, m_touched = false;
  std::map<std::size_t, Vote> m_votes;
  std::optional<Ruling> m_conclusion;
};

/// The votes a row of this face can have, in the order of the keys 1, 2, 3 ….
std::vector<Vote> votesOfFace(Face face);
/// A choice as its button says it.
QString choiceText(const Contest& contest, const Choice& choice);

}  // namespace kp::kiosk
