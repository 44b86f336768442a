// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/urgency.h"

#include <gtest/gtest.h>
#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>

#include <thread>

#include "kiosk/frame/workers.h"

namespace kp::kiosk {
namespace {

int policy() { return ::sched_getscheduler(0); }
int niceness() { return ::getpriority(PRIO_PROCESS, static_cast<id_t>(::gettid())); }

// Qt paints large areas with threads of its own that the screen thread waits for: as ordinary ones they waited behind the reading, and the frame with them.
TEST(Urgency, WhatTheScreenStartsIsAsUrgentAndOurOwnThreadsStepBack) {
  std::thread([] {
    const bool allowed = setUrgency(Urgency::Screen);
    EXPECT_EQ(policy() == SCHED_RR, allowed);
    std::thread([&] { EXPECT_EQ(policy(), allowed ? SCHED_RR : SCHED_OTHER) << "Qt's painters"; }).join();
    std::thread([] {
      EXPECT_TRUE(setUrgency(Urgency::Desk));
      EXPECT_EQ(policy(), SCHED_OTHER);
      EXPECT_GE(niceness(), 5);
    }).join();
    std::thread([] {
      EXPECT_TRUE(setUrgency(Urgency::Pictures));
      EXPECT_EQ(policy(), SCHED_OTHER);
      EXPECT_GE(niceness(), 10);
    }).join();
    std::thread([] {
      EXPECT_TRUE(setUrgency(Urgency::Reading));
      EXPECT_EQ(policy(), SCHED_BATCH);
      EXPECT_GE(niceness(), 12);
    }).join();
  }).join();
}

// Searching an archive and looking for scanners ran as urgent as the screen, which then stuttered.
TEST(Urgency, WhatRunsBesideTheScreenIsOrdinaryWhoeverAsksForIt) {
  std::thread([] {
    setUrgency(Urgency::Screen);
    int how = -1, nice = -1;
    {
      Workers beside(1);
      beside.start([&] {
        how = policy();
        nice = niceness();
      });
    }
    EXPECT_EQ(how, SCHED_OTHER);
    EXPECT_GE(nice, 5);
  }).join();
}

}  // namespace
}  // namespace kp::kiosk
