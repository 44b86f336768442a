// SPDX-License-Identifier: GPL-3.0-or-later
// The minutes' code off photos and scans of the paper: light, blur, noise, perspective, turning, resolution.
#include "scanner/code/photo_code.h"

#include <gtest/gtest.h>

#include <cmath>
#include <opencv2/imgproc.hpp>

#include "scanner/code/qr.h"

using namespace kp;

namespace {

constexpr int kDpi = 300, kWidth = 2480, kHeight = 3508;

/// As long as that of minutes with 63 names.
std::string statement() {
  std::string text = "KPM1:";
  for (int i = 0; i < 560; ++i) text += "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"[(i * 31 + i / 7) % 45];
  return text;
}

/// A page of minutes at 300 dpi: lines of text and the code at its foot with modules of 0.381 mm, as the minutes are printed.
cv::Mat page() {
  cv::Mat paper(kHeight, kWidth, CV_8UC1, cv::Scalar(245));
  for (int line = 0; line < 45; ++line)
    for (int word = 0; word < 14; ++word)
      cv::rectangle(paper, cv::Rect(350 + word * 140, 300 + line * 55, 60 + (word * 37 + line * 13) % 60, 22), cv::Scalar(30), cv::FILLED);
  const QrSymbol qr = encodeQr(statement(), 0);
  const double module = 0.381 / 25.4 * kDpi;
  for (int row = 0; row < qr.modules; ++row)
    for (int column = 0; column < qr.modules; ++column)
      if (qr.at(row, column)) {
        const cv::Point from(1900 + static_cast<int>(std::lround(column * module)), 2900 + static_cast<int>(std::lround(row * module)));
        const cv::Point to(1900 + static_cast<int>(std::lround((column + 1) * module)) - 1,
                           2900 + static_cast<int>(std::lround((row + 1) * module)) - 1);
        cv::rectangle(paper, from, to, cv::Scalar(25), cv::FILLED);
      }
  return paper;
}

/// Taken with a phone: seen from an angle, turned, on a dark table, with a lamp on one side and a shadow, out of focus, with noise.
cv::Mat photo(const cv::Mat& paper, double scale, double tilt, double degrees, double blur, double shadow, int seed) {
  const auto w = static_cast<float>(paper.cols * scale), h = static_cast<float>(paper.rows * scale);
  const auto inset = static_cast<float>(tilt * w);
  const std::vector<cv::Point2f> from{{0, 0},
                                      {static_cast<float>(paper.cols), 0},
                                      {static_cast<float>(paper.cols), static_cast<float>(paper.rows)},
                                      {0, static_cast<float>(paper.rows)}};
  const float edge = 0.15F * w;
  const std::vector<cv::Point2f> to{
      {edge + inset, edge}, {edge + w - inset, edge + inset / 3}, {edge + w, edge + h}, {edge, edge + h - inset / 2}};
  const cv::Size size(static_cast<int>(w + 2 * edge), static_cast<int>(h + 2 * edge));
  cv::Mat seen;
  cv::warpPerspective(paper, seen, cv::getPerspectiveTransform(from, to), size, cv::INTER_AREA, cv::BORDER_CONSTANT, cv::Scalar(60));
  cv::warpAffine(seen, seen, cv::getRotationMatrix2D({size.width / 2.0F, size.height / 2.0F}, degrees, 1), size, cv::INTER_LINEAR,
                 cv::BORDER_CONSTANT, cv::Scalar(60));
  if (blur > 0) cv::GaussianBlur(seen, seen, {}, blur);
  cv::Mat light(size, CV_32FC1);
  for (int y = 0; y < light.rows; ++y)
    for (int x = 0; x < light.cols; ++x)
      light.at<float>(y, x) = static_cast<float>(1 - shadow * x / light.cols - (x + y > (light.cols + light.rows) * 0.62 ? shadow / 2 : 0));
  cv::Mat lit, noise(size, CV_32FC1);
  seen.convertTo(lit, CV_32FC1);
  lit = lit.mul(light);
  cv::RNG random(static_cast<std::uint64_t>(seed));
  random.fill(noise, cv::RNG::NORMAL, 0, 6);
  lit += noise;
  lit.convertTo(seen, CV_8UC1);
  return seen;
}

std::string readOff(const cv::Mat& image) {
  return findTextInPhoto(image.data, image.cols, image.rows, static_cast<int>(image.step), "KPM1:").value_or("");
}

}  // namespace

// Regression: a photo that any phone takes of the minutes is not read.
TEST(PhotoCode, ReadsPhotosOfThePaper) {
  const cv::Mat paper = page();
  struct Taken {
    const char* how;
    double scale, tilt, degrees, blur, shadow;
  };
  for (const Taken& t :
       {Taken{"straight", 1, 0, 0, 0.6, 0}, Taken{"12 MP, tilted, lamp at one side", 1.15, 0.04, 3, 1.2, 0.4},
        Taken{"turned by 90", 1.1, 0.03, 90, 1.0, 0.3}, Taken{"upside down", 0.9, 0.02, 183, 0.8, 0.3},
        Taken{"soft", 1.3, 0.02, -7, 2.4, 0.2}, Taken{"dark corner", 1.2, 0.05, 12, 1.2, 0.55}, Taken{"50 MP", 1.9, 0.03, 5, 2.5, 0.3},
        // not read at the first look: the further attempts are what reads these
        Taken{"small, dark", 0.5, 0.03, 5, 0.4, 0.6}, Taken{"small, soft", 0.6, 0.03, 5, 0.96, 0.2},
        Taken{"soft, dark", 1.2, 0.03, 5, 1.92, 0.6}})
    EXPECT_EQ(readOff(photo(paper, t.scale, t.tilt, t.degrees, t.blur, t.shadow, 7)), statement()) << t.how;
}

// Regression: a scan at the resolution an office uses, or bilevel, is not read.
TEST(PhotoCode, ReadsScansOfThePaper) {
  const cv::Mat paper = page();
  cv::Mat half, black;
  cv::resize(paper, half, {}, 2.0 / 3, 2.0 / 3, cv::INTER_AREA);
  EXPECT_EQ(readOff(half), statement()) << "200 dpi";
  cv::threshold(half, black, 128, 255, cv::THRESH_BINARY);
  EXPECT_EQ(readOff(black), statement()) << "200 dpi bilevel";
}

// Regression: some other code on the paper is taken for the statement; a wild picture upsets the attempts.
TEST(PhotoCode, OtherCodesAndNothing) {
  const QrSymbol qr = encodeQr("HTTPS://EXAMPLE.VN", 1);
  cv::Mat image(400, 400, CV_8UC1, cv::Scalar(255));
  for (int y = 0; y < qr.modules * 6; ++y)
    for (int x = 0; x < qr.modules * 6; ++x)
      if (qr.at(y / 6, x / 6)) image.at<std::uint8_t>(100 + y, 100 + x) = 0;
  EXPECT_EQ(readOff(image), "");
  cv::Mat noise(300, 40, CV_8UC1);
  cv::RNG random(3);
  random.fill(noise, cv::RNG::UNIFORM, 0, 256);
  EXPECT_EQ(readOff(noise), "");
  EXPECT_EQ(readOff(cv::Mat(21, 21, CV_8UC1, cv::Scalar(0))), "");
  EXPECT_FALSE(findTextInPhoto(nullptr, 100, 100, 100, "KPM1:"));
}
