// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "election/error.h"

namespace kp {

/// What one TIFF directory (IFD) says; values as stored.
struct TiffPage {
  int width = 0, height = 0, channels = 1, bits = 1;
  double dpi = 0;  ///< 0 when the file gives no unit
};

/// Walks the directories of a classic or big TIFF of either byte order, without libtiff and without decoding. Any bytes are safe: a chain that loops, or is longer
/// than kMaxTiffPages, or points out of the file is BadInput. Reduced-resolution copies (thumbnails, NewSubfileType bit 0) are not pages and stay out.
Expected<std::vector<TiffPage>> readTiffDirectories(std::string_view bytes);

/// Index among all directories (what TIFFSetDirectory takes) of page `index` as readTiffDirectories counts; −1 when there is none.
int tiffDirectoryOfPage(std::string_view bytes, int index);

inline constexpr int kMaxTiffPages = 10'000;  ///< a feeder batch is at most some hundred sheets

}  // namespace kp
