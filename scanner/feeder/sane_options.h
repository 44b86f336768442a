// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <sane/sane.h>

#include <optional>
#include <string>
#include <vector>

#include "election/error.h"
#include "scanner/source/sane_source.h"

namespace kp {

/// The options of an open SANE device by name. Each look-up asks the device again: setting one option may change the others.
class SaneOptions {
 public:
  explicit SaneOptions(SANE_Handle handle) : m_handle(handle) {}

  bool has(const std::string& name) const { return find(name).has_value(); }
  /// Values of an option with a list of words; empty when it has none.
  std::vector<std::string> choices(const std::string& name) const;
  /// Sets a text option; false when there is none or the device does not take the value.
  bool set(const std::string& name, const std::string& value);
  /// Sets a number (in the option's own unit), moved into what the device allows: the next value not below, else its greatest.
  bool setNumber(const std::string& name, double value);
  bool setSwitch(const std::string& name, bool on);
  /// Sets any option from text: yes/no for a switch, a number, or one of the device's words.
  bool setFromText(const std::string& name, const std::string& value);
  /// The number that is set now; 0 when there is none.
  double number(const std::string& name) const;
  /// The text that is set now; "" when there is none.
  std::string text(const std::string& name) const;
  /// Names of all options that can be set now.
  std::vector<std::string> names() const;

 private:
  struct Found {
    SANE_Int index;
    const SANE_Option_Descriptor* descriptor;
  };
  std::optional<Found> find(const std::string& name) const;
  bool control(const Found& found, void* value);

  SANE_Handle m_handle;
};

/// How the device was set up.
struct ScannerSetup {
  bool feeder = false;  ///< go on until the feeder is empty
  double dpi = 0;       ///< as the device took it; 0 when it does not say
};

/// Sets source, mode, resolution, A4, double-feed detection, then the settings given by hand. Refused when one of those is not an option of the device.
Expected<ScannerSetup> setUpScanner(SaneOptions& options, const ScannerOptions& wanted, const ScannerAddress& address);

}  // namespace kp
