// SPDX-License-Identifier: GPL-3.0-or-later
// The power button in the middle of a scan, with a bus of the test's own and a logind on it that only knows delays.
#include "kiosk/scan/shutdown_delay.h"

#include <poll.h>
#include <unistd.h>

#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QProcess>
#include <array>
#include <thread>

#include "kiosk/scan/scanning.h"
#include "kiosk_fixture.h"

namespace kp::kiosk {
namespace {

const QString kPath = QStringLiteral("/org/freedesktop/login1");
const QString kManager = QStringLiteral("org.freedesktop.login1.Manager");

/// Gives out delays as logind does: one end of a pipe, of which it keeps the other.
class FakeLogind : public QDBusVirtualObject {
 public:
  ~FakeLogind() override { ::close(m_kept); }
  QString introspect(const QString&) const override { return {}; }
  bool handleMessage(const QDBusMessage& message, const QDBusConnection& bus) override {
    if (message.member() != QLatin1String("Inhibit")) return false;
    std::array<int, 2> pipe{-1, -1};
    EXPECT_EQ(::pipe(pipe.data()), 0);
    ::close(m_kept);
    m_kept = pipe[0];
    m_asked = message.arguments();
    ++m_times;
    bus.send(message.createReply(QVariant::fromValue(QDBusUnixFileDescriptor(pipe[1]))));
    ::close(pipe[1]);
    return true;
  }
  /// Whether nobody keeps the machine from going off.
  bool isLetGo() const {
    pollfd kept{m_kept, POLLIN, 0};
    return ::poll(&kept, 1, 0) == 1 && (kept.revents & POLLHUP) != 0;
  }
  QVariantList m_asked;
  int m_times = 0;

 private:
  int m_kept = -1;
};

class ShutdownDelayTest : public KioskTest {
 protected:
  void SetUp() override {
    KioskTest::SetUp();
    m_daemon.start(QStringLiteral("dbus-daemon"),
                   {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
    ASSERT_TRUE(m_daemon.waitForReadyRead(kPatience)) << "dbus-daemon is missing";
    const QString address = QString::fromLatin1(m_daemon.readLine()).trimmed();
    m_bus = QDBusConnection::connectToBus(address, QStringLiteral("program"));
    QDBusConnection system = QDBusConnection::connectToBus(address, QStringLiteral("system"));
    ASSERT_TRUE(system.registerVirtualObject(kPath, &m_logind));
    ASSERT_TRUE(system.registerService(QStringLiteral("org.freedesktop.login1")));
    scanning().setRunner([this](Ledger&, const ScanRequest& request) -> Expected<IntakeReport> {
      while (!request.stop()) std::this_thread::sleep_for(std::chrono::milliseconds(5));
      m_left = request.leave();
      while (!m_stored) std::this_thread::sleep_for(std::chrono::milliseconds(5));
      return IntakeReport{};
    });
  }
  void TearDown() override {
    m_stored = true;
    m_station.reset();
    for (const char* name : {"program", "system"}) QDBusConnection::disconnectFromBus(QString::fromLatin1(name));
    m_daemon.kill();
    m_daemon.waitForFinished();
  }
  Scanning& scanning() { return Scanning::of(*m_station); }
  void press() {
    QDBusMessage about = QDBusMessage::createSignal(kPath, kManager, QStringLiteral("PrepareForShutdown"));
    about << true;
    QDBusConnection(QStringLiteral("system")).send(about);
  }
  QProcess m_daemon;
  FakeLogind m_logind;
  QDBusConnection m_bus{QString()};
  std::atomic<bool> m_left = false, m_stored = false;
};

// Caught: the power button that ends program and driver at once: sheets that were drawn in already were in no file.
TEST_F(ShutdownDelayTest, ThePowerButtonWaitsUntilWhatWasDrawnInIsStored) {
  const auto* delay = new ShutdownDelay(scanning(), m_bus);
  EXPECT_FALSE(delay->isHeld()) << "nobody waits for a program that scans nothing";
  scanning().start({});
  until([&] { return delay->isHeld(); });
  ASSERT_EQ(m_logind.m_asked.size(), 4);
  EXPECT_EQ(m_logind.m_asked[0], QStringLiteral("shutdown"));
  EXPECT_EQ(m_logind.m_asked[3], QStringLiteral("delay")) << "a machine must go off in a fire";
  press();
  until([&] { return m_left.load(); });
  EXPECT_FALSE(m_logind.isLetGo()) << "the sheets are not stored yet";
  m_stored = true;
  until([&] { return m_logind.isLetGo(); });
  EXPECT_FALSE(scanning().isActive());
}

// Caught: a delay that stays after a scan, or comes once only.
TEST_F(ShutdownDelayTest, EachScanHasItsOwn) {
  const auto* delay = new ShutdownDelay(scanning(), m_bus);
  m_stored = true;
  for (int time = 1; time <= 2; ++time) {
    scanning().start({});
    until([&] { return delay->isHeld(); });
    scanning().stop();
    until([&] { return m_logind.isLetGo(); });
    EXPECT_EQ(m_logind.m_times, time);
  }
}

}  // namespace
}  // namespace kp::kiosk
