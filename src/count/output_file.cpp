// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

#include "count/system_reason.h"
#include "election/text.h"

namespace kp {
namespace {

tl::unexpected<Error> notWritten(const std::filesystem::path& path, int reason) {
  return fail(
      ErrorKind::Io,
      trf("Không ghi được tệp {0}: {1}; tệp cũ (nếu có) còn nguyên. Hãy kiểm tra thư mục, quyền ghi và chỗ trống trên đĩa",
          "The file {0} could not be written: {1}; an older one, if any, is untouched. Check the folder, the permissions and the space on the disk",
          path.string(), systemReason(reason)));
}

bool writeAll(int file, const std::string& bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t wrote = ::write(file, bytes.data() + at, bytes.size() - at);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return false;
    at += static_cast<std::size_t>(wrote);
  }
  return true;
}

/// Renaming is durable only once the folder itself is synced; a folder that cannot be opened for that (some network shares) is left to the system.
void syncFolder(const std::filesystem::path& folder) {
  const int handle = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY);
  if (handle < 0) return;
  ::fsync(handle);
  ::close(handle);
}

}  // namespace

Expected<void> writeOutputFile(const std::filesystem::path& path, const std::string& bytes) {
  const std::string pattern = (path.parent_path() / ("." + path.filename().string() + ".XXXXXX")).string();
  std::vector<char> name(pattern.begin(), pattern.end());
  name.push_back('\0');
  const int file = ::mkstemp(name.data());
  if (file < 0) return notWritten(path, errno);
  const mode_t mask = ::umask(0);
  ::umask(mask);
  int reason = 0;
  if (!writeAll(file, bytes) || ::fchmod(file, 0666 & ~mask) != 0 || ::fsync(file) != 0) reason = errno;
  if (::close(file) != 0 && reason == 0) reason = errno;
  if (reason == 0 && ::rename(name.data(), path.c_str()) != 0) reason = errno;
  if (reason != 0) {
    ::unlink(name.data());
    return notWritten(path, reason);
  }
  syncFolder(path.parent_path());
  return {};
}

}  // namespace kp
