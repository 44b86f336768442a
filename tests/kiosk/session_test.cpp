// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk_fixture.h"

namespace kp::kiosk {
namespace {

class SessionTest : public KioskTest {};

// Caught: a wrong PIN that opens the screen, or leaves no trace.
TEST_F(SessionTest, WrongPinIsRefusedAndJournalled) {
  signIn(kHead);
  m_station->session()->lock();
  QString refused;
  QObject::connect(m_station->session(), &Session::refused, [&](const QString& what, int) { refused = what; });
  m_station->session()->signIn(QString::fromUtf8(kHead), QStringLiteral("9999"));
  until([&] { return !refused.isEmpty(); });
  EXPECT_FALSE(m_station->session()->isSignedIn());
  const auto entries = file().journal().list();
  ASSERT_TRUE(entries);
  EXPECT_EQ(entries->back().event, toString(Event::PinWrong));
}

// Caught: once the head has a PIN, others who can never get their first one on the login screen; a wrong PIN of the head that lets one through; the head left signed in.
TEST_F(SessionTest, AFirstPinTakesTheHeadWhoIsThereOnTheSpot) {
  signIn(kHead);
  m_station->session()->lock();
  Session* session = m_station->session();
  const QString who = QString::fromUtf8(kMember), head = QString::fromUtf8(kHead);
  QString refused;
  QObject::connect(session, &Session::refused, [&](const QString& what, int) { refused = what; });
  session->setFirstPinBy(who, QStringLiteral("5678"), head, QStringLiteral("0000"));
  until([&] { return !refused.isEmpty(); });
  EXPECT_FALSE(session->isSignedIn());
  EXPECT_EQ(file().congress().withPin()->size(), 1U);
  session->setFirstPinBy(who, QStringLiteral("5678"), head, QStringLiteral("1234"));
  until([&] { return session->name() == who; });
  EXPECT_EQ(session->actors(), Actors{kMember});
  const auto entries = file().journal().list();
  const auto pin =
      std::find_if(entries->rbegin(), entries->rend(), [](const JournalEntry& e) { return e.event == toString(Event::PinSet); });
  ASSERT_NE(pin, entries->rend());
  EXPECT_EQ(pin->by, Actors{kHead});
  EXPECT_EQ(entries->back().event, toString(Event::SignedIn));
}

// Caught: guessing without end, because only the screen counted.
TEST_F(SessionTest, ManyWrongPinsMakeOneWaitWithTheRightOneToo) {
  signIn(kHead);
  m_station->session()->lock();
  int wait = 0, answers = 0;
  QObject::connect(m_station->session(), &Session::refused, [&](const QString&, int seconds) {
    wait = seconds;
    ++answers;
  });
  for (int i = 1; i <= 3; ++i) {
    m_station->session()->signIn(QString::fromUtf8(kHead), QStringLiteral("0000"));
    until([&] { return answers == i; });
  }
  EXPECT_GT(wait, 0);
  m_station->session()->signIn(QString::fromUtf8(kHead), QStringLiteral("1234"));
  until([&] { return answers == 4; });
  EXPECT_FALSE(m_station->session()->isSignedIn());
}

// Caught: one person signing as both.
TEST_F(SessionTest, SecondPersonMustBeAnother) {
  signIn(kMember);
  m_station->session()->lock();
  signIn(kHead);
  QString refused;
  QObject::connect(m_station->session(), &Session::refused, [&](const QString& what, int) { refused = what; });
  m_station->session()->signSecond(QString::fromUtf8(kHead), QStringLiteral("1234"));
  EXPECT_FALSE(refused.isEmpty());
  signSecond(kMember);
  EXPECT_EQ(m_station->session()->actors(), (Actors{kHead, kMember}));
  EXPECT_EQ(m_station->session()->secondsFor(), (QStringList{QString::fromUtf8(kMember), QString::fromUtf8(kSecondMember)}));
}

// Caught: a screen left alone stays open; the lock that ends the session but not the right to act on the file.
TEST_F(SessionTest, LockSignsOutOfTheFileToo) {
  signIn(kHead);
  m_station->session()->lock();
  EXPECT_FALSE(m_station->session()->isSignedIn());
  until([this] { return file().journal().list()->back().event == toString(Event::SignedOut); });
}

}  // namespace
}  // namespace kp::kiosk
