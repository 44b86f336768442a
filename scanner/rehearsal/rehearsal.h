// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "ballot/form.h"
#include "scanner/raster.h"

namespace kp {

/// How a rehearsal deck (xấp phiếu thử) is made. `profile`: "clean", "office", "harsh", "ambiguous" (many doubtful marks), "reasons" (each reason of interfaces.md at least once where an image can show it).
struct RehearsalOptions {
  int ballots = 50;
  std::uint64_t seed = 1;
  std::string profile = "office";
  std::string format = "jpg";  ///< jpg, png, tif, mono
  double dpi = 200;
  bool colour = false;
  bool copier = false;         ///< passed through an office copier before marking: scale, uneven gray, toner
};

/// Prints the blank pages of one ballot (its own serial where codes are per-ballot) as rasters at the wanted dpi; given by the caller, who owns PDF and rendering.
using BlankBallot = std::function<Expected<std::vector<Raster>>(int ballot)>;

/// Writes scans s00001.jpg … and truth.jsonl (format as ../shared/accept: file, ballot, page, intent, votes, marks{field:{expect,class}}) into `folder`.
/// Knows the geometry and nothing of the reader. Same seed, same deck, byte for byte.
Expected<int> makeDeck(const BallotForm& form, const Contest& contest, const RehearsalOptions& options, const BlankBallot& blank, const std::filesystem::path& folder);

}  // namespace kp
