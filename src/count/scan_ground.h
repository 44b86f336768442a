// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "election/congress.h"
#include "ledger/ledger.h"

namespace kp {

/// What the sheets of one run of scanning are read by (nền của lần quét): the lists, what is printed on the ballots, learned forms, and that the pass is not keyed in. While a
/// run waits for paper others act on the same open file (kiosk/scan/scanning.h); marks are stored by place in the list, so a sheet read by a list that is no
/// longer the contest's would give its votes to other people.
class ScanGround {
 public:
  /// As the run begins: `congress` is what its reader was made of; `contest` "" = any contest of it. Refused when the learned form of `contest`, or of all, is out of date.
  static Expected<ScanGround> of(const Ledger& ledger, const Congress& congress, const std::string& contest, int pass);

  /// Asked before each batch is stored, on the thread that stores it. Refused once one of them is another, naming it.
  Expected<void> stillHolds(const Ledger& ledger) const;
  /// The first contest whose form stands: where a sheet goes that nobody knows, while none before it says more.
  const std::string& first() const { return m_first; }
  /// Whether this contest's learned form is out of date: the reader does not know its ballots, so nothing is put to it.
  bool isLeftOut(const std::string& contest) const { return m_leftOut.count(contest) > 0; }

 private:
  Congress m_congress;
  std::vector<std::string> m_contests;  ///< those whose lists the reader knows
  std::map<std::string, std::string> m_learned;
  std::set<std::string> m_leftOut;
  std::string m_contest, m_first;
  int m_pass = 1;
};

/// Refused when this pass of the contest (any contest: "") was keyed in: the pile would be counted twice.
Expected<void> requireNotKeyed(const Ledger& ledger, const std::string& contest, int pass);

}  // namespace kp
