// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "count/intake.h"

namespace kp::cli {

/// Files and folders as a source of sheets, in natural name order. A sheet's source name is its path inside the folder given on the command line
/// ("s00012.jpg", "batch 2/s1.jpg"), or the file's own name when the file itself was given, so that it does not depend on where the folder is mounted.
class FileSource {
 public:
  /// NotFound when a source does not exist; BadInput when there is no file in any of them.
  static Expected<FileSource> open(const std::vector<std::string>& sources);
  std::size_t size() const { return m_files.size(); }
  /// The next file's bytes. A file too large to be a scan is refused alone; one that vanished meanwhile ends the run.
  Expected<std::optional<SourceItem>> next();

 private:
  std::string nameOf(const std::filesystem::path& file) const;
  std::vector<std::filesystem::path> m_folders, m_files;
  std::size_t m_at = 0;
};

}  // namespace kp::cli
