// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "election/congress.h"

namespace kp {

inline constexpr std::size_t kMaxDefinitionBytes = 8U << 20;  ///< the longest real list is about 100 kB; more is some other file

/// Reads a congress definition (tệp khai báo đại hội, "kiemphieu-congress/1" of interfaces.md). Texts become NFC, candidates keep their order, unknown fields are
/// passed over. Optional: superior, issuer, term, place, rules, committee; of a contest office (other), ballot_code (shared), seats except in elections,
/// paper (A4), round (1), run_off (false); note.
/// BadInput, naming the field by its path and what to do: not UTF-8, not JSON (with the line), too large, nested too deep, a field twice, missing or of the
/// wrong kind, another format version. A Block finding of examine() refuses with its text and rule; warnings are left to the caller.
Expected<Congress> parseDefinition(const std::string& json);

/// Writes a definition that parseDefinition() reads back to the same congress. Indented, one field a line, ends with a newline.
std::string writeDefinition(const Congress& congress);

}  // namespace kp
