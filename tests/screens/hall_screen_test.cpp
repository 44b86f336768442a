// SPDX-License-Identifier: GPL-3.0-or-later
// The hall's window where there is a second screen: driven from the operator's page, looked at on the other.
#include <QGuiApplication>
#include <QScreen>

#include "../kiosk/counted_kiosk.h"
#include "../kiosk/window_fixture.h"
#include "count/release.h"

namespace kp::kiosk {
namespace {

class HallScreenTest : public OverWindow<CountedKioskTest> {
 protected:
  void SetUp() override {
    OverWindow<CountedKioskTest>::SetUp();
    ASSERT_EQ(QGuiApplication::screens().size(), 2) << "this Qt makes no second screen";
    count({{3, 4}, {3, 4}, {3, 4}, {2, 4}});
    figures(4, 4);
    close();
    onFile([](Ledger& ledger) { ASSERT_TRUE(releaseResult(ledger, "bch", kBoth)); });
    signIn(kHead);
    open("reveal");
    m_window->window()->setScreen(QGuiApplication::screens().at(0));
  }
  QQuickWindow* hall() const {
    for (QWindow* window : QGuiApplication::allWindows())
      if (window->objectName() == QLatin1String("hallWindow") && window->isVisible()) return qobject_cast<QQuickWindow*>(window);
    return nullptr;
  }
  void openHall() {
    m_hand->waitFor(QStringLiteral("openHall"));
    EXPECT_EQ(m_hand->textOf(QStringLiteral("openHall")), QStringLiteral("Mở màn hình hội trường"));
    m_hand->click(QStringLiteral("openHall"));
    ASSERT_TRUE(m_hand->until([this] { return hall() != nullptr; }, "the hall's window"));
  }
  /// What the hall reads. Not by a Driver: it asks for the keys.
  static void textsIn(const QQuickItem* item, QString& found) {
    if (!item->isVisible()) return;
    if (item->inherits("QQuickText")) found += item->property("text").toString() + QLatin1Char('\n');
    for (const QQuickItem* child : item->childItems()) textsIn(child, found);
  }
  QString inTheHall() const {
    QString found;
    if (hall()) textsIn(hall()->contentItem(), found);
    return found;
  }
  /// Everything in the hall's window that takes a touch or a key, by the name of its class.
  static void controlsIn(QQuickItem* item, QStringList& found) {
    for (const char* kind : {"QQuickAbstractButton", "QQuickTextInput", "QQuickComboBox", "QQuickSlider"})
      if (item->inherits(kind)) found.append(QString::fromLatin1(item->metaObject()->className()));
    for (QQuickItem* child : item->childItems()) controlsIn(child, found);
  }
};

// Caught: the hall's picture over the operator's page, or in a window of the operator's size in a corner of the projector.
TEST_F(HallScreenTest, FillsTheOtherScreen) {
  openHall();
  const QScreen* own = QGuiApplication::screens().at(1);
  EXPECT_EQ(hall()->screen(), own);
  EXPECT_EQ(hall()->geometry(), own->geometry());
  EXPECT_NE(m_window->window()->screen(), own);
  EXPECT_TRUE(m_hand->textOf(QStringLiteral("hallState")).contains(QStringLiteral("màn hình thứ hai")));
}

// Caught: keys that go to the projector's window: Escape, typed by the operator, closed the hall's picture.
TEST_F(HallScreenTest, TakesNoKeys) {
  openHall();
  EXPECT_TRUE(hall()->flags() & Qt::WindowDoesNotAcceptFocus);
  const QString before = inTheHall();
  m_hand->press(Qt::Key_Escape);
  m_hand->click(QStringLiteral("mainAction"));
  ASSERT_TRUE(m_hand->until([&] { return inTheHall() != before && !inTheHall().isEmpty(); }, "the next picture in the hall"));
  EXPECT_EQ(QGuiApplication::focusWindow(), m_window->window());
}

// Caught (kiosk.md, screen 14): anything in the hall's window that can be pressed.
TEST_F(HallScreenTest, HoldsNoControl) {
  openHall();
  QStringList controls;
  controlsIn(hall()->contentItem(), controls);
  EXPECT_TRUE(controls.isEmpty()) << controls.join(QStringLiteral(", ")).toStdString();
  EXPECT_FALSE(inTheHall().isEmpty());
}

// Caught: the hall's picture left on the projector when the operator closes it, or when the file is closed.
TEST_F(HallScreenTest, GoesWhenItIsClosedAndWithTheFile) {
  openHall();
  m_hand->click(QStringLiteral("closeHall"));
  ASSERT_TRUE(m_hand->until([this] { return hall() == nullptr; }, "the hall's window to go"));
  openHall();
  m_station->closeFile();
  ASSERT_TRUE(m_hand->until([this] { return hall() == nullptr; }, "the hall's window to go with its file"));
}

}  // namespace
}  // namespace kp::kiosk
