// SPDX-License-Identifier: GPL-3.0-or-later
// Leaving the program or the file in the middle of a scan whose driver hangs: the driver of tests/source/drivers, loaded by the real SANE.
#include <unistd.h>
#include <QFile>

#include <QTimer>
#include <csignal>

#include "deck.h"
#include "kiosk/frame/end_in_order.h"
#include "kiosk/frame/window.h"
#include "kiosk/scan/scan_model.h"

namespace kp::kiosk {
namespace {

constexpr int kLeavesWithin =
    25000;  ///< ms: the five seconds a driver has to let go, and a busy machine; waiting for the driver would take 90 s

class LeavingScanTest : public DeckTest {
 protected:
  void SetUp() override {
    DeckTest::SetUp();
    QFile drivers(folder() + QStringLiteral("/dll.conf"));
    ASSERT_TRUE(drivers.open(QIODevice::WriteOnly) && drivers.write("hangs\n") > 0);
    drivers.close();
    qputenv("SANE_CONFIG_DIR", folder().toUtf8());
    qputenv("LD_LIBRARY_PATH", KP_DRIVERS);
    qputenv("KP_DRIVER_NOTE", note().toUtf8());
    provePrint("bch");
  }
  void TearDown() override {
    if (m_station) m_station->closeFile();  // leaves a scan that a failed test left behind
    m_station.reset();
    qputenv("SANE_CONFIG_DIR", m_scanners);  // that of the other tests (main.cpp)
    for (const char* name : {"LD_LIBRARY_PATH", "KP_DRIVER_NOTE"}) qunsetenv(name);
  }
  QString note() const { return folder() + QStringLiteral("/note"); }
  /// A scan is under way and its driver has been asked for a sheet that never comes.
  void scanWithADriverThatHangs() { scanWith("sane:hangs:read"); }
  void scanWith(const char* scanner) {
    ScanRequest request;
    request.sources = {scanner};
    request.contest = "bch";
    Scanning::of(*m_station).start(request);
    until([this] { return QFile::exists(note()); });
  }
  std::vector<std::string> scanEntries() const {
    std::vector<std::string> events;
    const auto entries = file().journal().list("bch");
    EXPECT_TRUE(entries);
    for (const JournalEntry& entry : *entries)
      if (entry.event == toString(Event::ScanStarted) || entry.event == toString(Event::ScanEnded)) events.push_back(entry.event);
    return events;
  }
  const std::vector<std::string> m_cutOff{toString(Event::ScanStarted)};  ///< the journal knows no end of it
  const QByteArray m_scanners = qgetenv("SANE_CONFIG_DIR");
  QElapsedTimer m_timer;
};

// Caught: the technician's exit, after which the screen is gone and the machine busy for another 90 s.
TEST_F(LeavingScanTest, TheProgramEndsAtOnce) {
  scanWithADriverThatHangs();
  QTimer::singleShot(0, QCoreApplication::instance(), &QCoreApplication::quit);
  m_timer.start();
  QCoreApplication::exec();
  m_station.reset();
  EXPECT_LT(m_timer.elapsed(), kLeavesWithin);
  EXPECT_EQ(scanEntries(), m_cutOff) << "a sheet is in the scanner and in no file";
}

// Caught: the power button, logging out, Ctrl+C: program and driver were gone at once, and the sheet that was on its way through the scanner was in no file.
TEST_F(LeavingScanTest, ASignalEndsItAsLeavingDoes) {
  for (const int signal : {SIGTERM, SIGHUP, SIGINT}) {
    const int before = *file().sheets().count({"bch", 1, 0});
    QFile::remove(note());
    std::optional<Window> window(std::in_place, *m_station);
    ASSERT_TRUE(window->show(true)) << "guarded: it closes with a PIN only";
    endInOrder(*m_station);
    scanWith("sane:hangs:slow");  // from the moment its driver is asked for the sheet
    std::raise(signal);
    QCoreApplication::exec();
    window.reset();
    m_station.reset();
    ::alarm(0);  // the program would have ended by now
    EXPECT_EQ(*file().sheets().count({"bch", 1, 0}), before + 1) << "the sheet under way is stored";
    m_station.emplace(folder());
    m_station->openFile(path());
    until([this] { return m_station->isOpen(); });
  }
}

// Caught: a file that was closed at the login and cannot be opened again for 90 s.
TEST_F(LeavingScanTest, TheFileCanBeOpenedAgain) {
  scanWithADriverThatHangs();
  m_timer.start();
  m_station->closeFile();
  m_station->openFile(path());
  until([this] { return m_station->isOpen(); });
  EXPECT_LT(m_timer.elapsed(), kLeavesWithin);
  EXPECT_EQ(scanEntries(), m_cutOff);
}

// Caught: a run journalled as ended although the scanner still held a sheet: the screen opened as if the pile were through, and the sheet came out of the scanner uncounted.
TEST_F(LeavingScanTest, TheSheetLeftInTheScannerIsSaid) {
  scanWithADriverThatHangs();
  m_station->closeFile();
  m_station->openFile(path());
  until([this] { return m_station->isOpen(); });
  ScanModel scan;
  scan.setStation(&*m_station);
  until([&] { return scan.isGuided(); });
  const QString said = QVariant(scan.guide()).toStringList().join(QLatin1Char(' '));
  EXPECT_TRUE(said.contains(QString::fromUtf8("Mở máy, lấy hết giấy ra"))) << said.toStdString();
}

// Caught: a screen that locks itself during a scan and ends it, or waits for its driver.
TEST_F(LeavingScanTest, LockingTheScreenWaitsForNothing) {
  scanWithADriverThatHangs();
  m_timer.start();
  m_station->session()->lock();
  EXPECT_LT(m_timer.elapsed(), 2000);
  EXPECT_TRUE(Scanning::of(*m_station).isActive()) << "the scan goes on behind the lock";
}

}  // namespace
}  // namespace kp::kiosk
