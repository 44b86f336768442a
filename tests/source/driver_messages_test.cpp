// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/source/driver_messages.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <thread>

namespace kp {
namespace {

class DriverMessages : public testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, m_ends.data()), 0); }
  void TearDown() override { ::close(m_ends[0]), ::close(m_ends[1]); }
  std::array<int, 2> m_ends{};
};

// A picture is larger than a socket holds at once and has bytes of every value: one that was cut or changed would be stored as a ballot.
TEST_F(DriverMessages, ArriveWhole) {
  std::string picture;
  for (int i = 0; i < 3'000'000; ++i) picture += static_cast<char>(i * 7 + i / 251);
  std::thread sender([&] { EXPECT_TRUE(sendMessage(m_ends[0], {"page", picture, ""})); });
  const auto got = receiveMessage(m_ends[1]);
  sender.join();
  ASSERT_TRUE(got);
  EXPECT_EQ(*got, (DriverMessage{"page", picture, ""}));
}

// A driver that dies in the middle of a picture: half a sheet is no message.
TEST_F(DriverMessages, AHalfOneIsNone) {
  const std::string half("\2\0\0\0\4\0\0\0page\x40\0\0\0half", 20);
  ASSERT_EQ(::send(m_ends[0], half.data(), half.size(), 0), static_cast<ssize_t>(half.size()));
  ::shutdown(m_ends[0], SHUT_WR);
  const auto got = receiveMessage(m_ends[1]);
  ASSERT_FALSE(got);
  EXPECT_EQ(got.error(), NoMessage::Gone);
}

TEST_F(DriverMessages, SilenceHasAnEnd) {
  MessageWait shortly;
  shortly.silence = std::chrono::milliseconds(50);
  const auto got = receiveMessage(m_ends[1], shortly);
  ASSERT_FALSE(got);
  EXPECT_EQ(got.error(), NoMessage::Silent);
}

// What is no number of parts or bytes of ours must not be asked of the memory.
TEST_F(DriverMessages, NonsenseIsNoMessage) {
  ASSERT_EQ(::send(m_ends[0], "\xff\xff\xff\xff", 4, 0), 4);
  EXPECT_FALSE(receiveMessage(m_ends[1]));
}

}  // namespace
}  // namespace kp
