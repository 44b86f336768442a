// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk_fixture.h"

#include <QThread>

namespace kp::kiosk {

Congress smallCongress() {
  Congress congress;
  congress.info.id = "dh-thu";
  congress.info.name = "Đại hội Đảng bộ xã Vân Sơn";
  congress.info.issuer = "ĐẢNG BỘ XÃ VÂN SƠN";
  congress.info.superior = "ĐẢNG BỘ HUYỆN MẪU";
  congress.info.date = "2026-11-22";
  congress.info.place = "Vân Sơn";
  congress.committee = {{kHead, Role::Head},
                        {kMember, Role::Member},
                        {kSecondMember, Role::Member},
                        {kTechnician, Role::Technician},
                        {kSupervisor, Role::Supervisor},
                        {kSecretary, Role::Secretary}};
  Contest committee;
  committee.id = "bch";
  committee.title = "Bầu Ban Chấp hành Đảng bộ xã Vân Sơn";
  committee.office = Office::CapUy;
  committee.seats = 3;
  committee.candidates = {{"c1", "Vàng A Chỉnh", ""},
                          {"c2", "Nguyễn Thị Hòa", ""},
                          {"c3", "Lý Văn Khương", ""},
                          {"c4", "Bàn Thị Mai", ""},
                          {"c5", "Tô Quang Sự", ""}};
  Contest secretary;
  secretary.id = "bt";
  secretary.title = "Bầu Bí thư Đảng ủy xã Vân Sơn";
  secretary.office = Office::Other;
  secretary.seats = 1;
  secretary.candidates = {{"c1", "Vàng A Chỉnh", ""}};
  congress.contests = {committee, secretary};
  return congress;
}

void KioskTest::SetUp() {
  ASSERT_TRUE(m_folder.isValid());
  {
    const auto made = Ledger::create(path().toStdString(), smallCongress());
    ASSERT_TRUE(made) << made.error().what;
  }
  m_station.emplace(m_folder.path());
  m_station->openFile(path());
  until([this] { return m_station->isOpen() && !m_station->congressName().isEmpty(); });
}

void KioskTest::until(const std::function<bool()>& done) {
  QElapsedTimer timer;
  timer.start();
  while (!done()) {
    QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    QThread::msleep(1);
    if (timer.elapsed() > kPatience) {
      FAIL() << "waited in vain";
    }
  }
}

Ledger KioskTest::file() const {
  auto opened = Ledger::open(path().toStdString(), Ledger::Mode::ReadOnly);
  EXPECT_TRUE(opened) << opened.error().what;
  return std::move(*opened);
}

void KioskTest::signIn(const std::string& name) {
  Session* session = m_station->session();
  const QString who = QString::fromStdString(name);
  bool has = false;
  for (const QVariant& person : session->people())
    if (person.toMap().value(QStringLiteral("name")) == who) has = person.toMap().value(QStringLiteral("hasPin")).toBool();
  if (has)
    session->signIn(who, QStringLiteral("1234"));
  else
    session->setFirstPin(who, QStringLiteral("1234"));
  until([&] { return session->name() == who; });
}

void KioskTest::signSecond(const std::string& name) {
  Session* session = m_station->session();
  const QString who = QString::fromStdString(name);
  session->signSecond(who, QStringLiteral("1234"));
  until([&] { return session->second() == who; });
}

}  // namespace kp::kiosk
