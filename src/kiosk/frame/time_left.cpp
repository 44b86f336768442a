// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/time_left.h"

#include "kiosk/frame/words.h"

namespace kp::kiosk {

QString timeLeftText(int seconds) {
  if (seconds < 10) return words("sắp xong", "nearly done");
  if (seconds < 90) return words("còn khoảng {0} giây", "about {0} seconds left", (seconds + 9) / 10 * 10);
  return words("còn khoảng {0} phút", "about {0} minutes left", (seconds + 59) / 60);
}

}  // namespace kp::kiosk
