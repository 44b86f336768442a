// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
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
  double dpi = 200;  ///< the nearest that the device has and that is not below; 200 or 300 for ballots
  bool colour = false;
  std::chrono::seconds patience{90};  ///< how long the driver may be silent: a cold lamp takes a minute, a sheet seconds
};

/// One sheet side as it came: PNG, 8-bit gray, bilevel or RGB, with its resolution. Lossless, so the bytes are what is stored.
struct ScannedPage {
  int number = 1;  ///< from 1, within this call
  std::string png;
};

/// Whether a SOURCE of the command line is a scanner ("sane:…"), and its parts.
bool isScanner(const std::string& source);
ScannerAddress parseScannerAddress(const std::string& source);

/// How long looking for scanners may take: drivers answer within seconds or never.
constexpr std::chrono::seconds kListingPatience{20};

/// Devices that answer now; asks local devices only (a network search takes long and ballots stay in the hall). `stop` (may be empty) is asked while it looks. Errors: Io when
/// SANE itself fails or stays silent; Busy when it was stopped, also by a scan that has waited for the scanner for five seconds.
Expected<std::vector<ScannerDevice>> listScanners(const std::function<bool()>& stop = {}, std::chrono::seconds patience = kListingPatience);

/// An open scanner that feeds sheets one by one; its driver runs in a process of its own (docs/decisions/0010). One at a time in a process: opening a second one waits until
/// the first is closed (destroyed, in any thread).
class Feeder {
 public:
  /// Sets the device to gray (or colour), A4, feeder, double-feed detection where it has them, then the address's own settings.
  /// `leave`: see next(). Errors: NotFound (no such device), Busy (or left), Refused (a setting is not the device's), Io.
  static Expected<Feeder> open(const ScannerAddress& address, const ScannerOptions& options, const std::function<bool()>& leave = {});
  ~Feeder();
  Feeder(Feeder&&) noexcept;
  Feeder& operator=(Feeder&&) noexcept;

  /// The next sheet side, waiting for it; nullopt when the feeder is empty, or after the one sheet of a device without a feeder. Errors: NotFound (the feeder was
  /// empty from the start), Busy, Io (jam, double feed, cover open, cable …): pages handed over before stay valid, a page that was not whole is never handed over.
  /// `leave` (may be empty): asked ten times a second while it waits; once true the driver is asked to let go at once. The sheet under way is still handed over when it
  /// comes within kDriverCloses; then nullopt. A driver that hands over nothing by then is an error, Io: its sheet is in no file.
  Expected<std::optional<ScannedPage>> next(const std::function<bool()>& leave = {});

 private:
  struct Impl;
  explicit Feeder(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> m_impl;
};

/// Feeds sheets until the feeder is empty and hands each to `take`, in order. Returns the number of pages. An Error of `take` stops the feeder and is returned;
/// other errors as Feeder's. `leave`: see Feeder::next(); it ends the scan without an error unless a sheet is left in the scanner.
Expected<int> scanPages(const ScannerAddress& address, const ScannerOptions& options,
                        const std::function<Expected<void>(ScannedPage&&)>& take, const std::function<bool()>& leave = {});

}  // namespace kp
