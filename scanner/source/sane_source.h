// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "election/error.h"

namespace kp {

/// A scanner that SANE knows.
struct ScannerDevice {
  std::string name, vendor, model;  ///< `name` is what `sane:` takes
};

/// What `sane:DEVICE` names, with SANE options of the device to set after our own: "sane:fujitsu:fi-7160:1?swdeskew=no&brightness=10".
struct ScannerAddress {
  std::string device;
  std::vector<std::pair<std::string, std::string>> settings;
};

struct ScannerOptions {
  double dpi = 200;     ///< the nearest that the device has and that is not below; 200 or 300 for ballots
  bool colour = false;
};

/// One sheet side as it came: PNG, 8-bit gray, bilevel or RGB, with its resolution. Lossless, so the bytes are what is stored.
struct ScannedPage {
  int number = 1;       ///< from 1, within this call
  std::string png;
};

/// Whether a SOURCE of the command line is a scanner ("sane:…"), and its parts.
bool isScanner(const std::string& source);
ScannerAddress parseScannerAddress(const std::string& source);

/// Devices that answer now; asks local devices only (a network search takes long and ballots stay in the hall). Io when SANE itself fails.
Expected<std::vector<ScannerDevice>> listScanners();

/// Feeds sheets until the feeder is empty and hands each to `take`, in order; a device without a feeder gives one sheet. Gray (or colour), A4, double-feed
/// detection on where the device has it. Returns the number of pages. An Error of `take` stops the feeder and is returned.
/// Errors: NotFound (no such device, feeder empty from the start), Busy, Refused (the settings are not the device's), Io (jam, double feed, cover open, cable …): pages handed over
/// before stay valid, a page that was not whole is never handed over. Blocks; one call at a time in a process (a second one waits).
Expected<int> scanPages(const ScannerAddress& address, const ScannerOptions& options, const std::function<Expected<void>(ScannedPage&&)>& take);

}  // namespace kp
