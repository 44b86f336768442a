// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/source/reap.h"

#include <poll.h>
#include <sys/wait.h>

#include <cerrno>
#include <system_error>
#include <thread>

namespace kp {
namespace {

/// True when there is nothing left to clear away.
bool cleared(pid_t child, int options) {
  pid_t done = 0;
  do done = ::waitpid(child, nullptr, options);
  while (done < 0 && errno == EINTR);
  return done != 0;
}

}  // namespace

bool reap(pid_t child, int end, std::chrono::milliseconds atMost) {
  pollfd ended{end, POLLIN, 0};
  while (::poll(&ended, 1, static_cast<int>(atMost.count())) < 0 && errno == EINTR) {
  }
  if (cleared(child, WNOHANG)) return true;
  try {
    std::thread([child] { cleared(child, 0); }).detach();
  } catch (const std::system_error&) {  // no thread to be had: it is cleared away when this program ends
  }
  return false;
}

}  // namespace kp
