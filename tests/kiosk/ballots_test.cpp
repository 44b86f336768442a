// SPDX-License-Identifier: GPL-3.0-or-later
// What the screens keep of many sheets, and how long they need to find one.
#include "kiosk/supervise/ballots.h"

#include <malloc.h>

#include <ctime>
#include <optional>

#include "counted_kiosk.h"
#include "kiosk/scan/scan_model.h"
#include "kiosk/supervise/wall_model.h"

namespace kp::kiosk {
namespace {

PageReading readingOf(std::size_t names) {
  PageReading reading;
  reading.page = 2;
  reading.dpi = 199.5;
  reading.orientation = 180;
  reading.widthPx = 1654, reading.heightPx = 2339;
  reading.reasons.push_back({Why::ExtraWriting, {}, {}, "chữ"});
  reading.spots.emplace_back(Why::ExtraWriting, RectPx{10.5, 20.25, 30, 40});
  for (std::size_t i = 0; i < names; ++i) {
    MarkReading mark;
    mark.candidate = i;
    mark.field = i % 2 == 0 ? Field::Approve : Field::Disapprove;
    mark.state = i % 3 == 0 ? MarkState::Unsure : i % 3 == 1 ? MarkState::Mark : MarkState::None;
    mark.why = i % 3 == 0 ? "crossed-by-streak" : "";
    mark.spot = {100.125 + double(i), 2000.5, 300.25, 31.75};
    reading.marks.push_back(mark);
  }
  return reading;
}

// Caught: a mark shown on another name, or beside its place.
TEST(PackedReadings, KeepWhatScreensShow) {
  PackedReadings packed;
  packed.add({});
  const PageReading reading = readingOf(234);
  packed.add(reading);
  ASSERT_EQ(packed.size(), 2u);
  EXPECT_TRUE(packed[0].marks.empty());
  const PageReading back = packed[1];
  EXPECT_EQ(back.page, reading.page);
  EXPECT_EQ(back.orientation, reading.orientation);
  EXPECT_EQ(back.widthPx, reading.widthPx);
  EXPECT_EQ(back.reasons, reading.reasons);
  EXPECT_EQ(back.spots, reading.spots);
  EXPECT_EQ(back.marks, reading.marks);
}

// Caught: 20,000 sheets of 42 names in 115 MB.
TEST(PackedReadings, TakeLittleRoom) {
  constexpr std::size_t kSheets = 5000, kMost = 1600;  // bytes a sheet: as marks of a reading are 88 bytes each, 42 of them took 4 KB
  PageReading reading = readingOf(42);
  reading.spots.clear(), reading.reasons.clear();
  const std::size_t before = mallinfo2().uordblks + mallinfo2().hblkhd;
  PackedReadings packed;
  for (std::size_t i = 0; i < kSheets; ++i) packed.add(reading);
  EXPECT_LT(mallinfo2().uordblks + mallinfo2().hblkhd - before, kSheets * kMost);
}

class ManySheetsTest : public CountedKioskTest {
 protected:
  static double cpuOf(const std::function<void()>& work) {
    const auto now = [] {
      timespec time{};
      ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
      return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    };
    const double start = now();
    work();
    return now() - start;
  }
};

// Caught: a screen that stands still for seconds, since each ballot was looked for among all others (12,171 ballots: 2.4 s behind a number, 0.5 s for a filter, 0.6 s for "read").
TEST_F(ManySheetsTest, ThousandsAreShownAtOnce) {
  constexpr int kSheets = 8000;
  constexpr double kMost = 120;  // ms of CPU; 8 to 20 are needed
  count(std::vector<std::vector<std::size_t>>(kSheets, {3, 4}));
  WallModel wall;
  wall.setFilter({{QStringLiteral("pass"), 1}});
  wall.setStation(&*m_station);
  until([&] { return wall.count() == kSheets; });
  EXPECT_LT(cpuOf([&] { wall.set(QStringLiteral("state"), QStringLiteral("counted")); }), kMost);
  ScanModel scan;
  scan.setStation(&*m_station);
  until([&] { return scan.readBallots() == kSheets; });
  QVariantMap behind;
  EXPECT_LT(cpuOf([&] { behind = scan.behind(QStringLiteral("read")); }), kMost);
  EXPECT_LT(cpuOf([&] { wall.setFilter(behind); }), kMost);
  EXPECT_EQ(wall.count(), kSheets);
}

}  // namespace
}  // namespace kp::kiosk
