// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/seen_hands.h"

#include <algorithm>

namespace kp {
namespace {

/// As a share of how far the nearest other paper is: chance brings few sheets that near to one and not to others.
constexpr double kMuchNearer = 0.6;
/// As near as only one paper comes to itself, however many sheets lie that near: then that share is not asked for.
constexpr double kStrokeUponStroke = 0.08;
/// A paper that seems to have been fed more often than this is a way of writing that many have; its sheets are then papers of their own.
constexpr int kMostFeeds = 3;

/// What was written on a page that can be told again; empty when there is nothing, or a code tells.
InkSheet handOn(const PageReading& reading) {
  if (reading.ballotCode || reading.page < 1 || reading.inkPrint.empty()) return InkSheet({});
  return InkSheet(decodeInkPrint(reading.inkPrint).value_or(InkPrint{}));
}

}  // namespace

std::optional<std::pair<std::size_t, InkLikeness>> SeenHands::nearest(const std::vector<Seen>& seen, const InkSheet& ink) {
  std::optional<std::pair<std::size_t, InkLikeness>> best;  // of which paper, likeness
  double next = 1;                                          // how far the nearest sheet of any other paper is
  for (std::size_t i = 0; i < seen.size(); ++i) {
    const InkLikeness likeness = ink.compare(seen[i].ink);
    const std::size_t paper = seen[seen[i].paper].feeds > kMostFeeds ? i : seen[i].paper;
    if (best && paper == best->first) {
      if (likeness.apart < best->second.apart) best->second = likeness;
    } else if (likeness.apart < (best ? best->second.apart : 1)) {
      if (best) next = std::min(next, best->second.apart);
      best = {paper, likeness};
    } else {
      next = std::min(next, likeness.apart);
    }
  }
  if (!best || !best->second.same) return std::nullopt;
  if (best->second.apart > kStrokeUponStroke && best->second.apart > kMuchNearer * next) return std::nullopt;
  best->first = seen[best->first].paper;
  return best;
}

std::optional<SeenHands::Match> SeenHands::find(const PageReading& reading, const std::string& contest) const {
  const auto page = m_byPage.find({contest, reading.page});
  const InkSheet ink = handOn(reading);
  if (page == m_byPage.end() || ink.empty()) return std::nullopt;
  const auto found = nearest(page->second, ink);
  if (!found) return std::nullopt;
  return Match{page->second[found->first].sheet, found->second};
}

void SeenHands::remember(const PageReading& reading, const SeenSheets::Sheet& sheet, std::optional<int> sameAs) {
  InkSheet ink = handOn(reading);
  if (ink.empty()) return;
  std::vector<Seen>& seen = m_byPage[{sheet.contest, reading.page}];
  std::size_t paper = seen.size();
  if (sameAs)
    for (std::size_t i = 0; i < seen.size(); ++i)
      if (seen[i].sheet.id == *sameAs) paper = i;
  seen.push_back({sheet, std::move(ink), paper});
  ++seen[paper].feeds;
}

std::optional<SeenHands::Match> SeenHands::add(const PageReading& reading, const SeenSheets::Sheet& sheet) {
  InkSheet ink = handOn(reading);
  if (ink.empty()) return std::nullopt;
  std::vector<Seen>& seen = m_byPage[{sheet.contest, reading.page}];
  const auto found = nearest(seen, ink);
  seen.push_back({sheet, std::move(ink), found ? found->first : seen.size()});
  ++seen[seen.back().paper].feeds;
  if (!found) return std::nullopt;
  return Match{seen[found->first].sheet, found->second};
}

}  // namespace kp
