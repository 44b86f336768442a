// SPDX-License-Identifier: GPL-3.0-or-later
// A scanner as a source of sheets: what it hands out and says when people stop it, leave it, or it fails.
#include "wiring/feeder_source.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "election/text.h"

namespace kp {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

// Caught: sheets that went through the feeder before "stop" and were dropped: paper in the output tray that nobody counted.
TEST(FeederSourceTest, StoppedFeederHandsOutWhatItHasFed) {
  FeederSource feeder("sane:test:0?test-picture=Grid");
  bool stop = false;
  int sheets = 0;
  std::string last;
  while (true) {
    const auto item = feeder.next([&] { return stop; });
    ASSERT_TRUE(item) << item.error().what;
    if (!*item) break;
    ++sheets;
    last = (*item)->name;
    stop = true;
  }
  EXPECT_GE(sheets, 1);
  EXPECT_LE(sheets, 10);
  EXPECT_TRUE(last.ends_with(std::to_string(sheets) + ".png")) << last << ": a sheet is missing";
}

// Caught: memory that runs out while a sheet comes in, on the feeder's thread: the program was gone.
TEST(FeederSourceTest, AFeederThatRunsOutOfMemorySaysSo) {
  FeederSource feeder("sane:any", [](const std::string&, const auto& take, const auto&) -> Expected<int> {
    if (auto taken = take(ScannedPage{1, "sheet"}); !taken) return tl::unexpected<Error>(taken.error());
    throw std::bad_alloc();
  });
  const auto sheet = feeder.next();
  ASSERT_TRUE(sheet && *sheet) << "what came before is handed out";
  EXPECT_EQ((*sheet)->bytes, "sheet");
  const auto after = feeder.next();
  ASSERT_FALSE(after);
  EXPECT_NE(after.error().what.find("an toàn"), std::string::npos) << after.error().what;
}

/// One sheet, then a scanner that jams at the next, which is under way when people say stop.
Expected<int> jamsAtTheSecond(const std::function<Expected<void>(ScannedPage&&)>& take, const std::atomic<bool>& stopped) {
  if (auto taken = take(ScannedPage{1, "sheet"}); !taken) return tl::unexpected<Error>(taken.error());
  while (!stopped) std::this_thread::sleep_for(5ms);
  std::this_thread::sleep_for(300ms);
  return fail(ErrorKind::Io, "kẹt giấy");
}

// Caught: a jam of the very sheet that was under way at "stop", told as a clean stop: that paper lies in the machine and nobody looks for it.
TEST(FeederSourceTest, AJamAfterStopIsSaid) {
  std::atomic<bool> stopped = false;
  FeederSource feeder("sane:any", [&](const std::string&, const auto& take, const auto&) { return jamsAtTheSecond(take, stopped); });
  const auto sheet = feeder.next();
  ASSERT_TRUE(sheet && *sheet);
  const auto after = feeder.next([&] {
    stopped = true;
    return true;
  });
  ASSERT_FALSE(after);
  EXPECT_EQ(after.error().what, "kẹt giấy");
}

/// A scanner whose driver says nothing until it is left.
FeederSource::Feed hangs() {
  return [](const std::string&, const auto&, const auto& leave) -> Expected<int> {
    for (const auto end = Clock::now() + 20s; !leave() && Clock::now() < end;) std::this_thread::sleep_for(5ms);
    return 0;
  };
}

// Caught: leaving the program in the middle of a scan that waits 90 s for a driver which hangs.
TEST(FeederSourceTest, LeavingIsToldToTheScanner) {
  const auto start = Clock::now();
  FeederSource feeder("sane:any", hangs());
  const auto sheet = feeder.next([] { return true; }, [] { return true; });
  ASSERT_TRUE(sheet) << sheet.error().what;
  EXPECT_FALSE(*sheet);
  EXPECT_LT(Clock::now() - start, 5s);
}

// Caught: a source that nobody wants any more – its list was changed meanwhile – and that waits for the driver all the same.
TEST(FeederSourceTest, OneThatIsGivenUpLeavesTheScanner) {
  const auto start = Clock::now();
  { const FeederSource feeder("sane:any", hangs()); }
  EXPECT_LT(Clock::now() - start, 5s);
}

}  // namespace
}  // namespace kp
