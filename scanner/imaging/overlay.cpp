// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/overlay.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace kp {
namespace {

bool write(const std::string& path, const cv::Mat& picture) {
  try {
    return cv::imwrite(path, picture, {cv::IMWRITE_PNG_COMPRESSION, 1});
  } catch (const cv::Exception&) {
    return false;
  }
}

}  // namespace

bool writeOverlay(const std::string& path, const PageView& view, const Affine& toView, const std::vector<OverlayBox>& boxes) {
  const cv::Mat gray(view.height(), view.width(), CV_8UC1, const_cast<std::uint8_t*>(view.data()), static_cast<std::size_t>(view.stride()));
  cv::Mat picture;
  cv::cvtColor(gray, picture, cv::COLOR_GRAY2BGR);
  for (const auto& b : boxes) {
    std::vector<cv::Point> corners;
    for (const Point c : {Point{b.box.x, b.box.y}, Point{b.box.x + b.box.w, b.box.y}, Point{b.box.x + b.box.w, b.box.y + b.box.h},
                          Point{b.box.x, b.box.y + b.box.h}}) {
      const Point p = toView(c);
      corners.emplace_back(cvRound(p.x), cvRound(p.y));
    }
    const cv::Scalar colour(b.bgr[0], b.bgr[1], b.bgr[2]);
    cv::polylines(picture, corners, true, colour, 2, cv::LINE_AA);
    if (!b.label.empty())
      cv::putText(picture, b.label, corners[1] + cv::Point(4, 12), cv::FONT_HERSHEY_SIMPLEX, 0.4, colour, 1, cv::LINE_AA);
  }
  return write(path, picture);
}

bool writePicture(const std::string& path, const Gray& picture, int factor) {
  const cv::Mat gray(picture.height, picture.width, CV_8UC1, const_cast<std::uint8_t*>(picture.px.data()));
  return write(path, gray * factor);
}

}  // namespace kp
