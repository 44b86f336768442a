// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <set>

#include "election/text.h"
#include "ledger/keying_rows.h"
#include "ledger/verify.h"

namespace kp {
namespace {

/// The entry of this event about this contest with this content and these people; nullptr when the journal says otherwise.
const JournalEntry* covering(const std::vector<JournalEntry>& entries, int seq, Event event, const std::string& contest,
                             const std::string& after) {
  const JournalEntry* entry = entryOf(entries, seq, event);
  return entry && entry->contest == contest && entry->after == after ? entry : nullptr;
}

void verifyEntriesKeyed(const std::vector<KeyedRow>& rows, const std::vector<JournalEntry>& entries, ChainCheck& check) {
  std::set<int> covered;
  for (const auto& [keyed, seq] : rows) {
    covered.insert(seq);
    if (covering(entries, seq, Event::BallotKeyed, keyed.place.contest, canonicalText(keyed))) continue;
    check.findings.push_back(
        {seq, std::nullopt,
         trf("Lần nhập tay số {0} (phiếu số {1}) khác với mục {2} của nhật ký.",
             "The keyed entry {0} (ballot {1}) is not that of journal entry {2}.", keyed.id, keyed.place.ballot, seq)});
  }
  for (const JournalEntry& entry : entries)
    if (entry.event == toString(Event::BallotKeyed) && covered.count(entry.seq) == 0)
      check.findings.push_back(
          {entry.seq, std::nullopt,
           trf("Không còn lần nhập tay của mục {0} trong nhật ký.", "The keyed entry of journal entry {0} is gone.", entry.seq)});
}

/// Two different people keyed this ballot, the same unless it was referred, and its sheets were made from their two entries.
bool madeOfItsEntries(Store& store, const StoredKeyedBallot& ballot, const std::map<int, const StoredKeyed*>& keyed) {
  const auto first = keyed.find(ballot.first), second = keyed.find(ballot.second);
  if (first == keyed.end() || second == keyed.end()) return false;
  const KeyedPair pair{first->second, second->second};
  for (const StoredKeyed* one : {pair.first, pair.second})
    if (one->place.contest != ballot.place.contest || one->place.pass != ballot.place.pass || one->place.ballot != ballot.place.ballot)
      return false;
  if (pair.first->slot != 1 || pair.second->slot != 2 || pair.first->person == pair.second->person) return false;
  if (ballot.referred == (pair.first->content == pair.second->content)) return false;
  const std::string expected = sourceText(ballot.place, pair, ballot.referred);
  Query sheet(store, "SELECT bytes, contest, pass FROM sheets JOIN sources ON sources.id = source WHERE sheets.id BETWEEN ?1 AND ?2");
  sheet.with(ballot.sheet, ballot.sheet + ballot.sheets - 1);
  int found = 0;
  for (; sheet.step(); ++found)
    if (sheet.bytes(0) != expected || sheet.text(1) != ballot.place.contest || sheet.integer(2) != ballot.place.pass) return false;
  return found == ballot.sheets;
}

}  // namespace

void verifyKeyed(Store& store, const std::vector<JournalEntry>& entries, ChainCheck& check) {
  const std::vector<KeyedRow> rows = allKeyed(store);
  verifyEntriesKeyed(rows, entries, check);
  std::map<int, const StoredKeyed*> keyed;
  for (const KeyedRow& row : rows) keyed[row.keyed.id] = &row.keyed;
  std::set<int> covered;
  for (const auto& [ballot, seq] : allKeyedBallots(store)) {
    covered.insert(seq);
    const Event event = ballot.referred ? Event::KeyingReferred : Event::KeyingAgreed;
    const JournalEntry* entry = covering(entries, seq, event, ballot.place.contest, canonicalText(ballot));
    if (entry && entry->sheet == ballot.sheet && madeOfItsEntries(store, ballot, keyed)) continue;
    check.findings.push_back({seq, ballot.sheet,
                              trf("Phiếu nhập tay số {0} (tờ số {1}) khác với mục {2} của nhật ký hoặc khác với hai lần nhập.",
                                  "The keyed ballot {0} (sheet {1}) is not that of journal entry {2}, or not what the two operators keyed.",
                                  ballot.place.ballot, ballot.sheet, seq)});
  }
  for (const JournalEntry& entry : entries)
    if ((entry.event == toString(Event::KeyingAgreed) || entry.event == toString(Event::KeyingReferred)) && covered.count(entry.seq) == 0)
      check.findings.push_back(
          {entry.seq, entry.sheet,
           trf("Không còn phiếu nhập tay của mục {0} trong nhật ký.", "The keyed ballot of journal entry {0} is gone.", entry.seq)});
}

}  // namespace kp
