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
  if (reading.ballotCode || reading.page < 1 || reading.inkPrint.empty()) return {};
  return InkSheet(reading.inkPrint);
}

}  // namespace

Expected<std::optional<SeenHands::Nearest>> SeenHands::nearest(const Page& page, const InkSheet& ink) {
  const std::vector<Seen>& seen = page.seen;
  const InkSight sight = ink.sight();
  std::optional<Nearest> best;  // of which paper, likeness
  double next = 1;              // how far the nearest sheet of any other paper is
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (sight.differs(page.sightOf(seen[i]))) continue;
    if (seen[i].print.empty()) {
      const auto print = m_printOf(seen[i].id);
      if (!print) return tl::unexpected<Error>(print.error());
      m_other.assign(*print);
    } else {
      m_other.assign(seen[i].print);
    }
    const InkLikeness likeness = ink.compare(m_other);
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
  if (!best || !best->second.same) return std::optional<Nearest>();
  if (best->second.apart > kStrokeUponStroke && best->second.apart > kMuchNearer * next) return std::optional<Nearest>();
  best->first = seen[best->first].paper;
  return best;
}

void SeenHands::keep(Page& page, const PageReading& reading, const SeenSheets::Sheet& sheet, const InkSheet& ink, std::size_t paper) {
  const InkSight sight = ink.sight();
  page.seen.push_back({sheet.id, sheet.name, page.sights.size(), sight.weight, static_cast<std::uint16_t>(sight.targets.size()), 0, paper,
                       reading.inkPrint});
  page.sights.insert(page.sights.end(), sight.targets.begin(), sight.targets.end());
  ++page.seen[paper].feeds;
  if (!m_printOf) return;
  m_printsFromOldest.emplace_back(&page, page.seen.size() - 1);
  m_held += reading.inkPrint.size();
  while (m_held > m_room && m_printsFromOldest.size() > kPrintsAtLeast) {
    const auto [of, index] = m_printsFromOldest.front();
    m_printsFromOldest.pop_front();
    m_held -= of->seen[index].print.size();
    std::string().swap(of->seen[index].print);
  }
}

Expected<std::optional<SeenHands::Match>> SeenHands::find(const PageReading& reading, const std::string& contest) {
  const auto page = m_byPage.find({contest, reading.page});
  const InkSheet ink = handOn(reading);
  if (page == m_byPage.end() || ink.empty()) return std::optional<Match>();
  const auto found = nearest(page->second, ink);
  if (!found) return tl::unexpected<Error>(found.error());
  if (!*found) return std::optional<Match>();
  const Seen& first = page->second.seen[(*found)->first];
  return Match{{first.id, first.name, contest, false}, (*found)->second};
}

void SeenHands::remember(const PageReading& reading, const SeenSheets::Sheet& sheet, std::optional<int> sameAs) {
  const InkSheet ink = handOn(reading);
  if (ink.empty()) return;
  Page& page = m_byPage[{sheet.contest, reading.page}];
  std::size_t paper = page.seen.size();
  if (sameAs)
    for (std::size_t i = 0; i < page.seen.size(); ++i)
      if (page.seen[i].id == *sameAs) paper = i;
  keep(page, reading, sheet, ink, paper);
}

Expected<std::optional<SeenHands::Match>> SeenHands::add(const PageReading& reading, const SeenSheets::Sheet& sheet) {
  const InkSheet ink = handOn(reading);
  if (ink.empty()) return std::optional<Match>();
  Page& page = m_byPage[{sheet.contest, reading.page}];
  const auto found = nearest(page, ink);
  if (!found) return tl::unexpected<Error>(found.error());
  keep(page, reading, sheet, ink, *found ? (*found)->first : page.seen.size());
  if (!*found) return std::optional<Match>();
  const Seen& first = page.seen[(*found)->first];
  return Match{{first.id, first.name, sheet.contest, false}, (*found)->second};
}

}  // namespace kp
