// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ballot/ink_print.h"
#include "count/seen_sheets.h"

namespace kp {

/// The handwriting on the sheets of one pass (nét bút đã thấy): finds the sheet that may be the same paper fed again, where no number on it tells. Ballots with a code
/// of their own, pages nobody wrote on and pages not read are left out. Where all write alike – straight lines with the pens handed out –, near is not enough: the sheet
/// must be much nearer to one other than to the next, or as near as a paper is to itself. Each sheet is held against all earlier ones of its contest and page, in under a millisecond
/// for 5,000 (docs/measurements.md).
class SeenHands {
 public:
  struct Match {
    SeenSheets::Sheet sheet;  ///< the first that was perhaps this paper
    InkLikeness likeness;     ///< to the nearest of those
  };

  /// Which remembered sheet is perhaps the same paper; nullopt when there is none.
  std::optional<Match> find(const PageReading& reading, const std::string& contest) const;
  /// Remembers a sheet that was stored before; `sameAs` is the sheet it was perhaps the same paper as, known then.
  void remember(const PageReading& reading, const SeenSheets::Sheet& sheet, std::optional<int> sameAs);
  /// Remembers a sheet and says which earlier one is perhaps the same paper; nullopt when there is none. `sheet.contest` is where it counts.
  std::optional<Match> add(const PageReading& reading, const SeenSheets::Sheet& sheet);

 private:
  struct Seen {
    SeenSheets::Sheet sheet;
    InkSheet ink;
    std::size_t paper;  ///< index of the first sheet that was perhaps this paper; its own where there was none
    int feeds = 0;      ///< how often it seems to have been fed
  };
  static std::optional<std::pair<std::size_t, InkLikeness>> nearest(const std::vector<Seen>& seen, const InkSheet& ink);
  std::map<std::pair<std::string, int>, std::vector<Seen>> m_byPage;  ///< by contest and page
};

}  // namespace kp
