// SPDX-License-Identifier: GPL-3.0-or-later
// Drivers that hang and crash, in the real feeder process under the real SANE library (docs/decisions/0010). Waits have generous ends: what is looked for comes at once or never.
#include "scanner/source/driver_process.h"

#include <gmock/gmock.h>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <clocale>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <future>
#include <iterator>
#include <thread>

#include "sane_fixture.h"

namespace kp {
namespace {

namespace fs = std::filesystem;
constexpr std::chrono::seconds kLong{60};  ///< a machine with two busy cores needs seconds to start a process

/// The driver of tests/source/drivers, found where SANE looks for drivers.
class FaultyDriver : public Sane {
 protected:
  void SetUp() override {
    Sane::SetUp();
    std::ofstream(m_folder / "dll.conf") << "hangs\n";
    ::setenv("LD_LIBRARY_PATH", KP_DRIVERS, 1);
    ::setenv("KP_DRIVER_NOTE", (m_folder / "note").c_str(), 1);
  }
  void TearDown() override {
    ::unsetenv("KP_DRIVER_FAULT");
    ::unsetenv("KP_DRIVER_NOTE");
    ::unsetenv("LD_LIBRARY_PATH");
    Sane::TearDown();
  }
  std::string errorOf(const std::string& source, std::chrono::seconds patience = kLong) {
    ScannerOptions options;
    options.patience = patience;
    const auto pages = scan(source, options);
    return pages ? "no error" : pages.error().what;
  }

  /// Looking for scanners begins in a thread, with a driver that hangs at it.
  template <typename... Arguments>
  std::future<Expected<std::vector<ScannerDevice>>> beginListing(Arguments... arguments) {
    ::setenv("KP_DRIVER_FAULT", "list", 1);
    return std::async(std::launch::async, [=] { return listScanners(arguments...); });
  }

  /// What the driver wrote about itself when it started.
  struct Note {
    int process = 0, helper = 0;
    std::string input, resolution;
    int policy = -1;
  };
  Note note() const {
    Note said;
    std::ifstream(m_folder / "note") >> said.process >> said.helper >> said.input >> said.policy >> said.resolution;
    return said;
  }
  /// The process of the driver, once it has come to where its fault is; 0 when it never does.
  int driverAtItsFault() const {
    for (const auto end = std::chrono::steady_clock::now() + kLong; std::chrono::steady_clock::now() < end;) {
      if (const int process = note().process) return process;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return 0;
  }
};

/// Neither gone nor only waiting to be cleared away by whoever inherited it.
bool lives(int process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/stat");
  const std::string stat{std::istreambuf_iterator<char>(file), {}};
  const std::size_t name = stat.rfind(')');
  return name != std::string::npos && name + 2 < stat.size() && stat[name + 2] != 'Z';
}

bool ends(int process) {
  for (const auto end = std::chrono::steady_clock::now() + kLong; std::chrono::steady_clock::now() < end;) {
    if (!lives(process)) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  const bool ended = !lives(process);
  if (!ended) ::kill(process, SIGKILL);  // a test that fails leaves nothing behind
  return ended;
}

// At a jam, a driver that reads on a thread of its own sometimes never comes back from sane_cancel: the hall would wait for ever, and so did the CI (600 s).
TEST_F(FaultyDriver, OneThatNeverLetsGoIsEndedAndTheScannerOpensAgain) {
  EXPECT_THAT(errorOf("sane:hangs:jam"), testing::HasSubstr("kẹt giấy"));
  ASSERT_TRUE(listScanners());
  std::ofstream(m_folder / "dll.conf") << "test\n";
  EXPECT_EQ(scan("sane:test:0").value(), 10);
}

TEST_F(FaultyDriver, OneThatStaysSilentIsEndedAndSaid) {
  EXPECT_THAT(errorOf("sane:hangs:read", std::chrono::seconds(2)),
              testing::AllOf(testing::HasSubstr("không trả lời trong 2 giây"), testing::HasSubstr("an toàn")));
}

// Asked to let go, a driver that hangs costs the hall five seconds more: it is ended at once, before anybody asks.
TEST_F(FaultyDriver, OneThatIsNoLongerWaitedForIsNotAskedToClose) {
  const auto driver = DriverProcess::start({"vi", "scan", "200", "0", "hangs:read"}, kLong);
  ASSERT_TRUE(driver) << driver.error().what;
  ASSERT_EQ(driver->message(), DriverMessage{"open"});
  driver->ask({"next"});
  const int process = driverAtItsFault();
  ASSERT_GT(process, 0);
  EXPECT_EQ(driver->message([] { return true; }), tl::unexpected(NoMessage::Stopped));
  EXPECT_TRUE(ends(process)) << "nothing else ends it while its DriverProcess lives";
}

TEST_F(FaultyDriver, OneThatCrashesLeavesTheProgramAlive) {
  EXPECT_THAT(errorOf("sane:hangs:crash"), testing::AllOf(testing::HasSubstr("hỏng giữa chừng"), testing::HasSubstr("an toàn")));
}

// A helper that a driver forked had the socket as well: the crash was "silent for 90 s", and the helper kept the scanner for ever.
TEST_F(FaultyDriver, OneThatCrashesTakesItsHelperWithIt) {
  EXPECT_THAT(errorOf("sane:hangs:fork"), testing::HasSubstr("hỏng giữa chừng"));
  ASSERT_GT(note().helper, 0);
  EXPECT_TRUE(ends(note().helper));
  EXPECT_EQ(note().input, "/dev/null") << "a program that a driver starts would hold the socket";
}

// With the program killed nobody is left to end a driver that hangs, and a driver that ignores alarms kept the scanner until the machine was switched off.
TEST_F(FaultyDriver, OneThatHangsEndsAfterTheProgramWasKilled) {
  const pid_t program = ::fork();
  if (program == 0) {
    errorOf("sane:hangs:alarm");
    ::_exit(0);
  }
  ASSERT_GT(program, 0);
  const int driver = driverAtItsFault();
  ::kill(program, SIGKILL);
  ::waitpid(program, nullptr, 0);
  ASSERT_GT(driver, 0);
  EXPECT_TRUE(ends(driver));
}

// The kiosk's screen thread is real-time where the system allows it, and what it starts inherits that: a driver that spins then starves the machine.
TEST_F(FaultyDriver, IsAnOrdinaryProcessWhoeverStartsIt) {
  for (const int policy : {SCHED_BATCH, SCHED_RR}) {
    std::thread([&] {
      sched_param param{};
      param.sched_priority = ::sched_get_priority_min(policy);
      const bool allowed = ::sched_setscheduler(0, policy, &param) == 0;
      EXPECT_TRUE(allowed || policy == SCHED_RR) << "only the real-time one needs a right";
      errorOf("sane:hangs:crash");
    }).join();
    EXPECT_EQ(note().policy, SCHED_OTHER);
    fs::remove(m_folder / "note");
  }
}

// Looking for scanners with a driver that hangs kept scans waiting without a word, and a program that wanted to end.
TEST_F(FaultyDriver, OneThatHangsAtLookingForScannersIsLeftToItsPatience) {
  EXPECT_LE(kListingPatience, std::chrono::seconds(20));
  const auto devices = beginListing(std::function<bool()>(), std::chrono::seconds(1)).get();
  ASSERT_FALSE(devices);
  EXPECT_THAT(devices.error().what,
              testing::AllOf(testing::HasSubstr("không trả lời trong 1 giây"), testing::Not(testing::HasSubstr("tờ"))));
}

TEST_F(FaultyDriver, OneThatHangsAtLookingForScannersIsStopped) {
  std::atomic<bool> stop = false;
  const auto stopped = [&stop] { return stop.load(); };
  auto listing = beginListing(stopped, kLong), behind = beginListing(stopped, kLong);
  EXPECT_GT(driverAtItsFault(), 0);
  stop = true;
  EXPECT_EQ(listing.get().error().kind, ErrorKind::Busy) << "not Io, as when its patience ends";
  EXPECT_EQ(behind.get().error().kind, ErrorKind::Busy) << "one of the two waits for its turn";
}

TEST_F(FaultyDriver, OneThatHangsAtLookingForScannersGivesWayToAScan) {
  auto listing = beginListing(std::function<bool()>(), kLong);
  EXPECT_GT(driverAtItsFault(), 0);
  EXPECT_THAT(errorOf("sane:hangs:crash"), testing::HasSubstr("hỏng giữa chừng"));
  EXPECT_EQ(listing.get().error().kind, ErrorKind::Busy) << "not Io, as when its patience ends";
}

// A setting that the scanner refuses is said before the driver is asked to close, from which it may never come back.
TEST_F(FaultyDriver, OneThatNeverLetsGoStillSaysWhichSettingItRefused) {
  EXPECT_THAT(errorOf("sane:hangs:jam?nonsense=1"), testing::HasSubstr("không nhận cài đặt “nonsense=1”"));
}

// In Vietnamese half a dot is ",5", which the driver's process does not read.
TEST_F(FaultyDriver, IsToldTheResolutionInEveryLanguageOfTheSystem) {
  fs::create_directory(m_folder / "comma");
  // LC_NUMERIC as localedef compiles it (magic, number of values, where each begins, the values), for systems without Vietnamese
  constexpr std::array<std::uint32_t, 12> kCompiled{0x20031114,      6,          0x20, 0x22, 0x24, 0x28, 0x2c, 0x30,
                                                    ',' | '.' << 16, 3 | 3 << 8, ',',  '.'};
  std::ofstream(m_folder / "comma" / "LC_NUMERIC", std::ios::binary)
          .write(reinterpret_cast<const char*>(kCompiled.data()), sizeof kCompiled)
      << "ANSI_X3.4-1968" << '\0';
  ::setenv("LOCPATH", m_folder.c_str(), 1);
  ASSERT_NE(std::setlocale(LC_NUMERIC, "comma"), nullptr);
  EXPECT_EQ(std::to_string(0.5).substr(0, 3), "0,5");
  scan("sane:hangs:crash", {200.5, false});
  std::setlocale(LC_NUMERIC, "C");
  ::unsetenv("LOCPATH");
  EXPECT_EQ(note().resolution, "200.5");
}

}  // namespace
}  // namespace kp
