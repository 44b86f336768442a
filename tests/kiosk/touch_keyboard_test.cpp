// SPDX-License-Identifier: GPL-3.0-or-later
// The keyboard on the screen in the real window. It needs Qt's keyboard as the program's input method from the start, so these tests run in a process of their own.
#include "kiosk/frame/touch_keyboard.h"

#include <QQmlEngine>
#include <QTest>

#include "driver.h"
#include "kiosk/frame/window.h"
#include "kiosk_fixture.h"
#include "with_keyboard.h"

namespace kp::kiosk {
namespace {

class TouchKeyboardTest : public KioskTest {
 protected:
  static bool isHere() { return hereWithKeyboard(kPatience); }
  void openWindow(const QString& page) {
    m_window.emplace(*m_station);
    ASSERT_TRUE(m_window->show(false, page));
    m_keyboard = m_window->engine().singletonInstance<TouchKeyboard*>(qmlTypeId("KiemPhieu.Kiosk", 1, 0, "TouchKeyboard"));
    ASSERT_NE(m_keyboard, nullptr);
  }
  /// The lower edge of what has the focus, in the window.
  double fieldBottom() const {
    const QQuickItem* field = m_window->window()->activeFocusItem();
    return field->mapToScene(QPointF(0, field->height())).y();
  }
  double keyboardTop() const { return m_keyboard->property("area").toRectF().top(); }

  std::optional<Window> m_window;
  TouchKeyboard* m_keyboard = nullptr;
};

// Caught: typing blind under the keyboard, and a keyboard that only a hidden long press puts away.
TEST_F(TouchKeyboardTest, TheFieldStandsAboveItAndItGoesAway) {
  if (!isHere()) return;
  m_station->closeFile();
  openWindow({});
  Driver hand(m_window->window());
  hand.click(QStringLiteral("newCongress"));
  hand.rest(300);
  EXPECT_FALSE(m_keyboard->isOpen()) << "it came by itself";
  hand.click(QStringLiteral("newPerson"));
  ASSERT_TRUE(hand.until([&] { return m_keyboard->isOpen() && hand.isSeen(QStringLiteral("hideKeyboard")); }, "the keyboard"));
  EXPECT_TRUE(hand.until([&] { return m_window->window()->height() - keyboardTop() > 200; }, "the keyboard to have its size"));
  EXPECT_TRUE(hand.until([&] { return fieldBottom() <= keyboardTop(); }, "the field to stand above the keyboard"));
  hand.click(QStringLiteral("hideKeyboard"));
  EXPECT_FALSE(m_keyboard->isOpen());
  hand.click(QStringLiteral("newName"));
  EXPECT_TRUE(hand.until([&] { return m_keyboard->isOpen(); }, "the keyboard again"));
  hand.press(Qt::Key_Escape);
  EXPECT_FALSE(m_keyboard->isOpen()) << "Escape";
  EXPECT_TRUE(hand.isSeen(QStringLiteral("newName"))) << "Escape left the form as well";
  hand.click(QStringLiteral("newIssuer"));
  hand.rest(100);
  EXPECT_FALSE(m_keyboard->isOpen()) << "a click after a key of a real keyboard";
  EXPECT_TRUE(m_window->warnings().isEmpty()) << m_window->warnings().join(QLatin1Char('\n')).toStdString();
}

// Caught: a touch beside the field that leaves the keyboard over the buttons.
TEST_F(TouchKeyboardTest, ATouchElsewhereClosesIt) {
  if (!isHere()) return;
  m_station->closeFile();
  openWindow({});
  Driver hand(m_window->window());
  hand.click(QStringLiteral("newCongress"));
  hand.click(QStringLiteral("newName"));
  ASSERT_TRUE(hand.until([&] { return m_keyboard->isOpen(); }, "the keyboard"));
  QTest::mouseClick(m_window->window(), Qt::LeftButton, Qt::NoModifier, QPoint(640, 40));
  EXPECT_TRUE(hand.until([&] { return !m_keyboard->isOpen(); }, "the keyboard to go"));
}

// Caught: the keyboard over the page's own number pad.
TEST_F(TouchKeyboardTest, PagesWithKeysOfTheirOwnHaveNone) {
  if (!isHere()) return;
  openWindow(QStringLiteral("figures"));
  Driver hand(m_window->window());
  hand.click(QStringLiteral("present"));
  hand.rest(300);
  EXPECT_FALSE(m_keyboard->isOpen());
  EXPECT_TRUE(m_window->warnings().isEmpty()) << m_window->warnings().join(QLatin1Char('\n')).toStdString();
}

// Caught: names that come out as the keys typed; Telex in a field of a file's name.
TEST_F(TouchKeyboardTest, NamesAreTypedInTelex) {
  if (!isHere()) return;
  m_station->closeFile();
  openWindow({});
  Driver hand(m_window->window());
  hand.click(QStringLiteral("newCongress"));
  hand.type(QStringLiteral("newName"), QStringLiteral("DDaij hooij ddaij bieeur"));
  EXPECT_EQ(hand.seen(QStringLiteral("newName"))->property("text").toString(), QStringLiteral("Đại hội đại biểu"));
  m_keyboard->setTelex(false);
  hand.type(QStringLiteral("newName"), QStringLiteral("ddaij"));
  EXPECT_EQ(hand.seen(QStringLiteral("newName"))->property("text").toString(), QStringLiteral("ddaij"));
}

// Caught: the name of an object of the program in a question, and nobody who can ever be removed.
TEST_F(TouchKeyboardTest, ThePersonNamedIsRemoved) {
  if (!isHere()) return;
  openWindow(QStringLiteral("congress"));
  Driver hand(m_window->window());
  hand.click(QStringLiteral("tab-1"));
  hand.click(QStringLiteral("remove-") + QString::fromUtf8(kSecretary));
  hand.waitFor(QStringLiteral("promptYes"));
  EXPECT_TRUE(hand.screen().contains(QStringLiteral("Bỏ %1 khỏi danh sách?").arg(QString::fromUtf8(kSecretary))))
      << hand.screen().toStdString();
  hand.click(QStringLiteral("promptYes"));
  hand.until([&] { return !hand.isSeen(QStringLiteral("remove-") + QString::fromUtf8(kSecretary)); }, "the person to be gone");
}

}  // namespace
}  // namespace kp::kiosk
