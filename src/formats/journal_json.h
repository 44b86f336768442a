// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <vector>

namespace kp {

/// A journal entry as others read it.
struct JournalRecord {
  int seq = 0;
  std::string time;  ///< UTC
  std::vector<std::string> by;
  std::string event, contest;
  std::optional<int> sheet{};
  std::string before, after, details;
  std::string hash;  ///< 64 hexadecimal digits
};

/// The entry as one line of JSON without a newline, as `journal --json` prints it; bytes that are not UTF-8 become U+FFFD.
std::string journalJson(const JournalRecord& record);

}  // namespace kp
