// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "election/error.h"

namespace kp {

/// What the program does where domain.md says "set" or the source is unconfirmed (trust U): a field of the rule set, never code.
enum class Disposition { Valid, Invalid, ToPerson };

/// A rule set: data with a name, a version and its citations. 190-QĐ/TW is the default, 244-QĐ/TW the second; a congress edits a copy.
struct RuleSet {
  std::string name;     ///< "190-QĐ/TW"
  std::string version;  ///< of our encoding of it, e.g. "1"
  std::vector<std::string> citations;
  Disposition oneNameNeither = Disposition::ToPerson;  ///< R-13 (proposed invalid)
  Disposition allDisapproved = Disposition::ToPerson;  ///< R-16
  bool tieNeedsRunOff = true;                          ///< R-27; false: nobody tied is elected and the seats they share stay empty
  int percentDecimals = 2;                             ///< R-30
  int passesRequired = 2;                              ///< R-36
  int surplusPercentLimit = 30;                        ///< R-04
  friend bool operator==(const RuleSet&, const RuleSet&) = default;
};

/// The rule set of that name; NotFound (listing the known ones) otherwise.
Expected<RuleSet> ruleSet(const std::string& name);

/// One row of domain.md §3: id, what it says in both languages, and its source; used in minutes, journal and messages.
struct RuleText {
  std::string id, vi, en, source;
};
const std::vector<RuleText>& ruleTexts();
/// The text of one rule; nullptr for an unknown id.
const RuleText* ruleText(const std::string& id);

}  // namespace kp
