// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/source/driver_process.h"

#include <poll.h>
#include <sched.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <optional>

#include "election/text.h"
#include "scanner/source/reap.h"

namespace kp {
namespace {

namespace fs = std::filesystem;
constexpr const char* kProgram = "kiemphieu-feeder";
constexpr std::chrono::milliseconds kLonger{500};  ///< it ends itself when its time to let go is up
constexpr std::chrono::seconds kDies{2};           ///< a killed process is gone in milliseconds, unless the kernel holds it

std::optional<fs::path> feederProgram() {
  std::error_code error;
  const fs::path here = fs::read_symlink("/proc/self/exe", error).parent_path();
  for (const fs::path& folder : {here, here.parent_path()})
    if (fs::path program = folder / kProgram; ::access(program.c_str(), X_OK) == 0) return program;
  return std::nullopt;
}

/// Starts `program` with the socket as its standard input; what drivers print goes to standard error. It leads a process group: what a driver forks can be ended
/// with it, and Ctrl+C in a terminal does not take it away in the middle of a sheet. It is an ordinary process also where the thread that starts it is real-time: a driver
/// that spins would take a core from the screen. -1 when the system cannot.
pid_t spawn(const fs::path& program, std::vector<std::string> arguments, int socket) {
  std::string name = program;
  std::vector<char*> argv{name.data()};
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  if (::posix_spawn_file_actions_init(&files) != 0) return -1;
  if (::posix_spawnattr_init(&attributes) != 0) {
    ::posix_spawn_file_actions_destroy(&files);
    return -1;
  }
  ::posix_spawn_file_actions_adddup2(&files, socket, STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&files, STDERR_FILENO, STDOUT_FILENO);
  sigset_t none, all;
  ::sigemptyset(&none);
  ::sigfillset(&all);
  ::posix_spawnattr_setsigmask(&attributes, &none);
  ::posix_spawnattr_setsigdefault(&attributes, &all);
  ::posix_spawnattr_setpgroup(&attributes, 0);
  const sched_param ordinary{};
  ::posix_spawnattr_setschedpolicy(&attributes, SCHED_OTHER);
  ::posix_spawnattr_setschedparam(&attributes, &ordinary);
  ::posix_spawnattr_setflags(&attributes,
                             POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSCHEDULER);
  pid_t process = -1;
  if (::posix_spawn(&process, name.c_str(), &files, &attributes, argv.data(), environ) != 0) process = -1;
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&files);
  return process;
}

}  // namespace

Expected<DriverProcess> DriverProcess::start(std::vector<std::string> arguments, std::chrono::seconds patience) {
  const auto program = feederProgram();
  if (!program)
    return fail(
        ErrorKind::Io,
        trf("Thiếu tệp “{0}” cạnh chương trình, nên không dùng được máy quét; dữ liệu vẫn an toàn. Hãy cài lại chương trình, hoặc nhập các tệp ảnh đã quét.",
            "The file “{0}” is missing beside the program, so no scanner can be used; the data are safe. Install the program again, or take in files of scans.",
            kProgram));
  std::array<int, 2> sockets{-1, -1};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) == 0) {
    const pid_t process = spawn(*program, std::move(arguments), sockets[1]);
    ::close(sockets[1]);
    if (process > 0) return DriverProcess(process, sockets[0], patience);
    ::close(sockets[0]);
  }
  return fail(ErrorKind::Io,
              tr("Không khởi động được phần điều khiển máy quét; chưa tờ nào được quét. Hãy đóng bớt chương trình khác rồi thử lại.",
                 "The part that drives the scanner could not be started; no sheet was scanned. Close other programs and try again."));
}

DriverProcess::DriverProcess(pid_t process, int socket, std::chrono::seconds patience)
    : m_process(process),
      m_end(static_cast<int>(::syscall(SYS_pidfd_open, process, 0))),  // glibc 2.36 declares pidfd_open() for C only
      m_socket(socket),
      m_patience(patience) {}

/// Nothing more will be asked; what it says is still heard. Its own watch ends it after kDriverCloses.
void DriverProcess::askToLetGo() const { ::shutdown(m_socket, SHUT_WR); }

/// Nothing happens to one that has ended; its number is its own until it is waited for.
void DriverProcess::kill() const {
  ::kill(-m_process, SIGKILL);
  ::kill(m_process, SIGKILL);  // a driver may have moved it to another group
}

DriverProcess::~DriverProcess() {
  if (m_process < 0) return;
  askToLetGo();
  std::array<pollfd, 2> ended{{{m_end, POLLIN, 0}, {m_socket, POLLRDHUP, 0}}};
  while (::poll(ended.data(), ended.size(), static_cast<int>(std::chrono::milliseconds(kDriverCloses + kLonger).count())) < 0 &&
         errno == EINTR) {
  }
  kill();
  reap(m_process, m_end, kDies);
  if (m_end >= 0) ::close(m_end);
  ::close(m_socket);
}

tl::expected<DriverMessage, NoMessage> DriverProcess::message(const std::function<bool()>& stop) const {
  auto message = receiveMessage(m_socket, {m_end, m_patience, stop});
  if (message && message->empty()) message = tl::unexpected(NoMessage::Gone);
  if (!message) kill();
  return message;
}

Expected<DriverMessage> DriverProcess::answer(int pages, const std::function<bool()>& leave) const {
  using Clock = std::chrono::steady_clock;
  std::optional<Clock::time_point> left;
  auto answer = message([&] {
    if (!left && leave && leave()) {
      left = Clock::now();
      askToLetGo();
    }
    return left && Clock::now() - *left >= kDriverCloses + kLonger;
  });
  if (answer) {
    if (auto error = errorIn(*answer)) return tl::unexpected(*std::move(error));
    return *std::move(answer);
  }
  if (left)
    return fail(
        ErrorKind::Io,
        trf("Chương trình phải dừng khi một tờ còn trong máy quét và máy quét không trả tờ đó trong {1} giây; {0} tờ trước đó đã nhận và an toàn, tờ đang trong máy thì chưa. Hãy lấy tờ trong máy ra, đặt lại lên đầu khay rồi quét tiếp.",
            "The program had to stop with a sheet in the scanner, which did not hand it over within {1} seconds; the {0} sheets before are taken in and safe, the sheet in the machine is not. Take the sheet out, put it back on top of the tray and scan on.",
            pages, static_cast<long>(kDriverCloses.count())));
  if (answer.error() == NoMessage::Silent)
    return fail(
        ErrorKind::Io,
        trf("Máy quét không trả lời trong {1} giây, sau {0} tờ; {0} tờ đó đã nhận và an toàn, tờ đang trong máy thì chưa. Hãy tắt máy quét, lấy tờ trong máy ra đặt lại lên đầu khay, bật máy rồi quét tiếp.",
            "The scanner has not answered for {1} seconds, after {0} sheets; those {0} are taken in and safe, the sheet in the machine is not. Switch the scanner off, take the sheet out and put it back on top of the tray, switch it on and scan on.",
            pages, static_cast<long>(m_patience.count())));
  return fail(
      ErrorKind::Io,
      trf("Trình điều khiển máy quét bị hỏng giữa chừng, sau {0} tờ; {0} tờ đó đã nhận và an toàn, tờ đang trong máy thì chưa. Hãy lấy tờ trong máy ra, đặt lại lên đầu khay rồi quét tiếp; nếu lại hỏng, hãy tắt và bật máy quét.",
          "The scanner's driver broke down after {0} sheets; those {0} are taken in and safe, the sheet in the machine is not. Take the sheet out, put it back on top of the tray and scan on; if it breaks again, switch the scanner off and on.",
          pages));
}

}  // namespace kp
