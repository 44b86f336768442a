// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMetaType>
#include <QString>
#include <QStringList>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "count/elected_before.h"
#include "ledger/ledger.h"
#include "wiring/take_list.h"

namespace kp::kiosk {

/// A contest as the file has it.
struct StoredContest {
  Contest contest;
  bool closed = false;
  int sheets = 0;
  RuleSet rules;
  bool read = false;  ///< ballots of it were scanned or keyed in (ballotsWereRead())
};
struct StoredContests {
  Congress congress;
  std::vector<StoredContest> contests;
  ElectedNames elected;  ///< who may stand for the offices that follow (R-31)
};
Expected<StoredContests> storedContests(const Ledger& ledger);

/// What somebody has drawn up and not saved yet, kept while the screen is locked.
struct KeptDraft {
  Contest contest;
  bool isNew = false;
  int passes = 0;
  std::vector<std::shared_ptr<const ReadList>> imported;  ///< lists in it, journalled when it is saved
};

/// What a contest would be if it were saved now: the findings about it and its ballot as it would print.
struct DraftLook {
  std::vector<Finding> findings;  ///< about this contest only
  std::string problem;            ///< why there is no picture; "" none
  std::string pdf;                ///< the blank ballot; its code is made with an empty key, so the picture is no ballot
  int pages = 0;
  bool blocked() const;
};

/// Works it out; some 10 ms for a long list, so not on the screen's thread. `index`: place of the draft in `congress.contests`.
DraftLook lookAt(const Congress& congress, std::size_t index, const ElectedNames& elected);

/// The face and why, one sentence in this thread's language.
std::string whyThisFace(const Contest& contest);
std::string faceName(Face face);
std::string officeName(Office office);
std::string kindName(ContestKind kind);
/// All offices and kinds, in the order of the enums.
const std::vector<Office>& allOffices();
const std::vector<ContestKind>& allKinds();

/// The title usual for an office ("Bầu Ban Chấp hành …"), and an id not used in the congress ("bch", "bch-2").
std::string usualTitle(Office office);
std::string freeContestId(const Congress& congress, Office office);

}  // namespace kp::kiosk

Q_DECLARE_METATYPE(kp::kiosk::KeptDraft)
