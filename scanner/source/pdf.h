// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "election/error.h"
#include "scanner/raster.h"

namespace kp {

/// Pages of a PDF; BadInput when it is broken, breaks off or needs a password, or when a JPEG in it is damaged: looked at here, once a file, because poppler
/// would show what is left of it.
Expected<int> countPdfPages(const std::string& bytes);

/// Page `index` as a scan: at the resolution of the image that fills it where one does, else at kPdfDpi; colour only when wanted and the page has any.
Expected<Raster> decodePdfPage(const std::string& bytes, int index, bool colour);

inline constexpr double kPdfDpi = 200;  ///< for pages that are not one scanned image: what ballots are scanned at

}  // namespace kp
