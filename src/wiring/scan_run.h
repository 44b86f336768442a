// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "ballot/code_payload.h"
#include "count/intake.h"

namespace kp {

/// What is to be scanned and how.
struct ScanRequest {
  std::vector<std::string> sources;  ///< image files, PDFs, folders; or one scanner alone ("sane:DEVICE")
  std::string contest{};             ///< "" = the code on each sheet says
  int pass = 1;
  int threads = 0;  ///< reading threads; 0 = number of cores
  bool follow = false;
  std::string debugFolder{};  ///< not empty: pictures of each reading step go there
  Actors by{};
  std::function<void(const IntakeProgress&)> progress{};
  std::function<void(std::size_t files)> started{};  ///< told once how many files there are; 0 when that is not known (a feeder)
  std::function<void()> readingThread{};             ///< told once on each reading thread, before its first page
  /// When set, a file that is no picture by its content – a note, an empty file – is not taken in as a sheet; it is told here instead, on the thread that reads files.
  /// A picture that is damaged or cut off is taken in and waits for the committee, as without it.
  std::function<void(const std::string& name)> leftOut{};
  std::function<void()> bilevel{};  ///< told once, on a reading thread, when a page came in pure black and white (isBilevel)
  std::function<bool()>
      stop{};  ///< asked before each page and while a feeder is waited for, on the source's thread; true ends the run as if the pile were through
  std::function<bool()>
      leave{};  ///< asked with `stop`, which is true as well: the program is left, so a scanner whose driver hangs is not waited for
};

/// Takes in scans (quét phiếu): opens the sources, prepares the reader for the ballots of this congress and runs takeIn(). Blocks until the sources are through;
/// `progress` is called on this thread. Errors as takeIn() and the sources; a source that cannot be opened is refused before anything changes.
Expected<IntakeReport> runScan(Ledger& ledger, const ScanRequest& request);
/// The same for ballots printed with another file's key: a rehearsal is read into a file of its own.
Expected<IntakeReport> runScan(Ledger& ledger, const CodeKey& key, const ScanRequest& request);

/// What to say when ScanRequest::bilevel was told.
std::string bilevelWarning();

/// Ballots of this contest and pass that wait for the committee.
Expected<int> waitingForCommittee(const Ledger& ledger, const std::string& contest, int pass);

}  // namespace kp
