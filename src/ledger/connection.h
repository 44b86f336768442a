// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ledger/store.h"

// Opening and checking a congress file. Internal to src/ledger.
namespace kp {

/// What the first page of a file says, read without touching the file or its companions.
/// BadInput when it is no file of this program, Refused when it is of a newer one, NotFound, Io. A damaged or half-checkpointed file passes: openReading() decides.
Expected<void> checkHeader(const std::filesystem::path& file);

/// A connection that cannot write. On a medium where SQLite's companions of a WAL file cannot be made, the file is read as immutable.
Expected<std::unique_ptr<SQLite::Database>> openReading(const std::filesystem::path& file, std::chrono::milliseconds busyTimeout);

/// A connection that writes: WAL, synchronous FULL, foreign keys.
Expected<std::unique_ptr<SQLite::Database>> openWriting(const std::filesystem::path& file, std::chrono::milliseconds busyTimeout);

/// Damaged unless SQLite's quick_check passes. Above kWholeCheckBytes the sources are left out: they are most of the file and carry their own hash.
Expected<void> checkPages(SQLite::Database& db, const std::filesystem::path& file);
/// Damaged unless tables, indexes and triggers are exactly those the migrations up to the file's version make. Refused when a newer version wrote it.
Expected<void> checkSchema(SQLite::Database& db, const std::filesystem::path& file);

/// 64 MB: quick_check reads about 1 GB/s from the page cache and 100 MB/s from a hard disk, so opening stays under a second.
inline constexpr std::int64_t kWholeCheckBytes = 64 << 20;

}  // namespace kp
