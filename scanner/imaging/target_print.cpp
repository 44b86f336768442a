// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/target_print.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core/hal/intrin.hpp>
#include <opencv2/imgproc.hpp>

namespace kp {
namespace {

/// Reference darkness from which a pixel is surely print, and below which surely paper.
constexpr int kSurelyPrint = 150, kSurelyBlank = 8;
/// Blank spots for aligning are taken from a ring this far from print, px.
constexpr int kRingInner = 3, kRingOuter = 7;
/// How far the print may spread at each Spread, px (1/8 mm), and the blur of its edge: the alignment is good to half a pixel, interpolation adds as much.
constexpr std::array<int, kSpreads> kSpreadPx{1, 1, 2, 3};
constexpr std::array<double, kSpreads> kSpreadBlur{0.8, 1.4, 1.4, 1.8};
/// The paper of a patch: this share of its pixels is paper even under a scribble; counting from the bright end.
constexpr double kPaperShare = 0.40;
/// The print's darkness is that which this share of its spots stays below.
constexpr double kGainShare = 0.95, kLeastGain = 0.2;
/// Steps of the shift search, px: first a coarse net, then every pixel round its best.
constexpr int kCoarseStep = 2;
/// The coarse net looks at every so many spots only.
constexpr std::size_t kCoarseSpots = 4;
/// What the search reads beyond the last pixel, px.
constexpr std::size_t kBeyond = 16;
/// How far halves of a name are looked for off the whole, px (1.25 mm; slips of a feeder are 0.5 … 1.5 mm, shared between the halves), and spots of print a half must have.
constexpr int kSlipReach = 10;
constexpr std::size_t kFewestOfHalf = 30;

cv::Mat view(const Gray& g) { return {g.height, g.width, CV_8UC1, const_cast<std::uint8_t*>(g.px.data())}; }

cv::Mat ellipse(int radius) { return cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * radius + 1, 2 * radius + 1}); }

std::vector<PrintPatch::Spot> sample(const cv::Mat& mask, std::size_t most) {
  std::vector<cv::Point> points;
  cv::findNonZero(mask, points);
  std::vector<PrintPatch::Spot> spots;
  const double step = std::max(1.0, static_cast<double>(points.size()) / static_cast<double>(most));
  for (double i = 0; i < static_cast<double>(points.size()); i += step) {
    const cv::Point p = points[static_cast<std::size_t>(i)];
    spots.push_back({static_cast<std::int16_t>(p.x), static_cast<std::int16_t>(p.y)});
  }
  return spots;
}

/// The spots as offsets into a picture of `width`; every `step`-th of them.
std::vector<int> offsetsOf(const std::vector<PrintPatch::Spot>& spots, int width, std::size_t step) {
  std::vector<int> offsets;
  offsets.reserve(spots.size() / step + 1);
  for (std::size_t i = 0; i < spots.size(); i += step) offsets.push_back(spots[i].y * width + spots[i].x);
  return offsets;
}

/// Sums of `base` at the offsets for sixteen neighbouring bases at once: base, base + 1 … base + 15.
void sumsAt(const std::uint8_t* base, const std::vector<int>& offsets, std::array<int, 16>& sums) {
  using namespace cv;
  constexpr std::size_t kWordHolds = 256;  // times 255 fits in sixteen bits
  sums = {};
  for (std::size_t i = 0; i < offsets.size();) {
    v_uint16x8 left = v_setzero_u16(), right = v_setzero_u16();
    for (const std::size_t end = std::min(i + kWordHolds, offsets.size()); i < end; ++i) {
      v_uint16x8 first, second;
      v_expand(v_load(base + offsets[i]), first, second);
      left = v_add_wrap(left, first), right = v_add_wrap(right, second);
    }
    std::array<std::uint16_t, 16> part;
    v_store(part.data(), left);
    v_store(part.data() + 8, right);
    for (std::size_t k = 0; k < sums.size(); ++k) sums[k] += part[k];
  }
}

struct Shift {
  int x = 0, y = 0;
  double score = -1e9;
};

/// Best shift on a grid of `step` round `centre`, kept within ± reach. `cut` must go on for 16 bytes after its last pixel.
Shift searchShift(const std::uint8_t* cut, int width, const PrintPatch& print, int reach, Shift centre, int radius, int step,
                  std::size_t sparse) {
  const auto printed = offsetsOf(print.print, width, sparse), blank = offsetsOf(print.blank, width, sparse);
  const double printedCount = static_cast<double>(printed.size()), blankCount = static_cast<double>(blank.size());
  Shift best{centre.x, centre.y};
  std::array<int, 16> onPrint, onBlank;
  const int last = std::min(centre.x + radius, reach);
  for (int y = centre.y - radius; y <= centre.y + radius; y += step) {
    if (std::abs(y) > reach) continue;
    int x = centre.x - radius;
    while (x < -reach) x += step;
    while (x <= last) {
      const std::uint8_t* base = cut + static_cast<std::ptrdiff_t>(y + reach) * width + x + reach;
      sumsAt(base, blank, onBlank);
      sumsAt(base, printed, onPrint);
      for (std::size_t k = 0; k < onPrint.size() && x <= last; k += static_cast<std::size_t>(step), x += step)
        if (const double score = onBlank[k] / blankCount - onPrint[k] / printedCount; score > best.score) best = {x, y, score};
    }
  }
  return best;
}

/// A picture's row or column −1 or `count` mirrored back into it, as OpenCV's usual border does.
int mirrored(int i, int count) { return std::clamp(i < 0 ? -i : i >= count ? 2 * count - 2 - i : i, 0, count - 1); }

/// The darkness (paper − v)·255 / paper of a gray v against its paper, rounded down, 0 where brighter.
class DarknessOf {
 public:
  explicit DarknessOf(int paper) : m_paper(static_cast<std::int16_t>(paper)) {
    for (int v = 0; v < 256; ++v) m_table[static_cast<std::size_t>(v)] = static_cast<std::uint8_t>(std::max(0, (paper - v) * 255 / paper));
    // 255 / paper as 1 + more / 65536, which is exact for every gray: it is too much by less than paper / 65536, and what is rounded away is at least 1 / paper.
    if (paper >= kBright) m_more = static_cast<std::uint16_t>((255 * 65536 + paper - 1) / paper - 65536);
  }
  /// `mean` and `out` of `count` pixels.
  void operator()(const std::uint16_t* mean, int count, std::uint8_t* out) const {
    if (m_paper < kBright) {
      for (int x = 0; x < count; ++x) out[x] = m_table[mean[x]];
      return;
    }
    const std::int16_t paper = m_paper;
    const std::uint16_t more = m_more;
    for (int x = 0; x < count; ++x) {  // without a look into the table, so that eight go at once
      const auto under =
          static_cast<std::uint16_t>(std::max<std::int16_t>(0, static_cast<std::int16_t>(paper - static_cast<std::int16_t>(mean[x]))));
      out[x] = static_cast<std::uint8_t>(under + static_cast<std::uint16_t>((under * static_cast<unsigned>(more)) >> 16));
    }
  }

 private:
  static constexpr int kBright = 128;  ///< `more` of darker papers has no room in sixteen bits
  std::array<std::uint8_t, 256> m_table;
  std::int16_t m_paper;
  std::uint16_t m_more = 0;
};

/// The darkness of a window of the cut against its paper, smoothed 3 × 3 with what lies round the window.
void darkOf(const Gray& cut, int x0, int y0, int paper, Gray& dark) {
  const DarknessOf darkness(paper);
  const int width = dark.width;
  std::vector<std::uint16_t> columns(static_cast<std::size_t>(width) + 2), nine(static_cast<std::size_t>(width));
  for (int y = 0; y < dark.height; ++y) {
    const auto line = [&](int row) { return cut.px.data() + static_cast<std::ptrdiff_t>(mirrored(row, cut.height)) * cut.width; };
    const std::uint8_t *above = line(y0 + y - 1), *here = line(y0 + y), *below = line(y0 + y + 1);
    const auto column = [&](int x) { return static_cast<std::uint16_t>(above[x] + here[x] + below[x]); };
    columns.front() = column(mirrored(x0 - 1, cut.width)), columns.back() = column(mirrored(x0 + width, cut.width));
    std::uint16_t* sums = columns.data();
    for (int x = 0; x < width; ++x) sums[x + 1] = column(x0 + x);
    // 7282 / 65536 is a ninth, near enough for every sum of nine bytes.
    std::uint16_t* mean = nine.data();
    for (int x = 0; x < width; ++x)
      mean[x] = static_cast<std::uint16_t>((static_cast<std::uint16_t>(sums[x] + sums[x + 1] + sums[x + 2] + 4) * 7282u) >> 16);
    darkness(mean, width, dark.px.data() + static_cast<std::size_t>(y) * width);
  }
}

/// Darkness of the scan's letters against full black: what the darker part of the printed spots reaches. Measured where the letters are widest, because thin
/// ones lose darkness to blur that `expected` already allows for.
double gainOf(const Gray& dark, const PrintPatch& print) {
  if (print.print.empty()) return 1;
  std::array<int, 256> histogram{};
  for (const auto& s : print.print) ++histogram[dark.at(s.x, s.y)];
  int below = static_cast<int>(static_cast<double>(print.print.size()) * kGainShare), level = 0;
  while (level < 255 && below >= histogram[static_cast<std::size_t>(level)]) below -= histogram[static_cast<std::size_t>(level++)];
  return std::clamp(level / 255.0, kLeastGain, 1.0);
}

}  // namespace

PrintPatch makePrintPatch(const Raster& reference, const RectMm& area) {
  PrintPatch patch;
  const int x0 = std::max(0, static_cast<int>(std::floor(area.x * kPxPerMm))),
            y0 = std::max(0, static_cast<int>(std::floor(area.y * kPxPerMm)));
  const int x1 = std::min(reference.width / 2, static_cast<int>(std::ceil((area.x + area.w) * kPxPerMm)));
  const int y1 = std::min(reference.height / 2, static_cast<int>(std::ceil((area.y + area.h) * kPxPerMm)));
  patch.area = {x0 / kPxPerMm, y0 / kPxPerMm, (x1 - x0) / kPxPerMm, (y1 - y0) / kPxPerMm};
  patch.width = x1 - x0, patch.height = y1 - y0;
  const cv::Mat page(reference.height, reference.width, CV_8UC1, const_cast<std::uint8_t*>(reference.data));
  cv::Mat dark;
  cv::resize(page(cv::Rect(2 * x0, 2 * y0, 2 * patch.width, 2 * patch.height)), dark, {patch.width, patch.height}, 0, 0, cv::INTER_AREA);
  cv::subtract(cv::Scalar::all(255), dark, dark);

  patch.printed.resize(patch.width, patch.height);
  dark.copyTo(view(patch.printed));
  for (int s = 0; s < kSpreads; ++s) {
    Gray& expected = patch.expected[static_cast<std::size_t>(s)];
    expected.resize(patch.width, patch.height);
    cv::Mat out = view(expected);
    cv::dilate(dark, out, ellipse(kSpreadPx[static_cast<std::size_t>(s)]));
    cv::GaussianBlur(out, out, {}, kSpreadBlur[static_cast<std::size_t>(s)]);
    // Blur thins hairlines; a wider spread must still explain all that a narrower one does.
    if (s > 0) cv::max(out, view(patch.expected[static_cast<std::size_t>(s - 1)]), out);
  }
  const cv::Mat print = dark >= kSurelyPrint;
  cv::Mat touched = dark > kSurelyBlank, inner, outer;
  cv::dilate(touched, inner, ellipse(kRingInner));
  cv::dilate(touched, outer, ellipse(kRingOuter));
  patch.print = sample(print, kSpotSample);
  patch.blank = sample(outer & ~inner, kSpotSample);
  return patch;
}

AlignedPatch alignPatch(const PageView& page, const Affine& toView, const PrintPatch& print, int reachPx) {
  AlignedPatch out;
  out.dotMm = 1 / toView.scale();
  const double reachMm = reachPx / kPxPerMm;
  static thread_local Gray cut;  // the memory of the piece before: asking for it and clearing it costs as much as a tenth of the cutting
  page.cut(toView, {print.area.x - reachMm, print.area.y - reachMm, print.area.w + 2 * reachMm, print.area.h + 2 * reachMm}, kPxPerMm, cut);
  out.paper = std::max(1, brightLevel(cut, kPaperShare));

  Shift best;
  if (!print.print.empty() && !print.blank.empty()) {
    cut.px.resize(cut.px.size() + kBeyond);  // what the search reads beyond the last pixel and does not use
    best = searchShift(cut.px.data(), cut.width, print, reachPx, {}, reachPx, kCoarseStep, kCoarseSpots);
    best = searchShift(cut.px.data(), cut.width, print, reachPx, best, 1, 1, 1);
    out.contrast = std::max(0.0, best.score / out.paper);
  }
  out.shiftX = best.x, out.shiftY = best.y;
  out.dark.resize(print.width, print.height);
  darkOf(cut, reachPx + best.x, reachPx + best.y, out.paper, out.dark);
  out.gain = gainOf(out.dark, print);
  return out;
}

namespace {

/// Best shift within ± kSlipReach of where the whole print lies, for the spots between two rows.
Shift shiftOfPart(const Gray& dark, const PrintPatch& print, int from, int to) {
  const auto within = [&](const std::vector<PrintPatch::Spot>& spots) {
    std::vector<PrintPatch::Spot> some;
    for (const auto& s : spots)
      if (s.y >= from && s.y < to) some.push_back(s);
    return some;
  };
  const auto printed = within(print.print), blank = within(print.blank);
  Shift best;
  if (printed.size() < kFewestOfHalf || blank.size() < kFewestOfHalf) return best;
  const auto mean = [&](const std::vector<PrintPatch::Spot>& spots, int dx, int dy, std::size_t every) {
    int sum = 0, count = 0;
    for (std::size_t i = 0; i < spots.size(); i += every) {
      const int x = spots[i].x + dx, y = spots[i].y + dy;
      if (x < 0 || y < 0 || x >= dark.width || y >= dark.height) continue;
      sum += dark.at(x, y), ++count;
    }
    return count ? static_cast<double>(sum) / count : 0;
  };
  const auto search = [&](Shift centre, int radius, int step, std::size_t every) {
    // Staying where it is goes before an equal score elsewhere.
    Shift found{centre.x, centre.y, mean(printed, centre.x, centre.y, every) - mean(blank, centre.x, centre.y, every)};
    for (int dy = centre.y - radius; dy <= centre.y + radius; dy += step)
      for (int dx = centre.x - radius; dx <= centre.x + radius; dx += step)
        if (const double score = mean(printed, dx, dy, every) - mean(blank, dx, dy, every); score > found.score) found = {dx, dy, score};
    return found;
  };
  return search(search({}, kSlipReach, kCoarseStep, kCoarseSpots), 1, 1, 1);
}

}  // namespace

HalfShifts alignHalves(const AlignedPatch& patch, const PrintPatch& print, const RectMm& box) {
  const auto row = [&](double mm) { return static_cast<int>(std::lround((mm - print.area.y) * kPxPerMm)); };
  const int middle = row(box.y + box.h / 2);
  const Shift upper = shiftOfPart(patch.dark, print, row(box.y), middle),
              lower = shiftOfPart(patch.dark, print, middle, row(box.y + box.h));
  return {upper.x, upper.y, lower.x, lower.y};
}

PrintPatch printAlsoAt(const PrintPatch& print, const HalfShifts& halves) {
  PrintPatch both = print;
  for (std::size_t s = 0; s < both.expected.size(); ++s) {
    cv::Mat out = view(both.expected[s]);
    for (const cv::Point shift : {cv::Point(halves.upperX, halves.upperY), cv::Point(halves.lowerX, halves.lowerY)}) {
      const cv::Rect whole(0, 0, print.width, print.height), to = whole & (whole + shift);
      cv::Mat part = out(to);
      cv::max(part, view(print.expected[s])(to - shift), part);
    }
  }
  return both;
}

void findInk(const AlignedPatch& patch, const PrintPatch& print, Spread spread, int threshold, Gray& ink) {
  ink.resize(print.width, print.height);
  const Gray& expected = print.expected[static_cast<std::size_t>(spread)];
  const int gain = static_cast<int>(std::lround(patch.gain * 256));
  const std::uint8_t* dark = patch.dark.px.data();
  const std::uint8_t* explained = expected.px.data();
  std::uint8_t* out = ink.px.data();
  // In sixteen bits, which hold 255 · 256, so that eight go at once.
  const auto least = static_cast<std::int16_t>(threshold);
  const auto of256 = static_cast<std::uint16_t>(gain);
  for (std::size_t i = 0, n = ink.px.size(); i < n; ++i) {
    const auto printed = static_cast<std::int16_t>(static_cast<std::uint16_t>(explained[i] * of256) >> 8);
    out[i] = static_cast<std::int16_t>(dark[i] - printed) > least ? 1 : 0;
  }
}

double unexplained(const AlignedPatch& patch, const PrintPatch& print, Spread spread, int threshold) {
  const Gray& widest = print.expected[kSpreads - 1];
  const Gray& expected = print.expected[static_cast<std::size_t>(spread)];
  int near = 0, ink = 0;
  const int gain = static_cast<int>(std::lround(patch.gain * 256));
  for (std::size_t i = 0; i < widest.px.size(); ++i) {
    const int printed = widest.px[i] ? 1 : 0;
    near += printed;
    ink += printed & (patch.dark.px[i] - ((expected.px[i] * gain) >> 8) > threshold ? 1 : 0);
  }
  return near ? static_cast<double>(ink) / static_cast<double>(near) : 0;
}

}  // namespace kp
