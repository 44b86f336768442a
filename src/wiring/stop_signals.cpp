// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiring/stop_signals.h"

#include <atomic>
#include <csignal>

namespace kp {
namespace {

std::atomic<bool> s_asked{false};  // lock-free, so it may be set in a signal handler
static_assert(std::atomic<bool>::is_always_lock_free);

void askToStop(int) { s_asked = true; }

}  // namespace

void heedStopSignals() {
  s_asked = false;
  struct sigaction once {};
  once.sa_handler = askToStop;
  once.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
  ::sigemptyset(&once.sa_mask);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaction(signal, &once, nullptr);
}

bool stopSignalled() { return s_asked; }

}  // namespace kp
