// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/acting_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "election/text.h"

namespace kp {
namespace {

/// "who (pid 123)" as the holder wrote it, or a word for "unknown".
std::string holder(int descriptor) {
  char text[256] = {};
  const ssize_t length = ::pread(descriptor, text, sizeof text - 1, 0);
  if (length <= 0) return tr("không rõ", "unknown");
  return std::string(text, static_cast<std::size_t>(length));
}

tl::unexpected<Error> cannotLock(const std::filesystem::path& sidecar) {
  return fail(
      ErrorKind::Io,
      trf("Không tạo được tệp khóa {0} ({1}). Chưa có gì thay đổi. Hãy chép tệp đại hội sang thư mục ghi được rồi mở lại.",
          "Cannot make the lock file {0} ({1}). Nothing was changed. Copy the congress file to a writable folder and open it there.",
          sidecar.string(), std::string(std::strerror(errno))));
}

bool sameFile(int descriptor, const std::filesystem::path& path) {
  struct stat mine {
  }, onDisk{};
  return ::fstat(descriptor, &mine) == 0 && ::stat(path.c_str(), &onDisk) == 0 && mine.st_ino == onDisk.st_ino &&
         mine.st_dev == onDisk.st_dev;
}

}  // namespace

Expected<ActingLock> ActingLock::take(const std::filesystem::path& file, const std::string& who) {
  const std::filesystem::path sidecar = file.string() + ".lock";
  for (;;) {
    ActingLock lock;
    lock.m_descriptor = ::open(sidecar.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (lock.m_descriptor < 0) return cannotLock(sidecar);
    if (::flock(lock.m_descriptor, LOCK_EX | LOCK_NB) != 0) {
      if (errno != EWOULDBLOCK) return cannotLock(sidecar);
      return fail(ErrorKind::Busy,
                  trf("Tệp {0} đang được chương trình khác sử dụng: {1}. Chưa có gì thay đổi. Hãy đóng chương trình đó rồi thử lại.",
                      "The file {0} is in use by another program: {1}. Nothing was changed. Close that program and try again.",
                      file.string(), holder(lock.m_descriptor)));
    }
    // The last holder removes the sidecar; a lock won on a removed one protects nothing.
    if (!sameFile(lock.m_descriptor, sidecar)) continue;
    lock.m_sidecar = sidecar;
    const std::string text = who + " (pid " + std::to_string(::getpid()) + ")";
    // Only the message of another process suffers when this cannot be written (full disk).
    if (::ftruncate(lock.m_descriptor, 0) == 0) [[maybe_unused]]
      const auto written = ::pwrite(lock.m_descriptor, text.data(), text.size(), 0);
    return lock;
  }
}

ActingLock::ActingLock(ActingLock&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)), m_sidecar(std::move(other.m_sidecar)) {}

ActingLock& ActingLock::operator=(ActingLock&& other) noexcept {
  if (this != &other) {
    release();
    m_descriptor = std::exchange(other.m_descriptor, -1);
    m_sidecar = std::move(other.m_sidecar);
  }
  return *this;
}

ActingLock::~ActingLock() { release(); }

void ActingLock::release() {
  if (m_descriptor < 0) return;
  if (!m_sidecar.empty()) ::unlink(m_sidecar.c_str());
  ::close(m_descriptor);
  m_descriptor = -1;
}

}  // namespace kp
