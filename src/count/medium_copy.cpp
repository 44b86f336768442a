// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/medium_copy.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <utility>

#include "count/medium.h"
#include "count/system_reason.h"
#include "election/text.h"
#include "evidence/running_hash.h"

namespace kp {
namespace {

constexpr std::size_t kBlock = 1u << 20;  ///< written and read at once
constexpr std::size_t kAlignment = 4096;  ///< what O_DIRECT asks of memory on every disk in use
constexpr mode_t kEverybodyReads = 0644;

class Descriptor {
 public:
  explicit Descriptor(int file) : m_file(file) {}
  ~Descriptor() { close(); }
  Descriptor(Descriptor&& other) noexcept : m_file(std::exchange(other.m_file, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  int get() const { return m_file; }
  bool open() const { return m_file >= 0; }
  /// 0 or errno: some file systems report a failed write only here.
  int close() {
    if (m_file < 0) return 0;
    return ::close(std::exchange(m_file, -1)) == 0 ? 0 : errno;
  }

 private:
  int m_file;
};

/// A block whose address fits O_DIRECT.
class Block {
 public:
  Block() : m_bytes(static_cast<char*>(std::aligned_alloc(kAlignment, kBlock)), &std::free) {
    if (!m_bytes) std::abort();
  }
  char* data() { return m_bytes.get(); }

 private:
  std::unique_ptr<char, decltype(&std::free)> m_bytes;
};

/// Why the medium failed, by the system's number. A folder that is not there any more is a stick pulled out, whatever the number says.
std::string outcomeOf(int reason, const std::filesystem::path& folder) {
  std::error_code ignored;
  if (reason == ENOSPC || reason == EDQUOT) return "full";
  if (reason == EFBIG) return "too-large";
  if (!std::filesystem::is_directory(folder, ignored) || reason == EIO || reason == ENODEV || reason == ENXIO || reason == ENOENT)
    return "removed";
  if (reason == EACCES || reason == EROFS || reason == EPERM) return "not-writable";
  return "failed";
}

ErrorKind kindOf(const std::string& outcome) {
  if (outcome == "differs") return ErrorKind::Damaged;
  if (outcome == "removed") return ErrorKind::NotFound;
  if (outcome == "stopped" || outcome == "other-file-there") return ErrorKind::Refused;
  return ErrorKind::Io;
}

CopyOutcome failure(const std::string& outcome, const std::filesystem::path& folder, int reason = 0) {
  CopyOutcome out;
  out.outcome = outcome;
  out.error = {kindOf(outcome),
               reason == 0 ? trf("{0}: {1}", "{0}: {1}", folder.string(), copyOutcomeText(outcome))
                           : trf("{0}: {1} ({2})", "{0}: {1} ({2})", folder.string(), copyOutcomeText(outcome), systemReason(reason))};
  return out;
}

/// Opens for reading past the cache, so that what comes back is from the medium; where the file system has no such way, what the cache holds of the file is dropped first.
Descriptor openPastCache(const std::filesystem::path& file) {
  Descriptor direct(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_DIRECT));
  if (direct.open() || errno != EINVAL) return direct;
  Descriptor cached(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (cached.open()) ::posix_fadvise(cached.get(), 0, 0, POSIX_FADV_DONTNEED);
  return cached;
}

/// Bytes read, 0 at the end, −1 with errno.
ssize_t readBlock(int file, char* bytes) {
  for (;;) {
    const ssize_t count = ::read(file, bytes, kBlock);
    if (count >= 0 || errno != EINTR) return count;
  }
}

bool writeAll(int file, const char* bytes, std::size_t count) {
  while (count > 0) {
    const ssize_t wrote = ::write(file, bytes, count);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return false;
    bytes += wrote;
    count -= static_cast<std::size_t>(wrote);
  }
  return true;
}

/// Reads a file back from the medium: outcome "agrees" or why not. `done`: bytes of progress before it.
CopyOutcome readBack(const std::filesystem::path& file, const Digest& hash, std::uint64_t size, std::uint64_t done, std::uint64_t total,
                     const ByteProgress& progress) {
  const std::filesystem::path folder = file.parent_path();
  const Descriptor in = openPastCache(file);
  if (!in.open()) return failure(outcomeOf(errno, folder), folder, errno);
  Block block;
  RunningHash read;
  std::uint64_t count = 0;
  for (;;) {
    const ssize_t got = readBlock(in.get(), block.data());
    if (got < 0) return failure(outcomeOf(errno, folder), folder, errno);
    if (got == 0) break;
    read.add({block.data(), static_cast<std::size_t>(got)});
    count += static_cast<std::uint64_t>(got);
    if (progress && !progress(std::min(done + count, total), total)) return failure("stopped", folder);
  }
  if (count != size || read.finish() != hash) return failure("differs", folder);
  CopyOutcome out;
  out.outcome = "agrees";
  out.hash = hash;
  out.size = size;
  return out;
}

/// 0 or errno. Never over a file that came there meanwhile; FAT knows no RENAME_NOREPLACE, there the name is looked at first.
int giveName(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  if (::access(to.c_str(), F_OK) == 0) return EEXIST;
  return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

/// Writes the copy and syncs it. "" or why not.
std::string writeCopy(int source, const std::filesystem::path& part, std::uint64_t size, const ByteProgress& progress, int& reason) {
  const std::filesystem::path folder = part.parent_path();
  Descriptor out(::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kEverybodyReads));
  reason = errno;
  if (!out.open()) return outcomeOf(reason, folder);
  Block block;
  std::uint64_t count = 0;
  for (;;) {
    const ssize_t got = readBlock(source, block.data());
    if (got < 0) return reason = errno, "failed";
    if (got == 0) break;
    if (!writeAll(out.get(), block.data(), static_cast<std::size_t>(got))) return reason = errno, outcomeOf(reason, folder);
    count += static_cast<std::uint64_t>(got);
    if (progress && !progress(std::min(count, size), 2 * size)) return reason = 0, "stopped";
  }
  if (::fsync(out.get()) != 0) return reason = errno, outcomeOf(reason, folder);
  reason = out.close();
  return reason == 0 ? std::string() : outcomeOf(reason, folder);
}

/// The copy until every byte of it was read back.
std::filesystem::path partOf(const std::filesystem::path& target) {
  return target.parent_path() / ("." + target.filename().string() + ".part");
}

CopyOutcome copyNew(int source, std::uint64_t size, const Digest& hash, const std::filesystem::path& target, const ByteProgress& progress) {
  const std::filesystem::path folder = target.parent_path();
  const std::filesystem::path part = partOf(target);
  int reason = 0;
  const std::string wrong = writeCopy(source, part, size, progress, reason);
  CopyOutcome out = wrong.empty() ? readBack(part, hash, size, size, 2 * size, progress) : failure(wrong, folder, reason);
  if (out.agrees()) {
    reason = giveName(part, target);
    if (reason != 0) out = failure(reason == EEXIST ? "other-file-there" : outcomeOf(reason, folder), folder, reason);
  }
  if (!out.agrees()) ::unlink(part.c_str());
  const Descriptor handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (handle.open()) ::fsync(handle.get());  // some file systems cannot; the file itself is synced
  return out;
}

}  // namespace

CopyOutcome copyAndReadBack(const std::filesystem::path& source, const Digest& hash, const std::filesystem::path& folder,
                            const ByteProgress& progress) {
  const Descriptor in(::open(source.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat about {};
  if (!in.open() || ::fstat(in.get(), &about) != 0) return failure("failed", source, errno);
  const auto size = static_cast<std::uint64_t>(about.st_size);
  const std::filesystem::path target = folder / source.filename();
  struct stat there {};
  if (::lstat(target.c_str(), &there) == 0) {
    if (!S_ISREG(there.st_mode)) return failure("other-file-there", folder);
    CopyOutcome out = readBack(target, hash, size, size, 2 * size, progress);
    out.wasThere = true;
    return out.outcome == "differs" ? failure("other-file-there", folder) : out;
  }
  ::unlink(partOf(target).c_str());  // of a copy that was killed: the room it takes is counted as free
  struct statvfs space {};
  if (::statvfs(folder.c_str(), &space) != 0) return failure(outcomeOf(errno, folder), folder, errno);
  if (static_cast<std::uint64_t>(space.f_bavail) * space.f_frsize < size) return failure("full", folder);
  return copyNew(in.get(), size, hash, target, progress);
}

}  // namespace kp
