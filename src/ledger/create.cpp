// SPDX-License-Identifier: GPL-3.0-or-later
#include <sodium.h>

#include <array>

#include "election/text.h"
#include "ledger/atomic_file.h"
#include "ledger/connection.h"
#include "ledger/definition_rows.h"
#include "ledger/journal_rows.h"
#include "ledger/json_text.h"
#include "ledger/schema.h"

namespace kp {
namespace {

// Scans are blobs of some 500 kB; with 8 KiB pages their chains are half as long as with SQLite's default, and small acts still write little.
constexpr int kPageBytes = 8192;

std::string_view view(const unsigned char* bytes, std::size_t size) { return {reinterpret_cast<const char*>(bytes), size}; }

void writeKeys(Store& store) {
  std::array<unsigned char, 32> codeKey{};
  randombytes_buf(codeKey.data(), codeKey.size());
  std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> publicKey{};
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secretKey{};
  crypto_sign_keypair(publicKey.data(), secretKey.data());
  Query secret(store, "INSERT INTO secrets (name, value) VALUES (?1, ?2)");
  secret.with(std::string("code-key"), view(codeKey.data(), codeKey.size())).run();
  secret.with(std::string("sign-secret"), view(secretKey.data(), secretKey.size())).run();
  Query(store, "INSERT INTO public_key (one, sign_public, code_key_hash) VALUES (1, ?1, ?2)")
      .with(view(publicKey.data(), publicKey.size()), hashOf(view(codeKey.data(), codeKey.size())))
      .run();
  sodium_memzero(codeKey.data(), codeKey.size());
  sodium_memzero(secretKey.data(), secretKey.size());
}

/// Everything a new file holds, in one transaction.
void writeNewFile(Store& store, const Congress& congress, const RuleSet& rules, const Actors& by) {
  migrate(store.db(), migrations(), [&](int) {
    writeCongress(store, congress);
    for (const Contest& contest : congress.contests) writeRules(store, contest.id, rules);
    writeKeys(store);
    JournalDraft draft{Event::CongressCreated, by};
    draft.after = JsonObject().text("id", congress.info.id).text("name", congress.info.name).number("format", schemaVersion()).str();
    draft.details = definitionDetails(store);
    writeEntry(store, draft);
  });
}

Expected<void> writePart(const PartFile& part, const Congress& congress, const RuleSet& rules, const Actors& by,
                         const LedgerOptions& options) {
  return guardedFor(part.path(), [&]() -> Expected<void> {
    auto db = std::make_unique<SQLite::Database>(part.path().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    db->exec("PRAGMA page_size = " + std::to_string(kPageBytes));
    db->exec("PRAGMA synchronous = FULL");
    db->exec("PRAGMA foreign_keys = ON");
    db->exec("PRAGMA application_id = " + std::to_string(kApplicationId));
    Store store(part.path(), Ledger::Mode::ReadWrite, options, ActingLock(), std::move(db));
    writeNewFile(store, congress, rules, by);
    return {};
  });
}

}  // namespace

Expected<Ledger> Ledger::create(const std::filesystem::path& path, const Congress& congress, const Actors& by,
                                const LedgerOptions& options) {
  if (sodium_init() < 0)
    return fail(ErrorKind::Io, tr("Không khởi động được thư viện mật mã của máy. Chưa có gì được ghi.",
                                  "The cryptographic library cannot start. Nothing was written."));
  if (auto unique = requireUniqueIds(congress); !unique) return tl::unexpected<Error>(unique.error());
  const Expected<RuleSet> rules = ruleSet(congress.info.rules);
  if (!rules) return fail(ErrorKind::BadInput, rules.error().what);
  std::error_code error;
  const std::filesystem::path target = std::filesystem::absolute(path, error);
  if (std::filesystem::exists(std::filesystem::symlink_status(target, error)))
    return fail(ErrorKind::Refused, trf("Tệp {0} đã có; chương trình không ghi đè. Hãy chọn tên khác.",
                                        "The file {0} exists already; it is never replaced. Choose another name.", target.string()));
  {
    PartFile part(target);
    if (auto written = writePart(part, congress, *rules, by, options); !written) return tl::unexpected<Error>(written.error());
    if (auto kept = part.keep(); !kept) return tl::unexpected<Error>(kept.error());
  }
  return open(target, Mode::ReadWrite, options);
}

}  // namespace kp
