// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

namespace kp {

/// SHA-256 (FIPS 180-4): where anybody must be able to recompute with what every computer has (`sha256sum`). Our own records use hashOf().
std::array<std::uint8_t, 32> sha256(std::string_view bytes);

}  // namespace kp
