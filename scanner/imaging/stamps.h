// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <opencv2/core.hpp>
#include <vector>

#include "scanner/imaging/page_ink.h"

namespace kp {

/// Round seals: rings of a seal's size. Points of ink vote for centres at each radius; the best are then fitted and their rings inspected.
/// `points`, `ink` (255 where there is ink) and `open` (255 where print leaves the paper visible) are at kPagePxPerMm; ink within `sealPlace` (mm) does not vote.
std::vector<Stamp> findStamps(const std::vector<cv::Point>& points, const cv::Mat& ink, const cv::Mat& open, const RectMm& sealPlace);

/// Where a blot's ink begins and ends in each row of its box, px at kPagePxPerMm from the box's left side; -1 in rows without ink.
struct InkEnds {
  std::vector<int> left, right;
};

/// True when a blot is as high as a piece of the frame of a rectangular stamp (ĐÃ KIỂM PHIẾU), mm.
bool maybeFrame(const RectMm& box);

/// Share of the rows in which the ink ends on a straight line, on the left or on the right, as the side of a frame does. Strokes through neighbouring names end where each stroke ends,
/// scribbles go to and fro.
double framedShare(const InkEnds& ends);

}  // namespace kp
