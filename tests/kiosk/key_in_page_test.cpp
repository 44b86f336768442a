// SPDX-License-Identifier: GPL-3.0-or-later
// Screen 8 in the real window, with the keys of somebody who does not wait.
#include <QtTest/QTest>

#include "two_returned.h"
#include "window_fixture.h"

namespace kp::kiosk {
namespace {

class KeyInPageTest : public WindowTest {};

// Caught: the first digits of a ballot gone because the ballot before it was still being stored.
TEST_F(KeyInPageTest, NoKeyIsTooFast) {
  signIn(kMember);
  m_station->session()->lock();
  signIn(kHead);
  enterTwoReturned(*m_station);
  open("congress");
  m_hand->clickWords(QStringLiteral("Nhập phiếu"));
  m_hand->waitFor(QStringLiteral("entry"));
  for (const char* ballot : {"4 5", "1 2"}) {
    for (const char* key = ballot; *key != '\0'; ++key)
      QTest::sendKeyEvent(QTest::Click, m_window->window(), Qt::Key(*key), *key, Qt::NoModifier);
    QTest::sendKeyEvent(QTest::Click, m_window->window(), Qt::Key_Return, '\r', Qt::NoModifier);  // straight behind: no event loop between
  }
  const auto keyed = [this] { return file().keying().entries("bch", 1)->size(); };
  ASSERT_TRUE(m_hand->until([&] { return keyed() == 2; }, "both ballots in the file"));
  const auto entries = file().keying().entries("bch", 1);
  EXPECT_NE((*entries)[0].place.ballot, (*entries)[1].place.ballot);
  EXPECT_NE((*entries)[0].content, (*entries)[1].content);
}

}  // namespace
}  // namespace kp::kiosk
