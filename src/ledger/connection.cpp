// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/connection.h"

#include <sqlite3.h>

#include <system_error>

#include "election/text.h"
#include "ledger/schema.h"

namespace kp {
namespace {

tl::unexpected<Error> notOurs(const std::filesystem::path& file) {
  return fail(
      ErrorKind::BadInput,
      trf("{0} không phải là tệp đại hội của Kiểm Phiếu. Tệp không bị động đến. Hãy chọn tệp có đuôi .kiemphieu.",
          "{0} is not a congress file of Kiểm Phiếu. It was not touched. Choose a file with the suffix .kiemphieu.", file.string()));
}

tl::unexpected<Error> tooNew(const std::filesystem::path& file, int version) {
  return fail(
      ErrorKind::Refused,
      trf("Tệp {0} do phiên bản mới hơn của chương trình lập (định dạng {1}, bản này đọc đến {2}). Tệp không bị động đến. Hãy cài phiên bản mới.",
          "The file {0} was made by a newer version (format {1}, this one reads up to {2}). It was not touched. Install the newer version.",
          file.string(), version, schemaVersion()));
}

tl::unexpected<Error> damaged(const std::filesystem::path& file, const std::string& what) {
  return fail(ErrorKind::Damaged,
              trf("Tệp {0} bị hỏng ({1}). Chương trình không sửa gì trong tệp. Hãy dùng bản sao lưu của tệp.",
                  "The file {0} is damaged ({1}). Nothing in it was changed. Use a backup copy of the file.", file.string(), what));
}

/// The file as SQLite URI with immutable=1: only the main file is looked at, nothing beside it is read or made.
std::string immutableUri(const std::filesystem::path& file) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : file.string()) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '.' || c == '-' || c == '_';
    if (plain) {
      uri += c;
    } else {
      uri += '%';
      uri += kDigits[byte >> 4];
      uri += kDigits[byte & 15];
    }
  }
  return uri + "?immutable=1";
}

std::unique_ptr<SQLite::Database> immutable(const std::filesystem::path& file) {
  return std::make_unique<SQLite::Database>(immutableUri(file), SQLite::OPEN_READONLY | SQLite::OPEN_URI);
}

std::string schemaText(SQLite::Database& db) {
  std::string text;
  SQLite::Statement row(
      db,
      "SELECT type, name, tbl_name, COALESCE(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' ORDER BY type, name");
  while (row.executeStep())
    for (int column = 0; column < 4; ++column) text += row.getColumn(column).getString() + '\n';
  return text;
}

void harden(SQLite::Database& db) {
  db.exec("PRAGMA foreign_keys = ON");
  db.exec("PRAGMA recursive_triggers = ON");  // REPLACE cannot pass by the delete triggers
  db.exec("PRAGMA trusted_schema = OFF");
  db.exec("PRAGMA cell_size_check = ON");
}

}  // namespace

Expected<void> checkHeader(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::exists(file, error))
    return fail(ErrorKind::NotFound, trf("Không có tệp {0}. Hãy kiểm tra lại tên và thư mục.",
                                         "There is no file {0}. Check its name and folder.", file.string()));
  if (!std::filesystem::is_regular_file(file, error)) return notOurs(file);
  try {
    const auto db = immutable(file);
    if (db->execAndGet("PRAGMA application_id").getInt() != kApplicationId) return notOurs(file);
    const int version = db->execAndGet("PRAGMA user_version").getInt();
    if (version > schemaVersion()) return tooNew(file, version);
    return {};
  } catch (const SQLite::Exception& failure) {
    const int code = failure.getErrorCode() & 0xff;
    if (code == SQLITE_NOTADB) return notOurs(file);
    if (code == SQLITE_CORRUPT) return {};
    return tl::unexpected<Error>(translate(failure, code, file));
  }
}

Expected<std::unique_ptr<SQLite::Database>> openReading(const std::filesystem::path& file, std::chrono::milliseconds busyTimeout) {
  using Handle = std::unique_ptr<SQLite::Database>;
  return guardedFor(file, [&]() -> Expected<Handle> {
    try {
      auto db = std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READONLY, static_cast<int>(busyTimeout.count()));
      db->execAndGet("SELECT COUNT(*) FROM sqlite_schema");
      harden(*db);
      return db;
    } catch (const SQLite::Exception& failure) {
      const int code = failure.getErrorCode() & 0xff;
      std::error_code error;
      const std::filesystem::path wal = file.string() + "-wal";
      const bool unmerged = std::filesystem::exists(wal, error) && std::filesystem::file_size(wal, error) > 0;
      if ((code != SQLITE_CANTOPEN && code != SQLITE_READONLY) || unmerged) throw;
      auto db = immutable(file);
      db->execAndGet("SELECT COUNT(*) FROM sqlite_schema");
      harden(*db);
      return db;
    }
  });
}

Expected<std::unique_ptr<SQLite::Database>> openWriting(const std::filesystem::path& file, std::chrono::milliseconds busyTimeout) {
  using Handle = std::unique_ptr<SQLite::Database>;
  return guardedFor(file, [&]() -> Expected<Handle> {
    auto db = std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE, static_cast<int>(busyTimeout.count()));
    db->execAndGet("PRAGMA journal_mode = WAL");
    db->exec("PRAGMA synchronous = FULL");
    harden(*db);
    return db;
  });
}

Expected<void> checkPages(SQLite::Database& db, const std::filesystem::path& file) {
  return guardedFor(file, [&]() -> Expected<void> {
    const std::int64_t bytes = db.execAndGet("PRAGMA page_count").getInt64() * db.execAndGet("PRAGMA page_size").getInt64();
    std::vector<std::string> checks;
    if (bytes <= kWholeCheckBytes) {
      checks.emplace_back("PRAGMA quick_check(1)");
    } else {
      SQLite::Statement table(db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'sources'");
      while (table.executeStep()) checks.push_back("PRAGMA quick_check(\"" + table.getColumn(0).getString() + "\")");
    }
    for (const std::string& check : checks) {
      const std::string found = db.execAndGet(check).getString();
      if (found != "ok") return damaged(file, found);
    }
    return {};
  });
}

Expected<void> checkSchema(SQLite::Database& db, const std::filesystem::path& file) {
  return guardedFor(file, [&]() -> Expected<void> {
    const int version = db.execAndGet("PRAGMA user_version").getInt();
    if (version > schemaVersion()) return tooNew(file, version);
    SQLite::Database made(":memory:", SQLite::OPEN_READWRITE);
    for (const Migration& step : migrations())
      if (step.version <= version) made.exec(step.sql);
    if (schemaText(db) == schemaText(made)) return {};
    return damaged(file, tr("các bảng hoặc cơ chế chống sửa đã bị thay đổi", "its tables or the triggers that protect them were changed"));
  });
}

}  // namespace kp
