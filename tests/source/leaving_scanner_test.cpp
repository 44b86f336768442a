// SPDX-License-Identifier: GPL-3.0-or-later
// A scanner that is left in the middle of a scan: what its driver is given time for, and what becomes of one that hangs.
#include <chrono>
#include <csignal>
#include <thread>

#include "sane_fixture.h"
#include "scanner/source/driver_messages.h"

namespace kp {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

class LeavingAScanner : public Sane {
 protected:
  Expected<int> scanUntil(const std::string& source, const std::function<bool()>& leave) {
    const auto take = [this](ScannedPage&& page) -> Expected<void> {
      m_pages.push_back(std::move(page.png));
      return {};
    };
    return scanPages(parseScannerAddress(source), {}, take, leave);
  }
  /// The driver of tests/source/drivers, with the process it notes once it is asked for a sheet; 0 before.
  void takeTheFaultyDriver() {
    std::ofstream(m_folder / "dll.conf") << "hangs\n";
    ::setenv("LD_LIBRARY_PATH", KP_DRIVERS, 1);
    ::setenv("KP_DRIVER_NOTE", (m_folder / "note").c_str(), 1);
  }
  int driver() const {
    int process = 0;
    std::ifstream(m_folder / "note") >> process;
    return process;
  }
  void TearDown() override {
    ::unsetenv("KP_DRIVER_NOTE");
    ::unsetenv("LD_LIBRARY_PATH");
    Sane::TearDown();
  }
};

// Caught: people who leave the program in the middle of a scan and wait 90 s for a driver that hangs; a driver that is left and lives on; a sheet left in the scanner that looks
// like the end of the tray, so that nobody went to look for it.
TEST_F(LeavingAScanner, WhoseDriverHangsTakesItsTimeToLetGoAndNoMore) {
  takeTheFaultyDriver();
  for (const char* source : {"sane:hangs:read", "sane:hangs:alarm"}) {
    std::filesystem::remove(m_folder / "note");
    const auto start = Clock::now();
    const auto pages = scanUntil(source, [this] { return driver() > 0; });
    ASSERT_FALSE(pages) << "its sheet is in no file";
    EXPECT_EQ(pages.error().kind, ErrorKind::Io);
    EXPECT_NE(pages.error().what.find("tờ đang trong máy thì chưa"), std::string::npos) << pages.error().what;
    EXPECT_LT(Clock::now() - start, kDriverCloses + 20s) << "90 s is its patience; the rest is a busy machine";
    EXPECT_NE(::kill(driver(), 0), 0) << "it is still there";
  }
}

// Caught: the sheet that was under way when people left: in the output tray, and in no file.
TEST_F(LeavingAScanner, HandsOverTheSheetThatIsUnderWay) {
  takeTheFaultyDriver();
  const auto pages = scanUntil("sane:hangs:slow", [this] { return driver() > 0; });  // from the moment it is asked for the sheet
  ASSERT_TRUE(pages) << pages.error().what;
  EXPECT_EQ(*pages, 1);
  EXPECT_EQ(m_pages.size(), 1u);
}

// Caught: a session that ends (power button, logging out) and tells all its processes: the driver was gone with the sheet it was reading.
TEST_F(LeavingAScanner, EndsTheSheetUnderWayAlsoWhenTheSessionEnds) {
  takeTheFaultyDriver();
  const auto pages = scanUntil("sane:hangs:slow", [this] {
    if (driver() == 0) return false;
    for (const int asked : {SIGTERM, SIGHUP}) ::kill(driver(), asked);
    return true;
  });
  EXPECT_EQ(pages.value_or(-1), 1);
}

// Caught: a scan that is still waiting for its turn when people leave, behind a search for scanners that hangs.
TEST_F(LeavingAScanner, BeforeItsTurnIsNoFault) {
  const auto pages = scanUntil("sane:test:0", [] { return true; });
  ASSERT_TRUE(pages) << pages.error().what;
  EXPECT_EQ(*pages, 0);
}

}  // namespace
}  // namespace kp
