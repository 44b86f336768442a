// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <deque>
#include <functional>
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
/// Memory: of each sheet about 100 bytes and six a mark stay, by which most others are known to differ. Whole prints, by which the rest is compared, stay while there is room
/// (kPrintsInMemory, the newest); of older sheets they are asked for again.
class SeenHands {
 public:
  /// Gives the ink print of a remembered sheet again. Never asked for the newest kPrintsAtLeast, which may not be in the file yet.
  using PrintOf = std::function<Expected<std::string>(int sheet)>;
  struct Match {
    SeenSheets::Sheet sheet;  ///< the first that was perhaps this paper
    InkLikeness likeness;     ///< to the nearest of those
  };

  /// Without `printOf` all prints stay in memory.
  explicit SeenHands(PrintOf printOf = {}, std::size_t printsInMemory = kPrintsInMemory)
      : m_printOf(std::move(printOf)), m_room(printsInMemory) {}

  SeenHands(SeenHands&&) = default;
  SeenHands& operator=(SeenHands&&) = delete;

  /// Which remembered sheet is perhaps the same paper; nullopt when there is none. Errors: of `printOf`.
  Expected<std::optional<Match>> find(const PageReading& reading, const std::string& contest);
  /// Remembers a sheet that was stored before; `sameAs` is the sheet it was perhaps the same paper as, known then.
  void remember(const PageReading& reading, const SeenSheets::Sheet& sheet, std::optional<int> sameAs);
  /// Remembers a sheet and says which earlier one is perhaps the same paper; nullopt when there is none. `sheet.contest` is where it counts. Errors as find().
  Expected<std::optional<Match>> add(const PageReading& reading, const SeenSheets::Sheet& sheet);

  static constexpr std::size_t kPrintsInMemory = 8 << 20;  ///< bytes: about 10,000 pages of 20 marks
  static constexpr std::size_t kPrintsAtLeast = 64;        ///< sheets: twice what one transaction holds (kBatchSheets)

 private:
  struct Seen {
    int id = 0;
    std::string name;
    std::size_t sight = 0;     ///< its first in `sights`
    std::uint32_t weight = 0;  ///< of all its ink
    std::uint16_t targets = 0;
    int feeds = 0;          ///< how often it seems to have been fed
    std::size_t paper = 0;  ///< index of the first sheet that was perhaps this paper; its own where there was none
    std::string print;      ///< "": to be asked for
  };
  /// All sheets of one page of one contest.
  struct Page {
    std::vector<Seen> seen;
    std::vector<InkAtSight> sights;
    InkSight sightOf(const Seen& s) const { return {std::span(sights).subspan(s.sight, s.targets), s.weight}; }
  };
  using Nearest = std::pair<std::size_t, InkLikeness>;  ///< index of the paper's first sheet
  Expected<std::optional<Nearest>> nearest(const Page& page, const InkSheet& ink);
  void keep(Page& page, const PageReading& reading, const SeenSheets::Sheet& sheet, const InkSheet& ink, std::size_t paper);

  PrintOf m_printOf;
  std::size_t m_room, m_held = 0;                                ///< bytes of prints
  std::map<std::pair<std::string, int>, Page> m_byPage;          ///< by contest and page
  std::deque<std::pair<Page*, std::size_t>> m_printsFromOldest;  ///< sheets whose print is in memory
  InkSheet m_other;                                              ///< compared with at the moment
};

}  // namespace kp
