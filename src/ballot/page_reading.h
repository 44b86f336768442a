// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ballot/form.h"
#include "election/judgement.h"

namespace kp {

/// A rectangle on the scan, pixels of the stored image as it lies (before any turning).
struct RectPx {
  double x = 0, y = 0, w = 0, h = 0;
  friend bool operator==(const RectPx&, const RectPx&) = default;
};

/// What the reader saw at one target. `score` is −1 … +1: below 0 tends to none, above 0 to mark; |score| is the certainty.
struct MarkReading {
  std::size_t candidate = 0;
  Field field = Field::Name;
  MarkState state = MarkState::Unsure;
  float score = 0;
  std::string why{};  ///< for Unsure: what was doubtful, one of the reader's words ("partial", "below", "faint", "crossed-by-streak" …)
  RectPx spot{};      ///< where on the scan
  friend bool operator==(const MarkReading&, const MarkReading&) = default;
};

/// What was read from one side of one sheet (or from a file that is none). Made by scanner/reading, stored unchanged in the ledger.
/// A page whose code and place could be found has `contest` and `page`; else these are empty/0 and `reasons` says why.
struct PageReading {
  std::string contest;                        ///< contest id of the code; "" when not known
  int page = 0;                               ///< 1…; 0 when not known
  std::optional<std::uint64_t> ballotCode;    ///< per-ballot codes only
  std::vector<Reason> reasons;                ///< of the page; marks in doubt are not repeated here
  std::vector<MarkReading> marks;             ///< empty when the page was not read
  std::vector<std::pair<Why, RectPx>> spots;  ///< where extra writing, a second ink … was seen
  int orientation = 0;                        ///< degrees clockwise the printed page lies turned on the scan: 0, 90, 180, 270
  double dpi = 0;                             ///< measured
  int widthPx = 0, heightPx = 0;
  std::string inkPrint{};  ///< of the strokes, by which a sheet fed again is known: encodeInkPrint(); "" without ink
};

}  // namespace kp
