// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "ballot/page_reading.h"
#include "ledger/ledger.h"

namespace kp {

/// One sheet fed to see whether the scanner works (tờ quét thử). It is stored nowhere.
struct TestSheet {
  std::string png;  ///< the page as it came
  int widthPx = 0, heightPx = 0;
  double dpi = 0;       ///< of the scanner
  PageReading reading;  ///< what the reader made of it
  std::string says;     ///< one or two sentences for people: what came, whether it is a ballot of this congress, what to do if not
  bool isBallot = false;
};

/// Feeds one sheet from a scanner ("sane:DEVICE") and reads it with the ballots of all contests. Errors as Feeder's, and NotFound for an empty feeder. Takes as long as the
/// scanner does (seconds): not on a thread that people wait for.
Expected<TestSheet> scanTestSheet(const Ledger& ledger, const std::string& address);

}  // namespace kp
