// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "ledger/journal.h"

namespace kp {

/// What a journal entry about a package, a copy on a medium, a rehearsal or a random check says, in words; "" for other entries and where the entry is not of that form.
std::string evidenceText(const JournalEntry& entry);

}  // namespace kp
