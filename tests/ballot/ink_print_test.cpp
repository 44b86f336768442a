// SPDX-License-Identifier: GPL-3.0-or-later
// Regressions: a print that is not what was stored; bytes of another program taken for one; a sheet fed again that is not known for lying a pixel off or for a stamp
// on one target; the next voter's strokes taken for the same; a single mark taken for proof.
#include "ballot/ink_print.h"

#include <gtest/gtest.h>

#include <cmath>

namespace kp {
namespace {

/// A line through a target 30 mm long: `height` and `rise` 1/16 mm, `wave` its tremor.
TargetInk line(std::uint16_t target, double height, double rise, double wave) {
  TargetInk t;
  t.target = target;
  for (int i = 0; i < 30; ++i)
    t.bins.push_back({static_cast<std::uint8_t>(std::lround(height + rise * i / 30 + 2 * std::sin(i * wave))), 5,
                      static_cast<std::uint8_t>(20 + i % 5)});
  return t;
}

InkPrint ballot(double height, double rise, double wave, int targets = 8) {
  InkPrint print;
  for (int i = 0; i < targets; ++i)
    print.push_back(line(static_cast<std::uint16_t>(3 * i), height + 3 * std::sin(i + wave), rise, wave + 0.05 * i));
  return print;
}

InkPrint moved(InkPrint print, int by) {
  for (TargetInk& t : print)
    for (InkBin& bin : t.bins) bin.middle = static_cast<std::uint8_t>(bin.middle + by);
  return print;
}

TEST(InkPrint, IsStoredAsItIs) {
  const InkPrint print = ballot(70, 4, 0.4);
  EXPECT_EQ(decodeInkPrint(encodeInkPrint(print)), print);
  EXPECT_TRUE(encodeInkPrint({}).empty());
  EXPECT_EQ(decodeInkPrint(""), InkPrint());
}

TEST(InkPrint, OtherBytesAreRefused) {
  const std::string bytes = encodeInkPrint(ballot(70, 4, 0.4));
  for (const std::size_t cut : {std::size_t{2}, std::size_t{4}, bytes.size() / 2, bytes.size() - 1})
    EXPECT_FALSE(decodeInkPrint(std::string_view(bytes).substr(0, cut))) << cut;
  EXPECT_FALSE(decodeInkPrint("\x02" + bytes.substr(1))) << "a later version";
  EXPECT_FALSE(decodeInkPrint(bytes + bytes.substr(1))) << "targets twice";
}

TEST(InkPrint, TheSameStrokesAreKnown) {
  const InkPrint print = ballot(70, 4, 0.4);
  const InkLikeness same = compareInk(print, print);
  EXPECT_TRUE(same.same);
  EXPECT_EQ(same.apart, 0);
  EXPECT_EQ(same.targets, 8);
  EXPECT_TRUE(compareInk(print, moved(print, 2)).same) << "print found a pixel off";
  InkPrint stamped = print;
  for (InkBin& bin : stamped[3].bins) bin = {90, 60, 200};
  EXPECT_TRUE(compareInk(print, stamped).same) << "one target under a stamp";
  InkPrint without = print;
  without.pop_back();
  EXPECT_TRUE(compareInk(print, without).same) << "one mark too faint for the other scan";
}

TEST(InkPrint, OtherStrokesAreNot) {
  const InkPrint print = ballot(70, 4, 0.4);
  EXPECT_FALSE(compareInk(print, moved(print, 6)).same) << "0.4 mm higher throughout";
  EXPECT_FALSE(compareInk(print, ballot(70, -4, 0.4)).same) << "falling, not rising";
  EXPECT_FALSE(compareInk(print, ballot(70, 4, 0.9)).same) << "another tremor";
  InkPrint other = print;
  for (TargetInk& t : other) t.target = static_cast<std::uint16_t>(t.target + 1);
  EXPECT_FALSE(compareInk(print, other).same) << "other names struck";
  other = print;
  other.resize(6);
  EXPECT_FALSE(compareInk(print, other).same) << "two names fewer";
  EXPECT_FALSE(compareInk(print, {}).same);
  EXPECT_FALSE(compareInk({}, {}).same) << "two blank sheets are no sheet fed twice";
}

TEST(InkPrint, FewMarksMustLieNearer) {
  const auto nearby = [](int targets) {
    const InkPrint print = ballot(70, 4, 0.4, targets);
    InkPrint other = print;
    for (TargetInk& t : other)
      for (std::size_t i = 0; i < t.bins.size(); i += 2) t.bins[i].middle = static_cast<std::uint8_t>(t.bins[i].middle + 2);
    return compareInk(print, other);
  };
  EXPECT_TRUE(nearby(8).same) << nearby(8).apart;
  EXPECT_FALSE(nearby(1).same) << nearby(1).apart;
}

}  // namespace
}  // namespace kp
