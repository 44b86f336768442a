// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/archive_index.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <fstream>

#include "election/text.h"

namespace kp {
namespace {

constexpr int kIndexApplicationId = 0x4B506869;  ///< "KPhi" in ASCII
constexpr int kIndexVersion = 1;
constexpr int kBusyMilliseconds = 5000;

// unicode61 without folding: what is stored and asked is folded already, đ included, which SQLite's own folding leaves as it is.
constexpr const char* kSchema = R"sql(
CREATE TABLE files (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, modified INTEGER NOT NULL, size INTEGER NOT NULL, head BLOB NOT NULL, problem TEXT NOT NULL
) STRICT;
CREATE TABLE lines (
  id INTEGER PRIMARY KEY, file INTEGER NOT NULL REFERENCES files(id),
  congress_id TEXT NOT NULL, congress TEXT NOT NULL, date TEXT NOT NULL, place TEXT NOT NULL, contest_id TEXT NOT NULL, contest TEXT NOT NULL,
  closed INTEGER NOT NULL, seats INTEGER NOT NULL, number INTEGER, candidate TEXT NOT NULL, votes INTEGER, percent TEXT NOT NULL, elected INTEGER NOT NULL,
  issued INTEGER, returned INTEGER, valid INTEGER, invalid INTEGER
) STRICT;
CREATE INDEX lines_by_file ON lines (file);
CREATE VIRTUAL TABLE words USING fts5(text, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3');
)sql";

constexpr const char* kColumns =
    "files.path, congress_id, congress, date, place, contest_id, contest, closed, seats, number, candidate, votes, percent, elected, issued, "
    "returned, valid, invalid";

tl::unexpected<Error> failing(const std::filesystem::path& file, const std::string& why) {
  return fail(
      ErrorKind::Io,
      trf("Không dùng được tệp chỉ mục tìm kiếm {0} ({1}). Các đại hội đã lưu không bị ảnh hưởng. Hãy xóa tệp chỉ mục này rồi tìm lại.",
          "The search index {0} cannot be used ({1}). The archived congresses are not concerned. Delete this index and "
          "search again.",
          file.string(), why));
}

/// Runs `work` and turns SQLite's exceptions into errors.
template <typename Work>
auto guarded(const std::filesystem::path& file, Work&& work) -> decltype(work()) {
  try {
    return work();
  } catch (const SQLite::Exception& failure) {
    return failing(file, failure.what());
  }
}

/// What lies at the path of the index: nothing (or an empty file), an index of this program, or somebody else's file.
enum class There { Nothing, Index, Other };

There whatIs(const std::filesystem::path& file) {
  constexpr std::size_t kIdAt = 68;  // "application_id" in the header of an SQLite file, big-endian
  std::array<char, kIdAt + 4> header{};
  std::ifstream in(file, std::ios::binary);
  in.read(header.data(), header.size());
  if (in.gcount() == 0) return There::Nothing;
  const char id[4] = {'K', 'P', 'h', 'i'}, none[4] = {};
  if (std::memcmp(header.data() + kIdAt, id, sizeof id) == 0) return There::Index;
  if (std::memcmp(header.data() + kIdAt, none, sizeof none) != 0) return There::Other;
  try {  // a program killed soon after it made the index has left its mark in SQLite's log only, or no table at all
    SQLite::Database db(file.string(), SQLite::OPEN_READONLY, kBusyMilliseconds);
    if (db.execAndGet("PRAGMA application_id").getInt() == kIndexApplicationId) return There::Index;
    return db.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0 ? There::Nothing : There::Other;
  } catch (const SQLite::Exception&) {
    return There::Other;
  }
}

void forget(const std::filesystem::path& file) {
  std::error_code ignored;  // what cannot be removed is reported by the opening that follows
  for (const char* companion : {"", "-journal", "-wal", "-shm"}) std::filesystem::remove(file.string() + companion, ignored);
}

std::unique_ptr<SQLite::Database> connect(const std::filesystem::path& file) {
  auto db = std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kBusyMilliseconds);
  db->exec("PRAGMA journal_mode = WAL");
  db->exec("PRAGMA synchronous = NORMAL");  // a cache: after a power cut it is made again
  return db;
}

bool usable(SQLite::Database& db) {
  return db.execAndGet("PRAGMA user_version").getInt() == kIndexVersion && db.execAndGet("PRAGMA quick_check(1)").getString() == "ok";
}

void create(SQLite::Database& db) {
  SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
  db.exec(kSchema);
  db.exec("PRAGMA application_id = " + std::to_string(kIndexApplicationId));
  db.exec("PRAGMA user_version = " + std::to_string(kIndexVersion));
  transaction.commit();
}

std::optional<int> optionalInt(const SQLite::Statement& row, int column) {
  const SQLite::Column value = row.getColumn(column);
  return value.isNull() ? std::nullopt : std::optional<int>(value.getInt());
}

void bindOptional(SQLite::Statement& statement, int index, std::optional<int> value) {
  if (value)
    statement.bind(index, *value);
  else
    statement.bind(index);
}

ArchiveHit hitOf(const SQLite::Statement& row) {
  ArchiveHit hit;
  hit.path = row.getColumn(0).getString();
  ArchivedRow& r = hit.row;
  r.congressId = row.getColumn(1).getString();
  r.congress = row.getColumn(2).getString();
  r.date = row.getColumn(3).getString();
  r.place = row.getColumn(4).getString();
  r.contestId = row.getColumn(5).getString();
  r.contest = row.getColumn(6).getString();
  r.closed = row.getColumn(7).getInt() != 0;
  r.seats = row.getColumn(8).getInt();
  r.number = optionalInt(row, 9);
  r.candidate = row.getColumn(10).getString();
  r.votes = optionalInt(row, 11);
  r.percent = row.getColumn(12).getString();
  r.elected = row.getColumn(13).getInt() != 0;
  r.issued = optionalInt(row, 14);
  r.returned = optionalInt(row, 15);
  r.valid = optionalInt(row, 16);
  r.invalid = optionalInt(row, 17);
  return hit;
}

/// The question in FTS5's language: every word quoted, so that nothing in it is an operator; "" when there is nothing to look for.
std::string matchOf(const std::vector<std::string>& words) {
  std::string match;
  for (const std::string& word : words) {
    const auto findable = [](char c) {
      return static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    if (std::none_of(word.begin(), word.end(), findable)) continue;
    std::string quoted;
    for (const char c : word) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    const bool figure = word.find_first_not_of("0123456789.,%") == std::string::npos;
    match += (match.empty() ? "\"" : " AND \"") + quoted + (figure ? "\"" : "\"*");
  }
  return match;
}

void removeFile(SQLite::Database& db, const std::filesystem::path& path) {
  SQLite::Statement words(db,
                          "DELETE FROM words WHERE rowid IN (SELECT lines.id FROM lines JOIN files ON files.id = file WHERE path = ?1)");
  words.bind(1, path.string());
  words.exec();
  SQLite::Statement lines(db, "DELETE FROM lines WHERE file IN (SELECT id FROM files WHERE path = ?1)");
  lines.bind(1, path.string());
  lines.exec();
  SQLite::Statement files(db, "DELETE FROM files WHERE path = ?1");
  files.bind(1, path.string());
  files.exec();
}

void insertLine(SQLite::Statement& line, const ArchivedRow& r) {
  line.tryReset();
  line.bind(2, r.congressId);
  line.bind(3, r.congress);
  line.bind(4, r.date);
  line.bind(5, r.place);
  line.bind(6, r.contestId);
  line.bind(7, r.contest);
  line.bind(8, r.closed ? 1 : 0);
  line.bind(9, r.seats);
  bindOptional(line, 10, r.number);
  line.bind(11, r.candidate);
  bindOptional(line, 12, r.votes);
  line.bind(13, r.percent);
  line.bind(14, r.elected ? 1 : 0);
  bindOptional(line, 15, r.issued);
  bindOptional(line, 16, r.returned);
  bindOptional(line, 17, r.valid);
  bindOptional(line, 18, r.invalid);
  line.exec();
}

}  // namespace

struct ArchiveIndex::Impl {
  std::filesystem::path file;
  std::unique_ptr<SQLite::Database> db;
};

ArchiveIndex::ArchiveIndex(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
ArchiveIndex::ArchiveIndex(ArchiveIndex&&) noexcept = default;
ArchiveIndex& ArchiveIndex::operator=(ArchiveIndex&&) noexcept = default;
ArchiveIndex::~ArchiveIndex() = default;

Expected<ArchiveIndex> ArchiveIndex::open(const std::filesystem::path& file) {
  std::error_code ignored;  // an impossible folder is reported by the opening
  if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path(), ignored);
  const There there = whatIs(file);
  if (there == There::Other)
    return fail(ErrorKind::Refused, trf("{0} không phải tệp chỉ mục tìm kiếm; chương trình không đụng đến tệp này. Hãy chọn tên khác.",
                                        "{0} is no search index and is not touched. Choose another name.", file.string()));
  return guarded(file, [&]() -> Expected<ArchiveIndex> {
    auto impl = std::make_unique<Impl>();
    impl->file = file;
    if (there == There::Index) {
      try {
        impl->db = connect(file);
        if (usable(*impl->db)) return ArchiveIndex(std::move(impl));
      } catch (const SQLite::Exception&) {
        // damaged: made anew below, as an older version's
      }
      impl->db.reset();
    }
    forget(file);
    impl->db = connect(file);
    create(*impl->db);
    return ArchiveIndex(std::move(impl));
  });
}

Expected<std::vector<ArchivedFile>> ArchiveIndex::files() const {
  return guarded(m_impl->file, [&]() -> Expected<std::vector<ArchivedFile>> {
    std::vector<ArchivedFile> found;
    SQLite::Statement row(*m_impl->db, "SELECT path, modified, size, head, problem FROM files ORDER BY path");
    while (row.executeStep()) {
      ArchivedFile file;
      file.path = row.getColumn(0).getString();
      file.modified = row.getColumn(1).getInt64();
      file.size = static_cast<std::uint64_t>(row.getColumn(2).getInt64());
      const SQLite::Column head = row.getColumn(3);
      if (head.getBytes() == static_cast<int>(file.head.size())) std::memcpy(file.head.data(), head.getBlob(), file.head.size());
      file.problem = row.getColumn(4).getString();
      found.push_back(std::move(file));
    }
    return found;
  });
}

Expected<void> ArchiveIndex::put(const ArchivedFile& file, const std::vector<ArchivedRow>& rows,
                                 const std::vector<std::string>& searchable) {
  return guarded(m_impl->file, [&]() -> Expected<void> {
    SQLite::Database& db = *m_impl->db;
    SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
    removeFile(db, file.path);
    SQLite::Statement about(db, "INSERT INTO files (path, modified, size, head, problem) VALUES (?1, ?2, ?3, ?4, ?5)");
    about.bind(1, file.path.string());
    about.bind(2, file.modified);
    about.bind(3, static_cast<std::int64_t>(file.size));
    about.bind(4, file.head.data(), static_cast<int>(file.head.size()));
    about.bind(5, file.problem);
    about.exec();
    const std::int64_t id = db.getLastInsertRowid();
    SQLite::Statement line(
        db,
        "INSERT INTO lines (file, congress_id, congress, date, place, contest_id, contest, closed, seats, number, candidate, "
        "votes, percent, elected, issued, returned, valid, invalid) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)");
    line.bind(1, id);
    SQLite::Statement word(db, "INSERT INTO words (rowid, text) VALUES (?1, ?2)");
    for (std::size_t i = 0; i < rows.size(); ++i) {
      insertLine(line, rows[i]);
      word.tryReset();
      word.bind(1, db.getLastInsertRowid());
      word.bind(2, i < searchable.size() ? searchable[i] : std::string());
      word.exec();
    }
    transaction.commit();
    return {};
  });
}

Expected<void> ArchiveIndex::remove(const std::filesystem::path& path) {
  return guarded(m_impl->file, [&]() -> Expected<void> {
    SQLite::Transaction transaction(*m_impl->db, SQLite::TransactionBehavior::IMMEDIATE);
    removeFile(*m_impl->db, path);
    transaction.commit();
    return {};
  });
}

Expected<ArchiveHits> ArchiveIndex::search(const std::vector<std::string>& words, std::size_t limit) const {
  return guarded(m_impl->file, [&]() -> Expected<ArchiveHits> {
    const auto start = std::chrono::steady_clock::now();
    const std::string match = matchOf(words);
    const std::string from = match.empty() ? " FROM lines JOIN files ON files.id = lines.file WHERE number IS NULL"
                                           : " FROM words JOIN lines ON lines.id = words.rowid JOIN files ON files.id = lines.file "
                                             "WHERE words MATCH ?1";
    ArchiveHits found;
    SQLite::Statement count(*m_impl->db, "SELECT count(*)" + from);
    if (!match.empty()) count.bind(1, match);
    if (count.executeStep()) found.total = static_cast<std::size_t>(count.getColumn(0).getInt64());
    SQLite::Statement row(*m_impl->db, std::string("SELECT ") + kColumns + from + " ORDER BY date DESC, files.path, lines.id LIMIT ?2");
    if (!match.empty()) row.bind(1, match);
    row.bind(2, static_cast<std::int64_t>(limit));
    while (row.executeStep()) found.hits.push_back(hitOf(row));
    found.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return found;
  });
}

}  // namespace kp
