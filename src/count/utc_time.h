// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>

namespace kp {

/// Seconds since 1970 of a time as the ledger writes it (UTC, "2026-11-22T15:04:05.678Z"); 0 where it is none.
std::int64_t secondsOf(const std::string& utc);

}  // namespace kp
