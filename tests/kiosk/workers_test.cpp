// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/workers.h"

#include <atomic>
#include <chrono>
#include <future>
#include <thread>

#include "kiosk_fixture.h"

namespace kp::kiosk {
namespace {

/// What a library keeps for a thread of its own and takes its time to take down.
struct SlowToGo {
  std::atomic<bool>* gone = nullptr;
  ~SlowToGo() {
    if (!gone) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(150));
    *gone = true;
  }
};
void leaveSomething(std::atomic<bool>& gone) {
  thread_local SlowToGo kept;
  kept.gone = &gone;
}

// Caught: a thread that still takes down what OpenCV keeps in it while the program takes down OpenCV: a crash at the end, now and then.
TEST(Workers, AreGoneAltogetherWhenTheyHaveEnded) {
  std::atomic<bool> gone = false;
  std::atomic<int> done = 0;
  {
    Workers workers(1);
    workers.start([&] { leaveSomething(gone); });
    for (int i = 0; i < 20; ++i) workers.start([&done] { ++done; });
  }
  EXPECT_TRUE(gone);
  EXPECT_EQ(done, 20) << "work that had not begun is not dropped";
}

// Caught: work that waits behind a slow stick although threads are free; more threads than were asked for.
TEST(Workers, WorkSideBySide) {
  Workers workers(2);
  std::promise<void> second;
  std::promise<bool> first;
  workers.start([&] { first.set_value(second.get_future().wait_for(std::chrono::seconds(20)) == std::future_status::ready); });
  workers.start([&] { second.set_value(); });
  EXPECT_TRUE(first.get_future().get());
}

// Caught: leaving the kiosk waits for a scanner's driver that never answers.
TEST(Workers, WorkThatWaitsSeesTheirEnd) {
  EXPECT_FALSE(Workers::isEnding());
  std::promise<bool> before, saw;
  {
    Workers workers(1);
    workers.start([&before, &saw] {
      before.set_value(Workers::isEnding());
      bool ending = false;
      for (const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(1); !ending && std::chrono::steady_clock::now() < end;
           ending = Workers::isEnding())
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
      saw.set_value(ending);
    });
    EXPECT_FALSE(before.get_future().get());
  }
  EXPECT_TRUE(saw.get_future().get());
}

using DeskTest = KioskTest;

// Caught: the same of the threads that work on the file.
TEST_F(DeskTest, IsGoneAltogetherWithItsStation) {
  std::atomic<bool> gone = false, asked = false;
  m_station->looking().ask(
      m_station->session(),
      [&gone](const Ledger&) {
        leaveSomething(gone);
        return true;
      },
      [&asked](bool) { asked = true; });
  until([&] { return asked.load(); });
  m_station.reset();
  EXPECT_TRUE(gone);
}

}  // namespace
}  // namespace kp::kiosk
