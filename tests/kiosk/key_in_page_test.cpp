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

// Caught: a ballot asked for, typed, and refused by those who may not key or into a pass that a scanner counted.
TEST_F(KeyInPageTest, WhoMayNotAndWhereNotIsSaidBeforeAnythingIsTyped) {
  for (const char* name : {kMember, kSupervisor, kHead}) {
    m_station->session()->lock();
    signIn(name);
  }
  enterTwoReturned(*m_station);
  bool stored = false;
  m_station->acting().ask(
      m_station->session(),
      [](Ledger& ledger) {
        SheetIntake sheet;
        sheet.expected = "bch";
        sheet.sourceName = "s1.jpg";
        sheet.source = std::make_shared<SourceFile>("s1");
        return ledger.sheets().append(std::vector{sheet}, {});
      },
      [&stored](const Expected<std::vector<int>>& ids) { stored = ids.has_value(); });
  until([&] { return stored; });
  open("key-in");
  m_hand->until([this] { return m_hand->screen().contains(QString::fromUtf8("đã quét bằng máy")); }, "why not into this pass");
  EXPECT_FALSE(m_hand->isSeen(QStringLiteral("entry")));
  EXPECT_FALSE(m_hand->canTouch(QStringLiteral("mainAction")));
  m_hand->choose(QStringLiteral("pass"), QStringLiteral("Lượt 2"));
  m_hand->waitFor(QStringLiteral("entry"));
  m_station->session()->lock();
  signIn(kSupervisor);
  m_hand->until([this] { return m_hand->screen().contains(QString::fromUtf8("nhập phiếu do Ban kiểm phiếu")); }, "why not by this person");
  EXPECT_FALSE(m_hand->isSeen(QStringLiteral("entry")));
}

}  // namespace
}  // namespace kp::kiosk
