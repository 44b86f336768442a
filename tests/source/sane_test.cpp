// SPDX-License-Identifier: GPL-3.0-or-later
// The real SANE library with its own backends `test` (a feeder of 10 sheets) and `pnm` (a file as the page, and each failure a scanner can have).
#include <gtest/gtest.h>

#include <algorithm>

#include "sane_fixture.h"

namespace kp {
namespace {

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
