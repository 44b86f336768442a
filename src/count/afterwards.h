// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "ledger/ledger.h"

namespace kp {

/// What only people can see to after announcing (R-37, 190-QĐ/TW Điều 8.2): the ballots are sealed (niêm phong), handed to the presidium (bàn giao) and archived
/// (lưu trữ); the printed journal is filed.
enum class Afterwards { Sealed, HandedOver, Archived, JournalFiled };

/// All tasks, in the order they are done.
const std::vector<Afterwards>& allAfterwards();
/// Stable id: "sealed", "handed-over", "archived", "journal-filed".
std::string toString(Afterwards task);
Expected<Afterwards> parseAfterwards(const std::string& id);
/// The task as a verb phrase for people, process's language.
std::string explain(Afterwards task);

/// Where one task stands for a contest.
struct AfterwardsState {
  Afterwards task = Afterwards::Sealed;
  bool done = false;
  std::string time;  ///< UTC, of the newest note since the count was closed; "" none
  Actors by;
};

/// All tasks of a contest, from the journal: what was noted since the count was closed last. Reopening takes all back. Errors: as reading the ledger.
Expected<std::vector<AfterwardsState>> afterwardsOf(const Ledger& ledger, const std::string& contest);
/// The same from entries that were loaded already.
std::vector<AfterwardsState> afterwardsIn(const std::vector<JournalEntry>& journal, const std::string& contest);
/// Tasks not done yet, as one text ("niêm phong phiếu bầu; lưu …"); "" when all are.
std::string afterwardsLeft(const std::vector<AfterwardsState>& states);

/// Notes that a task is done, or (`done` false) that it is not after all; journalled with who and when. Saying again what stands is no second entry. Refused as
/// mayAct(Afterwards); while the count is open; filing of a journal that was not printed since the closing; handing over before sealing, archiving before handing over.
Expected<void> noteAfterwards(Ledger& ledger, const std::string& contest, Afterwards task, bool done, const Actors& by);

}  // namespace kp
