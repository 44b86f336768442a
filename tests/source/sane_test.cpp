// SPDX-License-Identifier: GPL-3.0-or-later
// The real SANE library with its own backends `test` (a feeder of 10 sheets) and `pnm` (a file as the page, and each failure a scanner can have).
#include <gmock/gmock.h>
#include <gtest/gtest.h>
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
#include <filesystem>
#include <fstream>
#include <functional>
#include <future>
#include <iterator>
#include <thread>

#include "samples.h"
#include "scanner/source/driver_messages.h"
#include "scanner/source/page_source.h"
#include "scanner/source/sane_source.h"

namespace kp {
namespace {

namespace fs = std::filesystem;

class Sane : public testing::Test {
 protected:
  void SetUp() override {
    char name[] = "/tmp/kp-sane-XXXXXX";
    ASSERT_NE(mkdtemp(name), nullptr);
    m_folder = name;
    std::ofstream(m_folder / "dll.conf") << "test\npnm\n";  // nothing else is asked: no real scanner, no network
    ::setenv("SANE_CONFIG_DIR", name, 1);
  }
  void TearDown() override { fs::remove_all(m_folder); }

  Expected<int> scan(const std::string& source, ScannerOptions options = {}) {
    m_pages.clear();
    return scanPages(parseScannerAddress(source), options, [this](ScannedPage&& page) -> Expected<void> {
      m_numbers.push_back(page.number);
      m_pages.push_back(std::move(page.png));
      return {};
    });
  }
  Raster page(std::size_t index, bool keepColour = false) const { return decodePage(m_pages.at(index), 0, keepColour).value(); }

  /// A PGM or PPM file for the pnm backend.
  std::string pnmFile(const cv::Mat& picture) const {
    const std::string path = m_folder / (picture.channels() == 3 ? "page.ppm" : "page.pgm");
    std::ofstream(path, std::ios::binary) << test::encoded(picture.channels() == 3 ? ".ppm" : ".pgm", picture);
    return path;
  }

  fs::path m_folder;
  std::vector<std::string> m_pages;
  std::vector<int> m_numbers;
};

TEST_F(Sane, ListsOnlyTheBackendsOfItsConfiguration) {
  const auto devices = listScanners();
  ASSERT_TRUE(devices) << devices.error().what;
  ASSERT_EQ(devices->size(), 4u);
  for (const ScannerDevice& device : *devices)
    EXPECT_TRUE(device.name.starts_with("test:") || device.name.starts_with("pnm:")) << device.name;
}

// The feeder is emptied, every sheet handed over in order: a lost last sheet is a lost ballot.
TEST_F(Sane, FeedsUntilTheFeederIsEmpty) {
  const auto pages = scan("sane:test:0?test-picture=Grid");
  ASSERT_TRUE(pages) << pages.error().what;
  EXPECT_EQ(*pages, 10);
  EXPECT_EQ(m_numbers, (std::vector<int>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
  ASSERT_EQ(m_pages.size(), 10u);
  const Raster raster = page(9);
  EXPECT_EQ(raster.channels, 1);
  EXPECT_NEAR(raster.dpi, 200, 0.1);
  EXPECT_NEAR(raster.width, 200 / 25.4 * 200, 10) << "the test backend's bed is 200 mm wide";
  const auto [least, most] = std::minmax_element(raster.data, raster.data + raster.bytes());
  EXPECT_LT(*least, 10);
  EXPECT_GT(*most, 245);
}

TEST_F(Sane, ColourAndResolutionAsAsked) {
  ASSERT_EQ(scan("sane:test:0?test-picture=Color pattern&source=Flatbed", {300, true}).value(), 1) << "the flatbed gives one sheet";
  const Raster raster = page(0, true);
  EXPECT_EQ(raster.channels, 3);
  EXPECT_NEAR(raster.dpi, 300, 0.1);
}

// The pixels stored are the pixels scanned.
TEST_F(Sane, PageIsLossless) {
  const cv::Mat picture = test::grayPage(203, 151);
  ASSERT_EQ(scan("sane:pnm:0?filename=" + pnmFile(picture)).value(), 1);
  const Raster raster = page(0);
  ASSERT_EQ(raster.width, 203);
  ASSERT_EQ(raster.height, 151);
  EXPECT_TRUE(std::equal(raster.data, raster.data + raster.bytes(), picture.data));
}

TEST_F(Sane, ColourPageKeepsItsChannels) {
  const cv::Mat picture = test::colourPage(90, 60);
  ASSERT_EQ(scan("sane:pnm:0?filename=" + pnmFile(picture), {200, true}).value(), 1);
  const Raster raster = page(0, true);
  ASSERT_EQ(raster.bytes(), picture.total() * 3);
  EXPECT_TRUE(std::equal(raster.data, raster.data + raster.bytes(), picture.data));
}

TEST_F(Sane, SixteenBitAndThreePass) {
  ASSERT_EQ(scan("sane:test:0?source=Flatbed&test-picture=Solid white&depth=16").value(), 1);
  EXPECT_EQ(page(0).data[0], 255);
  ASSERT_EQ(scan("sane:test:0?source=Flatbed&mode=Color&test-picture=Solid white&three-pass=yes", {200, true}).value(), 1);
  EXPECT_EQ(page(0, true).channels, 3);
  ASSERT_EQ(scan("sane:test:0?source=Flatbed&test-picture=Solid black&depth=1").value(), 1);
  EXPECT_EQ(page(0).data[0], 0) << "a bilevel page must not come out as its negative";
}

struct Failure {
  const char* name;
  const char* status;
  ErrorKind kind;
  const char* says;
};
class SaneFailures : public Sane, public testing::WithParamInterface<Failure> {};

// Each failure says what to do; a page that was not whole is never handed over.
TEST_P(SaneFailures, AreExplained) {
  const std::string file = pnmFile(test::grayPage(64, 64));
  const auto pages = scan("sane:pnm:0?filename=" + file + "&status=yes&" + GetParam().status + "=yes");
  ASSERT_FALSE(pages);
  EXPECT_EQ(pages.error().kind, GetParam().kind);
  EXPECT_NE(pages.error().what.find(GetParam().says), std::string::npos) << pages.error().what;
  EXPECT_TRUE(m_pages.empty());
}

INSTANTIATE_TEST_SUITE_P(All, SaneFailures,
                         testing::Values(Failure{"jam", "status-jammed", ErrorKind::Io, "kẹt giấy"},
                                         Failure{"noDocuments", "status-nodocs", ErrorKind::NotFound, "trống"},
                                         Failure{"coverOpen", "status-coveropen", ErrorKind::Io, "Nắp"},
                                         Failure{"ioError", "status-ioerror", ErrorKind::Io, "Mất liên lạc"},
                                         Failure{"noMemory", "status-nomem", ErrorKind::Io, "bộ nhớ"},
                                         Failure{"accessDenied", "status-accessdenied", ErrorKind::Io, "quyền"}),
                         [](const auto& value) { return std::string(value.param.name); });

// A device that fails in the middle of reading.
TEST_F(Sane, FailureWhileReading) {
  for (const char* status : {"SANE_STATUS_JAMMED", "SANE_STATUS_IO_ERROR", "SANE_STATUS_COVER_OPEN", "SANE_STATUS_NO_MEM"}) {
    const auto pages = scan(std::string("sane:test:0?read-return-value=") + status);
    EXPECT_FALSE(pages) << status;
    EXPECT_TRUE(m_pages.empty()) << status;
  }
}

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
  std::string errorOf(const std::string& source) {
    ScannerOptions options;
    options.patience = std::chrono::seconds(2);
    const auto pages = scan(source, options);
    return pages ? "no error" : pages.error().what;
  }

  /// Looking for scanners begins in a thread, with a driver that hangs at it.
  template <typename... Arguments>
  std::future<Expected<std::vector<ScannerDevice>>> beginListing(Arguments... arguments) {
    ::setenv("KP_DRIVER_FAULT", "list", 1);
    auto listing = std::async(std::launch::async, [=] { return listScanners(arguments...); });
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    return listing;
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
};

/// Neither gone nor only waiting to be cleared away by whoever inherited it.
bool lives(int process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/stat");
  const std::string stat{std::istreambuf_iterator<char>(file), {}};
  const std::size_t name = stat.rfind(')');
  return name != std::string::npos && name + 2 < stat.size() && stat[name + 2] != 'Z';
}

bool endsWithin(int process, std::chrono::milliseconds time) {
  for (const auto end = std::chrono::steady_clock::now() + time; std::chrono::steady_clock::now() < end;) {
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
  const auto start = std::chrono::steady_clock::now();
  EXPECT_THAT(errorOf("sane:hangs:read"), testing::AllOf(testing::HasSubstr("không trả lời trong 2 giây"), testing::HasSubstr("an toàn")));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(8)) << "the silent one is not asked to close";
}

TEST_F(FaultyDriver, OneThatCrashesLeavesTheProgramAlive) {
  EXPECT_THAT(errorOf("sane:hangs:crash"), testing::AllOf(testing::HasSubstr("hỏng giữa chừng"), testing::HasSubstr("an toàn")));
}

// A helper that a driver forked had the socket as well: the crash was "silent for 90 s", and the helper kept the scanner for ever.
TEST_F(FaultyDriver, OneThatCrashesTakesItsHelperWithIt) {
  EXPECT_THAT(errorOf("sane:hangs:fork"), testing::HasSubstr("hỏng giữa chừng"));
  ASSERT_GT(note().helper, 0);
  EXPECT_TRUE(endsWithin(note().helper, std::chrono::seconds(1)));
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
  for (int i = 0; note().process == 0 && i < 100; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  ::kill(program, SIGKILL);
  ::waitpid(program, nullptr, 0);
  const int driver = note().process;
  ASSERT_GT(driver, 0);

  EXPECT_TRUE(endsWithin(driver, kDriverCloses + std::chrono::seconds(2)));
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
  auto listing = beginListing([&stop] { return stop.load(); });
  auto behind = beginListing([&stop] { return stop.load(); });
  stop = true;
  EXPECT_EQ(listing.wait_for(std::chrono::seconds(2)), std::future_status::ready);
  EXPECT_EQ(behind.wait_for(std::chrono::seconds(2)), std::future_status::ready) << "it waits for its turn";
  EXPECT_EQ(listing.get().error().kind, ErrorKind::Busy);
}

TEST_F(FaultyDriver, OneThatHangsAtLookingForScannersGivesWayToAScan) {
  auto listing = beginListing();
  const auto start = std::chrono::steady_clock::now();
  EXPECT_THAT(errorOf("sane:hangs:crash"), testing::HasSubstr("hỏng giữa chừng"));
  EXPECT_LT(std::chrono::steady_clock::now() - start, kDriverCloses + std::chrono::seconds(2));
  EXPECT_EQ(listing.get().error().kind, ErrorKind::Busy);
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

TEST_F(Sane, UnknownDeviceIsNotFound) {
  for (const char* source : {"sane:test:77", "sane:nothing:0", "sane:fujitsu:fi-7160:1"}) {
    const auto pages = scan(source);
    ASSERT_FALSE(pages) << source;
    EXPECT_EQ(pages.error().kind, ErrorKind::NotFound) << pages.error().what;
  }
}

TEST_F(Sane, UnknownSettingIsRefusedBeforeAnythingIsScanned) {
  for (const char* source : {"sane:test:0?nonsense=1", "sane:test:0?mode=Purple", "sane:test:0?resolution=many"}) {
    const auto pages = scan(source);
    ASSERT_FALSE(pages) << source;
    EXPECT_EQ(pages.error().kind, ErrorKind::Refused);
  }
  EXPECT_TRUE(m_pages.empty());
}

// When the sheets cannot be stored (disk full), the feeder must stop at once.
TEST_F(Sane, AnErrorOfTheTakerStopsTheFeeder) {
  int taken = 0;
  const auto pages = scanPages(parseScannerAddress("sane:test:0"), {}, [&](ScannedPage&&) -> Expected<void> {
    if (++taken == 3) return fail(ErrorKind::Io, "disk full");
    return {};
  });
  ASSERT_FALSE(pages);
  EXPECT_EQ(pages.error().what, "disk full");
  EXPECT_EQ(taken, 3);
}

TEST(ScannerAddress, Parts) {
  EXPECT_TRUE(isScanner("sane:test:0"));
  EXPECT_FALSE(isScanner("scans/s1.jpg"));
  const ScannerAddress address = parseScannerAddress("sane:fujitsu:fi-7160:1?swdeskew=no&prepick&x=a=b");
  EXPECT_EQ(address.device, "fujitsu:fi-7160:1");
  EXPECT_EQ(address.settings, (std::vector<std::pair<std::string, std::string>>{{"swdeskew", "no"}, {"prepick", "yes"}, {"x", "a=b"}}));
  EXPECT_EQ(parseScannerAddress("sane:").device, "");
}

}  // namespace
}  // namespace kp
