// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace kp {

/// An 8-bit image in memory, rows from the top, `channels` 1 (gray, 0 black … 255 white) or 3 (B, G, R interleaved), rows packed (stride = width·channels).
/// Shared and never changed after it was made, so that threads may hold it.
struct Raster {
  int width = 0, height = 0, channels = 1;
  double dpi = 0;                     ///< as the file says; 0 when it does not
  std::shared_ptr<const void> owner;  ///< keeps `data` alive
  const std::uint8_t* data = nullptr;

  bool empty() const { return !data || width <= 0 || height <= 0; }
  std::size_t bytes() const { return static_cast<std::size_t>(width) * height * channels; }
};

}  // namespace kp
