// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/one_thread.h"

#include <opencv2/core/utility.hpp>

namespace kp {

void keepToOneThread() {
  static const bool kept = [] {
    cv::setNumThreads(1);
    return true;
  }();
  (void)kept;
}

}  // namespace kp
