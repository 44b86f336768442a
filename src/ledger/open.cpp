// SPDX-License-Identifier: GPL-3.0-or-later
#include <sodium.h>

#include <system_error>

#include "election/text.h"
#include "ledger/connection.h"
#include "ledger/definition_rows.h"
#include "ledger/journal_rows.h"
#include "ledger/journal_tail.h"
#include "ledger/json_text.h"
#include "ledger/pin_rows.h"
#include "ledger/schema.h"

namespace kp {
namespace {

/// Everything that must hold before a write; leaves the file as it is.
Expected<std::unique_ptr<SQLite::Database>> openChecked(const std::filesystem::path& file, const LedgerOptions& options) {
  auto db = openReading(file, options.busyTimeout);
  if (!db) return db;
  if (auto pages = checkPages(**db, file); !pages) return tl::unexpected<Error>(pages.error());
  if (auto schema = checkSchema(**db, file); !schema) return tl::unexpected<Error>(schema.error());
  return db;
}

/// A copy for handing on has no signing secret, so nothing done on it could be signed: it is there to be looked at.
Expected<bool> hasNoSecret(SQLite::Database& db, const std::filesystem::path& file) {
  return guardedFor(
      file, [&]() -> Expected<bool> { return db.execAndGet("SELECT COUNT(*) FROM secrets WHERE name = 'sign-secret'").getInt() == 0; });
}

/// The journal ends where the program left it: said before anything is written, not after an hour's work on a file that takes no entry.
Expected<void> checkEnd(std::unique_ptr<SQLite::Database>& db, const std::filesystem::path& file, const LedgerOptions& options) {
  Store looking(file, Ledger::Mode::ReadOnly, options, ActingLock(), std::move(db));
  auto checked = guardedFor(file, [&]() -> Expected<void> {
    requireOwnEnd(looking);
    return {};
  });
  db = std::move(looking.database);
  return checked;
}

/// Brings the file up to date and makes sure that there is a congress in it.
Expected<void> settle(Store& store) {
  return guardedFor(store.path, [&]() -> Expected<void> {
    if (store.mode == Ledger::Mode::ReadWrite) {
      migrate(store.db(), migrations(), [&](int oldVersion) {
        if (oldVersion < kFirstWithTail) noteTail(store, journalTail(store));  // later entries are held against this one
        JournalDraft draft{Event::FileMigrated};
        draft.before = std::to_string(oldVersion);
        draft.after = std::to_string(schemaVersion());
        draft.details = pinsText(store);
        writeEntry(store, draft);
      });
    }
    const Snapshot snapshot(store);
    loadCongress(store);
    return {};
  });
}

}  // namespace

Expected<Ledger> Ledger::open(const std::filesystem::path& path, Mode mode, const LedgerOptions& options) {
  if (sodium_init() < 0)
    return fail(ErrorKind::Io, tr("Không khởi động được thư viện mật mã của máy. Chưa có gì được ghi.",
                                  "The cryptographic library cannot start. Nothing was written."));
  std::error_code error;
  std::filesystem::path file = std::filesystem::canonical(path, error);
  if (error) file = path;
  if (auto header = checkHeader(file); !header) return tl::unexpected<Error>(header.error());
  ActingLock lock;
  if (mode == Mode::ReadWrite) {
    auto taken = ActingLock::take(file, options.who.empty() ? "kiemphieu" : options.who);
    if (!taken) return tl::unexpected<Error>(taken.error());
    lock = std::move(*taken);
  }
  auto db = openChecked(file, options);
  if (!db) return tl::unexpected<Error>(db.error());
  const auto copy = hasNoSecret(**db, file);
  if (!copy) return tl::unexpected<Error>(copy.error());
  if (*copy) {
    mode = Mode::ReadOnly;
    lock = ActingLock();
  }
  if (mode == Mode::ReadWrite) {
    if (auto end = checkEnd(*db, file, options); !end) return tl::unexpected<Error>(end.error());
    auto writing = openWriting(file, options.busyTimeout);
    if (!writing) return tl::unexpected<Error>(writing.error());
    *db = std::move(*writing);
  }
  auto store = std::make_unique<Store>(file, mode, options, std::move(lock), std::move(*db));
  store->isCopy = *copy;
  if (auto settled = settle(*store); !settled) return tl::unexpected<Error>(settled.error());
  return Ledger(std::move(store));
}

}  // namespace kp
