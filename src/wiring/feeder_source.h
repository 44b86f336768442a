// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <atomic>
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
  /// What scanPages() does with an address, a taker of sheets and the question whether to leave.
  using Feed = std::function<Expected<int>(const std::string& address, const std::function<Expected<void>(ScannedPage&&)>& take,
                                           const std::function<bool()>& leave)>;
  /// `address` is "sane:DEVICE" of the command line.
  explicit FeederSource(const std::string& address);
  FeederSource(const std::string& address, Feed feed);
  /// Leaves the scanner; waits for that as long as kDriverCloses.
  ~FeederSource();
  FeederSource(const FeederSource&) = delete;
  FeederSource& operator=(const FeederSource&) = delete;

  /// The next sheet, nullopt when the feeder is empty, the scanner's error when it stopped (jam, double feed …); sheets before it are handed out first.
  /// `stop` (may be empty) is asked while waiting: once true nothing more is fed, and what lies in the output tray already is still handed out, then nullopt –
  /// no paper may have gone through the scanner without being stored. The sheet under way is waited for as long as the driver may be silent.
  /// `leave` (may be empty): as `stop`, but people wait for the end: the sheet under way has kDriverCloses, then its driver is ended (Feeder::next()).
  Expected<std::optional<SourceItem>> next(const std::function<bool()>& stop = {}, const std::function<bool()>& leave = {});

 private:
  void feed(const std::string& address, const Feed& feed);
  Expected<void> take(ScannedPage&& page);

  std::string m_prefix;
  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::deque<SourceItem> m_sheets;
  bool m_ended = false, m_stop = false;
  bool m_last = false;       ///< the sheet under way is the last one
  bool m_toldToEnd = false;  ///< take() ended the scan: its Error is no fault
  std::atomic<bool> m_leave = false;
  std::optional<Error> m_error;
  std::jthread m_thread;
};

}  // namespace kp
