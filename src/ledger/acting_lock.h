// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>

#include "election/error.h"

namespace kp {

/// The right to act on a congress file: an flock on the sidecar FILE.lock, so the kernel gives it back however the process ends.
/// Not on FILE itself: closing a second descriptor of a database file drops SQLite's own POSIX locks in this process. Internal to src/ledger.
class ActingLock {
 public:
  ActingLock() = default;
  /// Takes the lock without waiting. Busy names who holds it and their pid; Io when the sidecar cannot be made.
  static Expected<ActingLock> take(const std::filesystem::path& file, const std::string& who);

  ActingLock(ActingLock&& other) noexcept;
  ActingLock& operator=(ActingLock&& other) noexcept;
  ~ActingLock();

 private:
  void release();
  int m_descriptor = -1;
  std::filesystem::path m_sidecar;
};

}  // namespace kp
