// SPDX-License-Identifier: GPL-3.0-or-later
// The whole day of a congress without a mouse and without a touch: from the first key to the archive, over a folder of scans.
#include <QMouseEvent>

#include "whole_day.h"

namespace kp::kiosk {
namespace {

/// Counts what a mouse or a finger does, whoever sent it.
class Pointers : public QObject {
 public:
  int seen = 0;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    const auto type = event->type();
    if (type == QEvent::MouseButtonPress || type == QEvent::MouseButtonDblClick || type == QEvent::TouchBegin) ++seen;
    return QObject::eventFilter(watched, event);
  }
};

class KeyboardDayTest : public WholeDayTest {
 protected:
  void SetUp() override {
    m_mouse = false;
    WholeDayTest::SetUp();
    QCoreApplication::instance()->installEventFilter(&m_pointers);
  }
  Pointers m_pointers;
};

// Caught: anything of the day that only a mouse or a finger reaches; a button that has the focus where nobody sees it.
TEST_F(KeyboardDayTest, ACongressByKeysAlone) {
  goThrough(wholeDay());
  EXPECT_EQ(m_pointers.seen, 0);
}

}  // namespace
}  // namespace kp::kiosk
