// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/atomic_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <system_error>
#include <utility>

#include "election/text.h"

namespace kp {
namespace {

bool sync(const std::filesystem::path& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool done = ::fsync(descriptor) == 0;
  const int error = errno;
  ::close(descriptor);
  errno = error;
  return done;
}

/// 0, or errno. FAT and some network file systems know no RENAME_NOREPLACE: there the name is looked at first.
int renameWithoutReplacing(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  std::error_code ignored;
  if (std::filesystem::exists(to, ignored)) return EEXIST;
  return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

tl::unexpected<Error> cannotKeep(const std::filesystem::path& target, int error) {
  return fail(ErrorKind::Io, trf("Không ghi được tệp {0} ({1}). Không có tệp dở dang nào được để lại. Hãy kiểm tra ổ đĩa rồi thử lại.",
                                 "Cannot write the file {0} ({1}). No half-written file is left. Check the disk and try again.",
                                 target.string(), std::string(std::strerror(error))));
}

}  // namespace

PartFile::PartFile(std::filesystem::path target)
    : m_target(std::move(target)), m_part(m_target.string() + ".part" + std::to_string(::getpid())) {
  std::error_code ignored;
  std::filesystem::remove(m_part, ignored);  // of a killed process with our pid
}

PartFile::~PartFile() {
  std::error_code ignored;
  for (const char* companion : {"", "-journal", "-wal", "-shm"}) std::filesystem::remove(m_part.string() + companion, ignored);
}

Expected<void> PartFile::keep() {
  if (!sync(m_part, O_RDONLY)) return cannotKeep(m_target, errno);
  if (const int error = renameWithoutReplacing(m_part, m_target); error == EEXIST) {
    return fail(ErrorKind::Refused, trf("Tệp {0} đã có; chương trình không ghi đè. Hãy chọn tên khác.",
                                        "The file {0} exists already; it is never replaced. Choose another name.", m_target.string()));
  } else if (error != 0) {
    return cannotKeep(m_target, error);
  }
  const std::filesystem::path folder = m_target.has_parent_path() ? m_target.parent_path() : std::filesystem::path(".");
  if (!sync(folder, O_RDONLY | O_DIRECTORY)) return cannotKeep(m_target, errno);
  return {};
}

}  // namespace kp
