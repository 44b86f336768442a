// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "ballot/form.h"
#include "election/judgement.h"
#include "scanner/raster.h"

namespace kp {

/// How a rehearsal deck (xấp phiếu thử) is made. `profile`: "clean", "office", "harsh", "ambiguous" (many doubtful marks), "reasons" (each reason of interfaces.md at least once where an image can show it).
struct RehearsalOptions {
  int ballots = 50;
  std::uint64_t seed = 1;
  std::string profile = "office";
  std::string format = "jpg";  ///< jpg, png, tif, mono
  double dpi = 200;
  int quality = 0;  ///< JPEG quality 1 … 100 for all scans; 0: each scanner its own (70 … 92 in an office)
  bool colour = false;
  std::vector<Why> reasons;  ///< profile "reasons": only these, in this order; empty: all that the form can show
  int scansOfEach = 1;  ///< times a sheet goes through the scanner, 1 … 100: the same paper and settings, another pass and other noise
  bool copier = false;  ///< passed through an office copier before marking: scale, uneven gray, toner
  /// Pages of another contest's blank ballot at the same dpi, for the reason other-contest in profile "reasons"; left out when empty.
  std::function<Expected<std::vector<Raster>>()> otherContest{};
  /// Takes each scan instead of a file, under the name the file would have; only truth.jsonl is written. The scan is what a file of the JPEG would be read as (but for
  /// squares that were rounded the other way): for long runs, which spend half their time on coding. Gray "jpg" only, not for profile "reasons", whose sheets come again as files.
  std::function<Expected<void>(const std::string& file, const Raster& scan)> take{};
};

/// Prints the blank pages of one ballot (its own serial where codes are per-ballot) as rasters at the wanted dpi; given by the caller, who owns PDF and rendering.
using BlankBallot = std::function<Expected<std::vector<Raster>>(int ballot)>;

/// Writes scans s00001.jpg … and truth.jsonl (one JSON object a scan: file, ballot, page, intent, votes, marks{"id/field":{expect,class}}; also reason, wear, pen,
/// flip, turn, rot) into `folder`, which is made when missing. `expect` is none, mark, unsure (must go to a person) or mark? (a mark or a person, never none).
/// Knows the geometry and nothing of the reader. Same seed, same deck, byte for byte. Returns the number of scans.
/// "reasons" needs at least reasonCount() ballots. Errors: BadInput (unknown profile or format, numbers out of range, blank pages that do not fit the form),
/// Refused (the folder already holds a deck), Io; errors of `blank` are handed on.
Expected<int> makeDeck(const BallotForm& form, const Contest& contest, const RehearsalOptions& options, const BlankBallot& blank,
                       const std::filesystem::path& folder);

/// How many reasons a "reasons" deck of this form can show under these options; it needs at least as many ballots.
int reasonCount(const BallotForm& form, const RehearsalOptions& options);

}  // namespace kp
