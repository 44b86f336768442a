// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "ledger/archive_index.h"

namespace kp {

/// What bringing the index up to date did.
struct RefreshReport {
  std::size_t files = 0;              ///< congress files and packages in the folder
  std::size_t read = 0;               ///< new or changed ones that were read
  std::size_t gone = 0;               ///< dropped from the index
  std::vector<ArchivedFile> damaged;  ///< files that could not be read, each with its reason; they never stop the others
};

/// Told after each file; returning false stops, what was read is kept.
using RefreshProgress = std::function<bool(std::size_t done, std::size_t total)>;

/// Brings the index up to date with a folder of past congresses (`.kiemphieu`, `.kpz`, also in folders below): reads what is new or changed (by time,
/// size and the hash of the first 64 kB), drops what is gone.
/// Files are opened for reading only and never changed. NotFound: no such folder. Io: the index cannot be written.
Expected<RefreshReport> refreshArchive(ArchiveIndex& index, const std::filesystem::path& folder, const RefreshProgress& progress = {});

/// Searches the index: every word must be found, in any order, without regard to case and diacritics, words from their beginning ("nguyen v an bch"
/// finds Nguyễn Văn An in Ban Chấp hành … "bch"), figures whole ("340", "97.70"). Newest congress first,
/// then ballot order. `limit` hits at most. An empty question finds every contest.
Expected<ArchiveHits> searchArchive(const ArchiveIndex& index, const std::string& question, std::size_t limit = 200);

/// Where the index of a folder is kept: $XDG_CACHE_HOME (or ~/.cache)/kiemphieu/archive-HASH.sqlite, made when missing; nothing is written into the
/// archive itself.
std::filesystem::path archiveIndexPath(const std::filesystem::path& folder);

}  // namespace kp
