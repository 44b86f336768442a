// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "election/congress.h"
#include "ledger/ledger.h"

// Who may do what (domain.md §4), enforced here and in every acting use case, not on screens. While a file has no PIN nobody signs in: names given are
// checked by role only, and acts of one person may be done without a name (scripts, rehearsals). With the first PIN every act needs people signed in.
namespace kp {

/// What people do with a congress file. Looking at it is no act.
enum class Act {
  EditCongress,
  SetPins,
  EnterFigures,
  PrintBallots,
  Rehearse,
  MakePapers,
  Scan,
  KeyIn,
  Rule,
  Close,
  Reopen,
  Release,
  Package,
  Verify,
  RandomCheck,
  Afterwards,
  SkipReadBack,
};

/// All acts, in the order of the enum.
const std::vector<Act>& allActs();
/// The act as a verb phrase for people ("quét phiếu", "scan ballots"), process's language.
std::string actText(Act act);
/// The role for people ("Trưởng ban"), process's language.
std::string roleText(Role role);

/// Roles that may do an act (domain.md §4): the head everything; members everything but setting PINs; technical staff run the machine (set up, print, rehearse, scan,
/// key in, make papers and packages), rule on nothing and enter no figures; the supervisor changes nothing (Verify, RandomCheck); the secretary makes and prints
/// papers, ballots and packages, and notes what was done afterwards, as the committee does. SetPins: head; for technical staff and forgotten PINs see setPin().
bool roleMay(Role role, Act act);
/// Acts of two people of the committee, the head among them: Rule, Close, Reopen, Release, SkipReadBack.
bool needsTwo(Act act);
/// Names of those whose role may do the act, in the committee's order, each once. For cards and prompts.
std::vector<std::string> whoMay(const Congress& congress, Act act);

/// True when anybody has a PIN: people must sign in before they act.
Expected<bool> hasPins(const Ledger& ledger);

/// Proves a person's PIN (mã cá nhân) on this open file and notes it there until signOut() or until the file is closed; journalled (SignedIn).
/// The member with the role that may do most, where somebody has two. Somebody signed in already is asked all the same (unlocking a screen).
/// Refused: a wrong PIN (journalled, PinWrong), no PIN set yet, or too many wrong ones: after kFreeTries wrong PINs in a row the person waits kFirstWaitSeconds, doubled with each
/// further one up to kLongestWaitSeconds; a right PIN is refused too while waiting, with the seconds left. Counted from the journal, so it outlives a restart; a right
/// PIN or a new one ends it. NotFound: no such person. Takes about 0.1 s on purpose. The file must be open for writing.
Expected<CommitteeMember> signIn(Ledger& ledger, const std::string& name, const std::string& pin);
inline constexpr int kFreeTries = 3;
inline constexpr int kFirstWaitSeconds = 5;
inline constexpr int kLongestWaitSeconds = 300;

/// Seconds this person must still wait before a PIN is looked at; 0 when none. For the PIN pad's countdown.
Expected<int> waitBeforePin(const Ledger& ledger, const std::string& name);

/// Ends it; journalled. Nothing happens for somebody who is not signed in. On an error (the journal could not be written) the person is out all the same.
Expected<void> signOut(Ledger& ledger, const std::string& name);

/// Who is signed in on this open file, in the order they came. State of the open Ledger, not of the file.
std::vector<std::string> signedIn(const Ledger& ledger);

/// Sets a PIN (4 characters or more); journalled. Whose PIN replaces one is signed out. Who may:
/// · while the head has no PIN: each person their own first one (`by` empty or that person); while nobody has one, technical staff anybody's
/// · each person signed in, a new one of their own
/// · the head signed in, the first one of anybody; once ballots were read with a second person who has a PIN, of whatever role
/// · a forgotten one: two others of the committee who are signed in; where there is only one other, that one and the supervisor, or staff where there is none.
/// Refused otherwise, naming who could; NotFound: no such person; BadInput: too short.
Expected<void> setPin(Ledger& ledger, const std::string& name, const std::string& pin, const Actors& by);

/// Checks that these people may do this now. Refused, saying who could: one of `by` has a role that may not, or is not in the committee and its staff (files with PINs),
/// or has not signed in on this open file (files with PINs; then `by` must not be empty); for acts of two, see twoOfCommittee() (committee.h).
/// Called by every acting use case of this folder; screens and commands call it before they make a person type.
Expected<void> mayAct(const Ledger& ledger, const Congress& congress, Act act, const Actors& by);

/// People signed in whose role may do the act: what to pass as `by` of acts of one person. Empty in a file without PINs.
Actors actorsFor(const Ledger& ledger, const Congress& congress, Act act);

}  // namespace kp
