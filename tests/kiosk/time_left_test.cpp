// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/time_left.h"

#include <gtest/gtest.h>

namespace kp::kiosk {
namespace {

// Caught: "0 minutes left", or a number that jumps at each second.
TEST(TimeLeft, IsToldRoundedUp) {
  EXPECT_EQ(timeLeftText(9), QStringLiteral("sắp xong"));
  EXPECT_EQ(timeLeftText(31), QStringLiteral("còn khoảng 40 giây"));
  EXPECT_EQ(timeLeftText(90), QStringLiteral("còn khoảng 2 phút"));
}

}  // namespace
}  // namespace kp::kiosk
