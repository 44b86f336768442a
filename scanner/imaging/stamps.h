// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <opencv2/core.hpp>
#include <vector>

#include "scanner/imaging/page_ink.h"

namespace kp {

/// Round seals: rings of a seal's size. Points of ink vote for centres at each radius; the best are then fitted and their rings inspected.
/// `points`, `ink` (255 where there is ink) and `open` (255 where print leaves the paper visible) are at kPagePxPerMm; ink within `sealPlace` (mm) does not vote.
std::vector<Stamp> findStamps(const std::vector<cv::Point>& points, const cv::Mat& ink, const cv::Mat& open, const RectMm& sealPlace);

}  // namespace kp
