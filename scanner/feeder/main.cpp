// SPDX-License-Identifier: GPL-3.0-or-later
// The scanner's driver in a process of its own, started by the programs of Kiểm Phiếu and by nobody else: standard input is a socket to them (driver_messages.h).
//   kiemphieu-feeder LANGUAGE list
//   kiemphieu-feeder LANGUAGE scan DPI COLOUR DEVICE [NAME=VALUE …]
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include "election/text.h"
#include "scanner/feeder/sane_device.h"
#include "scanner/source/driver_messages.h"

namespace kp {
namespace {

/// The socket to the program, moved to where nothing that a driver starts finds it; standard input is empty from then on. -1 when there is none.
int takeSocket() {
  int type = 0;
  socklen_t size = sizeof type;
  if (::getsockopt(STDIN_FILENO, SOL_SOCKET, SO_TYPE, &type, &size) != 0) return -1;
  const int socket = ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  if (nothing < 0 || ::dup2(nothing, STDIN_FILENO) < 0) return -1;
  ::close(nothing);
  return socket;
}

/// Ends this process and what the driver started. Not exit(): a driver's thread that was stopped anywhere may hold the loader's lock, and exit() would wait for it.
[[noreturn]] void end() {
  ::kill(::getpgrp() == ::getpid() ? 0 : ::getpid(), SIGKILL);  // the one signal that no driver can ignore
  std::_Exit(0);
}

/// A driver that does not come back must not keep the scanner when the program has ended or has finished with it. Not by alarm(): that a driver can take back.
void endAfterTheProgram(int socket) {
  std::thread([socket] {
    pollfd program{socket, POLLRDHUP, 0};
    while (::poll(&program, 1, -1) < 0) {
    }
    std::this_thread::sleep_for(kDriverCloses);
    end();
  }).detach();
}

void tell(int socket, const Error& error) { sendMessage(socket, {"error", std::to_string(static_cast<int>(error.kind)), error.what}); }

void list(int socket) {
  const SaneLibrary library;
  const auto devices = library.devices();
  if (!devices) return tell(socket, devices.error());
  DriverMessage message{"devices"};
  for (const ScannerDevice& device : *devices) message.insert(message.end(), {device.name, device.vendor, device.model});
  sendMessage(socket, message);
}

void scan(int socket, const ScannerAddress& address, const ScannerOptions& options) {
  const SaneLibrary library;
  auto device = SaneDevice::open(library, address);
  if (!device) return tell(socket, device.error());
  if (const auto set = device->setUp(address, options); !set)
    return tell(socket, set.error());  // said before it is closed, which may never end
  sendMessage(socket, {"open"});
  while (receiveMessage(socket)) {  // whatever is asked, it is the next sheet
    auto page = device->next();
    if (!page) return tell(socket, page.error());
    if (!sendMessage(socket, *page ? DriverMessage{"page", **std::move(page)} : DriverMessage{"end"})) return;
  }
}

}  // namespace
}  // namespace kp

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const bool lists = arguments.size() == 2 && arguments[1] == "list";
  const bool scans = arguments.size() >= 5 && arguments[1] == "scan";
  const int socket = lists || scans ? kp::takeSocket() : -1;
  if (socket < 0) {
    std::fputs("kiemphieu-feeder: chỉ do chương trình Kiểm Phiếu gọi / is started by the programs of Kiểm Phiếu only\n", stderr);
    return 2;
  }
  // A session that ends sends these to all its processes: the program stores what comes, this one ends with it (endAfterTheProgram).
  for (const int asked : {SIGTERM, SIGINT, SIGHUP}) std::signal(asked, SIG_IGN);
  kp::setLanguage(arguments[0] == "en" ? kp::Language::English : kp::Language::Vietnamese);
  kp::endAfterTheProgram(socket);
  if (lists) {
    kp::list(socket);
  } else {
    double dpi = 0;
    std::from_chars(arguments[2].data(), arguments[2].data() + arguments[2].size(), dpi);
    kp::ScannerAddress address{arguments[4], {}};
    for (std::size_t i = 5; i < arguments.size(); ++i) {
      const std::size_t equals = arguments[i].find('=');
      address.settings.emplace_back(arguments[i].substr(0, equals), arguments[i].substr(equals + 1));
    }
    kp::scan(socket, address, {dpi, arguments[3] == "1"});
  }
  kp::end();
}
