// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "election/tally.h"

namespace kp {

/// All that `result --json` says of one contest (kết quả kiểm phiếu). `absent` is not entered by anybody: it is convened − present.
struct ResultView {
  Contest contest;
  int round = 1;
  bool closed = false;  ///< state "closed", else "open"
  std::string rules;    ///< name of the rule set
  int passes = 0;       ///< passes counted so far
  Figures figures;
  Tally tally;
  Outcome outcome;
  std::vector<Sum> sums;
};

/// The result as indented JSON with a newline at its end, fields in the order of interfaces.md. Figures nobody entered are null. Rows of confidence votes
/// have high, medium and low after not_counted.
std::string resultJson(const ResultView& view);

}  // namespace kp
