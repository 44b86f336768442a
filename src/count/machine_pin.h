// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>

#include "election/error.h"

namespace kp {

/// The PIN of whoever looks after the machine (mã kỹ thuật của máy), set when the kiosk is installed: for leaving the program when no congress is open whose technical
/// staff could be asked. Kept as hashPin() makes it, in a file of its own that the kiosk's user can read and not write. One thread at a time.
class MachinePin {
 public:
  /// `file` holds the hash; `tries` remembers wrong ones, so that a restart does not end a wait.
  MachinePin(std::filesystem::path file, std::filesystem::path tries);

  bool isSet() const;
  /// Proves it. Refused: wrong, or asked again too soon: after kFreeTries (count/access.h) wrong ones in a row one waits, as with the PINs of people.
  Expected<void> prove(const std::string& pin);
  /// Seconds still to wait; 0 when none.
  int waitSeconds() const;

 private:
  std::filesystem::path m_file, m_tries;
  struct Tries {
    int wrong = 0;       ///< in a row
    long long last = 0;  ///< seconds since 1970
  };
  Tries tries() const;
  Tries m_known;  ///< also where the disk is full and nothing can be remembered there
};

/// Sets it, replacing the one before; the file is written whole or not at all and is readable by owner and group only. Errors as hashPin(); Io.
Expected<void> setMachinePin(const std::filesystem::path& file, const std::string& pin);

}  // namespace kp
