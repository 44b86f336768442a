// SPDX-License-Identifier: GPL-3.0-or-later
// The print page with a real CUPS whose printers fail (../printing/private_cups.h): what people read while they wait for their ballots.
#include "../printing/private_cups.h"
#include "window_fixture.h"

namespace kp::kiosk {
namespace {

class LivePrintTest : public WindowTest {
 protected:
  void SetUp() override {
    ASSERT_TRUE(test::PrivateCups::isThere()) << "no cupsd here (packaging/install-packages.sh)";
    m_cups.emplace();
    ASSERT_TRUE(m_cups->runs());
    WindowTest::SetUp();
    signIn(kHead);
    open("print");
  }
  /// One test ballot to this printer.
  void printOn(const char* printer) {
    m_hand->until([this] { return m_hand->isSeen(QStringLiteral("printer")); }, "the printers");
    m_hand->choose(QStringLiteral("printer"), entryOf(printer));
    m_hand->click(QStringLiteral("testPage"));
  }
  QString entryOf(const char* printer) const {
    for (const QVariant& entry : m_hand->seen(QStringLiteral("printer"))->property("model").toList())
      if (entry.toMap().value(QStringLiteral("value")).toString() == QLatin1String(printer))
        return entry.toMap().value(QStringLiteral("text")).toString();
    ADD_FAILURE() << printer;
    return {};
  }
  void expectSaid(const char* words) {
    m_hand->until([&] { return m_hand->textOf(QStringLiteral("jobText")).contains(QString::fromUtf8(words)); }, words);
  }
  QString kind() const { return m_hand->seen(QStringLiteral("jobText"))->property("kind").toString(); }
  std::optional<test::PrivateCups> m_cups;
};

// Caught: "Máy in đang in" over a printer without paper, and nothing to cancel it with.
TEST_F(LivePrintTest, NoPaperIsSaidAndTheJobGoesOn) {
  printOn("het-giay");
  expectSaid("hết giấy");
  EXPECT_EQ(kind(), QStringLiteral("warn"));
  EXPECT_TRUE(m_hand->canTouch(QStringLiteral("cancelJob")));
  EXPECT_FALSE(m_hand->seen(QStringLiteral("mainAction"))->isEnabled()) << "nothing is sent beside it";
  m_cups->paper();
  expectSaid("Đã in xong");
  EXPECT_EQ(kind(), QStringLiteral("good"));
}

TEST_F(LivePrintTest, ATakenBackJobIsSaid) {
  printOn("het-giay");
  expectSaid("hết giấy");
  m_hand->click(QStringLiteral("cancelJob"));
  expectSaid("đã bị hủy");
}

// Caught: a printer that failed told as one that prints or waits.
TEST_F(LivePrintTest, AFailureIsSaid) {
  printOn("hong");
  expectSaid("hỏng giữa chừng");
  EXPECT_EQ(kind(), QStringLiteral("bad"));
  printOn("thu-lai");
  expectSaid("sẽ được thử lại");
  EXPECT_EQ(kind(), QStringLiteral("warn"));
  m_hand->click(QStringLiteral("cancelJob"));
  expectSaid("đã bị hủy");
}

}  // namespace
}  // namespace kp::kiosk
