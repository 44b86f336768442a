// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <span>

namespace SQLite {
class Database;
}

namespace kp {

/// One numbered step of the schema. Steps are never edited once released; a change is a new step. Internal to src/ledger.
struct Migration {
  int version = 0;
  const char* sql = "";
  /// Temporary tables and views, made on a connection that only reads an older file, that show what this step adds, empty. They hide the file's own table of the
  /// name (`main.NAME` is that one); a later step about the same table must drop and make it again over everything the steps before show.
  const char* look = "";
};

/// All steps in order, versions 1, 2, …
std::span<const Migration> migrations();
/// The version this program writes: the last step's.
int schemaVersion();
/// PRAGMA application_id of a congress file: "KPh1" in ASCII.
inline constexpr int kApplicationId = 0x4B506831;

/// Runs the steps above the file's user_version and sets it, in one transaction together with `afterwards` (which is given the old version).
/// Any exception leaves the file as it was. Returns whether there was anything to do. Throws SQLite::Exception.
bool migrate(SQLite::Database& db, std::span<const Migration> steps, const std::function<void(int oldVersion)>& afterwards);

/// Makes an older file, open for reading only, look like one of this version (Migration::look); nothing is written to it. Throws SQLite::Exception.
void lookAsCurrent(SQLite::Database& db, std::span<const Migration> steps);
/// Takes away what lookAsCurrent() made: somebody has brought the file up to date meanwhile.
void lookAsItIs(SQLite::Database& db);

}  // namespace kp
