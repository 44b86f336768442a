// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "election/error.h"

namespace kp {

/// Rows of one picture to be stored without loss. `bits` 8, or 1 with channels 1 (a set bit is white, first pixel in the highest bit, rows of whole bytes).
struct PngPicture {
  int width = 0, height = 0;
  int channels = 1;  ///< 1 gray, 3 red, green, blue
  int bits = 8;
  double dpi = 0;  ///< 0 leaves the resolution out
  std::vector<std::uint8_t> rows;
};

/// PNG bytes; quick compression (a feeder does not wait for it). Io when libpng fails (no memory). The rows must be as many as height says.
Expected<std::string> writePng(const PngPicture& picture);

}  // namespace kp
