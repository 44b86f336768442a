// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <chrono>

#include "count/intake.h"

namespace kp::cli {

/// Shows how far a scan is, on stderr: a bar that is drawn over on a terminal, a line every few seconds elsewhere.
class ProgressLine {
 public:
  /// `files`: how many files there are to read; 0 when that is not known (a feeder).
  explicit ProgressLine(std::size_t files);
  void show(const IntakeProgress& progress);
  /// Ends the line on a terminal.
  void end();

 private:
  std::size_t m_files;
  bool m_terminal, m_shown = false;
  std::chrono::steady_clock::time_point m_last;
};

}  // namespace kp::cli
