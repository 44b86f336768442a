// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <string>
#include <vector>

#include "ledger/store.h"

// Who has a PIN, as the journal tells it. Internal to src/ledger; everything here throws SQLite::Exception.
namespace kp {

/// What the journal says about PINs, entry by entry.
struct PinEvent {
  enum class Kind {
    Set,     ///< a PIN was set for `name`
    Left,    ///< `name` left the committee and its staff; the PIN went with them
    Unsure,  ///< the committee was changed by an earlier version, which did not write down who left
  };
  int seq = 0;
  Kind kind = Kind::Set;
  std::string name, fingerprint;  ///< fingerprint: hex hash of the stored hash; Set only
};

/// The PIN somebody has.
struct KnownPin {
  std::string fingerprint;
  int entry = 0;        ///< the journal entry that set it
  bool certain = true;  ///< false: the person may have left since, see PinEvent::Unsure
};
using KnownPins = std::map<std::string, KnownPin>;

/// All of them, oldest first.
std::vector<PinEvent> pinHistory(Store& store);
/// What one of them makes of the PINs known before.
void follow(KnownPins& known, const PinEvent& event);
/// The PINs that people have now.
KnownPins knownPins(Store& store);

/// The PINs of the table that are those of the journal, as details of a migration: {"pins":[{"name":…,"fingerprint":…}]}, "" when there is none. From then on they are certain again,
/// whatever an earlier version did not write down.
std::string pinsText(Store& store);

/// A row of the table that is not what the journal says, or a row that is not there.
struct PinProblem {
  enum class Kind { Missing, Other, Added };
  std::string name;
  Kind kind = Kind::Other;
  std::optional<int> entry;  ///< that set the PIN
  std::string what() const;  ///< a sentence
};
/// None in a copy for handing on, which has no PINs at all. A file that has PINs and no signing secret is none: somebody took the secret away.
std::vector<PinProblem> pinProblems(Store& store, const KnownPins& known);

}  // namespace kp
