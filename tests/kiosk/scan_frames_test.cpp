// SPDX-License-Identifier: GPL-3.0-or-later
// What 100 sheets a second cost the UI thread, in CPU time, which does not depend on what else the machine does; tests/bench/kiosk_frames.cpp measures the clock.
#include <sched.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <thread>

#include "../count/builders.h"
#include "kiosk/frame/urgency.h"
#include "kiosk/frame/window.h"
#include "kiosk/scan/scanning.h"
#include "kiosk_fixture.h"

namespace kp::kiosk {
namespace {

constexpr int kRate = 100, kBatchesPerSecond = 20, kSeconds = 3;
/// ms of the UI thread a sheet: half a core at kRate.
constexpr double kMostPerSheet = 5;
constexpr double kMostPerTurn = 33;  ///< ms: two frames

double threadCpu() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

struct Seen {
  int threads = 0, policy = -1;
};

/// A feeder of kRate sheets a second; `seen`: how a reading thread started here would run.
Expected<IntakeReport> feed(Ledger& ledger, const ScanRequest& request, Seen& seen) {
  seen.threads = request.threads;
  std::jthread([&] {
    request.readingThread();
    seen.policy = ::sched_getscheduler(0);
  }).join();
  const Contest contest = *ledger.congress().load()->contest("bch");
  IntakeReport report;
  const auto start = std::chrono::steady_clock::now();
  for (int batch = 0; batch < kSeconds * kBatchesPerSecond; ++batch) {
    std::this_thread::sleep_until(start + std::chrono::milliseconds(1000 / kBatchesPerSecond) * batch);
    std::vector<SheetIntake> sheets;
    for (int i = 0; i < kRate / kBatchesPerSecond; ++i) {
      SheetIntake sheet;
      sheet.expected = "bch";
      sheet.sourceName = "s" + std::to_string(batch) + "-" + std::to_string(i) + ".jpg";
      sheet.source = std::make_shared<SourceFile>(sheet.sourceName);
      sheet.reading = testing::ballot(contest, {2, 4});
      sheets.push_back(std::move(sheet));
    }
    const auto stored = ledger.sheets().append(sheets, {});
    if (!stored) return tl::unexpected<Error>(stored.error());
    report.total.stored += static_cast<int>(sheets.size());
    request.progress(report.total);
  }
  return report;
}

class ScanFrames : public KioskTest {};

// Caught: a list that is made anew for each sheet, a picture decoded or a file read on the UI thread, reports without a limit; reading that takes the screen's core.
TEST_F(ScanFrames, HundredSheetsASecondCostTheScreenLittle) {
  Window window(*m_station);
  ASSERT_TRUE(window.show(false, QStringLiteral("scan")));
  Seen seen;
  Scanning& scanning = Scanning::of(*m_station);
  scanning.setRunner([&seen](Ledger& ledger, const ScanRequest& request) { return feed(ledger, request, seen); });
  ScanRequest request;
  request.sources = {"sane:do"};
  request.contest = "bch";
  scanning.start(request);
  const double start = threadCpu();
  double longest = 0;
  while (scanning.isActive()) {
    const double before = threadCpu();
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    longest = std::max(longest, threadCpu() - before);
  }
  ASSERT_EQ(scanning.state(), Scanning::State::Finished) << scanning.error().what;
  ASSERT_EQ(scanning.progress().stored, kRate * kSeconds);
  const double perSheet = (threadCpu() - start) / scanning.progress().stored;
  RecordProperty("ms-per-sheet", std::to_string(perSheet));
  RecordProperty("ms-longest-turn", std::to_string(longest));
  EXPECT_LT(perSheet, kMostPerSheet);
  EXPECT_LT(longest, kMostPerTurn);
  EXPECT_EQ(seen.policy, SCHED_BATCH);
  EXPECT_EQ(seen.threads, readingThreads());
  EXPECT_TRUE(window.warnings().isEmpty()) << window.warnings().join(QLatin1Char('\n')).toStdString();
}

}  // namespace
}  // namespace kp::kiosk
