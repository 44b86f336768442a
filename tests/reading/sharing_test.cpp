// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <filesystem>
#include <thread>

#include "scanner/reading/trace.h"
#include "sheet.h"

namespace kp {
namespace {

using namespace test;

/// Threads of this process.
auto threads() {
  const std::filesystem::directory_iterator tasks("/proc/self/task");
  return std::distance(begin(tasks), end(tasks));
}

bool same(const PageReading& a, const PageReading& b) {
  return a.contest == b.contest && a.page == b.page && a.reasons == b.reasons && a.marks == b.marks && a.spots == b.spots &&
         a.orientation == b.orientation && a.dpi == b.dpi;
}

// Repeat counts must agree: the same picture gives the same reading, to the last digit of its scores.
TEST(Reader, APageReadTwiceGivesTheSame) {
  for (const Printed* p : {&strikeOut(), &columns()}) {
    Sheet sheet(*p);
    markEvery(sheet, p->geometry(), stroke(p == &strikeOut() ? "half" : "small X"), 2);
    const Raster scan = sheet.scan(0, 1.3);
    EXPECT_TRUE(same(p->reader().read(scan), p->reader().read(scan)));
  }
}

TEST(Reader, TheTraceChangesNothing) {
  Sheet sheet(strikeOut());
  markEvery(sheet, strikeOut().geometry(), stroke("straight"));
  const Raster scan = sheet.scan();
  ReadingTrace trace;
  const PageReading traced = strikeOut().reader().read(scan, trace);
  EXPECT_TRUE(same(traced, strikeOut().reader().read(scan)));
  ASSERT_EQ(trace.targets.size(), traced.marks.size());
  EXPECT_TRUE(trace.registration && trace.registration->placed);
  EXPECT_GT(trace.targets[0].name.through, 0.8);
  EXPECT_LT(trace.targets[1].name.through, 0.1);
}

// The pipeline reads with several threads over one Reader.
TEST(Reader, ThreadsShareOneReader) {
  std::vector<Raster> scans;
  for (const char* name : {"straight", "half", "pencil", "underline"}) {
    Sheet sheet(strikeOut());
    markEvery(sheet, strikeOut().geometry(), stroke(name));
    scans.push_back(sheet.scan(static_cast<int>(scans.size())));
  }
  std::vector<PageReading> alone, first(scans.size()), second(scans.size());
  for (const auto& s : scans) alone.push_back(strikeOut().reader().read(s));
  std::thread a([&] {
    for (std::size_t i = 0; i < scans.size(); ++i) first[i] = strikeOut().reader().read(scans[i]);
  });
  std::thread b([&] {
    for (std::size_t i = scans.size(); i-- > 0;) second[i] = strikeOut().reader().read(scans[i]);
  });
  a.join(), b.join();
  for (std::size_t i = 0; i < scans.size(); ++i) {
    EXPECT_TRUE(same(alone[i], first[i])) << i;
    EXPECT_TRUE(same(alone[i], second[i])) << i;
  }
}

// Caught: OpenCV's own threads (TBB's), which are still there when main() ends and crash the program at its end, once in some hundred times.
TEST(Reader, LeavesNoThreadsBehind) {
  const auto before = threads();
  const Reader& reader = strikeOut().reader();
  Sheet sheet(strikeOut());
  markEvery(sheet, strikeOut().geometry(), stroke("half"));
  reader.read(sheet.scan(0, 1.3));
  EXPECT_EQ(threads(), before);
}

TEST(Reader, DebugPicturesAreWrittenAndChangeNothing) {
  std::string name = (std::filesystem::temp_directory_path() / "kp-debug-XXXXXX").string();
  const std::filesystem::path folder = std::filesystem::path(mkdtemp(name.data())) / "page";
  Sheet sheet(strikeOut());
  markEvery(sheet, strikeOut().geometry(), stroke("half"));
  const Raster scan = sheet.scan();
  EXPECT_TRUE(same(strikeOut().reader().read(scan, folder.string()), strikeOut().reader().read(scan)));
  for (const char* file : {"1-placed.png", "2-lines-and-blots.png", "3-marks.png"})
    EXPECT_TRUE(std::filesystem::exists(folder / file)) << file;
  std::filesystem::remove_all(folder.parent_path());
}

}  // namespace
}  // namespace kp
