// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "evidence/base45.h"

namespace kp {

// Regression: another program's Base45 reader cannot read our codes. The pairs are those printed in RFC 9285, 4.3 and 4.4.
TEST(Base45, GivesTheExamplesOfTheRfc) {
  EXPECT_EQ(toBase45("AB"), "BB8");
  EXPECT_EQ(toBase45("Hello!!"), "%69 VD92EX0");
  EXPECT_EQ(toBase45("base-45"), "UJCLQE7W581");
  EXPECT_EQ(fromBase45("QED8WEX0"), "ietf!");
}

// Regression: values above what the bytes can hold are cut off instead of refused, so two texts mean the same.
TEST(Base45, RefusesWhatNoEncoderWrites) {
  EXPECT_FALSE(fromBase45("GGW"));  // 65536, named in RFC 9285, 6
  EXPECT_EQ(fromBase45("FGW"), std::string("\xFF\xFF"));
  EXPECT_FALSE(fromBase45("::"));
  EXPECT_FALSE(fromBase45("BB8A"));
  EXPECT_FALSE(fromBase45("bb8"));
}

RC_GTEST_PROP(Base45, BringsBackAnyBytes, (const std::string& bytes)) { RC_ASSERT(fromBase45(toBase45(bytes)) == bytes); }

}  // namespace kp
