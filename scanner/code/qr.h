// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace kp {

/// A QR symbol as modules, row by row, true = dark, without quiet zone.
struct QrSymbol {
  int modules = 0;
  std::vector<bool> dark;
  bool at(int row, int column) const { return dark[static_cast<std::size_t>(row) * modules + column]; }
};

/// Encodes text as a QR code. `errorCorrection` 0 (L) … 3 (H). Empty text or text that does not fit throws std::invalid_argument (a programming error).
QrSymbol encodeQr(const std::string& text, int errorCorrection);

struct PointPx {
  double x = 0, y = 0;
};
/// A QR code found: its text and its corners (outer edge, in the symbol's own order: upper left, upper right, lower right, lower left), pixels of the given image.
struct QrFound {
  std::string text;
  std::array<PointPx, 4> corners;
};

/// Looks for QR codes in a gray image given by its first pixel, size and stride in bytes. `thorough` tries harder (rotations, downscaling): slower, for what the quick look missed.
std::optional<QrFound> findQr(const unsigned char* data, int width, int height, int strideBytes, bool thorough);
/// All QR codes of a page (thorough).
std::vector<QrFound> findAllQr(const unsigned char* data, int width, int height, int strideBytes);

}  // namespace kp
