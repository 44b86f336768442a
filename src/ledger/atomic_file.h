// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>

#include "election/error.h"

namespace kp {

/// A name beside `target` under which it is written; whatever of it (and of SQLite's companions) is left is removed on destruction. Internal to src/ledger.
class PartFile {
 public:
  explicit PartFile(std::filesystem::path target);
  ~PartFile();
  PartFile(const PartFile&) = delete;
  PartFile& operator=(const PartFile&) = delete;

  const std::filesystem::path& path() const { return m_part; }
  /// Syncs the file, gives it its final name without ever replacing a file of that name (Refused), syncs the folder. Io when the disk fails.
  Expected<void> keep();

 private:
  std::filesystem::path m_target, m_part;
};

}  // namespace kp
