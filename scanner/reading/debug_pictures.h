// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "ballot/page_reading.h"
#include "scanner/reading/trace.h"

namespace kp {

/// Writes what was seen on the way to a reading into `folder` (made when missing), for `scan --debug`; nothing for a page that could not be placed:
/// 1-placed.png the fiducials and codes where they were found, 2-lines-and-blots.png folds, streaks and ink beyond the targets, 3-marks.png every target with its
/// decision and score, 4-doubt-NN-dark.png and -ink.png for each doubtful target: its darkness and what is left when the print is taken away.
void writeDebugPictures(const std::string& folder, const PageView& view, const PageForm& page, const PageReading& reading,
                        const ReadingTrace& trace);

}  // namespace kp
