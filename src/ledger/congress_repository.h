// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "election/congress.h"
#include "election/rule_set.h"
#include "ledger/journal.h"

namespace kp {

/// Whether a contest can still be counted, and who said so.
struct ContestState {
  bool closed = false;
  Actors by;         ///< of the last close or reopen; empty when neither happened
  std::string time;  ///< UTC; "" when neither happened
  friend bool operator==(const ContestState&, const ContestState&) = default;
};

/// Wrong PINs of one person since the last right or new one, as the journal has them.
struct WrongPins {
  int inARow = 0;
  std::string last;  ///< UTC, of the newest; "" when there is none
};

/// The definition of the congress: info, committee, contests with candidates, the rule set of each contest, open or closed, PINs.
/// Every changing function writes its journal entry in the same transaction; all are Refused on a file opened for reading.
class CongressRepository {
 public:
  explicit CongressRepository(Store& store) : m_store(&store) {}

  Expected<Congress> load() const;
  /// Replaces the definition. Refused when it changes or drops a contest of which sheets were taken in, or a closed one, or the congress's id or kind
  /// once there are sheets (printed codes and the base hang on them). New contests get the rule set of `info.rules`; others keep theirs. PINs of people who stay are kept.
  Expected<void> save(const Congress& congress, const Actors& by);
  /// Adds one contest (a next round, a run-off). Its rules: those of `like` when given (a contest id), else of info.rules. BadInput for an id in use.
  Expected<void> addContest(const Contest& contest, const Actors& by, const std::string& like = {});

  /// The rule set a contest is decided by, as stored. NotFound for an unknown contest.
  Expected<RuleSet> rulesOf(const std::string& contest) const;
  /// Changes it; journal has before and after. Refused when the contest is closed.
  Expected<void> setRules(const std::string& contest, const RuleSet& rules, const Actors& by);

  /// Open or closed. NotFound for an unknown contest.
  Expected<ContestState> state(const std::string& contest) const;
  /// Closes; `details` goes into the journal entry (the result's canonical text). Refused when it is closed already.
  Expected<void> close(const std::string& contest, const Actors& by, const std::string& details);
  /// Opens again; `why` goes into the journal entry. Refused when it is open.
  Expected<void> reopen(const std::string& contest, const Actors& by, const std::string& why);

  /// Sets a person's PIN (mã cá nhân), kept as an Argon2id hash. NotFound when nobody of that name is in the committee, BadInput under 4 characters.
  Expected<void> setPin(const std::string& name, const std::string& pin, const Actors& by);
  /// Names of the committee that have a PIN, in the committee's order. Who has one follows from the journal (the newest pin-set of a person who has not left since); the
  /// table only holds the hashes. Damaged when a hash is missing, is another one, or belongs to nobody: then nobody acts on the file. In a copy for handing on: nobody.
  Expected<std::vector<std::string>> withPin() const;
  /// Whether this is the person's PIN; false too when the person has none. NotFound for an unknown name, Damaged as withPin(). Takes about 0.1 s on purpose.
  Expected<bool> checkPin(const std::string& name, const std::string& pin) const;
  /// Journals that this person proved the PIN (SignedIn), with the fingerprint of the PIN it was: verifying then knows which one opened the file. NotFound: no PIN.
  Expected<void> noteRightPin(const std::string& name);
  /// Journals that a wrong PIN was given for this person (who gave it nobody knows: the entry has no actor).
  Expected<void> noteWrongPin(const std::string& name);
  Expected<WrongPins> wrongPins(const std::string& name) const;

 private:
  Store* m_store;
};

}  // namespace kp
