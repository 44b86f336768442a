// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>

#include "count/packaging.h"

// Copying a file to a medium and reading it back; journals nothing. Internal to src/count.
namespace kp {

/// What came of it: an outcome of CopyRecord ("agrees", "full" …) with the sentence for people.
struct CopyOutcome {
  std::string outcome;
  Error error;  ///< unless "agrees"
  Digest hash{};
  std::uint64_t size = 0;
  bool wasThere = false;
  bool agrees() const { return outcome == "agrees"; }
};

/// Copies `source` (whose hash is `hash`) into `folder`. `progress`: see SaveRequest.
CopyOutcome copyAndReadBack(const std::filesystem::path& source, const Digest& hash, const std::filesystem::path& folder,
                            const ByteProgress& progress);

}  // namespace kp
