// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "election/error.h"
#include "ledger/hash.h"

namespace kp {

/// A file of the archive as the index knows it.
struct ArchivedFile {
  std::filesystem::path path;
  std::int64_t modified = 0;  ///< nanoseconds since 1970
  std::uint64_t size = 0;
  Digest head{};        ///< hash of its first 64 kB
  std::string problem;  ///< why it could not be read; "" when it could
};

/// One line that can be found: a contest, or a candidate in one.
struct ArchivedRow {
  std::string congressId, congress, date, place;  ///< date ISO 8601
  std::string contestId, contest;                 ///< id and title
  bool closed = false;
  int seats = 0;
  std::optional<int> number;  ///< on the ballot, from 1; nullopt: the contest's own line
  std::string candidate;
  std::optional<int> votes;  ///< Đồng ý, kept names or tín nhiệm cao
  std::string percent;       ///< "97.70"; "" none
  bool elected = false;
  std::optional<int> issued, returned, valid, invalid;  ///< of the contest
};

struct ArchiveHit {
  std::filesystem::path path;
  ArchivedRow row;
};
struct ArchiveHits {
  std::vector<ArchiveHit> hits;
  std::size_t total = 0;  ///< hits in all, also beyond the limit
  double seconds = 0;     ///< the search took
};

/// Index over past congresses: one SQLite file that is a cache – another version's or a damaged one is made anew. One thread at a time; several
/// processes wait for each other.
class ArchiveIndex {
 public:
  /// Opens or makes it, its folder too. Io when it cannot be written.
  static Expected<ArchiveIndex> open(const std::filesystem::path& file);
  ArchiveIndex(ArchiveIndex&&) noexcept;
  ArchiveIndex& operator=(ArchiveIndex&&) noexcept;
  ~ArchiveIndex();

  /// All files it knows, by path.
  Expected<std::vector<ArchivedFile>> files() const;
  /// Replaces what it knows of a file. `searchable[i]`: the words by which rows[i] is found, folded by the caller (formats/search_text.h).
  Expected<void> put(const ArchivedFile& file, const std::vector<ArchivedRow>& rows, const std::vector<std::string>& searchable);
  Expected<void> remove(const std::filesystem::path& path);
  /// Lines that have all of `words` (folded); words of digits, points and commas whole, others by their beginning. Newest congress first, then
  /// contest and ballot order.
  Expected<ArchiveHits> search(const std::vector<std::string>& words, std::size_t limit) const;

 private:
  struct Impl;
  explicit ArchiveIndex(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> m_impl;
};

}  // namespace kp
