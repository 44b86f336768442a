// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/store.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <ctime>

#include "election/text.h"
#include "ledger/schema.h"

namespace kp {

Store::Store(std::filesystem::path path_, Ledger::Mode mode_, LedgerOptions options_, ActingLock lock_,
             std::unique_ptr<SQLite::Database> database_)
    : path(std::move(path_)), mode(mode_), options(std::move(options_)), lock(std::move(lock_)), database(std::move(database_)) {}

Store::~Store() {
  m_idle.clear();
  if (mode == Ledger::Mode::ReadOnly) return;
  try {
    database->setBusyTimeout(0);
    database->exec("PRAGMA journal_mode = DELETE");
  } catch (const SQLite::Exception&) {
    // Somebody reads, or the disk is full: the file stays in WAL mode, whole and safe.
  }
}

void Store::showAsCurrent() {
  if (mode != Ledger::Mode::ReadOnly || m_shownVersion == schemaVersion()) return;
  const int version = db().execAndGet("PRAGMA user_version").getInt();
  if (version == m_shownVersion) return;
  m_idle.clear();  // prepared for what was shown before
  lookAsItIs(db());
  lookAsCurrent(db(), migrations());
  m_shownVersion = version;
}

std::string Store::now() const {
  using namespace std::chrono;
  const auto sinceEpoch = floor<milliseconds>(options.clock().time_since_epoch());
  const auto whole = floor<seconds>(sinceEpoch);
  const std::time_t seconds = whole.count();
  std::tm utc{};
  gmtime_r(&seconds, &utc);
  char text[64];
  const std::size_t length = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &utc);
  char fraction[16];
  std::snprintf(fraction, sizeof fraction, ".%03dZ", static_cast<int>((sinceEpoch - whole).count()));
  return std::string(text, length) + fraction;
}

Query::Query(Store& store, std::string_view sql) : m_store(store), m_sql(sql) {
  const auto idle = store.m_idle.find(sql);
  if (idle != store.m_idle.end() && idle->second) {
    m_statement = std::move(idle->second);
  } else {
    m_statement = std::make_unique<SQLite::Statement>(store.db(), std::string(sql));
  }
}

Query::~Query() {
  m_statement->tryReset();
  m_store.m_idle[m_sql] = std::move(m_statement);
}

std::string_view Query::bytes(int column) const {
  const SQLite::Column value = m_statement->getColumn(column);
  const void* data = value.getBlob();
  return data ? std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(value.getBytes())) : std::string_view();
}

Digest Query::digest(int column) const {
  Digest out{};
  const std::string_view found = bytes(column);
  if (found.size() == out.size()) std::copy(found.begin(), found.end(), out.begin());
  return out;
}

Snapshot::Snapshot(Store& store) : m_store(store), m_began(sqlite3_get_autocommit(store.db().getHandle()) != 0) {
  if (!m_began) return;
  m_store.showAsCurrent();
  m_store.db().exec("BEGIN DEFERRED");
}

Snapshot::~Snapshot() {
  if (!m_began) return;
  try {
    m_store.db().exec("COMMIT");
  } catch (const SQLite::Exception&) {
    // Nothing was written; a failed end of reading is reported by the next use.
  }
}

Error translate(const std::exception& failure, int code, const std::filesystem::path& path) {
  const std::string file = path.string();
  switch (code & 0xff) {
    case SQLITE_FULL:
      return {ErrorKind::Io, trf("Ổ đĩa chứa tệp {0} đã đầy. Những gì đã ghi trước đó vẫn an toàn, thao tác này chưa được ghi chút nào. "
                                 "Hãy giải phóng chỗ trống rồi làm lại thao tác.",
                                 "The disk that holds {0} is full. All that was stored before is safe, nothing of this act was stored. "
                                 "Free some space and repeat the act.",
                                 file)};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return {ErrorKind::Io,
              trf("Không ghi hoặc không mở được tệp {0} ({1}). Chưa có gì thay đổi. Hãy chép tệp sang thư mục ghi được rồi mở lại.",
                  "The file {0} cannot be opened or written ({1}). Nothing was changed. Copy it to a writable folder and open it there.",
                  file, failure.what())};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorKind::Busy,
              trf("Tệp {0} đang bận vì chương trình khác đang ghi. Chưa có gì thay đổi. Hãy đợi rồi thử lại.",
                  "The file {0} is busy: another program is writing to it. Nothing was changed. Wait and try again.", file)};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {ErrorKind::Damaged,
              trf("Tệp {0} bị hỏng ({1}). Chương trình không sửa gì trong tệp. Hãy dùng bản sao lưu của tệp.",
                  "The file {0} is damaged ({1}). Nothing in it was changed. Use a backup copy of the file.", file, failure.what())};
    case SQLITE_CONSTRAINT:
      return {ErrorKind::Refused, trf("Tệp {0} không nhận nội dung này ({1}). Chưa có gì thay đổi.",
                                      "The file {0} does not accept this content ({1}). Nothing was changed.", file, failure.what())};
    default:
      return {ErrorKind::Io, trf("Lỗi khi đọc hoặc ghi tệp {0} ({1}). Những gì đã ghi trước đó vẫn an toàn, thao tác này chưa được ghi. "
                                 "Hãy kiểm tra ổ đĩa rồi thử lại.",
                                 "Reading or writing {0} failed ({1}). All that was stored before is safe, this act was not stored. "
                                 "Check the disk and try again.",
                                 file, failure.what())};
  }
}

Error nonsense(const StoredNonsense& found, const std::filesystem::path& path) {
  return {ErrorKind::Damaged, trf("Nội dung tệp {0} không hợp lệ: {1} Chương trình không sửa gì trong tệp. Hãy dùng bản sao lưu của tệp.",
                                  "The content of {0} makes no sense: {1} Nothing in it was changed. Use a backup copy of the file.",
                                  path.string(), found.what)};
}

Error openForReading(const Store& store) {
  if (store.isCopy)
    return {
        ErrorKind::Refused,
        trf("Tệp {0} không có khóa ký, như bản sao để bàn giao: chỉ để xem và kiểm tra, không thay đổi được. Chưa có gì thay đổi. Hãy làm trên tệp đại "
            "hội gốc; nếu đây chính là tệp gốc thì khóa đã bị xóa: hãy kiểm tra bằng “verify” và dùng bản sao lưu.",
            "The file {0} has no signing key, as a copy for handing on: it is there to be looked at and verified and cannot be changed. Nothing was changed. "
            "Work on the original congress file; if this is the original, its key was removed: check it with \"verify\" and use a backup copy.",
            store.path.string())};
  return {ErrorKind::Refused, trf("Tệp {0} đang mở ở chế độ chỉ xem nên không thể thay đổi.",
                                  "The file {0} is open for reading only and cannot be changed.", store.path.string())};
}

}  // namespace kp
