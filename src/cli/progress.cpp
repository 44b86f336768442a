// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progress.h"

#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "election/text.h"

namespace kp::cli {
namespace {

constexpr std::chrono::milliseconds kRedraw{100};
constexpr std::chrono::seconds kLineEvery{3};
constexpr int kBarLetters = 30;

std::string bar(std::size_t done, std::size_t all) {
  const auto filled = all == 0 ? 0 : static_cast<int>(kBarLetters * std::min(done, all) / all);
  std::string text = "[";
  for (int i = 0; i < kBarLetters; ++i) text += i < filled ? "█" : "·";
  return text + "] ";
}

}  // namespace

ProgressLine::ProgressLine(std::size_t files)
    : m_files(files), m_terminal(::isatty(STDERR_FILENO) == 1), m_last(std::chrono::steady_clock::now()) {}

void ProgressLine::show(const IntakeProgress& progress) {
  const auto now = std::chrono::steady_clock::now();
  if (m_terminal ? now - m_last < kRedraw : now - m_last < kLineEvery) return;
  m_last = now;
  m_shown = true;
  const int rate = progress.seconds > 0 ? static_cast<int>(60 * progress.stored / progress.seconds) : 0;
  const std::string text = trf("Đã nhận {0} tờ, có từ trước {1}, {2} tờ/phút", "{0} sheets taken in, {1} there before, {2} a minute",
                               progress.stored, progress.alreadyThere, rate);
  if (m_terminal)
    std::cerr << "\r" << (m_files > 0 ? bar(static_cast<std::size_t>(progress.stored + progress.alreadyThere), m_files) : "") << text
              << "\x1b[K" << std::flush;
  else
    std::cerr << text << std::endl;
}

void ProgressLine::end() {
  if (m_terminal && m_shown) std::cerr << "\n";
}

}  // namespace kp::cli
