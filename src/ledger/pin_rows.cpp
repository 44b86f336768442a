// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/pin_rows.h"

#include <algorithm>
#include <set>

#include "election/text.h"
#include "ledger/json_text.h"

namespace kp {

std::vector<PinEvent> pinHistory(Store& store) {
  std::vector<PinEvent> history;
  // CASE, so that only this file's own JSON is parsed; an entry of an earlier version has no list of who left.
  Query row(
      store,
      "SELECT seq, 0, json_extract(CASE event WHEN ?1 THEN details ELSE '{}' END, '$.name'), "
      "json_extract(CASE event WHEN ?1 THEN details ELSE '{}' END, '$.fingerprint') FROM journal WHERE event = ?1 "
      "UNION ALL SELECT seq, 1, value, '' FROM journal, json_each(CASE event WHEN ?2 THEN after ELSE '{}' END, '$.left') WHERE event = ?2 "
      "UNION ALL SELECT seq, 2, '', '' FROM journal WHERE CASE event WHEN ?2 THEN json_extract(after, '$.committee') = 1 AND "
      "json_type(after, '$.left') IS NULL ELSE 0 END "
      "UNION ALL SELECT seq, 0, json_extract(value, '$.name'), json_extract(value, '$.fingerprint') FROM journal, "
      "json_each(CASE event WHEN ?3 THEN CASE details WHEN '' THEN '{}' ELSE details END ELSE '{}' END, '$.pins') WHERE event = ?3 ORDER BY 1");
  row.with(toString(Event::PinSet), toString(Event::CongressChanged), toString(Event::FileMigrated));
  while (row.step()) history.push_back({row.integer(0), static_cast<PinEvent::Kind>(row.integer(1)), row.text(2), row.text(3)});
  return history;
}

void follow(KnownPins& known, const PinEvent& event) {
  switch (event.kind) {
    case PinEvent::Kind::Set: known[event.name] = {event.fingerprint, event.seq, true}; break;
    case PinEvent::Kind::Left: known.erase(event.name); break;
    case PinEvent::Kind::Unsure:
      for (auto& [name, pin] : known) pin.certain = false;
      break;
  }
}

KnownPins knownPins(Store& store) {
  KnownPins known;
  for (const PinEvent& event : pinHistory(store)) follow(known, event);
  return known;
}

std::string pinsText(Store& store) {
  const KnownPins known = knownPins(store);
  std::string list;
  Query row(store, "SELECT name, hash FROM pins ORDER BY name");
  while (row.step()) {
    const std::string name = row.text(0), fingerprint = toHex(hashOf(row.text(1)));
    const auto pin = known.find(name);
    if (pin == known.end() || pin->second.fingerprint != fingerprint) continue;
    list += (list.empty() ? "" : ",") + JsonObject().text("name", name).text("fingerprint", fingerprint).str();
  }
  return list.empty() ? std::string() : JsonObject().raw("pins", "[" + list + "]").str();
}

std::string PinProblem::what() const {
  switch (kind) {
    case Kind::Missing:
      return trf("Mã cá nhân của {0} đã bị xóa ngoài chương trình.", "The PIN of {0} was removed behind the program's back.", name);
    case Kind::Added:
      return trf("Mã cá nhân của {0} được thêm ngoài chương trình.", "A PIN of {0} was added behind the program's back.", name);
    case Kind::Other: break;
  }
  return trf("Mã cá nhân của {0} đã bị thay ngoài chương trình.", "The PIN of {0} was replaced behind the program's back.", name);
}

std::vector<PinProblem> pinProblems(Store& store, const KnownPins& known) {
  std::vector<PinProblem> problems;
  std::set<std::string> stored;
  Query row(store, "SELECT name, hash FROM pins ORDER BY name");
  while (row.step()) {
    const std::string name = row.text(0);
    stored.insert(name);
    const auto pin = known.find(name);
    if (pin == known.end())
      problems.push_back({name, PinProblem::Kind::Added, std::nullopt});
    else if (pin->second.fingerprint != toHex(hashOf(row.text(1))))
      problems.push_back({name, PinProblem::Kind::Other, pin->second.entry});
  }
  if (store.isCopy && stored.empty()) return {};
  for (const auto& [name, pin] : known)
    if (pin.certain && stored.count(name) == 0) problems.push_back({name, PinProblem::Kind::Missing, pin.entry});
  return problems;
}

}  // namespace kp
