// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "count/contest_count.h"
#include "ledger/ledger.h"

// Setting up a congress file and changing it (screens 2, 3 and 12). All Refused unless mayAct(EditCongress); all Refused, with the finding's rule and words, when
// examine() blocks the result or a list could not be printed; warnings are the caller's to show (examine()). One journal entry each.
namespace kp {

/// Replaces the whole definition; see CongressRepository::save() for what counting has fixed. Once the head has a PIN, a change of the committee needs the head in `by`;
/// once ballots were read it takes two of the committee (two_people.h). Refused too when what is said of the congress would change how a ballot already read is laid out.
Expected<void> saveCongress(Ledger& ledger, const Congress& congress, const Actors& by);

/// Adds somebody to the committee or its staff. BadInput: this name has this role already, or no name. Refused: technical staff without who introduced them and
/// who of the presidium approved: a candidate.
Expected<void> addPerson(Ledger& ledger, const CommitteeMember& person, const Actors& by);
/// Enters who introduced a technical staff member and who of the presidium approved, for those who came in with a definition or a list. NotFound: no such staff.
Expected<void> introduceStaff(Ledger& ledger, const std::string& name, const std::string& introducedBy, const std::string& approvedBy,
                              const Actors& by);
/// Takes somebody out, with all roles; the PIN goes too. NotFound: no such person.
Expected<void> removePerson(Ledger& ledger, const std::string& name, const Actors& by);

/// Adds a contest (cuộc bầu) at the end. `like`: the contest whose rule set it gets; "" = that of the congress. BadInput: id in use. Refused by one person where
/// contestTouched() (two_people.h) names a contest whose ballots are known, as for changing and removing.
Expected<void> addContest(Ledger& ledger, const Contest& contest, const Actors& by, const std::string& like = {});
/// Replaces the contest of this id. NotFound; Refused once sheets were taken in.
Expected<void> changeContest(Ledger& ledger, const Contest& contest, const Actors& by);
/// Takes a contest out. NotFound; Refused once sheets were taken in.
Expected<void> removeContest(Ledger& ledger, const std::string& contest, const Actors& by);

/// What the next round of a counted contest would be, pure: in a tie (R-27, tied and run-off by the rule set) a run-off among those tied for the seats left, threshold
/// off; in a shortfall the candidates not elected, in ballot order, for the seats left. Id "<id>-v2", "<id>-v3" …, round + 1, the same title: who shows it says the round (contest_words.h).
/// Refused: a poll or confidence vote · nothing left to decide · nobody left to stand (the congress must nominate; addContest()).
Expected<Contest> nextRoundOf(const Contest& contest, const RuleSet& rules, const Outcome& outcome);
/// Adds that contest, with the rule set of the one before. Refused unless the contest is closed, and when its next round is there already.
Expected<Contest> nextRound(Ledger& ledger, const std::string& contest, const Actors& by);

/// Changes what a contest is decided by; the journal keeps before and after. As soon as ballots were read this is a decision over them and takes two of
/// the committee, the head among them. Refused when closed; BadInput: no name, passes not 1 to kMostPasses, decimals not 0 to kMostDecimals, surplus limit not 0–100.
Expected<void> setRules(Ledger& ledger, const std::string& contest, const RuleSet& rules, const Actors& by);
inline constexpr int kMostPasses = 9;    ///< three were ever needed (R-36)
inline constexpr int kMostDecimals = 4;  ///< R-30: two in the form in use

}  // namespace kp
