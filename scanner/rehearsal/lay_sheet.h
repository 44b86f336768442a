// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <opencv2/core.hpp>

namespace kp::rehearsal {

/// The sheet as it lies on a picture of `size`: `to` takes pixels of the sheet to pixels of the picture, `backing` (gray) is what shows around it. One or three
/// channels of 8 bits. For maps that turn by less than 45°. About four times as fast as cv::warpAffine, which used to take a third of drawing a deck.
cv::Mat laySheet(const cv::Mat& sheet, const cv::Matx23d& to, cv::Size size, double backing);

}  // namespace kp::rehearsal
