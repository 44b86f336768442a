// SPDX-License-Identifier: GPL-3.0-or-later
#include "counted_kiosk.h"
#include "driver.h"
#include "kiosk/frame/window.h"

namespace kp::kiosk {
namespace {

class ReopenPromptTest : public CountedKioskTest {};

// Caught (X17): Enter after the reason does nothing, so that the second person's PIN is typed behind it, for everybody to read and into the journal.
TEST_F(ReopenPromptTest, EnterAfterTheReasonAsksForTheSecondPerson) {
  countNine();
  close();
  signIn(kHead);
  Window window(*m_station);
  ASSERT_TRUE(window.show(false));
  Driver hand(window.window());
  window.window()->setProperty("page", QStringLiteral("result"));
  hand.click(QStringLiteral("reopen"));
  hand.type(QStringLiteral("reopenWhy"), QStringLiteral("dem lai"));
  hand.press(Qt::Key_Return);
  hand.waitFor(QStringLiteral("secondPerson"));
  EXPECT_FALSE(hand.isSeen(QStringLiteral("reopenWhy")));
  EXPECT_TRUE(window.warnings().isEmpty()) << window.warnings().join(QLatin1Char('\n')).toStdString();
}

}  // namespace
}  // namespace kp::kiosk
