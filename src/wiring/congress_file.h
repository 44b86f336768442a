// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "ledger/ledger.h"

namespace kp {

/// Reads a congress definition (JSON) from a file and lays out each ballot, so that a list that cannot be printed is refused now and not on the day.
/// Errors as readFile(), parseDefinition() and layOut(); warnings are the caller's to show (examine()).
Expected<Congress> readCongressDefinition(const std::filesystem::path& path);

/// Makes a congress file of a definition and closes it again: texts to NFC, refused with the first finding of examine() that blocks or when a ballot cannot be
/// laid out; else as Ledger::create() (an existing file is never replaced).
Expected<void> createCongressFile(const std::filesystem::path& path, Congress congress, const Actors& by = {});

/// A name in letters, digits and dashes for files and ids: "Đại hội Chi bộ 3" gives "dai-hoi-chi-bo-3", at most `longest` bytes, cut at a word; "" when nothing is left.
std::string plainName(const std::string& text, std::size_t longest);

}  // namespace kp
