// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/mark_parts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kp {
using namespace marks;
namespace {

/// Height of the letters' bodies in a name's box, as shares from its top: a line here goes through the name; lower it underlines, higher it is on the diacritics.
constexpr double kLettersTop = 0.16, kLettersBottom = 0.82;
/// How far below and above the box a line still belongs to this name, mm; half of the gap to the next row (layout: ≥ 1.6 mm) and a little of its diacritics' room.
constexpr double kBesideMm = 1.6;
/// Ink pixels that make a bin inked: a 0.3 mm pencil line leaves 25 in a bin of 10 px when no letter hides it, specks of the feeder below 6.
constexpr int kBinInk = 6;
/// Where the print may be darker than this (of 255) a stroke of usual ink would not stand out; a bin with less open area than the share hides strokes.
constexpr double kHidesStroke = 110, kOpenShare = 0.45;
/// Thickness that a line beside the letters adds to the print, in pixels (1/8 mm) of full black: a 0.4 mm pencil line adds 1.1. More is asked where the print itself is fat.
constexpr std::array<double, kSpreads> kHeavier{0.8, 1.0, 1.5, 2.2};
/// Where a table rule runs through (this thick at least, px) it may fill two dots of the scan: at 150 dpi 0.34 mm, more than the 0.2 mm printed (px a mm beyond kThinRuleMm).
constexpr double kRule = 0.7, kRuleThicker = 8, kThinRuleMm = 0.25;
/// With dots larger than this (mm) a rule just outside a window may come into it.
constexpr double kCoarseDotMm = 0.15;
/// Mean printed darkness (of 255) that makes a row of pixels part of a table rule; how near to a window's end a rule may come, px inside and outside.
constexpr int kRuleRow = 60, kRuleInside = 2, kRuleOutside = 4;
/// The same with fine dots, where only a rule just outside a window comes in with the page's place on the grid: a blank's own rule 1.65 mm above a name was told an overline at one place
/// in 300. A rule inside is measured with the window, or a line drawn along it would not show; the window ends so far before such a rule.
constexpr int kFineRuleInside = 0, kFineRuleOutside = 2, kFineRuleClear = 3;
/// Reference darkness (of 255) that is print; blank columns (px, 0.6 mm) that part words; columns without ink that show paper between them.
constexpr int kPrintedDark = 20, kWordGapPx = 5, kPaperInGapPx = 2;
/// Beyond this from a name's box, mm, a stroke through the name does not usually reach.
constexpr double kClearOfBoxMm = 0.5;

/// A window beside the letters that does not end on or just before a table rule: a rule printed a pixel off would come in from outside.
Window clearOfRule(const PrintPatch& print, Window w, bool below, bool coarse) {
  const int inside = coarse ? kRuleInside : kFineRuleInside, outside = coarse ? kRuleOutside : kFineRuleOutside;
  const auto ruled = [&](int y) {
    if (y < 0 || y >= print.height) return false;
    long sum = 0;
    for (int x = w.x0; x < w.x1; ++x) sum += print.printed.at(x, y);
    return sum >= kRuleRow * (w.x1 - w.x0);
  };
  int& end = below ? w.y1 : w.y0;
  const int out = below ? 1 : -1;
  for (int k = -inside; k <= outside; ++k)
    if (ruled(end + out * k)) {
      end += out * (k - (coarse ? kRuleOutside : kFineRuleClear));
      break;
    }
  if (w.y1 < w.y0) w.y1 = w.y0;
  return w;
}

/// Adds up the columns of a window into bins of equal width.
std::vector<int> intoBins(const std::vector<int>& columns, int bins) {
  std::vector<int> sums(static_cast<std::size_t>(bins));
  // Column x belongs to bin x · bins / columns, counted on instead of divided for each.
  std::size_t bin = 0, rest = 0;
  for (const int column : columns) {
    sums[bin] += column;
    for (rest += sums.size(); rest >= columns.size(); rest -= columns.size()) ++bin;
  }
  return sums;
}

/// Column sums over the window of value(row pointers' offset): one pass over the pixels, in the order they lie in memory.
template <typename Value>
std::vector<int> columnSums(const PrintPatch& print, const Window& w, Value value) {
  std::vector<int> columns(static_cast<std::size_t>(std::max(0, w.x1 - w.x0)));
  for (int y = w.y0; y < w.y1; ++y) {
    const std::size_t row = static_cast<std::size_t>(y) * print.width + w.x0;
    for (std::size_t x = 0; x < columns.size(); ++x) columns[x] += value(row + x);
  }
  return columns;
}

/// Which bins show enough paper between the letters to see a stroke there.
std::vector<char> visibleBins(const AlignedPatch& patch, const PrintPatch& print, Spread spread, const Window& w, int bins) {
  const std::uint8_t* expected = print.expected[static_cast<std::size_t>(spread)].px.data();
  const int hides = static_cast<int>(kHidesStroke / patch.gain);
  const auto open = intoBins(columnSums(print, w, [&](std::size_t i) { return expected[i] < hides ? 1 : 0; }), bins);
  const double least = kOpenShare * (w.y1 - w.y0) * (w.x1 - w.x0) / bins;
  std::vector<char> visible(open.size());
  for (std::size_t i = 0; i < open.size(); ++i) visible[i] = open[i] >= least;
  return visible;
}

/// For each bin along the window, whether it holds ink.
std::vector<char> inkedBins(const PrintPatch& print, const Gray& ink, const Window& w, int bins) {
  const std::uint8_t* px = ink.px.data();
  const auto count = intoBins(columnSums(print, w, [&](std::size_t i) { return static_cast<int>(px[i]); }), bins);
  std::vector<char> inked(count.size());
  for (std::size_t i = 0; i < count.size(); ++i) inked[i] = count[i] >= kBinInk;
  return inked;
}

/// For each bin, whether there is clearly more darkness than the print has, however the print lies: table rules run beside a name, and a line drawn along
/// one shows only in its thickness. Lines of the page are left out.
std::vector<char> heavierBins(const PrintPatch& print, const AlignedPatch& patch, Spread spread, const Gray* masked, const Window& w,
                              int bins) {
  const std::uint8_t* dark = patch.dark.px.data();
  const std::uint8_t* printed = print.printed.px.data();
  const int gain = static_cast<int>(std::lround(patch.gain * 256));
  const auto excess = [&](std::size_t i) { return std::max(0, dark[i] - kLineGrain) * 256 - gain * printed[i]; };
  const auto sums = masked ? intoBins(columnSums(print, w, [&](std::size_t i) { return masked->px[i] ? 0 : excess(i); }), bins)
                           : intoBins(columnSums(print, w, excess), bins);
  const auto rules = intoBins(columnSums(print, w, [&](std::size_t i) { return static_cast<int>(printed[i]); }), bins);
  const double columns = static_cast<double>(w.x1 - w.x0) / bins;
  const bool ruled = *std::min_element(rules.begin(), rules.end()) >= 255 * columns * kRule;
  const double least =
      256 * 255 * columns *
      (kHeavier[static_cast<std::size_t>(spread)] + (ruled ? std::max(0.0, kRuleThicker * (2 * patch.dotMm - kThinRuleMm)) : 0));
  std::vector<char> heavier(sums.size());
  for (std::size_t i = 0; i < sums.size(); ++i) heavier[i] = sums[i] >= least;
  return heavier;
}

/// Share of the visible bins that hold ink. Hidden ones do not count, inked or not: counting only the inked ones would make half a strike look whole.
double share(const std::vector<char>& inked, const std::vector<char>& visible) {
  int seen = 0, with = 0;
  for (std::size_t i = 0; i < inked.size(); ++i) seen += visible[i], with += visible[i] && inked[i];
  return seen ? static_cast<double>(with) / seen : 0;
}

/// The name in five parts: the smallest share of inked bins among parts that can be seen, and how many parts cannot.
struct Fifths {
  double worst = 1;
  int blind = 0;
};

Fifths byFifths(const std::vector<char>& inked, const std::vector<char>& visible) {
  Fifths f;
  for (std::size_t part = 0; part < 5; ++part) {
    int seen = 0, with = 0;
    for (std::size_t i = inked.size() * part / 5; i < inked.size() * (part + 1) / 5; ++i)
      seen += visible[i], with += visible[i] && inked[i];
    if (seen)
      f.worst = std::min(f.worst, static_cast<double>(with) / seen);
    else
      ++f.blind;
  }
  return f;
}

/// Mean height of the ink between two columns, px from the window's top; the window's middle where there is none.
double meanHeight(const Gray& ink, const Window& w, int from, int to) {
  long count = 0, sum = 0;
  for (int y = w.y0; y < w.y1; ++y)
    for (int x = from; x < to; ++x)
      if (ink.at(x, y)) ++count, sum += y - w.y0;
  return count ? static_cast<double>(sum) / static_cast<double>(count) : (w.y1 - w.y0) / 2.0;
}

/// NameMeasure::fall.
double fallAlong(const Gray& ink, const Window& w) {
  const int fifth = std::max(1, (w.x1 - w.x0) / 5);
  if (w.x1 - w.x0 < 2 || w.y1 <= w.y0) return 0;
  return (meanHeight(ink, w, w.x1 - fifth, w.x1) - meanHeight(ink, w, w.x0, w.x0 + fifth)) / (w.y1 - w.y0);
}

struct WordGaps {
  int all = 0, crossed = 0;
};

/// Spaces between words: columns without print between columns with print. A stroke leaves ink in all of them, letters that bled leave some of the paper.
WordGaps wordGaps(const PrintPatch& print, const Gray& ink, const Window& w) {
  const auto printed = columnSums(print, w, [&](std::size_t i) { return print.printed.px[i] > kPrintedDark ? 1 : 0; });
  const auto inked = columnSums(print, w, [&](std::size_t i) { return static_cast<int>(ink.px[i]); });
  WordGaps gaps;
  const int columns = static_cast<int>(printed.size());
  for (int x = 0, blank = -1; x < columns; ++x) {  // blank: since which column, −1 before the first letter
    if (!printed[static_cast<std::size_t>(x)]) continue;
    if (const int width = x - blank; blank >= 0 && width >= kWordGapPx) {
      int paper = 0, longest = 0;
      for (int c = blank; c < x; ++c) longest = std::max(longest, paper = inked[static_cast<std::size_t>(c)] ? 0 : paper + 1);
      ++gaps.all, gaps.crossed += longest < kPaperInGapPx;
    }
    blank = x + 1;
  }
  return gaps;
}

double longestGap(const std::vector<char>& inked, const std::vector<char>& visible) {
  std::size_t longest = 0, run = 0;
  for (std::size_t i = 0; i < inked.size(); ++i) longest = std::max(longest, run = inked[i] ? 0 : run + (visible[i] ? 1 : 0));
  return inked.empty() ? 1 : static_cast<double>(longest) / static_cast<double>(inked.size());
}

struct SolidInk {
  double mm2 = 0;
  double level = 0.5;  ///< its mean height, 0 the window's top, 1 its bottom
};

/// Ink in the window that has ink all round it.
SolidInk solidInk(const Gray& ink, const Window& w) {
  long count = 0, heights = 0;
  for (int y = w.y0 + 1; y + 1 < w.y1; ++y) {
    const std::uint8_t* row = ink.px.data() + static_cast<std::size_t>(y) * ink.width;
    const auto full = [&](int x) { return row[x - ink.width] & row[x] & row[x + ink.width]; };
    int inRow = 0;
    for (int x = w.x0 + 1; x + 1 < w.x1; ++x) inRow += full(x - 1) & full(x) & full(x + 1);
    count += inRow, heights += static_cast<long>(inRow) * (y - w.y0);
  }
  if (!count) return {};
  return {static_cast<double>(count) * kMm2PerPx, (static_cast<double>(heights) / static_cast<double>(count) + 0.5) / (w.y1 - w.y0)};
}

}  // namespace

NameMeasure measureName(const PrintPatch& print, const AlignedPatch& patch, Spread spread, const Gray& ink, const RectMm& box,
                        const std::vector<PageLine>& lines) {
  NameMeasure m;
  m.contrast = patch.contrast;
  Gray masked, off;
  if (!lines.empty()) {
    markLines(print, patch, lines, masked);
    off = offLines(ink, masked);
  }
  const Gray& free = lines.empty() ? ink : off;
  const Gray* mask = lines.empty() ? nullptr : &masked;
  const int bins = std::max(4, static_cast<int>(std::lround(box.w / kBinMm)));
  const std::vector<char> all(static_cast<std::size_t>(bins), 1);
  const double bottom = box.y + box.h;
  const Window whole = windowOf(print, box, box.y, bottom),
               body = windowOf(print, box, box.y + kLettersTop * box.h, box.y + kLettersBottom * box.h);
  const auto heavier = [&](double from, double to) {
    const Window w = clearOfRule(print, windowOf(print, box, from, to), from > box.y + box.h / 2, patch.dotMm > kCoarseDotMm);
    return heavierBins(print, patch, spread, mask, w, bins);
  };

  const auto visible = visibleBins(patch, print, spread, body, bins);
  const auto letters = inkedBins(print, free, body, bins), within = inkedBins(print, free, whole, bins);
  auto under = heavier(box.y + kLettersBottom * box.h, bottom + kBesideMm), over = heavier(box.y - kBesideMm, box.y + kLettersTop * box.h);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    under[i] = under[i] && !letters[i];
    over[i] = over[i] && !letters[i];
  }
  m.visible = share(visible, all), m.inked = share(letters, all);
  m.through = share(letters, visible), m.inside = share(within, visible);
  m.below = share(under, all), m.above = share(over, all);
  m.around = std::max(share(heavier(bottom + kClearOfBoxMm, bottom + kBesideMm), all),
                      share(heavier(box.y - kBesideMm, box.y - kClearOfBoxMm), all));
  m.longestGap = longestGap(letters, visible);
  const Fifths fifths = byFifths(within, visible);
  m.worstFifth = fifths.worst, m.blindFifths = fifths.blind;
  const InkSum sum = sumInk(print, patch, ink, whole);
  m.inkMm2 = static_cast<double>(lines.empty() ? sum.count : sumInk(print, patch, off, whole).count) * kMm2PerPx;
  m.inkDark = sum.count ? static_cast<double>(sum.dark) / (255.0 * static_cast<double>(sum.count)) : 0;
  const SolidInk solid = m.inkMm2 > 0 ? solidInk(free, whole) : SolidInk{};
  m.solidMm2 = solid.mm2, m.level = solid.level;
  const WordGaps gaps = m.solidMm2 > 0 ? wordGaps(print, free, whole) : WordGaps{};
  m.wordGaps = gaps.all, m.gapsCrossed = gaps.crossed;
  m.fall = m.solidMm2 > 0 ? fallAlong(free, whole) : 0;
  m.steep = steepness(print, patch, free, whole);
  if (!lines.empty()) {
    m.onLines = share(inkedBins(print, ink, body, bins), visible) - m.through;
    m.lineExcess = lineExcess(print, patch, lines, whole, kUnknownExcess);
  }
  return m;
}

}  // namespace kp
