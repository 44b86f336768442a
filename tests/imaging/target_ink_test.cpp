// SPDX-License-Identifier: GPL-3.0-or-later
// Regressions: bins that are not along the target, heights off by a row, a cross told by its middle alone, specks taken for strokes.
#include "scanner/imaging/target_ink.h"

#include <gtest/gtest.h>

namespace kp {
namespace {

Gray empty(int width, int height) {
  Gray ink;
  ink.resize(width, height);
  return ink;
}

TEST(TargetInk, SaysWhereAStrokeLiesAlongTheTarget) {
  Gray ink = empty(40, 60);
  for (int x = 8; x < 40; ++x)
    for (int y = 0; y < 3; ++y) ink.at(x, 30 + x / 8 + y) = 1;  // three pixels thick, falling a pixel a bin
  const TargetInk found = inkAlong(ink, 7);
  EXPECT_EQ(found.target, 7);
  ASSERT_EQ(found.bins.size(), 5U);
  EXPECT_EQ(found.bins[0], InkBin());
  for (std::uint8_t bin = 1; bin < 5; ++bin) {
    EXPECT_EQ(found.bins[bin].middle, 2 * (31 + bin));
    EXPECT_EQ(found.bins[bin].amount, 24);
    EXPECT_EQ(found.bins[bin].spread, 3) << "three rows deviate by 0.8 px";
  }
}

TEST(TargetInk, TellsACrossFromALine) {
  Gray cross = empty(16, 60), line = empty(16, 60);
  for (int x = 0; x < 16; ++x) cross.at(x, 20 + x) = cross.at(x, 40 - x) = 1, line.at(x, 30) = line.at(x, 31) = 1;
  EXPECT_GT(inkAlong(cross, 0).bins[0].spread, 5 * inkAlong(line, 0).bins[0].spread);
}

TEST(TargetInk, SpecksAreNoInk) {
  Gray ink = empty(16, 20);
  ink.at(3, 3) = ink.at(4, 3) = ink.at(12, 10) = 1;
  for (const InkBin& bin : inkAlong(ink, 0).bins) EXPECT_EQ(bin, InkBin());
}

TEST(TargetInk, ALastBinMayBeNarrower) { EXPECT_EQ(inkAlong(empty(17, 5), 0).bins.size(), 3U); }

}  // namespace
}  // namespace kp
