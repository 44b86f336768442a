// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "election/error.h"

namespace kp {

/// What is looked for in a result of interfaces.md when many are searched.
struct ResultSummary {
  struct Row {
    std::string candidate;  ///< id
    int votes = 0;          ///< yes; in confidence votes high
    std::string percent;
    bool elected = false;
  };
  std::string contest;
  bool closed = false;
  std::optional<int> convened, present, issued, returned, valid, invalid, base;
  std::vector<Row> rows;  ///< ballot order
};

/// Reads what resultJson() writes. Any text allowed. BadInput when it is none.
Expected<ResultSummary> parseResult(const std::string& json);

}  // namespace kp
