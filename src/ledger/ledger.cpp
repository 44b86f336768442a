// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/ledger.h"

#include <algorithm>

#include "ledger/atomic_file.h"
#include "ledger/store.h"

namespace kp {

Ledger::Ledger(std::unique_ptr<Store> store) : m_store(std::move(store)) {}
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;
Ledger::~Ledger() = default;

CongressRepository Ledger::congress() const { return CongressRepository(*m_store); }
FiguresRepository Ledger::figures() const { return FiguresRepository(*m_store); }
KeyRepository Ledger::keys() const { return KeyRepository(*m_store); }
SheetRepository Ledger::sheets() const { return SheetRepository(*m_store); }
RulingRepository Ledger::rulings() const { return RulingRepository(*m_store); }
KeyingRepository Ledger::keying() const { return KeyingRepository(*m_store); }
LearnedRepository Ledger::learned() const { return LearnedRepository(*m_store); }
JournalRepository Ledger::journal() const { return JournalRepository(*m_store); }

Expected<ChainCheck> Ledger::verifyChain(const VerifyProgress& progress) const { return journal().verifyChain(progress); }
Expected<std::string> Ledger::head() const { return journal().head(); }

const std::filesystem::path& Ledger::path() const { return m_store->path; }
Ledger::Mode Ledger::mode() const { return m_store->mode; }
bool Ledger::isCopyForHandingOn() const { return m_store->isCopy; }
std::string Ledger::now() const { return m_store->now(); }
void Ledger::setClock(Clock clock) { m_store->options.clock = std::move(clock); }

const std::vector<std::string>& Ledger::signedIn() const { return m_store->signedIn; }
void Ledger::noteSignedOut(const std::string& name) {
  auto& names = m_store->signedIn;
  names.erase(std::remove(names.begin(), names.end(), name), names.end());
}
void Ledger::noteSignedIn(const std::string& name) {
  auto& names = m_store->signedIn;
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

Expected<void> Ledger::copyForHandingOn(const std::filesystem::path& target) const {
  return guardedFor(target, [&]() -> Expected<void> {
    PartFile part(std::filesystem::absolute(target));
    {
      SQLite::Statement copy(m_store->db(), "VACUUM INTO ?1");
      copy.bind(1, part.path().string());
      copy.exec();
      SQLite::Database db(part.path().string(), SQLite::OPEN_READWRITE);
      // The freed bytes are overwritten, so that the secrets are not in the copy's free space either.
      db.exec("PRAGMA secure_delete = ON");
      db.exec("PRAGMA synchronous = FULL");
      db.exec("BEGIN IMMEDIATE; DELETE FROM secrets; DELETE FROM pins; COMMIT");
    }
    return part.keep();
  });
}

}  // namespace kp
