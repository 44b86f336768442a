// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/rehearsal/jpeg_loss.h"

#include <gtest/gtest.h>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace kp::rehearsal {
namespace {

// Catches decks read from memory that are easier or harder than the same decks read from files.
TEST(JpegLoss, IsWhatAFileLoses) {
  cv::Mat1b image(203, 149, static_cast<unsigned char>(235));
  cv::putText(image, "X hop", {10, 90}, cv::FONT_HERSHEY_DUPLEX, 1.6, cv::Scalar(20), 3, cv::LINE_AA);
  cv::line(image, {5, 120}, {140, 190}, cv::Scalar(90), 4, cv::LINE_AA);
  cv::Mat noise(image.size(), CV_16S);
  cv::RNG rng(3);
  rng.fill(noise, cv::RNG::NORMAL, 0, 6);
  cv::add(image, noise, image, cv::noArray(), CV_8U);
  for (int quality : {12, 40, 63, 80, 92}) {
    std::vector<unsigned char> bytes;
    cv::imencode(".jpg", image, bytes, {cv::IMWRITE_JPEG_QUALITY, quality});
    const cv::Mat1b file = cv::imdecode(bytes, cv::IMREAD_GRAYSCALE), got = jpegLoss(image, quality);
    // cosines half-way between two steps are rounded to one or the other, which moves their square by a gray or two
    EXPECT_LT(cv::countNonZero(cv::abs(file - got) + cv::abs(got - file) > 3) / static_cast<double>(image.total()), 0.08) << quality;
    EXPECT_NEAR(cv::mean(file)[0], cv::mean(got)[0], 0.02) << quality;
    // and as much is lost
    EXPECT_NEAR(cv::norm(image, got) / cv::norm(image, file), 1, 0.01) << quality;
  }
}

}  // namespace
}  // namespace kp::rehearsal
