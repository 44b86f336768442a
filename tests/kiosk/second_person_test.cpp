// SPDX-License-Identifier: GPL-3.0-or-later
// The prompt for the second of two people.
#include "counted_kiosk.h"
#include "window_fixture.h"

namespace kp::kiosk {
namespace {

using SecondPersonTest = OverWindow<CountedKioskTest>;

// Caught: a member without a PIN offered first, who types one, is told to "set one and sign in" and not where; everybody waits while a colleague with a PIN stands beside.
TEST_F(SecondPersonTest, WhoHasNoPinIsSaidWithTheWayToOne) {
  countNine();
  signIn(kSecondMember);
  m_station->session()->lock();
  signIn(kHead);
  open("result");
  m_hand->click(QStringLiteral("mainAction"));
  if (m_hand->isSeen(QStringLiteral("promptYes"))) m_hand->click(QStringLiteral("promptYes"));
  m_hand->waitFor(QStringLiteral("secondPin"));
  EXPECT_TRUE(m_hand->screen().contains(QString::fromUtf8(kSecondMember))) << "who has a PIN comes first";
  m_hand->choose(QStringLiteral("secondPerson"), QString::fromUtf8(kMember) + QString::fromUtf8(" · chưa có mã"));
  m_hand->waitFor(QStringLiteral("secondNeedsPin"));
  EXPECT_FALSE(m_hand->isSeen(QStringLiteral("secondPin")));
  EXPECT_TRUE(m_hand->textOf(QStringLiteral("secondNeedsPin")).contains(QString::fromUtf8("Khóa")) ||
              m_hand->screen().contains(QString::fromUtf8("chạm vào tên mình")));
}

}  // namespace
}  // namespace kp::kiosk
