// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <opencv2/core.hpp>
#include <string>
#include <vector>

namespace kp::test {

/// A gray page with a picture that compresses like writing and depends on place, so that a shifted or cut page is noticed: rows of strokes, darker to the lower right.
cv::Mat grayPage(int width, int height);
/// The same in colour, a red patch in the upper left.
cv::Mat colourPage(int width, int height);

std::string encoded(const std::string& extension, const cv::Mat& picture, const std::vector<int>& options = {});

/// How writeTiff stores a page.
struct TiffStyle {
  int bits = 8;         ///< 1 (from the threshold 128), 8, 16
  int compression = 1;  ///< COMPRESSION_… of libtiff
  bool minIsWhite = false;
  bool tiled = false;
  bool bigEndian = false;
  bool bigTiff = false;
  double dpi = 200;
  bool thumbnail = false;  ///< marked as a reduced copy
};
/// TIFF bytes, one directory a picture (gray, or BGR stored as RGB).
std::string tiff(const std::vector<cv::Mat>& pages, const TiffStyle& style = {});

/// One PDF page a picture, drawn over the whole of an A4 page (JPEG inside, as scanners write it); then `textPages` pages with only text.
std::string pdf(const std::vector<cv::Mat>& pages, int textPages = 0);

}  // namespace kp::test
