// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "count/intake.h"
#include "scanner/source/sane_source.h"

namespace kp {

/// A SANE scanner as a source of sheets: the device feeds in a thread of its own, next() waits for the sheet that comes next.
/// Names are "scan-TIME-0001.png", TIME the start of the run in UTC, so that no two runs give the same name.
class FeederSource {
 public:
  /// What scanPages() does with an address and a taker of sheets.
  using Feed = std::function<Expected<int>(const std::string& address, const std::function<Expected<void>(ScannedPage&&)>& take)>;
  /// `address` is "sane:DEVICE" of the command line.
  explicit FeederSource(const std::string& address);
  FeederSource(const std::string& address, Feed feed);
  /// Stops the feeder after the sheet that is under way.
  ~FeederSource();
  FeederSource(const FeederSource&) = delete;
  FeederSource& operator=(const FeederSource&) = delete;

  /// The next sheet, nullopt when the feeder is empty, the scanner's error when it stopped (jam, double feed …); sheets before it are handed out first.
  /// `stop` (may be empty) is asked while waiting: once true nothing more is fed, and what lies in the output tray already is still handed out, then nullopt –
  /// no paper may have gone through the scanner without being stored.
  Expected<std::optional<SourceItem>> next(const std::function<bool()>& stop = {});

 private:
  void feed(const std::string& address, const Feed& feed);
  Expected<void> take(ScannedPage&& page);

  std::string m_prefix;
  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::deque<SourceItem> m_sheets;
  bool m_ended = false, m_stop = false;
  bool m_last = false;  ///< the sheet under way is the last one
  std::optional<Error> m_error;
  std::jthread m_thread;
};

}  // namespace kp
