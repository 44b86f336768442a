// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>

#include "election/error.h"

namespace kp {

/// Writes a file others rely on (ballots, minutes, decks): under a temporary name in the same folder, synced, then renamed over `path`, the folder synced.
/// After an error or a kill `path` is what it was before. Io with the system's reason: no such folder, no permission, disk full.
Expected<void> writeOutputFile(const std::filesystem::path& path, const std::string& bytes);

}  // namespace kp
