// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/overlay.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <opencv2/imgcodecs.hpp>

#include "paper.h"

namespace kp {
namespace {

// Pictures of support cases: the box lies where the millimetres are, and a folder that cannot be written is said, not thrown.
TEST(Overlay, DrawsBoxesOverTheScanAndSaysWhenItCannot) {
  std::string name = (std::filesystem::temp_directory_path() / "kp-overlay-XXXXXX").string();
  const std::filesystem::path folder = mkdtemp(name.data());
  const PageView view(test::Paper().scan(4), 4);
  ASSERT_TRUE(writeOverlay((folder / "o.png").string(), view, test::upright(4), {{{50, 60, 40, 20}, {0, 0, 255}, "mark"}}));
  const cv::Mat seen = cv::imread((folder / "o.png").string());
  ASSERT_FALSE(seen.empty());
  bool red = false;
  for (int y = 236; y <= 244; ++y) red = red || seen.at<cv::Vec3b>(y, 280) == cv::Vec3b(0, 0, 255);
  EXPECT_TRUE(red);
  EXPECT_FALSE(writeOverlay((folder / "none" / "o.png").string(), view, test::upright(4), {}));
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace kp
