// SPDX-License-Identifier: GPL-3.0-or-later
#include "still_coming.h"

#include "window_fixture.h"

namespace kp::kiosk {
namespace {

class StillComingTest : public WindowTest {};

// Caught: pictures of the handbook taken in the moment before the ballot was drawn.
TEST_F(StillComingTest, APictureOfThePrintPageWaitsForItsBallot) {
  signIn(kHead);
  open("print");
  const auto coming = [this] { return stillComing(m_window->window()->contentItem()); };
  EXPECT_TRUE(coming()) << "the ballot is being made";
  ASSERT_TRUE(m_hand->until([&] { return !coming(); }, "the ballot"));
  EXPECT_TRUE(m_hand->isSeen(QStringLiteral("paperPage")));
  EXPECT_FALSE(m_hand->screen().contains(QString::fromUtf8("Đang dựng phiếu"))) << m_hand->screen().toStdString();
}

}  // namespace
}  // namespace kp::kiosk
