// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <memory>
#include <string_view>

#include "election/error.h"
#include "ledger/hash.h"

namespace kp {

/// hashOf() of bytes that come in pieces (BLAKE2b-256).
class RunningHash {
 public:
  RunningHash();
  ~RunningHash();
  RunningHash(RunningHash&&) noexcept;
  RunningHash& operator=(RunningHash&&) noexcept;
  void add(std::string_view bytes);
  /// The hash of all that was added; once.
  Digest finish();

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

/// Hash of a file of any size. NotFound or Io.
Expected<Digest> hashOfFile(const std::filesystem::path& file);

}  // namespace kp
