// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <sys/types.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "election/error.h"
#include "scanner/source/driver_messages.h"

namespace kp {

/// A running `kiemphieu-feeder`: the scanner's driver in a process of its own, because drivers hang and crash (docs/decisions/0010). Whatever becomes of it, this
/// process lives on and the scanner can be opened again: what the driver started ends with it.
class DriverProcess {
 public:
  /// Starts the program, which lies beside this one (or one folder above it). `patience`: how long it may be silent. Errors: Io (it is missing or cannot be started).
  static Expected<DriverProcess> start(std::vector<std::string> arguments, std::chrono::seconds patience);
  /// Asks it to let go of the scanner, waits for that as long as kDriverCloses, then kills it.
  ~DriverProcess();
  DriverProcess(DriverProcess&& other) noexcept
      : m_process(std::exchange(other.m_process, -1)),
        m_end(std::exchange(other.m_end, -1)),
        m_socket(std::exchange(other.m_socket, -1)),
        m_patience(other.m_patience) {}
  DriverProcess& operator=(DriverProcess&&) = delete;

  void ask(const DriverMessage& question) const {
    sendMessage(m_socket, question);
  }  // a dead driver is found by the answer that does not come
  /// Waits for its next message, which is never empty; NoMessage ends the driver.
  tl::expected<DriverMessage, NoMessage> message(const std::function<bool()>& stop = {}) const;
  /// The same in the middle of a scan. Errors: what the driver says, or Io when it died or stays silent, which ends it; `pages` were handed over before.
  /// `leave` (may be empty) is asked ten times a second: once true it has kDriverCloses for what is under way and to let go of the scanner, then it is gone, hung or not;
  /// Io too when nothing came by then.
  Expected<DriverMessage> answer(int pages, const std::function<bool()>& leave = {}) const;

 private:
  DriverProcess(pid_t process, int socket, std::chrono::seconds patience);
  void askToLetGo() const;
  void kill() const;

  pid_t m_process = -1;
  int m_end = -1;  ///< pidfd, readable once the process has ended
  int m_socket = -1;
  std::chrono::seconds m_patience{};
};

}  // namespace kp
