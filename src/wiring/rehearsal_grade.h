// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "ledger/ledger.h"

namespace kp {

/// One place of a rehearsal deck that was read otherwise than it was marked.
struct WrongReading {
  std::string file;       ///< the scan
  std::string candidate;  ///< name as printed
  Field field = Field::Name;
  std::string marked;  ///< what stands on the paper: "none", "mark", "unsure"
  std::string read;    ///< what the reader saw, the same words
};

/// How a rehearsal deck was read (kết quả chạy thử máy). positions = right + toPerson + wrong.size().
struct RehearsalGrade {
  int sheets = 0;
  int positions = 0;       ///< names and boxes that could be marked
  int right = 0;           ///< read as marked; a doubtful mark that went to a person
  int toPerson = 0;        ///< a clear place that was put before a person all the same: a cost, no error
  int sheetsToPerson = 0;  ///< sheets that the committee would be asked about
  int unreadSheets = 0;    ///< of these, nothing could be read; their positions are in toPerson
  double readSeconds = 0;  ///< reading and storing the deck
  std::vector<WrongReading> wrong;
  bool passed() const { return sheets > 0 && wrong.empty(); }
};

/// Reads a deck of makeRehearsal() (`folder` with its truth.jsonl) and compares every place with the truth. It goes the way of real ballots – files, reader with this
/// file's key, judging, storing – but into a congress file of its own in a temporary folder: `ledger` is only asked for its definition and key, so nothing of it can
/// reach the count. `progress` gets the sheets read so far, on this thread; `stop` as in ScanRequest (a stopped rehearsal is Refused, half a deck proves nothing).
/// Errors: NotFound (contest, truth.jsonl), BadInput (truth.jsonl is of another deck), Io.
Expected<RehearsalGrade> gradeRehearsal(const Ledger& ledger, const std::string& contest, const std::filesystem::path& folder,
                                        const std::function<void(int sheets)>& progress = {}, const std::function<bool()>& stop = {});

/// The outcome in one sentence, process's language: what the journal, the screen and the command line say.
std::string gradeText(const RehearsalGrade& grade);

/// Journals the outcome (RehearsalMade). Refused as mayAct(Rehearse).
Expected<void> noteRehearsal(Ledger& ledger, const std::string& contest, const RehearsalGrade& grade, const Actors& by);

}  // namespace kp
