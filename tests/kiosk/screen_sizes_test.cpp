// SPDX-License-Identifier: GPL-3.0-or-later
// Every page after a count on larger screens than the smallest: the rules of page_audit.h hold, and what one looks for first is always where it was.
#include <QtQml>

#include "driver.h"
#include "kiosk/frame/window.h"
#include "page_audit.h"
#include "sample_fixture.h"

namespace kp::kiosk {
namespace {

constexpr int kSettle = 260;    ///< ms for a page to be made, to read the file and to draw
constexpr int kMostStops = 80;  ///< Tab stops of one page; more means that Tab goes in no circle

class ScreenSizes : public SampleTest {
 protected:
  void SetUp() override {
    SampleTest::SetUp();
    m_window.emplace(*m_station);
    ASSERT_TRUE(m_window->show(false, QStringLiteral("congress")));
  }
  void TearDown() override {
    EXPECT_TRUE(m_window->warnings().isEmpty()) << m_window->warnings().join(QLatin1Char('\n')).toStdString();
    m_window.reset();
    SampleTest::TearDown();
  }
  QQuickWindow* view() const { return m_window->window(); }
  QStringList pages() const { return view()->property("pages").toMap().keys(); }
  void open(const QString& page, const Driver& hand) const {
    view()->setProperty("page", page);
    hand.rest(kSettle);
  }
  void auditAt(int width, int height) const {
    view()->resize(width, height);
    const Driver hand(view());
    for (const QString& page : pages()) {
      open(page, hand);
      for (const QString& finding : auditPage(view()))
        ADD_FAILURE() << page.toStdString() << " at " << width << ": " << finding.toStdString();
    }
  }
  std::optional<Window> m_window;
};

// Caught: a page that fits the smallest screen and is cut, or overlaps itself, on the one most kiosks have.
TEST_F(ScreenSizes, FullHd) { auditAt(1920, 1080); }

// Caught: the same on the largest screen of kiosk.md.
TEST_F(ScreenSizes, UltraHd) { auditAt(3840, 2160); }

// Caught (kiosk.md): a page whose main action is somewhere else than on the page before.
TEST_F(ScreenSizes, TheMainActionIsAlwaysInTheSameCorner) {
  const Driver hand(view());
  int found = 0;
  for (const QString& page : pages()) {
    open(page, hand);
    const QQuickItem* main = hand.seen(QStringLiteral("mainAction"));
    if (!main) continue;  // Giám sát changes nothing
    ++found;
    const QPointF corner = main->mapToScene(QPointF(main->width(), main->height()));
    EXPECT_NEAR(corner.x(), view()->width() - 24, 1) << page.toStdString();
    EXPECT_NEAR(corner.y(), view()->height() - 12, 1) << page.toStdString();
  }
  EXPECT_GE(found, static_cast<int>(pages().size()) - 1);
}

// Caught (kiosk.md): a control that has the focus and looks as it did without.
TEST_F(ScreenSizes, WhatHasTheFocusLooksDifferent) {
  Driver hand(view());
  for (const QString& page : pages()) {
    open(page, hand);
    QQuickItem *first = nullptr, *before = nullptr;
    QRect place;
    QImage with;
    for (int stop = 0; stop < kMostStops; ++stop) {
      hand.press(Qt::Key_Tab);
      hand.rest(30);
      const QImage now = view()->grabWindow();
      if (before && now.copy(place) == with.copy(place))
        ADD_FAILURE() << page.toStdString() << ": " << before->metaObject()->className() << " " << place.y() << "+" << place.height() << " "
                      << before->objectName().toStdString() << " “" << before->property("text").toString().toStdString()
                      << "” looks the same with the focus";
      QQuickItem* item = view()->activeFocusItem();
      if (!item || item == first) break;
      if (!first) first = item;
      before = item;
      place = item->mapRectToScene(QRectF(-4, -4, item->width() + 8, item->height() + 8))
                  .toRect()
                  .intersected(view()->contentItem()->boundingRect().toRect());
      with = now;
    }
  }
}

}  // namespace
}  // namespace kp::kiosk
