// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <sane/sane.h>

#include <optional>
#include <string>
#include <vector>

#include "election/error.h"
#include "scanner/feeder/sane_options.h"
#include "scanner/source/sane_source.h"

namespace kp {

/// SANE, started for the life of this object: one in a process.
class SaneLibrary {
 public:
  SaneLibrary() : m_status(sane_init(nullptr, nullptr)) {}
  ~SaneLibrary() {
    if (m_status == SANE_STATUS_GOOD) sane_exit();
  }
  SaneLibrary(const SaneLibrary&) = delete;
  SaneLibrary& operator=(const SaneLibrary&) = delete;

  /// Local devices that answer now. Io when SANE fails.
  Expected<std::vector<ScannerDevice>> devices() const;

 private:
  friend class SaneDevice;
  SANE_Status m_status;
};

/// An open scanner; what Feeder (scanner/source/sane_source.h) promises, in the process of the driver.
class SaneDevice {
 public:
  static Expected<SaneDevice> open(const SaneLibrary& library, const ScannerAddress& address);
  /// Settings of an open device; before the first sheet. Errors: Refused.
  Expected<void> setUp(const ScannerAddress& address, const ScannerOptions& options);
  /// May take as long as the driver likes, or never end.
  ~SaneDevice();
  SaneDevice(SaneDevice&& other) noexcept;
  SaneDevice& operator=(SaneDevice&&) = delete;

  /// PNG of the next sheet side; nullopt when there is none left. Errors: NotFound (none from the start), Busy, Io.
  Expected<std::optional<std::string>> next();

 private:
  explicit SaneDevice(SANE_Handle handle) : m_handle(handle) {}

  SANE_Handle m_handle = nullptr;
  ScannerSetup m_setup{};
  int m_pages = 0;
  bool m_ended = false;
};

}  // namespace kp
