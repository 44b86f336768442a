// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/rehearsal/lay_sheet.h"

#include <gtest/gtest.h>

#include <cmath>
#include <opencv2/imgproc.hpp>

namespace kp::rehearsal {
namespace {

/// Paper with soft shapes on it, so that a sample a little off its place differs little.
cv::Mat shapes(int type) {
  cv::Mat image(220, 150, type, cv::Scalar::all(240));
  cv::circle(image, {50, 60}, 30, cv::Scalar(40, 120, 200), 5);
  cv::rectangle(image, {20, 120, 100, 70}, cv::Scalar(10, 60, 90), cv::FILLED);
  cv::GaussianBlur(image, image, {}, 2);
  return image;
}

// Catches a sheet that lies elsewhere than the map says: every truth of a deck would be off its mark.
TEST(LaySheet, PutsEachPixelWhereTheMapSays) {
  for (int type : {CV_8UC1, CV_8UC3})
    for (double degrees : {-5.0, -0.7, 0.0, 0.3, 5.0})
      for (cv::Size size : {cv::Size(150, 220), cv::Size(170, 240), cv::Size(140, 210)}) {
        const double c = std::cos(degrees * 0.0174533), s = std::sin(degrees * 0.0174533);
        cv::Matx23d m(1.01 * c, -0.99 * s + 0.002, 0, 1.01 * s, 0.99 * c, 0);
        m(0, 2) = size.width / 2.0 + 3.3 - m(0, 0) * 75 - m(0, 1) * 110, m(1, 2) = size.height / 2.0 - 2.6 - m(1, 0) * 75 - m(1, 1) * 110;
        const cv::Mat sheet = shapes(type), got = laySheet(sheet, m, size, 30);
        cv::Mat asked, apart;
        cv::warpAffine(sheet, asked, cv::Mat(m), size, cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar::all(30));
        cv::absdiff(asked, got, apart);
        // along the sheet's own edge, a step of 210, two passes round the corners another way
        EXPECT_LT(cv::mean(apart)[0], 0.6) << degrees;
        EXPECT_LT(cv::countNonZero(apart.reshape(1) > 4), 0.01 * static_cast<double>(apart.total() * apart.elemSize())) << degrees;
        EXPECT_LT(cv::norm(asked, got, cv::NORM_INF), 60) << degrees;
      }
}

// Catches samples taken beyond the sheet when it is shifted almost off its picture.
TEST(LaySheet, AroundTheSheetIsBacking) {
  const cv::Mat got = laySheet(shapes(CV_8UC1), {1, 0, 140, 0, 1, 215}, {150, 220}, 7);
  EXPECT_EQ(cv::countNonZero(got(cv::Rect(0, 0, 139, 220)) != 7) + cv::countNonZero(got(cv::Rect(0, 0, 150, 214)) != 7), 0);
  EXPECT_NEAR(cv::mean(got(cv::Rect(141, 216, 9, 4)))[0], 240, 1);
}

}  // namespace
}  // namespace kp::rehearsal
