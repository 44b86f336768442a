// SPDX-License-Identifier: GPL-3.0-or-later
// The power is cut while paper is in the scanner: what the scanning screen says when the kiosk opens again.
#include <QProcess>
#include <set>

#include "deck.h"
#include "kiosk/scan/scan_model.h"
#include "two_returned.h"
#include "window_fixture.h"

namespace kp::kiosk {
namespace {

class CutOffScanTest : public OverWindow<DeckTest> {
 protected:
  /// A run with SANE's simulated feeder that is killed after some sheets, and the kiosk opened anew. The ids of the sheets stored.
  std::set<int> killInMidScan() {
    m_station.reset();
    const std::size_t before = stored().size();
    QProcess program;
    program.start(QStringLiteral(KP_PROGRAM), {QStringLiteral("scan"), path(), QStringLiteral("--contest"), QStringLiteral("bch"),
                                               QStringLiteral("sane:test:0?read-delay=yes&read-delay-duration=50000")});
    EXPECT_TRUE(program.waitForStarted());
    until([&] { return stored().size() > before || program.state() == QProcess::NotRunning; });
    program.kill();
    EXPECT_TRUE(program.waitForFinished());
    EXPECT_EQ(program.exitStatus(), QProcess::CrashExit) << "the kill came too late to test anything: " << program.readAll().toStdString();
    m_station.emplace(folder());
    m_station->openFile(path());
    until([this] { return m_station->isOpen() && !m_station->congressName().isEmpty(); });
    return stored();
  }
  std::set<int> stored() const {
    std::set<int> ids;
    const auto walked = file().sheets().forEach({"bch", 1, 0}, [&ids](const StoredSheet& sheet) { return ids.insert(sheet.id).second; });
    EXPECT_TRUE(walked);
    return ids;
  }
};

// Caught: "scan on" as the only word after a power cut: sheets that had gone through and were in no file stayed in the output tray, or all were fed once more.
TEST_F(CutOffScanTest, TheGuideSaysWhichSheetWasTheLastOneAndWhatGoesBack) {
  provePrint("bch");
  const std::set<int> survived = killInMidScan();
  ASSERT_FALSE(survived.empty());
  signIn(kHead);
  open("scan");
  auto* scan = m_window->window()->findChild<ScanModel*>(QStringLiteral("scanModel"));
  ASSERT_TRUE(scan);
  ASSERT_TRUE(m_hand->until([&] { return scan->isGuided() && scan->lastSheet() == *survived.rbegin(); }, "the guide"));
  for (const char* said : {"mất điện", "đã được lưu: để yên", "đặt lại lên đầu khay nạp", "nhiều hơn số phiếu thu về"})
    EXPECT_TRUE(m_hand->screen().contains(QString::fromUtf8(said))) << said << '\n' << m_hand->screen().toStdString();
  EXPECT_TRUE(m_hand->isSeen(QStringLiteral("lastStored"))) << "with its picture";
  EXPECT_FALSE(m_hand->isSeen(QStringLiteral("sourceCard")));
  EXPECT_EQ(m_hand->seen(QStringLiteral("countRead"))->x(), m_hand->seen(QStringLiteral("countCommittee"))->x())
      << "beside the guide there is room for one number in a line; two had their words in five lines each";
  m_hand->click(QStringLiteral("otherSource"));
  ASSERT_TRUE(m_hand->until([this] { return m_hand->isSeen(QStringLiteral("sourceCard")); }, "another source"));
  EXPECT_FALSE(scan->isGuided());
  EXPECT_TRUE(m_hand->screen().contains(QString::fromUtf8("Chỉ đặt vào khay những tờ chưa lưu")))
      << "a scanner does not know its papers, as a folder knows its files";
}

// Caught: a guide that sends people to look for a sheet in a tray where it never was.
TEST_F(CutOffScanTest, ARunThatStoredNothingIsTold) {
  provePrint("bch");
  killInMidScan();
  {
    auto acting = std::optional<Ledger>();
    m_station.reset();
    until([&] {
      auto opened = Ledger::open(path().toStdString(), Ledger::Mode::ReadWrite);
      if (opened) acting.emplace(std::move(*opened));
      return acting.has_value();
    });
    ASSERT_TRUE(acting->journal().append({Event::ScanStarted, {}, "bch", std::nullopt, {}, {}, "pass=1; source=sane:test:0"}));
  }
  m_station.emplace(folder());
  m_station->openFile(path());
  until([this] { return m_station->isOpen() && !m_station->congressName().isEmpty(); });
  ScanModel scan;
  scan.setStation(&*m_station);
  until([&] { return scan.isGuided() && scan.lastSheet() > 0; });
  EXPECT_TRUE(QVariant(scan.guide()).toStringList().join(QLatin1Char(' ')).contains(QString::fromUtf8("chưa lưu tờ nào")));
}

// Caught: the guide after a scan of files, where no paper lies anywhere; over a pile that is whole, so that nobody is led on.
TEST_F(CutOffScanTest, WholePilesAndFilesNeedNoGuide) {
  const QString deck = makeDeck(QStringLiteral("deck"), 2);
  Scanning::of(*m_station).setRunner([](Ledger& ledger, const ScanRequest& request) -> Expected<IntakeReport> {
    auto report = runScan(ledger, request);  // then the power is cut, before the end is journalled
    const auto begun =
        ledger.journal().append({Event::ScanStarted, {}, "bch", std::nullopt, {}, {}, "pass=1; source=" + request.sources.front()});
    if (!begun) return tl::unexpected<Error>(begun.error());
    return report;
  });
  ScanModel scan;
  scan.setStation(&*m_station);
  until([&] { return scan.isLoaded(); });
  scan.setSourceKind(QStringLiteral("folder"));
  scan.setSource(deck);
  scan.start();
  until([&] { return scan.state() == QLatin1String("finished"); });
  scan.dismiss();
  until([&] { return scan.wasInterrupted(); });
  EXPECT_FALSE(scan.isGuided()) << "files lie in no scanner";
  enterTwoReturned(*m_station);
  scan.reload();
  until([&] { return scan.balance() == QLatin1String("equal"); });
  EXPECT_FALSE(scan.wasInterrupted()) << "nothing is missing";
}

}  // namespace
}  // namespace kp::kiosk
