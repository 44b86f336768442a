// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "scanner/rehearsal/marks.h"

namespace kp::rehearsal {
namespace {

constexpr double kFarMm = 40;      // hands do not reach farther
constexpr double kPageEdgeMm = 3;  // nor do they write to the very edge

/// Ends of the words as shares of the name's width, taking every letter as equally wide: near enough to strike a word.
std::vector<double> wordEndsOf(const std::string& name) {
  std::vector<double> ends;
  double letters = 0;
  for (unsigned char c : name) {
    if (c == ' ') ends.push_back(letters);
    letters += (c & 0xC0) != 0x80 ? (c == ' ' ? 0.55 : 1.0) : 0.0;
  }
  if (letters <= 0) return {1.0};
  for (double& e : ends) e /= letters;
  ends.push_back(1.0);
  return ends;
}

void measureRoom(Place& place, const PageGeometry& page, std::size_t self) {
  const RectMm& b = place.box;
  place.left = std::min(kFarMm, b.x - kPageEdgeMm), place.right = std::min(kFarMm, page.widthMm - kPageEdgeMm - b.x - b.w);
  place.above = std::min(kFarMm, b.y - kPageEdgeMm), place.below = std::min(kFarMm, page.heightMm - kPageEdgeMm - b.y - b.h);
  for (std::size_t k = 0; k < page.targets.size(); ++k) {
    if (k == self) continue;
    const RectMm& o = page.targets[k].box;
    const bool sameRow = o.y < b.y + b.h && b.y < o.y + o.h, sameColumn = o.x < b.x + b.w && b.x < o.x + o.w;
    if (sameRow && o.x >= b.x + b.w) place.right = std::min(place.right, o.x - b.x - b.w);
    if (sameRow && o.x + o.w <= b.x) place.left = std::min(place.left, b.x - o.x - o.w);
    if (sameColumn && o.y >= b.y + b.h) place.below = std::min(place.below, o.y - b.y - b.h);
    if (sameColumn && o.y + o.h <= b.y) place.above = std::min(place.above, b.y - o.y - o.h);
  }
}

}  // namespace

std::vector<Place> placesOf(const PageGeometry& page, const std::vector<std::string>& names) {
  std::vector<Place> places;
  for (std::size_t k = 0; k < page.targets.size(); ++k) {
    const Target& t = page.targets[k];
    Place p;
    p.box = t.box, p.name = t.field == Field::Name;
    p.lines = p.name && !t.lines.empty() ? t.lines : std::vector<RectMm>{t.box};
    p.wordEnds = p.name && t.candidate < names.size() ? wordEndsOf(names[t.candidate]) : std::vector<double>{1.0};
    measureRoom(p, page, k);
    places.push_back(std::move(p));
  }
  return places;
}

std::string toString(Expect expect) {
  switch (expect) {
    case Expect::Mark: return "mark";
    case Expect::Unsure: return "unsure";
    case Expect::MarkOrPerson: return "mark?";
    case Expect::None: break;
  }
  return "none";
}

}  // namespace kp::rehearsal
