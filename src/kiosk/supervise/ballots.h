// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "count/contest_count.h"
#include "count/pile.h"

namespace kp::kiosk {

/// Readings of many sheets with the places of their marks, in a quarter of the room (24 instead of 88 bytes a mark: 20,000 sheets of 42 names took 70 MB). What screens do not
/// show is left out: scores, ink prints, the contest.
class PackedReadings {
 public:
  void add(const PageReading& reading);
  /// Places are exact to 1/100 px on a page of A4 at 600 dpi. `index` < size().
  PageReading operator[](std::size_t index) const;
  std::size_t size() const { return m_pages.size(); }

 private:
  struct Mark {
    std::uint16_t candidate = 0, why = 0;  ///< `why`: place in m_whys
    std::uint8_t field = 0, state = 0;
    float x = 0, y = 0, w = 0, h = 0;
  };
  struct Page {
    PageReading rest;  ///< all but the marks
    std::size_t firstMark = 0, marks = 0;
  };
  std::uint16_t placeOf(const std::string& why);
  std::vector<Page> m_pages;
  std::vector<Mark> m_marks;
  std::vector<std::string> m_whys;  ///< a handful of words
};

/// One pass with all that screens say of its ballots, loaded once on the looking desk and then only read, on any thread. Some 3 KB a sheet.
struct Ballots {
  CountedContest counted;
  CountedPass pass;
  PackedReadings readings;                              ///< of its sheets, with the places of marks
  std::map<int, PilePlace> places;                      ///< by sheet
  std::map<int, std::vector<StoredRuling>> rulings;     ///< by sheet, oldest first
  std::unordered_map<int, std::size_t> ballotByNumber;  ///< index into pass.assembly.ballots
  std::unordered_map<int, std::size_t> sheetById;       ///< index into pass.sheets
};
using SharedBallots = std::shared_ptr<const Ballots>;

/// Loads one pass; 0: the first there is.
Expected<SharedBallots> loadBallots(const Ledger& ledger, const std::string& contest, int pass);

/// One ballot of the pass by its number, or a sheet in no ballot by its id.
struct BallotRef {
  int number = 0;
  const AssembledBallot* ballot = nullptr;  ///< null: a sheet in no ballot
  std::vector<std::size_t> sheets;          ///< indices into the pass, page order; empty: no such number
  /// Nothing was read as a ballot: votes come from people alone.
  bool unread() const { return !ballot || ballot->transcribed; }
};
BallotRef ballotRef(const Ballots& ballots, int number);

}  // namespace kp::kiosk
