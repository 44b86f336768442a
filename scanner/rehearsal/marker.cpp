// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/rehearsal/marker.h"

#include <algorithm>

namespace kp::rehearsal {
namespace {

/// Index of the target to the right of `k` in the same row; -1 for the last.
int nextInRow(const PageGeometry& g, std::size_t k) {
  int best = -1;
  for (std::size_t j = 0; j < g.targets.size(); ++j) {
    if (g.targets[j].candidate != g.targets[k].candidate || g.targets[j].box.x <= g.targets[k].box.x) continue;
    if (best < 0 || g.targets[j].box.x < g.targets[static_cast<std::size_t>(best)].box.x) best = static_cast<int>(j);
  }
  return best;
}

class PageMarker {
 public:
  PageMarker(Sheet& sheet, const PageGeometry& g, const Contest& contest, const Voter& voter, Profile profile, Rng& rng)
      : m_sheet(sheet), m_geometry(g), m_voter(voter), m_profile(profile), m_rng(rng) {
    std::vector<std::string> names;
    for (const Candidate& c : contest.candidates) names.push_back(c.name);
    m_places = placesOf(g, names);
    for (const Target& t : g.targets) m_truth.push_back({contest.candidates[t.candidate].id, toString(t.field), Expect::None, ""});
  }

  std::vector<MarkTruth> run() {
    for (std::size_t k = 0; k < m_geometry.targets.size(); ++k) {
      const Target& t = m_geometry.targets[k];
      const auto& wanted = m_voter.intent.marks[t.candidate];
      const bool mine = std::find(wanted.begin(), wanted.end(), t.field) != wanted.end();
      if (m_voter.doubtful[t.candidate]) {
        if (mine || (wanted.empty() && isFirstOfRow(k))) doubt(k);
      } else if (mine) {
        put(k, m_places[k].name ? strikeName(m_places[k], m_voter.hand, m_rng, m_profile)
                                : markBox(m_places[k], m_voter.hand, m_rng, m_profile));
      }
    }
    return std::move(m_truth);
  }

 private:
  bool isFirstOfRow(std::size_t k) const {
    return std::none_of(m_geometry.targets.begin(), m_geometry.targets.end(), [&](const Target& o) {
      return o.candidate == m_geometry.targets[k].candidate && o.box.x < m_geometry.targets[k].box.x;
    });
  }

  void doubt(std::size_t k) {
    const int next = m_places[k].name ? -1 : nextInRow(m_geometry, k);
    const HandMark mark =
        m_places[k].name ? doubtfulName(m_places[k], m_voter.hand, m_rng)
                         : doubtfulBox(m_places[k], next < 0 ? nullptr : &m_places[static_cast<std::size_t>(next)], m_voter.hand, m_rng);
    put(k, mark);
    if (mark.otherTarget && next >= 0)
      m_truth[static_cast<std::size_t>(next)].expect = Expect::Unsure, m_truth[static_cast<std::size_t>(next)].kind = mark.kind;
  }

  void put(std::size_t k, const HandMark& mark) {
    const bool other = m_voter.secondInk && (m_inked++ & 1);
    const Pen& pen = other ? m_voter.otherPen : m_voter.pen;
    write(m_sheet, mark.strokes, mark.faintGray > 0 ? faint(pen, std::min(mark.faintGray, m_voter.faintest)) : pen, m_rng);
    m_truth[k].expect = mark.expect, m_truth[k].kind = mark.kind;
  }

  Sheet& m_sheet;
  const PageGeometry& m_geometry;
  const Voter& m_voter;
  Profile m_profile;
  Rng& m_rng;
  std::vector<Place> m_places;
  std::vector<MarkTruth> m_truth;
  int m_inked = 0;
};

}  // namespace

std::vector<MarkTruth> markPage(Sheet& sheet, const PageGeometry& geometry, const Contest& contest, const Voter& voter, Profile profile,
                                Rng& rng) {
  return PageMarker(sheet, geometry, contest, voter, profile, rng).run();
}

}  // namespace kp::rehearsal
