// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "scanner/rehearsal/marks.h"

namespace kp::rehearsal {
namespace {

/// Heights are shares of a printed line's box (0 the highest diacritic, 1 the deepest descender). The small letters without ascender stand at about
/// 0.48 … 0.83 in the fonts ballots are set in, so a line that runs between these two goes through every letter.
constexpr double kSurelyThroughTop = 0.36, kSurelyThroughBottom = 0.74;
/// A struck name may be left open by this share of its width at either end.
constexpr double kOpenEnd = 0.08;

double yOf(const RectMm& line, double height) { return line.y + line.h * height; }

/// Where a strike begins and ends: as far beyond the name as this hand goes, but never deep into a neighbour's name.
void endsOf(const Place& place, const RectMm& line, const Hand& hand, Rng& rng, double& x0, double& x1) {
  const auto over = [&](double room) {
    const double aim = hand.overshootMm + rng.normal(0, 1.0 * hand.scatter);
    return std::clamp(aim, -kOpenEnd * 0.75 * line.w, std::max(0.5, room + 0.8));
  };
  x0 = line.x - over(place.left);
  x1 = line.x + line.w + over(place.right);
}

Stroke straight(const Place& place, const RectMm& line, double height, const Hand& hand, Rng& rng) {
  double x0 = 0, x1 = 0;
  endsOf(place, line, hand, rng, x0, x1);
  const double tilt = std::clamp(hand.slope * (x1 - x0) / line.h + rng.normal(0, 0.03 * hand.scatter), -0.28, 0.28);
  // both ends are kept where the line still goes through every letter
  const double margin = 0.02, from = std::clamp(height - tilt / 2, kSurelyThroughTop + margin, kSurelyThroughBottom - margin);
  const double to = std::clamp(height + tilt / 2, kSurelyThroughTop + margin, kSurelyThroughBottom - margin);
  Hand calm = hand;
  calm.bow = std::clamp(hand.bow, -0.10 * line.h / std::max(10.0, x1 - x0), 0.10 * line.h / std::max(10.0, x1 - x0));
  return lineBetween({x0, yOf(line, from)}, {x1, yOf(line, to)}, calm, rng);
}

std::vector<Stroke> wavy(const Place& place, const RectMm& line, const Hand& hand, Rng& rng) {
  double x0 = 0, x1 = 0;
  endsOf(place, line, hand, rng, x0, x1);
  const double amplitude = rng.uniform(0.08, 0.2), wave = rng.uniform(3.5, 9);
  const double mid = yOf(line, std::clamp(hand.height, 0.5, 0.6));
  return {
      zigzag(x0, x1, mid - amplitude * line.h, mid + amplitude * line.h, std::max(4, static_cast<int>((x1 - x0) / wave * 2)), hand, rng)};
}

std::vector<Stroke> several(const Place& place, const RectMm& line, int count, const Hand& hand, Rng& rng) {
  std::vector<Stroke> out;
  const double spread = count == 2 ? rng.uniform(0.14, 0.30) : rng.uniform(0.26, 0.34);
  const double middle = std::clamp(hand.height, 0.52, 0.58);
  for (int k = 0; k < count; ++k)
    out.push_back(straight(place, line, middle + spread * (static_cast<double>(k) / (count - 1) - 0.5), hand, rng));
  return out;
}

std::vector<Stroke> scribbled(const Place& place, const RectMm& line, const Hand& hand, Rng& rng) {
  double x0 = 0, x1 = 0;
  endsOf(place, line, hand, rng, x0, x1);
  x0 = std::max(x0, line.x - 3), x1 = std::min(x1, line.x + line.w + 3);
  const double up = std::min(0.12 * line.h, place.above * 0.6), down = std::min(0.10 * line.h, place.below * 0.6);
  const double dense = rng.uniform(1.6, 4.0);
  std::vector<Stroke> out{zigzag(x0, x1, line.y + 0.18 * line.h - up * rng.uniform(0, 1), line.y + 0.88 * line.h + down * rng.uniform(0, 1),
                                 std::max(8, static_cast<int>((x1 - x0) / dense * 2)), hand, rng)};
  if (rng.chance(0.4))
    out.push_back(
        zigzag(x1, x0, line.y + 0.25 * line.h, line.y + 0.85 * line.h, std::max(8, static_cast<int>((x1 - x0) / dense * 2)), hand, rng));
  return out;
}

std::vector<Stroke> inPieces(const Place& place, const RectMm& line, const Hand& hand, Rng& rng) {
  double x0 = 0, x1 = 0;
  endsOf(place, line, hand, rng, x0, x1);
  const int count = rng.integer(2, 3);
  std::vector<Stroke> out;
  double from = x0;
  for (int k = 0; k < count; ++k) {
    const double to = k + 1 == count ? x1 : x0 + (x1 - x0) * ((k + 1.0) / count + rng.uniform(-0.1, 0.1));
    const double h = std::clamp(hand.height + rng.normal(0, 0.05), 0.44, 0.68);
    out.push_back(lineBetween({from, yOf(line, h)}, {to, yOf(line, std::clamp(h + rng.normal(0, 0.04), 0.42, 0.7))}, hand, rng));
    from = to + (x1 - x0) * rng.uniform(-0.08, 0.03);
  }
  return out;
}

std::vector<Stroke> byWords(const Place& place, const RectMm& line, const Hand& hand, Rng& rng) {
  std::vector<Stroke> out;
  double begin = 0;
  for (double end : place.wordEnds) {
    const double h = std::clamp(hand.height + rng.normal(0, 0.05), 0.44, 0.68);
    out.push_back(lineBetween({line.x + line.w * begin - rng.uniform(0, 0.6), yOf(line, h)},
                              {line.x + line.w * end + rng.uniform(0, 0.8), yOf(line, std::clamp(h + rng.normal(0, 0.05), 0.42, 0.7))},
                              hand, rng));
    begin = end;
  }
  return out;
}

std::vector<Stroke> retraced(const Place& place, const RectMm& line, const Hand& hand, Rng& rng) {
  double x0 = 0, x1 = 0;
  endsOf(place, line, hand, rng, x0, x1);
  const double h = std::clamp(hand.height, 0.5, 0.62);
  const auto y = [&] { return yOf(line, h + rng.uniform(-0.09, 0.09)); };
  return {moveThrough({{x0, y()}, {(x0 + x1) / 2, y()}, {x1, y()}, {(x0 + x1) / 2, y()}, {x0 + rng.uniform(0, 0.3) * (x1 - x0), y()}}, hand,
                      rng)};
}

std::vector<Stroke> struckLine(const Place& place, const RectMm& line, StrikeHabit habit, const Hand& hand, Rng& rng) {
  switch (habit) {
    case StrikeHabit::Wavy: return wavy(place, line, hand, rng);
    case StrikeHabit::Double: return several(place, line, 2, hand, rng);
    case StrikeHabit::Triple: return several(place, line, 3, hand, rng);
    case StrikeHabit::Scribble: return scribbled(place, line, hand, rng);
    case StrikeHabit::Loops: {
      double x0 = 0, x1 = 0;
      endsOf(place, line, hand, rng, x0, x1);
      return {coil(x0, x1, yOf(line, 0.56), line.h * rng.uniform(0.2, 0.36), rng.uniform(2.2, 4.5), hand, rng)};
    }
    case StrikeHabit::Pieces: return inPieces(place, line, hand, rng);
    case StrikeHabit::ByWords: return place.lines.size() == 1 ? byWords(place, line, hand, rng) : inPieces(place, line, hand, rng);
    case StrikeHabit::Retraced: return retraced(place, line, hand, rng);
    case StrikeHabit::Slanted: {
      double x0 = 0, x1 = 0;
      endsOf(place, line, hand, rng, x0, x1);
      const bool up = rng.chance(0.7);
      const double a = rng.uniform(0.66, 0.76), b = rng.uniform(0.32, 0.42);
      return {lineBetween({x0, yOf(line, up ? a : b)}, {x1, yOf(line, up ? b : a)}, hand, rng)};
    }
    case StrikeHabit::Straight: break;
  }
  return {straight(place, line, hand.height, hand, rng)};
}

const char* const kHabitNames[] = {"line", "wavy", "double", "triple", "slanted", "scribble", "loops", "pieces", "by-words", "retraced"};

/// Everything a person reads as struck out but that is not the plain habit.
HandMark rareStrike(const Place& place, const Hand& hand, Rng& rng) {
  HandMark m;
  const RectMm& line = place.lines.front();
  const auto allLines = [&](double height, const char* kind) {
    for (const RectMm& l : place.lines) m.strokes.push_back(straight(place, l, height, hand, rng));
    m.kind = kind;
  };
  switch (rng.integer(0, 6)) {
    case 0: allLines(rng.uniform(0.68, 0.72), "low"); break;
    case 1: {  // above the small letters only capitals and diacritics are crossed
      const double height = rng.uniform(0.38, 0.48);
      allLines(height, "high");
      if (height < 0.43) m.expect = Expect::MarkOrPerson;
      break;
    }
    case 2: {
      Hand far = hand;
      far.overshootMm = rng.uniform(8, 25);
      for (const RectMm& l : place.lines) m.strokes.push_back(straight(place, l, far.height, far, rng));
      m.kind = "long";
      break;
    }
    case 3: {
      for (const RectMm& l : place.lines)
        m.strokes.push_back(lineBetween({l.x + l.w * rng.uniform(0.02, kOpenEnd), yOf(l, hand.height)},
                                        {l.x + l.w * (1 - rng.uniform(0.02, kOpenEnd)), yOf(l, hand.height)}, hand, rng));
      m.kind = "short-ends";
      break;
    }
    case 4: {
      const bool up = rng.chance(0.6);
      for (const RectMm& l : place.lines)
        m.strokes.push_back(lineBetween({l.x - 1, yOf(l, up ? rng.uniform(0.8, 1.0) : rng.uniform(0.05, 0.25))},
                                        {l.x + l.w + 1, yOf(l, up ? rng.uniform(0.05, 0.25) : rng.uniform(0.8, 1.0))}, hand, rng));
      m.kind = "steep", m.expect = Expect::MarkOrPerson;
      break;
    }
    case 5: {
      for (const RectMm& l : place.lines) {
        m.strokes.push_back(lineBetween({l.x - 0.5, yOf(l, 0.15)}, {l.x + l.w + 0.5, yOf(l, 0.92)}, hand, rng));
        m.strokes.push_back(lineBetween({l.x + l.w + 0.5, yOf(l, 0.12)}, {l.x - 0.5, yOf(l, 0.92)}, hand, rng));
      }
      m.kind = "crossed", m.expect = Expect::MarkOrPerson;
      break;
    }
    default: {
      const int count = std::max(6, static_cast<int>(line.w / rng.uniform(2.5, 4.5)));
      for (const RectMm& l : place.lines)
        for (int k = 0; k < count; ++k) {
          const double x = l.x + l.w * (k + 0.5) / count;
          m.strokes.push_back(lineBetween({x - 1.2, yOf(l, 0.9)}, {x + 1.2, yOf(l, 0.2)}, hand, rng));
        }
      m.kind = "hatched", m.expect = Expect::MarkOrPerson;
    }
  }
  return m;
}

}  // namespace

HandMark strikeName(const Place& place, const Hand& hand, Rng& rng, Profile profile) {
  const double rare = profile == Profile::Clean ? 0 : profile == Profile::Harsh ? 0.2 : 0.05;
  if (rng.chance(rare)) return rareStrike(place, hand, rng);
  StrikeHabit habit = profile == Profile::Clean ? StrikeHabit::Straight : hand.strike;
  if (profile == Profile::Harsh && rng.chance(0.25)) habit = static_cast<StrikeHabit>(rng.integer(0, 9));
  HandMark m;
  m.kind = kHabitNames[static_cast<int>(habit)];
  for (const RectMm& line : place.lines)
    for (Stroke& s : struckLine(place, line, habit, hand, rng)) m.strokes.push_back(std::move(s));
  if (place.lines.size() > 1) m.kind += "-wrapped";
  return m;
}

}  // namespace kp::rehearsal
