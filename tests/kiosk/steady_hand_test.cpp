// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/steady_hand.h"

#include <QPointingDevice>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QTest>

#include "window_fixture.h"

namespace kp::kiosk {
namespace {

/// Two buttons at one place: the second comes when the first was pressed, as on the next page.
class SteadyHandTest : public WindowTest {
 protected:
  void SetUp() override {
    WindowTest::SetUp();
    show();
  }
  void place(const char* kind) {
    QQmlComponent component(&m_window->engine());
    component.setData(
        QByteArray(
            "import QtQuick\nimport KiemPhieu\nItem { z: 1000; width: 300; height: 100; property int first: 0; property int second: 0;"
            "KButton { objectName: 'one'; anchors.fill: parent; visible: parent.first === 0; kind: '") +
            kind + "'; onClicked: parent.first++ } KButton { anchors.fill: parent; visible: parent.first > 0; kind: '" + kind +
            "'; onClicked: parent.second++ } }",
        {});
    m_item.reset(qobject_cast<QQuickItem*>(component.create()));
    ASSERT_TRUE(m_item) << component.errorString().toStdString();
    m_item->setParentItem(m_window->window()->contentItem());
    m_hand->waitFor(QStringLiteral("one"));
  }
  /// As Qt sends it: the second click of two is a press, a double click and a release.
  void doubleClick() {
    using Type = QEvent::Type;
    const QPointF at(150, 50);
    quint64 time = 100000;
    for (const Type type :
         {Type::MouseButtonPress, Type::MouseButtonRelease, Type::MouseButtonPress, Type::MouseButtonDblClick, Type::MouseButtonRelease}) {
      QMouseEvent event(type, at, m_window->window()->mapToGlobal(at), Qt::LeftButton,
                        type == Type::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
      event.setTimestamp(time += 60);
      QCoreApplication::sendEvent(m_window->window(), &event);
    }
  }
  int count(const char* which) const { return m_item->property(which).toInt(); }
  std::unique_ptr<QQuickItem> m_item;
};

// Caught: a double click on a button that acts, whose second half pressed what had come to the same place: the next page's button, "Tạm dừng" under "Bắt đầu quét".
TEST_F(SteadyHandTest, ADoubleClickPressesOnce) {
  place("main");
  doubleClick();
  EXPECT_EQ(count("first"), 1);
  EXPECT_EQ(count("second"), 0);
}

TEST_F(SteadyHandTest, ADoubleTouchPressesOnce) {
  place("danger");
  const std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
  for (int i = 0; i < 2; ++i) {
    QTest::touchEvent(m_window->window(), screen.get()).press(0, QPoint(150, 50), m_window->window());
    QTest::touchEvent(m_window->window(), screen.get()).release(0, QPoint(150, 50), m_window->window());
  }
  EXPECT_EQ(count("first"), 1);
  EXPECT_EQ(count("second"), 0);
}

// Caught: "11" on a pad of digits that comes out as "1".
TEST_F(SteadyHandTest, KeysOfAPadAreTouchedAsFastAsOneLikes) {
  place("plain");
  doubleClick();
  EXPECT_EQ(count("first"), 1);
  EXPECT_EQ(count("second"), 1);
}

// Caught: Enter held down on a button: pressed thirty times a second.
TEST_F(SteadyHandTest, EnterHeldDownPressesOnce) {
  place("main");
  m_item->childItems().constLast()->forceActiveFocus();
  for (const bool again : {false, true, true}) {
    QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"), again);
    QCoreApplication::sendEvent(m_window->window(), &enter);
  }
  EXPECT_EQ(count("first") + count("second"), 1);
}

}  // namespace
}  // namespace kp::kiosk
