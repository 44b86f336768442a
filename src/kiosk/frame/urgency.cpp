// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/urgency.h"

#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <thread>

namespace kp::kiosk {
namespace {

constexpr int kDeskNice = 5, kPicturesNice = 10, kReadingNice = 12;
constexpr int kScreenPriority = 1;  ///< the lowest real-time one: above all ordinary work, below everything the system itself runs so

bool schedule(int policy, int priority) {
  sched_param param{};
  param.sched_priority = priority;
  return ::sched_setscheduler(0, policy, &param) == 0;  // 0: the calling thread, not the process
}

/// Below what the program was started with, which the main thread still has.
bool setNice(int below) {
  const int own = ::getpriority(PRIO_PROCESS, static_cast<id_t>(::getpid()));
  return ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), own + below) == 0;
}

}  // namespace

bool setUrgency(Urgency urgency) {
  switch (urgency) {
    case Urgency::Screen: return schedule(SCHED_RR, kScreenPriority);
    case Urgency::Desk: return schedule(SCHED_OTHER, 0) && setNice(kDeskNice);
    case Urgency::Pictures: return schedule(SCHED_OTHER, 0) && setNice(kPicturesNice);
    case Urgency::Reading: break;
  }
  return schedule(SCHED_BATCH, 0) &&
         setNice(kReadingNice);  // SCHED_IDLE would starve beside any other work on the machine: 49 sheets a minute
}

int readingThreads() { return std::max(1, static_cast<int>(std::thread::hardware_concurrency()) - 1); }

}  // namespace kp::kiosk
