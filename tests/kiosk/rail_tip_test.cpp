// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_fixture.h"

namespace kp::kiosk {
namespace {

class RailTipTest : public WindowTest {};

// Caught: the mouse that rests where a name was touched at the login (or a focus that nobody moves on), and the rail's tip that lies over the ballot for as long as it does.
TEST_F(RailTipTest, GoesAgainWhereNobodyMovesOn) {
  signIn(kHead);
  open("figures");
  ASSERT_TRUE(m_hand->until([this] { return m_hand->words(QString::fromUtf8("Lưu trữ")) != nullptr; }, "the rail"));
  QQuickItem* item = m_hand->words(QString::fromUtf8("Lưu trữ"))->parentItem()->parentItem();
  const auto* tip = item->findChild<QObject*>(QStringLiteral("railTip"));
  ASSERT_TRUE(tip);
  ASSERT_NE(item->property("detail").toString(), QString());
  item->forceActiveFocus(Qt::TabFocusReason);
  ASSERT_TRUE(m_hand->until([&] { return tip->property("visible").toBool(); }, "the tip"));
  ASSERT_TRUE(m_hand->until([&] { return !tip->property("visible").toBool(); }, "the page without it"));
}

}  // namespace
}  // namespace kp::kiosk
