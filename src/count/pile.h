// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <string>
#include <vector>

#include "ledger/ledger.h"

namespace kp {

/// Where the paper of a sheet lies: sheets are kept in the order they were fed, a pile (xấp) for each run of scanning.
struct PilePlace {
  int sheet = 0;
  std::string source;  ///< file name or scanner page, as in the records
  int pile = 0;  ///< run of scanning, from 1, counted over the whole file; 0: keyed in, `place` is then the number written on the ballot
  std::string pileTime;  ///< UTC, when that run's first sheet was taken in
  int place = 0;         ///< in the pile, from 1, first fed first
  int ofPile = 0;        ///< sheets of the pile
};

/// The places of all sheets of a file, by sheet id. One reading of journal and sheets; hold it for many questions.
Expected<std::map<int, PilePlace>> pilePlaces(const Ledger& ledger);

}  // namespace kp
