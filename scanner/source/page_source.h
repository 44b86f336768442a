// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "election/error.h"
#include "scanner/raster.h"

namespace kp {

/// Files to take in: folders are walked (one level and below), hidden files and our own truth.jsonl/json/csv sidecars are left out, natural name order (s2 before s10).
/// A SOURCE that does not exist is an error NotFound. Nothing is opened.
Expected<std::vector<std::filesystem::path>> listSources(const std::vector<std::string>& sources);

/// Natural order of file names: digit runs compare as numbers. <0, 0, >0.
int compareNatural(const std::string& a, const std::string& b);

/// The whole file, unchanged. Errors: NotFound (vanished meanwhile), Io, BadInput (larger than kMaxFileBytes).
Expected<std::string> readFile(const std::filesystem::path& path);

/// Number of pages in the bytes of one file: 1 for JPEG/PNG, the number of directories for TIFF, of pages for PDF.
/// BadInput (with what is wrong, in words) for an empty file, an unknown format (by its first bytes, never by its name), a broken header, or more than kMaxPixels in the header.
Expected<int> countPages(const std::string& bytes);

/// Page `index` (from 0) as gray, or as colour when the file is in colour and `keepColour`. JPEG, PNG and TIFF by libjpeg, libpng and libtiff, PDF rendered by poppler
/// (a PDF page that is one full-page image is rendered at that image's own resolution, other pages at 200 dpi). Pixels as they are stored: an orientation tag is not applied.
/// Alpha lies over white, 16 bits become 8, bilevel becomes 0 and 255.
/// A file that breaks off is an error (BadInput, "…breaks off…"), never a half-gray page. Foreign exceptions are caught here and nothing goes to stderr. Thread safe.
Expected<Raster> decodePage(const std::string& bytes, int index, bool keepColour);

/// True when a page holds nothing but full black and full white, as bilevel TIFF and fax do: a stroke too faint for the scanner's threshold has left no trace in it. By samples, not each pixel.
bool isBilevel(const Raster& page);

/// Renders one page of a PDF to gray at the given resolution; what `decodePage` uses, also for the reader's reference image and for tests.
Expected<Raster> renderPdfPage(const std::string& pdfBytes, int index, double dpi);

inline constexpr std::size_t kMaxFileBytes = 512u << 20;  ///< a 600 dpi colour TIFF of an A3 sheet is 208 MB
inline constexpr long kMaxPixels = 160'000'000;           ///< A3 at 600 dpi is 70 million

}  // namespace kp
