// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "election/judgement.h"
#include "ledger/journal.h"

namespace kp {

/// A ruling as stored. `sheet` is the sheet side it was made on; the caller decides which sheet stands for a ballot of several pages.
struct StoredRuling {
  int id = 0;  ///< 1…, in order
  int sheet = 0;
  Ruling ruling;
  Actors by;
  std::string time;  ///< UTC, ISO 8601 with milliseconds
};

/// Rulings of the committee (quyết định về phiếu). Append only: a later one stands beside the earlier, never in its place.
class RulingRepository {
 public:
  explicit RulingRepository(Store& store) : m_store(&store) {}

  /// Stores a ruling with its journal entry. Does not judge it: call judgeWithRulings() first. NotFound for an unknown sheet,
  /// Refused when the sheet's contest is closed. Returns the ruling's id.
  Expected<int> append(int sheet, const Ruling& ruling, const Actors& by);
  /// Rulings on one sheet, oldest first.
  Expected<std::vector<StoredRuling>> of(int sheet) const;
  /// Rulings on all sheets that belong to a contest (StoredSheet::contest), oldest first.
  Expected<std::vector<StoredRuling>> ofContest(const std::string& contest) const;

 private:
  Store* m_store;
};

/// Canonical JSON of a ruling, as the journal keeps it (candidates by index).
std::string canonicalText(const Ruling& ruling);

}  // namespace kp
