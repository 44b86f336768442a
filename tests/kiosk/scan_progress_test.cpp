// SPDX-License-Identifier: GPL-3.0-or-later
// What the scanning page says while sheets come in: how fast, how long still, and how to stop.
#include <atomic>
#include <chrono>
#include <thread>

#include "../count/builders.h"
#include "kiosk/scan/scanning.h"
#include "two_returned.h"
#include "window_fixture.h"

namespace kp::kiosk {
namespace {

constexpr int kMostSheets = 600;
constexpr auto kEach = std::chrono::milliseconds(20);

/// A feeder of 50 sheets a second until it is told to stop.
Expected<IntakeReport> feed(Ledger& ledger, const ScanRequest& request) {
  const Contest contest = *ledger.congress().load()->contest("bch");
  IntakeReport report;
  for (int i = 0; i < kMostSheets && !request.stop(); ++i) {
    std::this_thread::sleep_for(kEach);
    SheetIntake sheet;
    sheet.expected = "bch";
    sheet.sourceName = "s" + std::to_string(i) + ".jpg";
    sheet.source = std::make_shared<SourceFile>(sheet.sourceName);
    sheet.reading = testing::ballot(contest, {2, 4});
    if (const auto stored = ledger.sheets().append(std::vector{sheet}, {}); !stored) return tl::unexpected<Error>(stored.error());
    ++report.total.stored;
    request.progress(report.total);
  }
  return report;
}

class ScanProgressTest : public WindowTest {};

// Caught (kiosk.md: progress, rate, time left, stopped safely): a scan that runs on without a number to plan by, or that loses what was stored when it is stopped.
TEST_F(ScanProgressTest, RateAndTimeLeftAreSaidAndItCanBeStopped) {
  signIn(kMember);
  m_station->session()->lock();
  signIn(kHead);
  enterTwoReturned(*m_station);
  open("scan");
  Scanning& scanning = Scanning::of(*m_station);
  scanning.setRunner(feed);
  ScanRequest request;
  request.sources = {"/tmp"};
  request.contest = "bch";
  scanning.start(request);
  ASSERT_TRUE(m_hand->until(
      [&] { return m_window->window()->findChild<QObject*>(QStringLiteral("scanModel"))->property("rate").toInt() > 0; }, "the rate"));
  EXPECT_TRUE(m_hand->screen().contains(QStringLiteral("tờ mỗi phút"))) << m_hand->screen().toStdString();
  ASSERT_TRUE(m_hand->until([&] { return m_hand->screen().contains(QStringLiteral("đến đủ số phiếu thu về")); }, "the time left"));
  m_hand->click(QStringLiteral("stopScan"));
  ASSERT_TRUE(m_hand->until([&] { return !scanning.isActive(); }, "the end of the scan"));
  EXPECT_EQ(*file().sheets().count({"bch", 1, 0}), scanning.progress().stored);
  EXPECT_LT(scanning.progress().stored, kMostSheets) << "it was stopped";
}

}  // namespace
}  // namespace kp::kiosk
