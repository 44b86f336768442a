// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "ballot/form.h"
#include "scanner/rehearsal/marks.h"

namespace kp::rehearsal {

/// What is true of one target.
struct MarkTruth {
  std::string candidate, field;
  Expect expect = Expect::None;
  std::string kind;  ///< how the mark was made; "" for none
};

/// What is true of one scan: a line of truth.jsonl.
struct PageTruth {
  std::string file;
  int ballot = 0;                                          ///< from 0
  int page = 1;                                            ///< from 1; 0 for a sheet that is no page of this form
  std::string intent;                                      ///< what the voter wanted to do
  std::string reason;                                      ///< reasons deck: the reason of interfaces.md this sheet must raise; "" else
  std::vector<std::pair<std::string, std::string>> votes;  ///< candidate id → vote
  std::vector<MarkTruth> marks;
  std::vector<std::string> wear;
  std::string pen;
  double rotation = 0;
  int turn = 0;
};

/// One line, without its end; UTF-8, escaped as JSON wants it.
std::string jsonLine(const PageTruth& truth);

/// Writes truth.jsonl under another name, then renames it. Error Io.
Expected<void> writeTruth(const std::vector<PageTruth>& pages, const std::filesystem::path& folder);
/// Writes one scan. Error Io.
Expected<void> writeBytes(const std::filesystem::path& path, const std::vector<unsigned char>& bytes);

}  // namespace kp::rehearsal
