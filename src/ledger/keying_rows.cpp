// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/keying_rows.h"

#include <algorithm>
#include <map>

#include "ledger/json_text.h"

namespace kp {
namespace {

JsonObject placeText(const KeyedPlace& place) {
  JsonObject text;
  text.number("pass", place.pass).number("ballot", place.ballot);
  return text;
}

}  // namespace

StoredKeyed keyedAt(const Query& row) {
  StoredKeyed keyed;
  keyed.id = row.integer(0);
  keyed.place = {row.text(1), row.integer(2), row.integer(3)};
  keyed.slot = row.integer(4);
  keyed.round = row.integer(5);
  keyed.typed = row.text(6);
  keyed.content = row.text(7);
  keyed.person = row.text(8);
  keyed.time = row.text(9);
  return keyed;
}

StoredKeyedBallot keyedBallotAt(const Query& row) {
  StoredKeyedBallot ballot;
  ballot.place = {row.text(0), row.integer(1), row.integer(2)};
  ballot.first = row.integer(3);
  ballot.second = row.integer(4);
  ballot.referred = row.integer(5) != 0;
  ballot.sheet = row.integer(6);
  ballot.sheets = row.integer(7);
  return ballot;
}

std::vector<KeyedRow> allKeyed(Store& store) {
  std::vector<KeyedRow> found;
  Query row(store, "SELECT " KP_KEYED_COLUMNS " FROM " KP_KEYED_TABLES " ORDER BY id");
  while (row.step()) found.push_back({keyedAt(row), row.integer(kKeyedEntryColumn)});
  return found;
}

std::vector<KeyedBallotRow> allKeyedBallots(Store& store) {
  std::vector<KeyedBallotRow> found;
  Query row(store, "SELECT " KP_KEYED_BALLOT_COLUMNS " FROM keyed_ballots ORDER BY entry");
  while (row.step()) found.push_back({keyedBallotAt(row), row.integer(kKeyedBallotEntryColumn)});
  return found;
}

std::string canonicalText(const StoredKeyed& keyed) {
  Canonical fields;
  fields.integer(keyed.id).text(keyed.place.contest).integer(keyed.place.pass).integer(keyed.place.ballot);
  fields.integer(keyed.slot).integer(keyed.round).text(keyed.typed).text(keyed.content);
  return placeText(keyed.place)
      .number("operator", keyed.slot)
      .number("round", keyed.round)
      .number("id", keyed.id)
      .text("digest", toHex(fields.hash()))
      .str();
}

std::string canonicalText(const StoredKeyedBallot& ballot) {
  return placeText(ballot.place)
      .raw("entries", "[" + std::to_string(ballot.first) + "," + std::to_string(ballot.second) + "]")
      .number("referred", ballot.referred ? 1 : 0)
      .number("sheet", ballot.sheet)
      .number("sheets", ballot.sheets)
      .str();
}

std::string sourceText(const KeyedPlace& place, const KeyedPair& pair, bool referred) {
  std::string entries;
  for (const StoredKeyed* keyed : {pair.first, pair.second})
    entries += (entries.empty() ? "" : ",") + JsonObject()
                                                  .number("operator", keyed->slot)
                                                  .number("id", keyed->id)
                                                  .text("by", keyed->person)
                                                  .text("time", keyed->time)
                                                  .text("typed", keyed->typed)
                                                  .text("text", keyed->content)
                                                  .str();
  JsonObject text;
  text.text("format", "kiemphieu-keyed/1").text("contest", place.contest).number("pass", place.pass).number("ballot", place.ballot);
  return text.number("referred", referred ? 1 : 0).raw("entries", "[" + entries + "]").str();
}

KeyedPair lastPair(const std::vector<StoredKeyed>& entries) {
  std::map<int, KeyedPair> rounds;  // the latest of each operator counts
  for (const StoredKeyed& keyed : entries) (keyed.slot == 1 ? rounds[keyed.round].first : rounds[keyed.round].second) = &keyed;
  KeyedPair newest;
  for (const auto& [number, pair] : rounds)
    if (pair.first && pair.second) newest = pair;
  return newest;
}

int openRound(const std::vector<StoredKeyed>& entries) {
  const KeyedPair pair = lastPair(entries);
  return pair.first ? pair.first->round + 1 : 1;
}

}  // namespace kp
