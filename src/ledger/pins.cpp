// SPDX-License-Identifier: GPL-3.0-or-later
#include "election/text.h"
#include "ledger/congress_repository.h"
#include "ledger/journal_rows.h"
#include "ledger/json_text.h"
#include "ledger/pin_hash.h"
#include "ledger/pin_rows.h"

namespace kp {
namespace {

Expected<void> requirePerson(Store& store, const std::string& name) {
  Query query(store, "SELECT 1 FROM committee WHERE name = ?1");
  if (query.with(name).step()) return {};
  return fail(ErrorKind::NotFound,
              trf("Không có ai tên “{0}” trong Ban kiểm phiếu và tổ giúp việc. Hãy xem lại danh sách đã nhập.",
                  "Nobody named “{0}” is in the counting committee or its staff. Check the list that was entered.", name));
}

/// Damaged when the stored PINs are not those of the journal: whoever removed or replaced one meant to act in somebody's place.
Expected<KnownPins> soundPins(Store& store) {
  KnownPins known = knownPins(store);
  const auto problems = pinProblems(store, known);
  if (problems.empty()) return known;
  return fail(
      ErrorKind::Damaged,
      trf("{0} Không ai thao tác được trên tệp này nữa; phiếu và số liệu đã ghi vẫn nguyên. Hãy giữ tệp lại để xem xét và dùng bản sao lưu.",
          "{0} Nobody can act on this file any more; the ballots and figures in it are as they were. Keep the file to be looked into, and use a backup copy.",
          problems.front().what()));
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
    if (m_store->isCopy) return names;
    const auto known = soundPins(*m_store);
    if (!known) return tl::unexpected<Error>(known.error());
    Query query(*m_store, "SELECT committee.name FROM committee JOIN pins USING (name) ORDER BY place");
    while (query.step()) names.push_back(query.text(0));
    return names;
  });
}

Expected<bool> CongressRepository::checkPin(const std::string& name, const std::string& pin) const {
  return reading(*m_store, [&]() -> Expected<bool> {
    if (auto known = requirePerson(*m_store, name); !known) return tl::unexpected<Error>(known.error());
    if (const auto pins = soundPins(*m_store); !pins) return tl::unexpected<Error>(pins.error());
    Query query(*m_store, "SELECT hash FROM pins WHERE name = ?1");
    if (!query.with(name).step()) return false;
    return isPinOf(query.text(0), pin);
  });
}

Expected<void> CongressRepository::noteRightPin(const std::string& name) {
  return acting(*m_store, [&]() -> Expected<void> {
    const auto pins = soundPins(*m_store);
    if (!pins) return tl::unexpected<Error>(pins.error());
    const auto pin = pins->find(name);
    if (pin == pins->end()) return fail(ErrorKind::NotFound, trf("{0} chưa có mã cá nhân.", "{0} has no PIN yet.", name));
    JournalDraft draft{Event::SignedIn, {name}};
    draft.details = JsonObject().text("fingerprint", pin->second.fingerprint).str();
    writeEntry(*m_store, draft);
    return {};
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
