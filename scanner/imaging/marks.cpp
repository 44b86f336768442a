// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/marks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace kp {
namespace {

/// Height of the letters' bodies in a name's box, as shares from its top: a line here goes through the name; lower it underlines, higher it is on the diacritics.
constexpr double kLettersTop = 0.16, kLettersBottom = 0.82;
/// How far below and above the box a line still belongs to this name, mm; half of the gap to the next row (layout: ≥ 1.6 mm) and a little of its diacritics' room.
constexpr double kBesideMm = 1.6;
/// Ink pixels that make a bin inked: a 0.3 mm pencil line leaves 25 in a bin of 10 px when no letter hides it, specks of the feeder below 6.
constexpr int kBinInk = 6;
/// Where the print may be darker than this (of 255) a stroke of usual ink would not stand out; a bin with less open area than the share hides strokes.
constexpr double kHidesStroke = 110, kOpenShare = 0.45;
/// The share of a mark's ink by which its narrowness is judged.
constexpr double kMiddleInk = 0.80;
/// Expected darkness (of 255) below which a pixel has nothing to do with print.
constexpr int kClearOfPrint = 25;
/// Thickness that a line beside the letters adds to the print, in pixels (1/8 mm) of full black: a 0.4 mm pencil line adds 1.1. More is asked where the print itself is fat.
constexpr std::array<double, kSpreads> kHeavier{0.8, 1.0, 1.5, 2.2};
/// Where a table rule runs through (this thick at least, px) it may fill two dots of the scan: at 150 dpi 0.34 mm, more than the 0.2 mm printed (px a mm beyond kThinRuleMm).
constexpr double kRule = 0.7, kRuleThicker = 8, kThinRuleMm = 0.25;
/// With dots larger than this (mm) a rule just outside a window may come into it.
constexpr double kCoarseDotMm = 0.15;
/// Mean printed darkness (of 255) that makes a row of pixels part of a table rule; how near to a window's end a rule may come, px inside and outside.
constexpr int kRuleRow = 60, kRuleInside = 2, kRuleOutside = 4;
/// Fewer places clear of print along a line than this, px, do not tell its weight: taken as heavier than anything.
constexpr std::size_t kFewestClear = 12;
/// How near print may come to such a place, px.
constexpr int kClearReach = 2;
constexpr double kUnknownExcess = 9;
/// The line of the square itself and its unsharp edge, mm from the outer edge inwards, is left out of the inside.
constexpr double kSquareLineMm = 0.65;
/// Ink that starts this close to the square is the end of a stroke inside it, mm.
constexpr double kArmMm = 1.2;
/// What comes out of a square is looked for between these distances from its outer edge, mm: a pen that fills it neatly covers its line, no more.
constexpr double kSpillFromMm = 0.4, kSpillToMm = 1.8;
/// Beyond this from a name's box, mm, a stroke through the name does not usually reach.
constexpr double kClearOfBoxMm = 0.5;
/// Components smaller than this are dust, mm².
constexpr double kDustMm2 = 0.25;

double lineAt(const PageLine& l, double t, bool horizontal) {
  const double from = horizontal ? l.from.x : l.from.y, to = horizontal ? l.to.x : l.to.y;
  const double a = horizontal ? l.from.y : l.from.x, b = horizontal ? l.to.y : l.to.x;
  return a + (b - a) * (t - from) / (to - from);
}

/// 1 where a pixel of the patch lies on a fold or streak.
void markLines(const PrintPatch& print, const AlignedPatch& patch, const std::vector<PageLine>& lines, Gray& on) {
  on.resize(print.width, print.height);
  std::fill(on.px.begin(), on.px.end(), std::uint8_t{0});
  for (const auto& line : lines) {
    const bool horizontal = std::abs(line.to.x - line.from.x) > std::abs(line.to.y - line.from.y);
    const int length = horizontal ? print.width : print.height, across = horizontal ? print.height : print.width;
    const double origin = horizontal ? print.area.x : print.area.y, start = horizontal ? print.area.y : print.area.x;
    const double shift = horizontal ? patch.shiftY : patch.shiftX;
    for (int t = 0; t < length; ++t) {
      const double middle = (lineAt(line, origin + (t + 0.5) / kPxPerMm, horizontal) - start) * kPxPerMm - shift,
                   half = line.halfWidthMm * kPxPerMm;
      const int from = std::max(0, static_cast<int>(std::floor(middle - half))),
                to = std::min(across - 1, static_cast<int>(std::ceil(middle + half)));
      for (int c = from; c <= to; ++c) (horizontal ? on.at(t, c) : on.at(c, t)) = 1;
    }
  }
}

/// How much heavier the page's lines are inside the window than elsewhere; the largest over all that cross it.
/// `unknown` is what a line counts that runs along print and shows nowhere clear of it.
double lineExcess(const PrintPatch& print, const AlignedPatch& patch, const Gray& expected, const std::vector<PageLine>& lines, int x0,
                  int y0, int x1, int y1, double unknown) {
  double worst = 0;
  for (const auto& line : lines) {
    const bool horizontal = std::abs(line.to.x - line.from.x) > std::abs(line.to.y - line.from.y);
    const double origin = horizontal ? print.area.x : print.area.y, start = horizontal ? print.area.y : print.area.x;
    const int shift = horizontal ? patch.shiftY : patch.shiftX, across = horizontal ? print.height : print.width;
    std::vector<int> weights;
    bool crosses = false;
    for (int t = horizontal ? x0 : y0; t < (horizontal ? x1 : y1); ++t) {
      const int middle =
          static_cast<int>(std::lround((lineAt(line, origin + (t + 0.5) / kPxPerMm, horizontal) - start) * kPxPerMm - shift - 0.5));
      if (middle < (horizontal ? y0 : x0) || middle >= (horizontal ? y1 : x1)) continue;
      crosses = true;
      int weight = 0;
      bool clear = true;
      for (int c = std::max(0, middle - kLineReach); c <= std::min(across - 1, middle + kLineReach); ++c) {
        clear = clear && (std::abs(c - middle) > kClearReach || (horizontal ? expected.at(t, c) : expected.at(c, t)) < kClearOfPrint);
        weight += std::max(0, (horizontal ? patch.dark.at(t, c) : patch.dark.at(c, t)) - kLineGrain);
      }
      if (clear) weights.push_back(weight);
    }
    if (!crosses) continue;
    double excess = unknown;
    if (weights.size() >= kFewestClear) {
      std::nth_element(weights.begin(), weights.begin() + static_cast<std::ptrdiff_t>(weights.size() / 2), weights.end());
      excess = weights[weights.size() / 2] / 255.0 / std::max(0.05, line.weight);
    }
    worst = std::max(worst, excess);
  }
  return worst;
}

struct Window {
  int x0, y0, x1, y1;  // px of the patch, half open
};

Window windowOf(const PrintPatch& print, const RectMm& box, double top, double bottom) {
  const auto px = [](double mm) { return static_cast<int>(std::lround(mm * kPxPerMm)); };
  return {std::clamp(px(box.x - print.area.x), 0, print.width), std::clamp(px(top - print.area.y), 0, print.height),
          std::clamp(px(box.x + box.w - print.area.x), 0, print.width), std::clamp(px(bottom - print.area.y), 0, print.height)};
}

/// A window beside the letters that does not end on or just before a table rule: a rule printed a pixel off would come in from outside.
Window clearOfRule(const PrintPatch& print, Window w, bool below) {
  const auto ruled = [&](int y) {
    if (y < 0 || y >= print.height) return false;
    long sum = 0;
    for (int x = w.x0; x < w.x1; ++x) sum += print.printed.at(x, y);
    return sum >= kRuleRow * (w.x1 - w.x0);
  };
  int& end = below ? w.y1 : w.y0;
  const int out = below ? 1 : -1;
  for (int k = -kRuleInside; k <= kRuleOutside; ++k)
    if (ruled(end + out * k)) {
      end += out * (k - kRuleOutside);
      break;
    }
  if (w.y1 < w.y0) w.y1 = w.y0;
  return w;
}

/// Adds up the columns of a window into bins of equal width.
std::vector<int> intoBins(const std::vector<int>& columns, int bins) {
  std::vector<int> sums(static_cast<std::size_t>(bins));
  for (std::size_t x = 0; x < columns.size(); ++x) sums[x * sums.size() / columns.size()] += columns[x];
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

/// The ink that lies clear of all print: beside a target table rules run, and a rule printed a little off must not look like a stroke.
Gray clearOfPrint(const PrintPatch& print, const Gray& ink) {
  Gray clear = ink;
  const Gray& widest = print.expected[static_cast<std::size_t>(Spread::Bold)];
  for (std::size_t i = 0; i < clear.px.size(); ++i)
    clear.px[i] = static_cast<std::uint8_t>(clear.px[i] & (widest.px[i] < kClearOfPrint ? 1 : 0));
  return clear;
}

/// The ink that no fold or streak explains.
Gray offLines(const Gray& ink, const Gray& masked) {
  Gray off = ink;
  for (std::size_t i = 0; i < off.px.size(); ++i) off.px[i] = static_cast<std::uint8_t>(off.px[i] & (masked.px[i] ^ 1));
  return off;
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

double longestGap(const std::vector<char>& inked, const std::vector<char>& visible) {
  std::size_t longest = 0, run = 0;
  for (std::size_t i = 0; i < inked.size(); ++i) longest = std::max(longest, run = inked[i] ? 0 : run + (visible[i] ? 1 : 0));
  return inked.empty() ? 1 : static_cast<double>(longest) / static_cast<double>(inked.size());
}

struct InkSum {
  long count = 0, dark = 0;
};

InkSum sumInk(const PrintPatch& print, const AlignedPatch& patch, const Gray& ink, const Window& w) {
  InkSum s;
  for (int y = w.y0; y < w.y1; ++y) {
    const std::size_t row = static_cast<std::size_t>(y) * print.width;
    int count = 0, dark = 0;
    for (int x = w.x0; x < w.x1; ++x) count += ink.px[row + x], dark += ink.px[row + x] * patch.dark.px[row + x];
    s.count += count, s.dark += dark;
  }
  return s;
}

constexpr double kMm2PerPx = 1 / (kPxPerMm * kPxPerMm);

/// Median number of runs of ink over the cuts that meet any.
double medianRuns(const Gray& ink, const Window& w, bool rows) {
  std::vector<int> runs;
  for (int a = rows ? w.y0 : w.x0; a < (rows ? w.y1 : w.x1); ++a) {
    int count = 0;
    bool before = false;
    for (int b = rows ? w.x0 : w.y0; b < (rows ? w.x1 : w.y1); ++b) {
      const bool now = rows ? ink.at(b, a) : ink.at(a, b);
      count += now && !before;
      before = now;
    }
    if (count) runs.push_back(count);
  }
  if (runs.empty()) return 0;
  std::nth_element(runs.begin(), runs.begin() + static_cast<std::ptrdiff_t>(runs.size() / 2), runs.end());
  return runs[runs.size() / 2];
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
    const Window w = windowOf(print, box, from, to);
    return heavierBins(print, patch, spread, mask, patch.dotMm > kCoarseDotMm ? clearOfRule(print, w, from > box.y + box.h / 2) : w, bins);
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
  if (!lines.empty()) {
    m.onLines = share(inkedBins(print, ink, body, bins), visible) - m.through;
    m.lineExcess = lineExcess(print, patch, print.expected[static_cast<std::size_t>(Spread::Bold)], lines, whole.x0, whole.y0, whole.x1,
                              whole.y1, kUnknownExcess);
  }
  return m;
}

namespace {

/// Length, px, over which the middle part of the ink lies along x (or y): specks beside a line do not widen it.
double middleSpan(const Gray& ink, const Window& w, bool alongY) {
  std::vector<int> counts(static_cast<std::size_t>(alongY ? w.y1 - w.y0 : w.x1 - w.x0));
  int total = 0;
  for (int y = w.y0; y < w.y1; ++y)
    for (int x = w.x0; x < w.x1; ++x)
      if (ink.at(x, y)) ++counts[static_cast<std::size_t>(alongY ? y - w.y0 : x - w.x0)], ++total;
  const double cut = total * (1 - kMiddleInk) / 2;
  int first = 0, last = static_cast<int>(counts.size()) - 1;
  for (double sum = counts[static_cast<std::size_t>(first)]; sum < cut; sum += counts[static_cast<std::size_t>(first)]) ++first;
  for (double sum = counts[static_cast<std::size_t>(last)]; sum < cut; sum += counts[static_cast<std::size_t>(last)]) --last;
  return std::max(0, last - first + 1);
}

/// Ink outside the square that belongs to it: not the ends of strokes that come out of a square, not the next rows'.
double inkBeside(const PrintPatch& print, const RectMm& box, const Gray& ink, bool inkInside) {
  const Window outer = windowOf(print, box, box.y, box.y + box.h);
  Gray clean = ink;
  const Gray clear = clearOfPrint(print, ink);
  for (int y = 0; y < clean.height; ++y)
    for (int x = 0; x < clean.width; ++x)
      if (x < outer.x0 || x >= outer.x1 || y < outer.y0 || y >= outer.y1) clean.at(x, y) = clear.at(x, y);
  if (std::none_of(clean.px.begin(), clean.px.end(), [](std::uint8_t v) { return v != 0; })) return 0;
  cv::Mat labels, stats, centres;
  const cv::Mat mat(clean.height, clean.width, CV_8UC1, clean.px.data());
  const int count = cv::connectedComponentsWithStats(mat, labels, stats, centres, 8, CV_32S);
  // Strokes that come out of the square are cut where they cross its line: what starts close to it belongs to the ink inside.
  const double near = inkInside ? kArmMm : 0;
  const Window close = windowOf(print, {box.x - near, box.y, box.w + 2 * near, box.h}, box.y - near, box.y + box.h + near);
  std::vector<char> touches(static_cast<std::size_t>(count), 0);
  for (int y = close.y0; y < close.y1; ++y)
    for (int x = close.x0; x < close.x1; ++x) touches[static_cast<std::size_t>(labels.at<int>(y, x))] = 1;
  double beside = 0;
  for (int i = 1; i < count; ++i) {
    // Ink centred above or below the square's row is the end of a stroke in the next row's square.
    const double y = centres.at<double>(i, 1), area = stats.at<int>(i, cv::CC_STAT_AREA) * kMm2PerPx;
    if (!touches[static_cast<std::size_t>(i)] && area >= kDustMm2 && y >= outer.y0 && y <= outer.y1) beside += area;
  }
  return beside;
}

/// Ink close round the square, beyond its line.
double spill(const PrintPatch& print, const RectMm& box, const Gray& ink) {
  const auto grown = [&](double by) {
    return windowOf(print, {box.x - by, box.y - by, box.w + 2 * by, box.h + 2 * by}, box.y - by, box.y + box.h + by);
  };
  const Window inner = grown(kSpillFromMm), outer = grown(kSpillToMm);
  const Gray& widest = print.expected[static_cast<std::size_t>(Spread::Bold)];
  int count = 0;
  for (int y = outer.y0; y < outer.y1; ++y)
    for (int x = outer.x0; x < outer.x1; ++x)
      count += (x < inner.x0 || x >= inner.x1 || y < inner.y0 || y >= inner.y1) && ink.at(x, y) && widest.at(x, y) < kClearOfPrint;
  return count * kMm2PerPx;
}

struct Filling {
  double whole = 0;       ///< share of the window
  double worstNinth = 1;  ///< share of the emptiest of nine equal parts
};

/// How much of the window is ink, not counting what a fold or streak hides.
Filling filling(const Gray& ink, const Gray* hidden, const Window& w) {
  std::array<int, 9> filled{}, all{};
  for (int y = w.y0; y < w.y1; ++y)
    for (int x = w.x0; x < w.x1; ++x) {
      if (hidden && hidden->at(x, y)) continue;
      const auto part = static_cast<std::size_t>((y - w.y0) * 3 / (w.y1 - w.y0) * 3 + (x - w.x0) * 3 / (w.x1 - w.x0));
      ++all[part], filled[part] += ink.at(x, y);
    }
  Filling f;
  int sum = 0, seen = 0;
  for (std::size_t i = 0; i < 9; ++i) {
    sum += filled[i], seen += all[i];
    if (all[i]) f.worstNinth = std::min(f.worstNinth, static_cast<double>(filled[i]) / all[i]);
  }
  f.whole = seen ? static_cast<double>(sum) / seen : 0;
  return f;
}

}  // namespace

BoxMeasure measureBox(const PrintPatch& print, const AlignedPatch& patch, const Gray& ink, const RectMm& box,
                      const std::vector<PageLine>& lines) {
  BoxMeasure m;
  m.contrast = patch.contrast;
  Gray masked, off;
  if (!lines.empty()) {
    markLines(print, patch, lines, masked);
    off = offLines(ink, masked);
  }
  const Gray& free = lines.empty() ? ink : off;
  const RectMm inner{box.x + kSquareLineMm, box.y + kSquareLineMm, box.w - 2 * kSquareLineMm, box.h - 2 * kSquareLineMm};
  const Window w = windowOf(print, inner, inner.y, inner.y + inner.h);
  const InkSum sum = sumInk(print, patch, ink, w), freeSum = sumInk(print, patch, free, w);
  m.inkMm2 = static_cast<double>(freeSum.count) * kMm2PerPx;
  m.onLinesMm2 = static_cast<double>(sum.count - freeSum.count) * kMm2PerPx;
  const Filling f = filling(free, lines.empty() ? nullptr : &masked, w);
  m.fill = f.whole, m.worstNinth = f.worstNinth;
  m.inkDark = sum.count ? static_cast<double>(sum.dark) / (255.0 * static_cast<double>(sum.count)) : 0;
  if (!lines.empty())
    m.lineExcess = lineExcess(print, patch, print.expected[static_cast<std::size_t>(Spread::Bold)], lines, w.x0, w.y0, w.x1, w.y1, 0);
  int left = w.x1, right = w.x0, top = w.y1, bottom = w.y0;
  for (int y = w.y0; y < w.y1; ++y)
    for (int x = w.x0; x < w.x1; ++x)
      if (free.at(x, y)) left = std::min(left, x), right = std::max(right, x + 1), top = std::min(top, y), bottom = std::max(bottom, y + 1);
  if (right > left) {
    m.extent = std::max(right - left, bottom - top) / (inner.w * kPxPerMm);
    m.narrow = std::min(middleSpan(free, w, false), middleSpan(free, w, true)) / (inner.w * kPxPerMm);
    const Window inked{left, top, right, bottom};
    m.strokes = std::max(medianRuns(free, inked, true), medianRuns(free, inked, false));
  }
  if (m.inkMm2 > kDustMm2) m.spillMm2 = spill(print, box, free);
  m.outsideMm2 = inkBeside(print, box, free, m.inkMm2 > kDustMm2);
  return m;
}

}  // namespace kp
