// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ledger/acting_lock.h"
#include "ledger/ledger.h"

namespace kp {

// Over 150 lines: connection, query, snapshot and the two guards are one mechanism, read together; apart they would be templates that include each other.

/// One open connection with its prepared statements. Internal to src/ledger: other folders see repositories only.
class Store {
 public:
  Store(std::filesystem::path path, Ledger::Mode mode, LedgerOptions options, ActingLock lock, std::unique_ptr<SQLite::Database> database);
  /// Leaves the file at rest as one file: WAL is only for acting. Else a later reader, who may not clean up, would leave SQLite's companions beside it.
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  /// Now, UTC, ISO 8601 with milliseconds.
  std::string now() const;

  std::filesystem::path path;
  Ledger::Mode mode;
  LedgerOptions options;
  ActingLock lock;  ///< destroyed after the database is closed
  std::unique_ptr<SQLite::Database> database;
  bool isCopy = false;                  ///< see Ledger::isCopyForHandingOn()
  std::vector<std::string> signedIn{};  ///< see Ledger::signedIn()
  SQLite::Database& db() { return *database; }
  /// An older file, open for reading only, is shown as one of this version, until somebody brings it up to date. Called before each reading.
  void showAsCurrent();

 private:
  friend class Query;
  using Statements = std::unordered_map<std::string_view, std::unique_ptr<SQLite::Statement>>;
  Statements m_idle;        ///< prepared statements not in use, by the address-stable text of their SQL
  int m_shownVersion = -1;  ///< the file's version for which showAsCurrent() has arranged; -1 none yet
};

/// One use of a prepared statement: bind in order, step, read; given back (reset) on destruction so that it holds no snapshot. `sql` is a literal.
/// Throws SQLite::Exception, caught by guarded().
class Query {
 public:
  Query(Store& store, std::string_view sql);
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  /// Binds the parameters ?1, ?2 … after a reset.
  template <typename... Values>
  Query& with(const Values&... values) {
    m_statement->tryReset();
    int index = 0;
    (bind(++index, values), ...);
    return *this;
  }
  /// The next row; false when there is none.
  bool step() { return m_statement->executeStep(); }
  /// Runs a statement that gives no rows.
  void run() { m_statement->exec(); }

  bool isNull(int column) const { return m_statement->getColumn(column).isNull(); }
  int integer(int column) const { return m_statement->getColumn(column).getInt(); }
  std::int64_t integer64(int column) const { return m_statement->getColumn(column).getInt64(); }
  double real(int column) const { return m_statement->getColumn(column).getDouble(); }
  std::string text(int column) const { return m_statement->getColumn(column).getString(); }
  std::optional<int> optionalInteger(int column) const { return isNull(column) ? std::nullopt : std::optional<int>(integer(column)); }
  /// Valid until the next step.
  std::string_view bytes(int column) const;
  /// All zero when the stored value has not 32 bytes.
  Digest digest(int column) const;

 private:
  void bind(int index, int value) { m_statement->bind(index, value); }
  void bind(int index, std::int64_t value) { m_statement->bind(index, value); }
  void bind(int index, double value) { m_statement->bind(index, value); }
  void bind(int index, const std::string& value) { m_statement->bind(index, value); }
  void bind(int index, std::nullptr_t) { m_statement->bind(index); }
  void bind(int index, const Digest& value) { m_statement->bind(index, value.data(), static_cast<int>(value.size())); }
  /// A blob; not copied, must live until the statement has run.
  void bind(int index, std::string_view value) { m_statement->bindNoCopy(index, value.data(), static_cast<int>(value.size())); }
  template <typename T>
  void bind(int index, const std::optional<T>& value) {
    if (value)
      bind(index, *value);
    else
      m_statement->bind(index);
  }

  Store& m_store;
  std::string_view m_sql;
  std::unique_ptr<SQLite::Statement> m_statement;
};

/// While it lives all queries see one state of the file. Does nothing inside another snapshot or an acting function's transaction.
class Snapshot {
 public:
  explicit Snapshot(Store& store);
  ~Snapshot();
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

 private:
  Store& m_store;
  bool m_began = false;
};

/// What is in the file cannot be what this program wrote there; caught by guarded().
struct StoredNonsense {
  std::string what;
};

/// The value, or StoredNonsense: for words of the file that must parse.
template <typename T>
T stored(Expected<T> parsed) {
  if (!parsed) throw StoredNonsense{parsed.error().what};
  return std::move(*parsed);
}

/// An SQLite failure as an Error: what happened, what is safe, what to do.
Error translate(const std::exception& failure, int code, const std::filesystem::path& path);
Error nonsense(const StoredNonsense& found, const std::filesystem::path& path);
Error openForReading(const Store& store);

/// Runs `work` (which returns an Expected) and turns SQLite's exceptions into errors.
template <typename Work>
auto guardedFor(const std::filesystem::path& path, Work&& work) -> decltype(work()) {
  try {
    return work();
  } catch (const SQLite::Exception& failure) {
    return tl::unexpected<Error>(translate(failure, failure.getErrorCode(), path));
  } catch (const StoredNonsense& found) {
    return tl::unexpected<Error>(nonsense(found, path));
  }
}

/// A reading function: one snapshot, errors translated.
template <typename Work>
auto reading(Store& store, Work&& work) -> decltype(work()) {
  return guardedFor(store.path, [&] {
    const Snapshot snapshot(store);
    return work();
  });
}

/// An acting function: Refused on a file opened for reading; one transaction, committed and synced only when `work` succeeds.
template <typename Work>
auto acting(Store& store, Work&& work) -> decltype(work()) {
  if (store.mode == Ledger::Mode::ReadOnly) return tl::unexpected<Error>(openForReading(store));
  return guardedFor(store.path, [&]() -> decltype(work()) {
    SQLite::Transaction transaction(store.db(), SQLite::TransactionBehavior::IMMEDIATE);
    auto outcome = work();
    if (outcome) transaction.commit();
    return outcome;
  });
}

}  // namespace kp
