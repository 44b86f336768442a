// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "count/keyed_entry.h"
#include "ledger/ledger.h"

// Keying in (nhập phiếu): counting where there is no scanner. Two operators key each ballot, known by its place in the pile (1…returned), independently. When
// both keyed the same, the ballot becomes a cast vote record: sheets of that pass, judged like scanned ones. When not, both look at the paper and key it
// again, as often as needed, or it is handed to the committee. Entries are append-only; each is stored, journalled and synced before keyBallot() returns.
namespace kp {

/// Where one ballot stands.
struct KeyedBallot {
  enum class State {
    Untouched,  ///< nobody has keyed it
    Missing1,   ///< waits for operator 1 (again, where differences > 0)
    Missing2,   ///< waits for operator 2
    Differs,    ///< both keyed, differently: both key it again
    Agreed,     ///< both keyed the same: recorded
    Referred,   ///< handed to the committee after a difference: recorded, to be ruled on
  } state = State::Untouched;
  int ballot = 0;
  int differences = 0;  ///< how often both keyed it differently
  int sheet = 0;        ///< its first sheet, once recorded: what rule() wants
  bool recorded() const { return state == State::Agreed || state == State::Referred; }
  /// True when this operator (1 or 2) has it to key now.
  bool waitsFor(int slot) const;
};

/// Where a ballot stands by its entries (oldest first) and what was recorded of it.
KeyedBallot keyedBallot(int ballot, const std::vector<StoredKeyed>& entries, const std::optional<StoredKeyedBallot>& recorded);

/// How far one operator is.
struct OperatorProgress {
  int keyed = 0;            ///< ballots keyed at least once
  int entries = 0;          ///< entries, corrections and repeats included
  long keys = 0;            ///< keystrokes of all entries
  std::optional<int> next;  ///< ballot to key next: the lowest never keyed, then the lowest that comes back; nullopt when none waits
  std::vector<int> again;   ///< ballots that come back to this operator after a difference, ascending
};

/// How far keying one pass is.
struct KeyingState {
  int returned = 0;                             ///< ballots in the pile; 0 while the figure is missing
  bool closed = false;                          ///< the count is closed: nothing can be keyed
  std::array<OperatorProgress, 2> operators{};  ///< of operator 1 and 2
  int agreed = 0, referred = 0;
  std::vector<int> differing;        ///< ballots that differed and are not recorded yet, ascending
  std::vector<KeyedBallot> ballots;  ///< by place in the pile: [0] is ballot 1
  bool finished() const { return returned > 0 && agreed + referred >= returned; }
  const OperatorProgress& of(int slot) const { return operators.at(static_cast<std::size_t>(slot - 1)); }
};

/// NotFound: contest. BadInput: pass below 1.
Expected<KeyingState> keyingState(const Ledger& ledger, const std::string& contest, int pass);

/// One ballot keyed by one operator.
struct KeyRequest {
  std::string contest;
  int pass = 1;
  int ballot = 0;
  int slot = 1;        ///< operator 1 or 2
  std::string by;      ///< the person at the keyboard; may key in (Act::KeyIn)
  std::string text{};  ///< see parseEntry()
};

/// What came of it. Says nothing of what the other operator keyed beyond "same" or "different".
struct KeyOutcome {
  int entry = 0;  ///< id of the stored entry
  KeyedBallot ballot;
  std::string text;                      ///< as understood, canonical
  std::optional<Judgement> judgement{};  ///< of the ballot, once recorded
};

/// Takes one entry. Keyed again before the other has keyed: a correction, which stands beside the earlier entry; the latest counts. When it completes the pair
/// and both are the same, the ballot is recorded in the same transaction. Refused: not allowed to key · this person keyed this ballot as the other operator
/// (two different people) · recorded already (needs a ruling) · closed contest · a pass that was scanned · returned not entered · a learned form that is out of date (learnedFormOf()). BadInput: text, operator or ballot number.
Expected<KeyOutcome> keyBallot(Ledger& ledger, const KeyRequest& request);

/// Hands a ballot that both keyed differently to the committee instead of keying it again: recorded with the rows that differ as unclear, to be
/// ruled on as a scanned one. Refused unless it is in state Differs, or `by` may not key in.
Expected<KeyOutcome> referBallot(Ledger& ledger, const std::string& contest, int pass, int ballot, const std::string& by);

/// The last pair that differed. Refused while not both have keyed the ballot: until then neither is shown anything.
struct KeyedDifference {
  std::array<std::string, 2> texts;  ///< canonical, of operator 1 and 2
  EntryDifference where;
};
Expected<KeyedDifference> keyedDifference(const Ledger& ledger, const std::string& contest, int pass, int ballot);

/// What stands behind a keyed sheet instead of an image: where the paper lies and what the two operators keyed.
struct KeyedPaper {
  int pass = 1, ballot = 1;  ///< place in the pile, from 1
  bool referred = false;
  std::array<std::string, 2> people;  ///< operator 1 and 2
  std::array<std::string, 2> texts;   ///< canonical
  EntryDifference where;              ///< none() unless referred
};
/// nullopt for a sheet that was scanned.
Expected<std::optional<KeyedPaper>> keyedPaper(const Ledger& ledger, int sheet);

/// One line of the running journal of one operator.
struct OwnEntry {
  int ballot = 0;
  std::string typed;                                         ///< as typed
  std::string text;                                          ///< as understood, canonical
  std::string time;                                          ///< UTC
  bool repeated = false;                                     ///< a correction, or keyed again after a difference
  KeyedBallot::State state = KeyedBallot::State::Untouched;  ///< of the ballot now
};
/// The last `count` entries that this person made as this operator, newest first. Nobody else's.
Expected<std::vector<OwnEntry>> ownEntries(const Ledger& ledger, const std::string& contest, int pass, int slot, const std::string& person,
                                           std::size_t count);

/// The passes of a contest in which something was keyed, ascending: minutes name them as keyed.
Expected<std::vector<int>> keyedPasses(const Ledger& ledger, const std::string& contest);

}  // namespace kp
