// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ledger/sheet_repository.h"

namespace kp {

/// One ballot of one pass, by its place in the pile (1…).
struct KeyedPlace {
  std::string contest;
  int pass = 1;
  int ballot = 1;
};

/// What one operator keyed, on its way into the file.
struct KeyedDraft {
  KeyedPlace place;
  int slot = 1;         ///< operator 1 or 2
  std::string person;   ///< who keyed it
  std::string typed;    ///< as typed
  std::string content;  ///< canonical text: equal contents, equal texts
};

/// The same as stored.
struct StoredKeyed {
  int id = 0;  ///< 1…, in order
  KeyedPlace place;
  int slot = 1;
  int round = 1;  ///< 1 + how often both had keyed this ballot differently before
  std::string typed, content, person;
  std::string time;  ///< UTC, ISO 8601 with milliseconds
};

/// A ballot that became sheets.
struct StoredKeyedBallot {
  KeyedPlace place;
  int first = 0, second = 0;  ///< ids of the entries of operator 1 and 2 it was made from
  bool referred = false;      ///< they differ: handed to the committee
  int sheet = 0, sheets = 1;  ///< first sheet and how many
};

/// Entries of the two operators and the ballots made of them. Append only: a correction stands beside the earlier entry.
class KeyingRepository {
 public:
  explicit KeyingRepository(Store& store) : m_store(&store) {}

  /// Stores an entry with its journal entry ballot-keyed (which holds a digest, not what was keyed: until the other has keyed, nobody may read it). When it completes a
  /// round and both contents are equal, the ballot is recorded with it: `pages` become its sheets ("keyed-00012", the source being both entries as JSON),
  /// journalled as sheets-taken-in by both people and keying-agreed. One transaction, synced before it returns. Refused: closed contest · recorded already ·
  /// the person keyed this ballot as the other operator · the pass has sheets that were scanned. BadInput: no pages.
  Expected<StoredKeyed> append(const KeyedDraft& draft, const std::vector<PageReading>& pages);
  /// Records a ballot whose last round differed, `pages` saying what both agree on; journalled as keying-referred. Refused when it is in no such state.
  Expected<StoredKeyedBallot> refer(const KeyedPlace& place, const std::vector<PageReading>& pages, const Actors& by);

  /// Entries of one pass, of one ballot; oldest first.
  Expected<std::vector<StoredKeyed>> entries(const std::string& contest, int pass) const;
  Expected<std::vector<StoredKeyed>> entriesOf(const KeyedPlace& place) const;
  /// Ballots recorded of one pass, by place in the pile.
  Expected<std::vector<StoredKeyedBallot>> ballots(const std::string& contest, int pass) const;
  Expected<std::optional<StoredKeyedBallot>> ballotOf(const KeyedPlace& place) const;
  /// The ballot a sheet was made of; nullopt for a sheet that was scanned.
  Expected<std::optional<StoredKeyedBallot>> ballotOfSheet(int sheet) const;
  /// The passes of a contest with entries, ascending; "" = of any contest.
  Expected<std::vector<int>> passes(const std::string& contest) const;

 private:
  Store* m_store;
};

}  // namespace kp
