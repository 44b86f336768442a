// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/journal_tail.h"

#include <sodium.h>

#include <array>

#include "election/text.h"
#include "ledger/hash.h"

namespace kp {
namespace {

std::string signedText(int entries, const Digest& hash) {
  return Canonical().text("kiemphieu-journal-tail/1").integer(entries).digest(hash).bytes();
}

const unsigned char* raw(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

/// The newest schema version the journal says this file has had; 0 where it does not say (made by an earlier version, never brought up to date).
int newestVersion(Store& store) {
  Query row(store,
            "SELECT MAX(CASE event WHEN ?1 THEN json_extract(after, '$.format') WHEN ?2 THEN CAST(after AS INTEGER) END) FROM journal "
            "WHERE event IN (?1, ?2)");
  row.with(toString(Event::CongressCreated), toString(Event::FileMigrated));
  return row.step() ? row.optionalInteger(0).value_or(0) : 0;
}

int versionOf(Store& store) {
  Query row(store, "PRAGMA main.user_version");
  return row.step() ? row.integer(0) : 0;
}

std::string setBack() {
  return tr("Định dạng của tệp đã bị đưa về phiên bản cũ ngoài chương trình, nên phần cuối nhật ký có thể đã bị cắt.",
            "The file's format was set back behind the program's back, so entries may have been cut off at the journal's end.");
}

/// What is wrong with the journal's end, as a sentence; nothing when `last` is the entry that the program signed.
std::optional<std::string> wrongTail(Store& store, const JournalTail& last) {
  Query row(store, "SELECT entries, hash, signature, sign_public FROM journal_tail, public_key");
  if (!row.step()) return tr("Không còn dấu ghi phần cuối của nhật ký.", "The mark of the journal's end is gone.");
  const int marked = row.integer(0);
  const Digest publicKey = row.digest(3);
  const std::string text = signedText(marked, row.digest(1));
  const std::string_view signature = row.bytes(2);
  if (marked > last.seq)
    return trf("Nhật ký bị cắt phần cuối: đã từng có {0} mục, nay chỉ còn đến mục {1}.",
               "The journal was cut off at its end: it had {0} entries and now ends with entry {1}.", marked, last.seq);
  if (marked < last.seq || row.digest(1) != last.hash)
    return trf("Mục cuối của nhật ký (mục {0}) không phải do chương trình ghi.",
               "The journal's last entry ({0}) was not written by the program.", last.seq);
  if (signature.size() != crypto_sign_BYTES || crypto_sign_verify_detached(raw(signature), raw(text), text.size(), publicKey.data()) != 0)
    return tr("Chữ ký trên phần cuối của nhật ký không đúng.", "The signature on the journal's end is wrong.");
  return std::nullopt;
}

[[noreturn]] void nobodyActs(const std::string& why) {
  throw StoredNonsense{
      trf("{0} Ghi tiếp vào tệp sẽ che mất dấu vết nên không ai thao tác được trên tệp này nữa; vẫn xem và kiểm tra được. "
          "Hãy giữ tệp lại để xem xét.",
          "{0} Writing on would cover the traces, so nobody can act on this file any more; it can still be looked at and verified. "
          "Keep the file to be looked into.",
          why)};
}

void report(ChainCheck& check, std::optional<int> entry, std::string what) {
  check.findings.push_back({entry, std::nullopt, std::move(what)});
}

}  // namespace

void noteTail(Store& store, const JournalTail& tail) {
  std::array<unsigned char, crypto_sign_BYTES> signature{};
  {
    Query secret(store, "SELECT value FROM secrets WHERE name = 'sign-secret'");
    if (!secret.step() || secret.bytes(0).size() != crypto_sign_SECRETKEYBYTES)
      throw StoredNonsense{tr("Khóa ký bí mật của tệp đã bị xóa hoặc thay.", "The file's secret signing key was removed or replaced.")};
    const std::string text = signedText(tail.seq, tail.hash);
    crypto_sign_detached(signature.data(), nullptr, raw(text), text.size(), raw(secret.bytes(0)));
  }
  Query(store,
        "INSERT INTO journal_tail (one, entries, hash, signature) VALUES (1, ?1, ?2, ?3) "
        "ON CONFLICT (one) DO UPDATE SET entries = ?1, hash = ?2, signature = ?3")
      .with(tail.seq, tail.hash, std::string_view(reinterpret_cast<const char*>(signature.data()), signature.size()))
      .run();
}

void requireTail(Store& store, const JournalTail& tail) {
  if (const auto wrong = wrongTail(store, tail)) nobodyActs(*wrong);
}

void requireOwnEnd(Store& store) {
  const int version = versionOf(store);
  if (version < newestVersion(store)) nobodyActs(setBack());
  if (version >= kFirstWithTail) requireTail(store, journalTail(store));
}

void verifyTail(Store& store, const std::vector<JournalEntry>& entries, ChainCheck& check) {
  const int version = versionOf(store);
  const JournalTail last = entries.empty() ? JournalTail{} : JournalTail{entries.back().seq, entries.back().hash};
  if (version < newestVersion(store)) report(check, std::nullopt, setBack());
  if (version < kFirstWithTail) return;
  if (const auto wrong = wrongTail(store, last)) report(check, last.seq, *wrong);
}

}  // namespace kp
