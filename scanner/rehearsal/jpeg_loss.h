// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <opencv2/core.hpp>

namespace kp::rehearsal {

/// What is left of a gray picture (8 bits) after it was written as a baseline JPEG of this quality, 1 … 100, and read again: the cosines of each 8 × 8 square rounded
/// to the steps of libjpeg's tables. Writing the codes and reading them back loses nothing more, so it is left out; that is most of the time of both. libjpeg computes
/// in whole numbers, so that a cosine half-way between two steps may be rounded the other way there: its square then differs by a gray or two.
cv::Mat1b jpegLoss(const cv::Mat1b& image, int quality);

}  // namespace kp::rehearsal
