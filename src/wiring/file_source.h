// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "count/intake.h"

namespace kp {

/// Files and folders as a source of sheets, in natural name order. A sheet's source name is its path inside the folder given on the command line
/// ("s00012.jpg", "batch 2/s1.jpg"), or the file's own name when the file itself was given, so that it does not depend on where the folder is mounted.
class FileSource {
 public:
  /// NotFound when a source does not exist; BadInput when there is no file in any of them.
  /// `follow`: after the last file the folders are looked at again every second for new files, until Ctrl-C or SIGTERM; an empty folder is then no error.
  /// A file is taken once its size has stood still between two looks, also one that is there from the start, so that one still being written is not read half.
  static Expected<FileSource> open(const std::vector<std::string>& sources, bool follow = false);
  std::size_t size() const { return m_files.size(); }
  /// The next file's bytes. A file too large to be a scan is refused alone; one that vanished meanwhile ends the run.
  Expected<std::optional<SourceItem>> next();

 private:
  std::string nameOf(const std::filesystem::path& file) const;
  tl::unexpected<Error> gone(const std::filesystem::path& file) const;
  Expected<void> waitForMore();
  void lookAt(const std::vector<std::filesystem::path>& files);
  std::vector<std::string> m_sources;
  std::vector<std::filesystem::path> m_folders, m_files;
  std::map<std::filesystem::path, std::uintmax_t> m_growing;  ///< files followed and their size at the last look
  std::set<std::filesystem::path> m_known;
  std::size_t m_at = 0;
  bool m_follow = false;
};

}  // namespace kp
