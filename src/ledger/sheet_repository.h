// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ballot/page_reading.h"
#include "ledger/journal.h"

namespace kp {

/// A file taken in, unchanged. The hash is made here (about 1 ms per MB), so it cannot disagree with the bytes; construct it on any thread.
class SourceFile {
 public:
  explicit SourceFile(std::string bytes) : m_bytes(std::move(bytes)), m_hash(hashOf(m_bytes)) {}
  const std::string& bytes() const { return m_bytes; }
  const Digest& hash() const { return m_hash; }

 private:
  std::string m_bytes;
  Digest m_hash;
};

/// One side of a sheet on its way into the file.
struct SheetIntake {
  int pass = 1;                              ///< count pass, from 1
  std::string expected;                      ///< contest id named when scanning; "" when any was taken
  std::string sourceName;                    ///< as given by the user or the scanner ("s00012.jpg")
  std::shared_ptr<const SourceFile> source;  ///< shared by the pages of one PDF or TIFF; never null
  int pageIndex = 0;                         ///< page in the source, from 0
  PageReading reading;
  std::string refused{};             ///< why the file is no readable page, in words; "" for a page
  std::optional<int> duplicateOf{};  ///< sheet this is the same paper or file as; may be of the same batch (nextId() + its place)
};

/// A sheet as stored; without the image's bytes. What the reader saw is never changed.
struct StoredSheet {
  int id = 0;  ///< 1…, in order of intake, without gaps
  int pass = 1;
  std::string expected;
  std::string contest;  ///< whose count it belongs to: `expected`, or where that is "" the contest of the code; "" when neither is known
  int sourceId = 0;
  std::string sourceName;
  Digest sourceHash{};
  int pageIndex = 0;
  PageReading reading;
  std::string refused;
  std::optional<int> duplicateOf;
  std::string takenIn;  ///< UTC, ISO 8601 with milliseconds
};

/// Which sheets; an empty optional means any.
struct SheetFilter {
  std::optional<std::string> contest{};  ///< compared with StoredSheet::contest; "" selects those that belong to none
  std::optional<int> pass{};
  int afterId = 0;                      ///< only ids above this one
  bool spots = true, inkPrints = true;  ///< false: left empty in the readings, not read from the file
};

/// A sheet already taken in, for restarts.
struct TakenSheet {
  int id = 0;
  std::string sourceName;
};

/// `after` of scan-ended when a person stopped or paused the run before its source was through.
inline constexpr const char* kScanStopped = "stopped";

/// One run of scanning (đợt quét): what was stored between one scan-started of the journal and the next.
struct ScanRun {
  std::string sources;  ///< the sources as given, in words: the details of scan-started
  bool ended = true;    ///< the source was through; false: it still runs, was stopped or killed, or the source gave up (a jam)
};

/// The runs of a file, oldest first, and which of them each sheet asked for was fed in.
struct ScanRuns {
  std::vector<ScanRun> runs;  ///< the first one holds what was stored before any scan-started
  std::vector<int> ofSheet;   ///< index into `runs`, for the sheets in the order of forEach()
};

/// The sheets of one pass of a contest, counted.
struct PassImages {
  int pass = 1;
  int sheets = 0;
  int ofEarlierPass = 0;  ///< of these, the very image of a sheet of an earlier pass: the same bytes, the same page
};

/// The sheets read and their source files. Append only.
class SheetRepository {
 public:
  explicit SheetRepository(Store& store) : m_store(&store) {}

  /// Takes in a batch: sources (stored once per content), readings, one journal entry sheets-taken-in whose digest covers all of it, and one file-refused
  /// for each refused file – in one transaction, synced to disk before it returns. Returns the new ids in order. Empty batch: nothing happens.
  /// Refused when a sheet belongs to a closed contest; BadInput for a null source or a score that is not a number; Io when the disk is full (nothing of the batch is stored).
  Expected<std::vector<int>> append(std::span<const SheetIntake> batch, const Actors& by);
  /// The id the next sheet will get.
  Expected<int> nextId() const;

  /// Sheets of this pass and expected contest made from page `pageIndex` of a source with this hash, oldest first; empty when not taken in yet.
  Expected<std::vector<TakenSheet>> taken(int pass, const std::string& expected, const Digest& sourceHash, int pageIndex) const;

  /// One sheet. NotFound for an unknown id.
  Expected<StoredSheet> get(int id) const;
  /// Streams sheets in id order, without loading images; stops when `visit` returns false. `visit` must not write to the ledger.
  Expected<void> forEach(const SheetFilter& filter, const std::function<bool(const StoredSheet&)>& visit) const;
  /// The ink print of one sheet as its reading has it; "" where there is none, or no such sheet.
  Expected<std::string> inkPrint(int id) const;
  /// How many sheets forEach would visit.
  Expected<int> count(const SheetFilter& filter) const;
  /// The passes of which a contest has sheets, ascending.
  Expected<std::vector<int>> passes(const std::string& contest) const;

  /// The runs of scanning, with the run of each sheet that forEach() visits for this contest and pass. Keyed ballots belong to the run before them.
  Expected<ScanRuns> scanRuns(const std::string& contest, int pass) const;

  /// The passes of a contest, ascending, with how many of their images an earlier pass read already.
  Expected<std::vector<PassImages>> passImages(const std::string& contest) const;

  /// The bytes of one source, checked against its hash (Damaged when they differ). NotFound for an unknown id.
  Expected<std::string> sourceBytes(int sourceId) const;

 private:
  Store* m_store;
};

}  // namespace kp
