// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "count/packaging.h"

namespace kp {

/// Where a folder lies: the disk or stick (thiết bị lưu trữ).
struct Medium {
  std::string id;     ///< UUID of its file system; "dev-MAJOR-MINOR" where it has none. The same stick has the same id on every machine
  std::string label;  ///< name given to the stick; "" none
  std::uint64_t free = 0;         ///< bytes that can still be written
  bool withCongressFile = false;  ///< the congress file lies on it too: no second medium
};

/// The medium of a folder. NotFound when the folder is not there (stick removed).
Expected<Medium> mediumOf(const Ledger& ledger, const std::filesystem::path& folder);

/// A copy on a medium that was read back byte by byte and agrees.
struct MediumCopy {
  std::filesystem::path file;
  Medium medium;
  Digest hash{};
  std::uint64_t size = 0;
  bool wasThere = false;  ///< the same file lay there already; it was read and agrees
};

struct SaveRequest {
  std::filesystem::path file;    ///< the package, or any paper
  std::filesystem::path folder;  ///< on the medium
  Actors by{};
  ByteProgress progress{};  ///< total = twice the size: writing, then reading back
};

/// Copies a file to a medium and reads it back past the cache, byte by byte. Written under a temporary name, synced, read back, renamed, the folder
/// synced; a failed copy leaves nothing.
/// Journalled (SavedToMedium), also when it failed. Errors: Refused (who may not; stopped; another file of this name there: never replaced), NotFound
/// (no such file or folder), Io (medium full, removed, not writable,
/// the file too large for the medium's file system), Damaged (what was read back differs: do not use this medium).
Expected<MediumCopy> saveToMedium(Ledger& ledger, const SaveRequest& request);

/// One line of the list of copies, from the journal.
struct CopyRecord {
  std::string time;  ///< UTC
  Actors by;
  std::string file, medium, label;  ///< `medium`: Medium::id
  std::string hash;                 ///< hex, of what was to be copied
  std::string
      outcome;  ///< "agrees", or why it failed: "full", "removed", "not-writable", "differs", "other-file-there", "too-large", "stopped", "failed"
  bool ownDisk = false;  ///< the congress file lay on it too: a copy, but no second medium
  bool agrees() const { return outcome == "agrees"; }
};

/// How far archiving is (domain.md §5.11: two media).
struct ArchiveState {
  std::string packageHash, packageFile, packageTime;  ///< of the newest package; "" when none was made
  bool current = false;             ///< nothing but signing in and out, printing and saving was journalled since it was made
  std::vector<CopyRecord> copies;   ///< of that package, failed ones too, oldest first
  std::vector<JournalEntry> since;  ///< what was done since that the package does not hold, oldest first; empty: current
  int media = 0;                    ///< different media with a copy that agrees, the congress file's own disk not among them
  bool done() const { return current && media >= kMediaAsked; }
  static constexpr int kMediaAsked = 2;
};
Expected<ArchiveState> archiveState(const Ledger& ledger);

/// The outcome of a CopyRecord as a sentence, process's language.
std::string copyOutcomeText(const std::string& outcome);

}  // namespace kp
