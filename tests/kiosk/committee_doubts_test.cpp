// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/congress/committee_doubts.h"

#include <gtest/gtest.h>

namespace kp::kiosk {
namespace {

const std::vector<CommitteeMember> kUsual = {
    {"Tô Quang Sự", Role::Head}, {"Bàn Thị Mai", Role::Member}, {"Lý Văn Khương", Role::Technician}};

std::vector<CommitteeMember> with(CommitteeMember more) {
  std::vector<CommitteeMember> people = kUsual;
  people.push_back(std::move(more));
  return people;
}

// Caught: a second head who comes in with a list and is added without a word.
TEST(CommitteeDoubts, ASecondHeadIsNamed) {
  EXPECT_TRUE(committeeDoubts(kUsual).isEmpty());
  const QStringList doubts = committeeDoubts(with({"Vàng A Chỉnh", Role::Head}));
  ASSERT_EQ(doubts.size(), 1);
  EXPECT_TRUE(doubts[0].contains(QStringLiteral("Tô Quang Sự, Vàng A Chỉnh"))) << doubts[0].toStdString();
}

// Caught: one person entered as head and as member, who looks like two on the screen and is one when two have to sign.
TEST(CommitteeDoubts, ANameThatStandsTwiceIsNamed) {
  const QStringList doubts = committeeDoubts(with({"Tô Quang Sự", Role::Member}));
  ASSERT_EQ(doubts.size(), 1);
  EXPECT_TRUE(doubts[0].startsWith(QStringLiteral("Tô Quang Sự "))) << doubts[0].toStdString();
}

// Caught: people taken out by a list, with their PINs, whom nobody named.
TEST(CommitteeDoubts, WhoAListLeavesOutIsNamedOnce) {
  EXPECT_EQ(leftOut(with({"Tô Quang Sự", Role::Member}), {{"Bàn Thị Mai", Role::Head}}),
            (QStringList{QStringLiteral("Tô Quang Sự"), QStringLiteral("Lý Văn Khương")}));
  EXPECT_TRUE(leftOut(kUsual, kUsual).isEmpty());
}

}  // namespace
}  // namespace kp::kiosk
