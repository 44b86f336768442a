// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "scanner/rehearsal/hand.h"
#include "scanner/rehearsal/pens.h"

namespace kp::rehearsal {

/// A target as a hand sees it: its box, the lines printed in it, where its words end, and how far away the neighbours are.
struct Place {
  RectMm box;
  std::vector<RectMm> lines;                         ///< one for a square
  std::vector<double> wordEnds;                      ///< of a one-line name: right end of each word as a share of the width; last is 1
  double left = 0, right = 0, above = 0, below = 0;  ///< mm of free paper to the next target or the page's edge
  bool name = true;
};

/// Places of a page's targets, in their order; `names` by candidate index.
std::vector<Place> placesOf(const PageGeometry& page, const std::vector<std::string>& names);

/// What a careful person would say of a mark.
enum class Expect { None, Mark, Unsure, MarkOrPerson };
/// "none", "mark", "unsure", "mark?".
std::string toString(Expect expect);

/// A mark on paper: how it was made, and what a careful person would say of it.
struct HandMark {
  std::vector<Stroke> strokes;
  std::string kind;
  Expect expect = Expect::Mark;
  double faintGray = 0;      ///< > 0: written so lightly that the line comes out about this gray
  bool otherTarget = false;  ///< the same mark makes the next target of the row unsure as well
};

/// A name struck out for all to see, in the hand's habit or now and then another way.
HandMark strikeName(const Place& place, const Hand& hand, Rng& rng, Profile profile);
/// A box marked for all to see.
HandMark markBox(const Place& place, const Hand& hand, Rng& rng, Profile profile);

/// A mark at a name that only a person may rule on.
HandMark doubtfulName(const Place& place, const Hand& hand, Rng& rng);
/// A mark at a box that only a person may rule on. `next` is the box to its right in the same row, nullptr for the last.
HandMark doubtfulBox(const Place& place, const Place* next, const Hand& hand, Rng& rng);

/// The kinds of doubtful marks, for tests and for decks that need each of them.
HandMark doubtfulName(const Place& place, const Hand& hand, Rng& rng, int kind);
HandMark doubtfulBox(const Place& place, const Place* next, const Hand& hand, Rng& rng, int kind);
inline constexpr int kDoubtfulNames = 13;
inline constexpr int kDoubtfulBoxes = 8;

}  // namespace kp::rehearsal
