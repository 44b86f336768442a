// SPDX-License-Identifier: GPL-3.0-or-later
#include "election/text.h"
#include "ledger/congress_repository.h"
#include "ledger/journal_rows.h"
#include "ledger/json_text.h"
#include "ledger/pin_hash.h"

namespace kp {
namespace {

Expected<void> requirePerson(Store& store, const std::string& name) {
  Query query(store, "SELECT 1 FROM committee WHERE name = ?1");
  if (query.with(name).step()) return {};
  return fail(ErrorKind::NotFound,
              trf("Không có ai tên “{0}” trong Ban kiểm phiếu và tổ giúp việc. Hãy xem lại danh sách đã nhập.",
                  "Nobody named “{0}” is in the counting committee or its staff. Check the list that was entered.", name));
}

}  // namespace

Expected<void> CongressRepository::setPin(const std::string& name, const std::string& pin, const Actors& by) {
  const auto hash = hashPin(pin);
  if (!hash) return tl::unexpected<Error>(hash.error());
  return acting(*m_store, [&]() -> Expected<void> {
    if (auto known = requirePerson(*m_store, name); !known) return known;
    Query(*m_store, "INSERT INTO pins (name, hash) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET hash = ?2").with(name, *hash).run();
    JournalDraft draft{Event::PinSet, by};
    draft.details = JsonObject().text("name", name).text("fingerprint", toHex(hashOf(*hash))).str();
    writeEntry(*m_store, draft);
    return {};
  });
}

Expected<std::vector<std::string>> CongressRepository::withPin() const {
  return reading(*m_store, [&]() -> Expected<std::vector<std::string>> {
    std::vector<std::string> names;
    Query query(*m_store, "SELECT committee.name FROM committee JOIN pins USING (name) ORDER BY place");
    while (query.step()) names.push_back(query.text(0));
    return names;
  });
}

Expected<bool> CongressRepository::checkPin(const std::string& name, const std::string& pin) const {
  return reading(*m_store, [&]() -> Expected<bool> {
    if (auto known = requirePerson(*m_store, name); !known) return tl::unexpected<Error>(known.error());
    Query query(*m_store, "SELECT hash FROM pins WHERE name = ?1");
    if (!query.with(name).step()) return false;
    return isPinOf(query.text(0), pin);
  });
}

Expected<void> CongressRepository::noteWrongPin(const std::string& name) {
  return acting(*m_store, [&]() -> Expected<void> {
    if (auto known = requirePerson(*m_store, name); !known) return known;
    JournalDraft draft{Event::PinWrong};
    draft.details = JsonObject().text("name", name).str();
    writeEntry(*m_store, draft);
    return {};
  });
}

Expected<WrongPins> CongressRepository::wrongPins(const std::string& name) const {
  return reading(*m_store, [&]() -> Expected<WrongPins> {
    WrongPins wrong;
    // CASE, so that details are only parsed where they are this file's own JSON
    Query query(*m_store,
                "SELECT event, time FROM journal WHERE CASE event "
                "WHEN ?2 THEN EXISTS (SELECT 1 FROM journal_actors WHERE journal_actors.seq = journal.seq AND name = ?1) "
                "WHEN ?3 THEN json_extract(details, '$.name') = ?1 WHEN ?4 THEN json_extract(details, '$.name') = ?1 ELSE 0 END "
                "ORDER BY journal.seq DESC");
    query.with(name, toString(Event::SignedIn), toString(Event::PinSet), toString(Event::PinWrong));
    while (query.step() && query.text(0) == toString(Event::PinWrong)) {
      if (++wrong.inARow == 1) wrong.last = query.text(1);
    }
    return wrong;
  });
}

}  // namespace kp
