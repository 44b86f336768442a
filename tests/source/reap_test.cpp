// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/source/reap.h"

#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace kp {
namespace {

using Clock = std::chrono::steady_clock;
constexpr unsigned kStays = 20;  ///< s a child of these tests lives: one that is waited for shows by the clock

class Reap : public ::testing::Test {
 protected:
  void SetUp() override {
    m_child = ::fork();
    if (m_child == 0) {
      ::sleep(kStays);
      ::_exit(0);
    }
    m_end = static_cast<int>(::syscall(SYS_pidfd_open, m_child, 0));
    ASSERT_GE(m_end, 0);
  }
  void TearDown() override { ::close(m_end); }
  bool isCleared() const { return ::waitpid(m_child, nullptr, WNOHANG) < 0 && errno == ECHILD; }
  pid_t m_child = -1;
  int m_end = -1;
};

TEST_F(Reap, AKilledChildIsGone) {
  ::kill(m_child, SIGKILL);
  EXPECT_TRUE(reap(m_child, m_end, std::chrono::seconds(kStays)));
  EXPECT_TRUE(isCleared());
}

// Caught: a driver held in the kernel, which no signal reaches: the program, its scan and its window waited for it for ever.
TEST_F(Reap, OneThatCannotBeKilledIsNotWaitedForAndClearedAwayLater) {
  const auto start = Clock::now();
  EXPECT_FALSE(reap(m_child, m_end, std::chrono::milliseconds(100)));
  EXPECT_LT(Clock::now() - start, std::chrono::seconds(kStays / 2));
  ::kill(m_child, SIGKILL);  // now it ends after all
  const auto end = Clock::now() + std::chrono::seconds(kStays);
  while (!isCleared() && Clock::now() < end) ::usleep(1000);
  EXPECT_LT(Clock::now(), end) << "nobody cleared it away";
}

}  // namespace
}  // namespace kp
