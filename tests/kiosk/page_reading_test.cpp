// SPDX-License-Identifier: GPL-3.0-or-later
// What a page shows while the congress file is still being read, as on a slow machine with a province's ballots.
#include <future>

#include "counted_kiosk.h"
#include "window_fixture.h"

namespace kp::kiosk {
namespace {

class PageReadingTest : public OverWindow<CountedKioskTest> {
 protected:
  /// Nothing is looked up until letGo().
  void holdTheLookingDesk() {
    m_station->looking().ask(
        m_station->session(), [go = m_go.get_future().share()](const Ledger&) { return go.wait_for(std::chrono::seconds(60)); },
        [](std::future_status) {});
  }
  void letGo() { m_go.set_value(); }
  std::promise<void> m_go;
};

// Caught: "no ballot was taken in, so there is no result", "on to comparing" and an empty pile, said of a count that was only not read yet.
TEST_F(PageReadingTest, SaysNothingOfAFileThatWasNotReadYet) {
  countNine();
  signIn(kHead);
  show();
  holdTheLookingDesk();
  for (const char* page : {"result", "adjudicate", "scan"}) {
    m_window->window()->setProperty("page", QString::fromLatin1(page));
    m_hand->until([this] { return m_hand->isSeen(QStringLiteral("pageReading")); }, page);
    EXPECT_FALSE(m_hand->canTouch(QStringLiteral("mainAction"))) << page;
    m_hand->rest(500);
    EXPECT_TRUE(m_hand->screen().contains(QString::fromUtf8("Đang đọc tệp đại hội"))) << page;
  }
  letGo();
  m_hand->until([this] { return !m_hand->isSeen(QStringLiteral("pageReading")); }, "the file to be read");
  EXPECT_TRUE(m_hand->screen().contains(QStringLiteral("9"))) << m_hand->screen().toStdString();
}

// Caught: a page that takes no keys after its file was read, because it took none while that was going on.
TEST_F(PageReadingTest, TheKeysAreThePagesOnceItIsRead) {
  figures(10, 9);
  signIn(kHead);
  show();
  holdTheLookingDesk();
  m_window->window()->setProperty("page", QStringLiteral("key-in"));
  m_hand->until([this] { return m_hand->isSeen(QStringLiteral("pageReading")); }, "the page");
  letGo();
  m_hand->until([this] { return m_hand->canTouch(QStringLiteral("entry")); }, "the field");
  m_hand->rest(100);
  m_hand->keys(QStringLiteral("4"));
  EXPECT_EQ(m_hand->seen(QStringLiteral("entry"))->property("text").toString(), QStringLiteral("4"));
}

}  // namespace
}  // namespace kp::kiosk
