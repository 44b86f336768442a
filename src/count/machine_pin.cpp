// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/machine_pin.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <utility>

#include "count/access.h"
#include "election/text.h"
#include "ledger/pin_hash.h"

namespace kp {
namespace {

constexpr mode_t kOwnerAndGroup = S_IRUSR | S_IWUSR | S_IRGRP;

/// Under another name, synced, renamed. False when the disk would not.
bool writeWhole(const std::filesystem::path& file, const std::string& text) {
  const std::string part = file.string() + ".part";
  const int out = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kOwnerAndGroup);
  if (out < 0) return false;
  const bool written = ::write(out, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(out) == 0;
  if (::close(out) == 0 && written && ::rename(part.c_str(), file.c_str()) == 0) return true;
  ::unlink(part.c_str());
  return false;
}

/// As of people's PINs (count/access.h).
int waitAfter(int wrong) {
  if (wrong < kFreeTries) return 0;
  int seconds = kFirstWaitSeconds;
  for (int i = kFreeTries; i < wrong && seconds < kLongestWaitSeconds; ++i) seconds *= 2;
  return std::min(seconds, kLongestWaitSeconds);
}

}  // namespace

MachinePin::MachinePin(std::filesystem::path file, std::filesystem::path tries) : m_file(std::move(file)), m_tries(std::move(tries)) {}

bool MachinePin::isSet() const {
  std::error_code none;
  return std::filesystem::exists(m_file, none);
}

MachinePin::Tries MachinePin::tries() const {
  Tries stored;
  std::ifstream in(m_tries);
  if (!(in >> stored.wrong >> stored.last)) stored = {};
  return stored.wrong >= m_known.wrong ? stored : m_known;
}

int MachinePin::waitSeconds() const {
  const Tries now = tries();
  const long long wait = waitAfter(now.wrong);
  // a clock set back meanwhile must not lock anybody out for longer than the wait itself
  return static_cast<int>(std::clamp(now.last + wait - static_cast<long long>(std::time(nullptr)), 0LL, wait));
}

Expected<void> MachinePin::prove(const std::string& pin) {
  if (const int wait = waitSeconds(); wait > 0)
    return fail(ErrorKind::Refused,
                trf("Đã nhập sai mã kỹ thuật nhiều lần liên tiếp; còn phải đợi {0} giây mới được nhập lại, kể cả mã đúng",
                    "The technician's PIN was wrong several times in a row; wait {0} more seconds, then enter it "
                    "again, the right one too",
                    wait));
  std::string hash;
  std::ifstream in(m_file);
  if (!(in >> hash))
    return fail(ErrorKind::Io, trf("Không đọc được mã kỹ thuật của máy ({0}). Chương trình vẫn chạy. Hãy đặt lại mã bằng lệnh cài đặt.",
                                   "The machine's technician's PIN ({0}) cannot be read. The program runs on. Set it again with the "
                                   "install script.",
                                   m_file.string()));
  if (isPinOf(hash, pin)) {
    m_known = {};
    std::error_code gone;
    std::filesystem::remove(m_tries, gone);
    return {};
  }
  m_known = {tries().wrong + 1, static_cast<long long>(std::time(nullptr))};
  writeWhole(m_tries, std::to_string(m_known.wrong) + ' ' + std::to_string(m_known.last) + '\n');
  return fail(ErrorKind::Refused, tr("Mã kỹ thuật không đúng; lần nhập sai này được ghi nhớ. Hãy nhập lại",
                                     "That is not the technician's PIN; the wrong entry is remembered. Enter it again"));
}

Expected<void> setMachinePin(const std::filesystem::path& file, const std::string& pin) {
  const auto hash = hashPin(pin);
  if (!hash) return tl::unexpected<Error>(hash.error());
  if (writeWhole(file, *hash + '\n')) return {};
  return fail(
      ErrorKind::Io,
      trf("Không ghi được tệp {0}; mã cũ (nếu có) còn nguyên. Hãy kiểm tra quyền ghi và ổ đĩa.",
          "The file {0} could not be written; the PIN before it, if any, is untouched. Check the rights and the disk.", file.string()));
}

}  // namespace kp
