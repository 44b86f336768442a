// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>

#include "driver.h"
#include "kiosk/frame/window.h"
#include "kiosk_fixture.h"

namespace kp::kiosk {

/// The real window over the congress of another fixture (KioskTest or what derives from it); a warning of QML fails the test.
template <typename Congress>
class OverWindow : public Congress {
 protected:
  /// The window as the kiosk starts it.
  void show() {
    m_window.emplace(*this->m_station);
    ASSERT_TRUE(m_window->show(false));
    m_hand.emplace(m_window->window());
  }
  /// The window with one of its pages; somebody is signed in.
  void open(const char* page) {
    show();
    m_window->window()->setProperty("page", QString::fromLatin1(page));
    m_hand->waitFor(QStringLiteral("lock"));
  }
  void TearDown() override {
    if (m_window) {
      EXPECT_TRUE(m_window->warnings().isEmpty()) << m_window->warnings().join(QLatin1Char('\n')).toStdString();
    }
    m_hand.reset();
    m_window.reset();
  }
  std::optional<Window> m_window;
  std::optional<Driver> m_hand;
};
using WindowTest = OverWindow<KioskTest>;

}  // namespace kp::kiosk
