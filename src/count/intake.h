// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "election/congress.h"
#include "ledger/ledger.h"

namespace kp {

/// One file (or one fed sheet) from a source. `refused` not empty: it cannot be used, and why; `bytes` may then be empty.
struct SourceItem {
  std::string name;  ///< as it will stand in the records; the same for the same file when the same command is given again
  std::string bytes;
  std::string refused{};
};

/// What taking in needs from outside: pages of files and the reader, which this folder must not know.
struct IntakePorts {
  /// The next item in source order, nullopt at the end. An error ends the run (source vanished, feeder jammed). Called from one thread.
  std::function<Expected<std::optional<SourceItem>>()> next;
  /// Pages in a file's bytes; an error says why the file is none. Called from the same thread as `next`.
  std::function<Expected<int>(const std::string& bytes)> countPages;
  /// Decodes and reads one page (index from 0). An error says why it cannot be decoded; the sheet is then stored as page-damaged.
  /// Called from several threads at once.
  std::function<Expected<PageReading>(const std::string& bytes, int page, const std::string& name)> readPage;
  /// Asked before each page, on the thread of `next`, may be empty; true ends the run as if the source were through, also in the middle of a PDF. Pages handed over
  /// before are read and stored.
  std::function<bool()> stop{};
  /// Names of files that `next` did not hand over because they are no scans; asked once, when the source is through, and journalled. May be empty.
  std::function<std::vector<std::string>()> leftOut{};
};

/// How far a run is; handed to the progress callback on the caller's thread after each transaction and at least twice a second while reading.
struct IntakeProgress {
  int stored = 0;        ///< sheet sides stored in this run
  int alreadyThere = 0;  ///< skipped: stored by an earlier run of the same command
  int refused = 0;       ///< of `stored`: no image, broken off …
  int seenBefore = 0;    ///< of `stored`: the same paper or file under another name
  int perhapsTwice = 0;  ///< of `stored`: by the handwriting perhaps the same paper, for the committee to say
  double seconds = 0;    ///< since the start of this run
};

struct IntakeOptions {
  std::string contest{};  ///< "" takes any contest of the congress: each sheet goes to the contest its code names
  int pass = 1;
  int threads = 0;  ///< reading threads; 0 = number of cores
  Actors by{};
  std::string sourceText{};  ///< the sources as given, for the journal
  std::function<void(const IntakeProgress&)> progress{};
};

/// What a run did.
struct IntakeReport {
  IntakeProgress total;
  std::vector<std::pair<std::string, std::string>> refusedFiles;  ///< name, why
  std::map<std::string, int> byContest;                           ///< sheets stored in this run
};

/// What the journal says of the files that the contest's last run of scanning left out; empty when there were none or a run is under way.
struct LeftOutFiles {
  int pass = 0;
  long files = 0;                  ///< all of them …
  std::vector<std::string> names;  ///< … and the first kNamedFiles
};
inline constexpr std::size_t kNamedFiles = 20;  ///< a folder of other things has hundreds
/// Of the journal's entries about one contest, oldest first.
LeftOutFiles leftOutFiles(const std::vector<JournalEntry>& entries);

inline constexpr int kBatchSheets = 32;  ///< one transaction holds at most so many sheets …
inline constexpr int kBatchMilliseconds =
    50;  ///< … and waits no longer than this (facts.md: WAL with synchronous=FULL, feeder batch or 50 ms)

/// Takes in sheets (nhận phiếu): one thread reads files, `threads` threads decode and read pages, the caller's thread stores them in source order.
/// Memory stays flat: at most kWindowPerThread pages a thread are in flight.
/// Restart: a page whose file hash, page number and source name are stored already for this pass (and contest) is skipped, so the same command
/// after a kill or a power cut gives every sheet once, in the same order. The same bytes under another name, and a page whose per-ballot code was
/// seen in this pass, are stored with the reason seen-before naming the other sheet: never counted twice, never dropped.
/// A page without a code of its own whose handwriting lies stroke upon stroke with an earlier sheet's of this pass (SeenHands) is stored with page-repeated naming that
/// sheet, and as its duplicateOf: the ballot is undecided until the committee has looked at both papers and sets it aside or rules on it as a ballot of its own.
/// A file that is no image is stored with page-damaged and the run goes on.
/// Without `contest`, a sheet whose contest is not known is stored with the contest of the sheet before it in source order (piles are scanned contest
/// by contest), the first contest of the definition whose form stands (scan_ground.h) when there is none before, so that the committee finds it where it most likely belongs.
/// Errors: NotFound (contest) · Refused (closed contest, a pass that was keyed in, a learned form that is out of date, a list or form changed meanwhile) · whatever `next` or the ledger returned, saying what is stored and safe.
Expected<IntakeReport> takeIn(Ledger& ledger, const Congress& congress, const IntakeOptions& options, const IntakePorts& ports);

}  // namespace kp
