// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed and not saved, in the real window: nothing takes it away without a word.
#include "window_fixture.h"

namespace kp::kiosk {
namespace {

class UnsavedTest : public WindowTest {
 protected:
  /// The figures page with something typed.
  void openFigures() {
    signIn(kHead);
    open("figures");
    m_hand->type(QStringLiteral("convened"), QStringLiteral("42"));
    ASSERT_TRUE(m_hand->until([this] { return typed() == QLatin1String("42"); }, "the figure"));
  }
  void pickTheOther() {
    m_hand->click(QStringLiteral("contestChoice"));
    m_hand->until([this] { return !m_hand->canTouch(QStringLiteral("contestChoice")); }, "the list of contests");
    m_hand->clickWords(QStringLiteral("Bầu Bí thư Đảng ủy xã Vân Sơn"));
  }
  QString typed() const {
    const auto* model = m_window->window()->findChild<QObject*>(QStringLiteral("figuresModel"));
    return model ? model->property("values").toMap().value(QStringLiteral("convened")).toString() : QString();
  }
};

// Caught: another contest picked at the top, or the lock, that throws typed figures away.
TEST_F(UnsavedTest, AnotherContestAndTheLockAskFirst) {
  openFigures();
  pickTheOther();
  m_hand->click(QStringLiteral("promptNo"));
  EXPECT_EQ(m_station->contest(), QStringLiteral("bch"));
  EXPECT_EQ(m_hand->seen(QStringLiteral("contestChoice"))->property("currentIndex").toInt(), 0) << "what was not taken is not shown";
  EXPECT_EQ(typed(), QStringLiteral("42"));
  m_hand->click(QStringLiteral("lock"));
  m_hand->click(QStringLiteral("promptNo"));
  EXPECT_TRUE(m_station->session()->isSignedIn());
  EXPECT_EQ(typed(), QStringLiteral("42"));
  pickTheOther();
  m_hand->click(QStringLiteral("promptYes"));
  ASSERT_TRUE(m_hand->until([this] { return m_station->contest() == QLatin1String("bt") && typed().isEmpty(); }, "the other contest"));
}

// Caught: figures half typed that are gone because the screen locked itself while somebody counted on.
TEST_F(UnsavedTest, AScreenThatLocksItselfKeepsWhatWasTyped) {
  openFigures();
  m_station->session()->lock();
  ASSERT_TRUE(m_hand->until([this] { return typed().isEmpty(); }, "the lock"));
  signIn(kHead);
  ASSERT_TRUE(m_hand->until([this] { return typed() == QLatin1String("42"); }, "what was typed"));
}

// Caught: a day that must be typed with strokes on a keyboard of letters.
TEST_F(UnsavedTest, ADayIsTypedInDigits) {
  m_station->closeFile();
  show();
  m_hand->click(QStringLiteral("newCongress"));
  m_hand->type(QStringLiteral("newDate"), QStringLiteral("22112026"));
  auto* field = m_hand->seen(QStringLiteral("newDate"));
  ASSERT_NE(field, nullptr);
  EXPECT_EQ(field->property("text").toString(), QStringLiteral("22/11/2026"));
  EXPECT_TRUE(field->property("inputMethodHints").toInt() & Qt::ImhDigitsOnly);
}

}  // namespace
}  // namespace kp::kiosk
