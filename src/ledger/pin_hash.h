// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "election/error.h"

namespace kp {

/// A PIN as it is kept: Argon2id with libsodium's interactive limits (64 MiB, about 0.1 s), salt and parameters in the text itself. BadInput: shorter than 4 characters ·
/// Io: not enough memory.
Expected<std::string> hashPin(const std::string& pin);
/// Whether this is the PIN of the hash; false for a text that is no hash. Takes as long as hashPin() on purpose.
bool isPinOf(const std::string& hash, const std::string& pin);

}  // namespace kp
