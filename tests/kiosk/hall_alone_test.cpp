// SPDX-License-Identifier: GPL-3.0-or-later
// The hall's window where there is no second screen; with one: tests/screens.
#include <QGuiApplication>

#include "counted_kiosk.h"
#include "kiosk/reveal/hall.h"
#include "window_fixture.h"

namespace kp::kiosk {
namespace {

class HallAloneTest : public OverWindow<CountedKioskTest> {};

// Caught: a picture over the operator's only screen that no key takes away.
TEST_F(HallAloneTest, EscapeBringsTheOperatorBack) {
  count({{3, 4}, {3, 4}, {3, 4}, {2, 4}});
  figures(4, 4);
  close();
  signIn(kHead);
  open("reveal");
  m_hand->waitFor(QStringLiteral("openHall"));
  EXPECT_EQ(m_hand->textOf(QStringLiteral("openHall")), QStringLiteral("Chiếu toàn màn hình này"));
  m_hand->click(QStringLiteral("openHall"));
  const Hall& hall = Hall::of(*m_station);
  ASSERT_TRUE(m_hand->until([&] { return hall.isShown(); }, "the hall's window"));
  auto* window = qobject_cast<QQuickWindow*>(QGuiApplication::focusWindow());
  ASSERT_NE(window, nullptr);
  EXPECT_EQ(window->objectName(), QStringLiteral("hallWindow"));
  EXPECT_FALSE(window->flags() & Qt::WindowDoesNotAcceptFocus);
  Driver(window).press(Qt::Key_Escape);
  ASSERT_TRUE(m_hand->until([&] { return !hall.isShown(); }, "the operator's page"));
}

}  // namespace
}  // namespace kp::kiosk
