// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/page_ink.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <opencv2/core/hal/intrin.hpp>
#include <opencv2/imgproc.hpp>

#include "scanner/imaging/stamps.h"

namespace kp {
namespace {

/// Reference darkness that counts as print, and how far round it nothing is looked for: pages lie up to 0.4 mm off the global fit, copies print fat.
constexpr int kPrintDark = 20, kPrintRoomPx = 3;
/// Blocks over which the paper's brightness is taken: light falls off slowly over a page. Of their rows every so many are looked at.
constexpr double kBlockMm = 4;
constexpr int kPaperStep = 4;
/// Of the scan's pixels every so many are looked at that this many a millimetre are left, at least.
constexpr double kLeastSamplesPerMm = 3.4;
/// A single piece smaller than this is a speck, mm²; a blot of joined pieces smaller than this is dirt.
constexpr double kSpeckMm2 = 0.45, kBlotMm2 = 1.2, kBlotMm = 2.5;
cv::Mat mat(const Gray& g) { return {g.height, g.width, CV_8UC1, const_cast<std::uint8_t*>(g.px.data())}; }

/// Brightness of the paper, by blocks of `block` pixels (a multiple of four). Those filled with print, a stamp or backing take the middle of their neighbours.
cv::Mat paperOf(const cv::Mat& gray, int block) {
  cv::Mat blocks(gray.rows / block, gray.cols / block, CV_8UC1);
  for (int by = 0; by < blocks.rows; ++by)
    for (int bx = 0; bx < blocks.cols; ++bx) {
      std::array<std::array<std::uint8_t, 256>, 2> histogram{};  // two, because paper is all one gray and a counter waits for itself
      int level = 0, count = 0;
      for (int y = by * block; y < (by + 1) * block; y += kPaperStep) {
        const std::uint8_t* row = gray.ptr(y) + bx * block + by % 2;
        for (int x = 0; x < block; x += 4) {
          ++histogram[0][row[x]], ++histogram[1][row[x + 2]];
          level = std::max<int>(level, std::max(row[x], row[x + 2]));
        }
      }
      const auto at = [&](int v) { return histogram[0][static_cast<std::size_t>(v)] + histogram[1][static_cast<std::size_t>(v)]; };
      while (level > 0 && (count += at(level)) < block * block / (2 * kPaperStep) * 35 / 100) --level;
      blocks.at<std::uint8_t>(by, bx) = static_cast<std::uint8_t>(std::max(1, level));
    }
  cv::medianBlur(blocks, blocks, 5);
  return blocks;
}

/// Memory that every page of a thread uses again: asking the system for these megabytes would take as long as filling them.
struct Scratch {
  Gray samples, ink;
  std::vector<int> slots;  ///< all −1 between pages
};

Scratch& scratch() {
  static thread_local Scratch mine;
  return mine;
}

/// Ink on a grid of cells, kept sparse: a page has a few thousand inked cells of a quarter of a million. Inked cells are told by their slot, in order of adding.
class Cells {
 public:
  Cells(int width, int height, std::vector<int>& slots)
      : m_width((width + kCellPx - 1) / kCellPx),
        m_height((height + kCellPx - 1) / kCellPx),
        m_words(static_cast<std::size_t>(m_width) / kWord + 3),
        m_bits(m_words * static_cast<std::size_t>(m_height)),
        m_slots(slots) {
    if (const auto all = static_cast<std::size_t>(m_width) * m_height; m_slots.size() < all) m_slots.resize(all, -1);
  }
  ~Cells() {
    for (const int cell : m_inked) m_slots[static_cast<std::size_t>(cell)] = -1;
  }
  Cells(const Cells&) = delete;
  Cells& operator=(const Cells&) = delete;

  /// Counts an ink pixel; returns its cell's slot.
  int add(int x, int y) {
    const int cx = x / kCellPx, cy = y / kCellPx, cell = cy * m_width + cx;
    int& slot = m_slots[static_cast<std::size_t>(cell)];
    if (slot < 0) {
      slot = static_cast<int>(m_inked.size());
      m_inked.push_back(cell);
      m_count.push_back(0);
      set(m_bits, cx, cy);
    }
    ++m_count[static_cast<std::size_t>(slot)];
    return slot;
  }

  /// Groups of inked cells no further apart than `reach` cells; `minimum` ink pixels or the group is dropped. Returns the group of each slot, from 1; 0 or less for none.
  std::vector<int> groups(int reach, int minimum, const std::vector<int>* only, int& number) const {
    std::vector<int> group(m_inked.size(), 0);
    std::vector<std::size_t> members;
    std::vector<std::uint64_t> open = only ? std::vector<std::uint64_t>(m_bits.size()) : m_bits;
    for (std::size_t slot = 0; only && slot < m_inked.size(); ++slot)
      if ((*only)[slot] > 0) set(open, m_inked[slot] % m_width, m_inked[slot] / m_width);
    number = 0;
    for (std::size_t seed = 0; seed < m_inked.size(); ++seed) {
      if (group[seed] || (only && (*only)[seed] <= 0)) continue;
      members.assign(1, seed);
      group[seed] = ++number;
      int ink = 0;
      for (std::size_t i = 0; i < members.size(); ++i) {
        ink += m_count[members[i]];
        takeNear(m_inked[members[i]], reach, open, [&](std::size_t next) {
          if (group[next]) return;
          group[next] = number;
          members.push_back(next);
        });
      }
      if (ink >= minimum) continue;
      for (const std::size_t m : members) group[m] = -1;
      --number;
    }
    return group;
  }

 private:
  static constexpr int kCellPx = 2;  // half a millimetre
  static constexpr int kWord = 64;

  /// Rows of bits have a word to spare on either side.
  void set(std::vector<std::uint64_t>& bits, int cx, int cy) const {
    const auto at = static_cast<std::size_t>(cx + kWord);
    bits[static_cast<std::size_t>(cy) * m_words + at / kWord] |= std::uint64_t{1} << (at % kWord);
  }

  /// Calls take(slot) for each open cell near `cell`, itself included, and closes it.
  template <typename Take>
  void takeNear(int cell, int reach, std::vector<std::uint64_t>& open, Take take) const {
    const int cx = cell % m_width, cy = cell / m_width;
    const std::uint64_t window = (std::uint64_t{1} << (2 * reach + 1)) - 1;
    const auto at = static_cast<std::size_t>(cx - reach + kWord);
    const unsigned shift = at % kWord;
    for (int y = std::max(0, cy - reach); y <= std::min(m_height - 1, cy + reach); ++y) {
      std::uint64_t* words = open.data() + static_cast<std::size_t>(y) * m_words + at / kWord;
      std::uint64_t near = (words[0] >> shift | (shift ? words[1] << (kWord - shift) : 0)) & window;
      words[0] &= ~(near << shift);
      if (shift) words[1] &= ~(near >> (kWord - shift));
      for (; near; near &= near - 1)
        take(static_cast<std::size_t>(m_slots[static_cast<std::size_t>(y * m_width + cx - reach + std::countr_zero(near))]));
    }
  }

  int m_width, m_height;
  std::size_t m_words;
  std::vector<std::uint64_t> m_bits;
  std::vector<int>& m_slots;  ///< of each cell, −1 without ink
  std::vector<int> m_inked;   ///< cell of each slot
  std::vector<int> m_count;   ///< ink pixels of each slot
};

/// Gray below which a pixel is ink, for one row of the samples: the paper's blocks interpolated.
class Limit {
 public:
  Limit(const cv::Mat& paper, int block, int width, int threshold)
      : m_paper(paper),
        m_block(block),
        m_row(static_cast<std::size_t>(width)),
        m_threshold(threshold),
        m_blend(static_cast<std::size_t>(paper.cols)) {}

  const std::uint8_t* row(int y) {
    // Paper changes over centimetres: the same for a quarter of a block.
    if (const int part = y / (m_block / 4); part != m_part) m_part = part, fill(part * (m_block / 4) + m_block / 8);
    return m_row.data();
  }

 private:
  /// The block before a position and how far, in 256ths, it lies between that block's middle and the next one's.
  std::pair<int, int> between(int at, int blocks) const {
    const int t = at - m_block / 2;
    if (t <= 0) return {0, 0};
    const int block = t / m_block;
    return block >= blocks - 1 ? std::pair{blocks - 1, 0} : std::pair{block, t % m_block * 256 / m_block};
  }

  void fill(int y) {
    const auto [by, fy] = between(y, m_paper.rows);
    const std::uint8_t* upper = m_paper.ptr(by);
    const std::uint8_t* lower = m_paper.ptr(std::min(by + 1, m_paper.rows - 1));
    const int scale = (255 - m_threshold) * 257;  // of 65536
    for (int bx = 0; bx < m_paper.cols; ++bx)
      m_blend[static_cast<std::size_t>(bx)] = ((upper[bx] * (256 - fy) + lower[bx] * fy) >> 8) * scale >> 8;
    const int width = static_cast<int>(m_row.size()), half = m_block / 2;
    const auto put = [&](int from, int to, int first, int step) {
      for (int x = std::max(from, 0); x < std::min(to, width); ++x)
        m_row[static_cast<std::size_t>(x)] = static_cast<std::uint8_t>((first + step * (x - from)) >> 8);
    };
    put(0, half, m_blend.front(), 0);
    for (int bx = 0; bx + 1 < m_paper.cols; ++bx) {
      const int here = m_blend[static_cast<std::size_t>(bx)], next = m_blend[static_cast<std::size_t>(bx) + 1];
      put(bx * m_block + half, (bx + 1) * m_block + half, here, (next - here) / m_block);
    }
    put((m_paper.cols - 1) * m_block + half, width, m_blend.back(), 0);
  }

  const cv::Mat& m_paper;
  int m_block;
  std::vector<std::uint8_t> m_row;
  int m_threshold, m_part = -1;
  std::vector<int> m_blend;  ///< of this row's blocks, in 256ths
};

/// Every so many-th pixel of the part of the scan in which the page lies, as it lies there: turning a million pixels upright to look at a few thousand would take
/// as long as everything else here.
struct Samples {
  cv::Mat gray;
  int left = 0, top = 0, step = 1;  ///< sample (x, y) is the view's pixel (left + x·step, top + y·step)
};

Samples samplesOf(const PageView& view, const Affine& toView, const PageGeometry& g, Gray& memory) {
  double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
  for (const Point corner : {Point{0, 0}, Point{g.widthMm, 0}, Point{0, g.heightMm}, Point{g.widthMm, g.heightMm}}) {
    const Point p = toView(corner);
    left = std::min(left, p.x), right = std::max(right, p.x), top = std::min(top, p.y), bottom = std::max(bottom, p.y);
  }
  Samples s;
  s.step = std::max(1, static_cast<int>(toView.scale() / kLeastSamplesPerMm));
  const auto within = [](double at, int size) { return static_cast<int>(std::clamp(at, 0.0, static_cast<double>(size))); };
  s.left = within(left, view.width()), s.top = within(top, view.height());
  memory.resize((within(right, view.width()) - s.left) / s.step, (within(bottom, view.height()) - s.top) / s.step);
  for (int y = 0; y < memory.height; ++y) {
    const std::uint8_t* const from = view.data() + static_cast<std::ptrdiff_t>(s.top + y * s.step) * view.stride() + s.left;
    std::uint8_t* const to = memory.px.data() + static_cast<std::size_t>(y) * memory.width;
    const int width = memory.width, step = s.step;
    int x = 0;
    if (step == 2)  // 200 dpi: in steps that the compiler knows
      for (; x < width; ++x) to[x] = from[2 * x];
    if (step == 3)  // 300 dpi; what is read beyond the last sample is still the row's
      for (cv::v_uint8x16 first, second, third; x + 16 <= width; x += 16) {
        cv::v_load_deinterleave(from + 3 * x, first, second, third);
        cv::v_store(to + x, first);
      }
    for (; x < width; ++x) to[x] = from[step * x];
  }
  s.gray = mat(memory);
  return s;
}

/// A sample of ink beyond the print.
struct InkSpot {
  cv::Point at;              ///< on the page, at kPagePxPerMm
  std::uint8_t gray, limit;  ///< of the scan, and below which it is ink
};

/// What is darker than paper where nothing is printed, eight samples at a time: nearly all are blank.
std::vector<InkSpot> inkBeyondPrint(const Samples& samples, const Affine& toView, const Gray& open, int threshold) {
  std::vector<InkSpot> spots;
  const int columns = samples.gray.cols, block = 4 * static_cast<int>(std::lround(kBlockMm / 4 * toView.scale() / samples.step));
  if (columns < block || samples.gray.rows < block) return spots;
  const cv::Mat paper = paperOf(samples.gray, block);
  Limit limit(paper, block, columns, threshold);
  const Affine toPage = toView.inverse();
  const double perStep = samples.step * kPagePxPerMm;
  std::vector<std::uint8_t> darker(static_cast<std::size_t>(columns) + 8);
  std::vector<InkSpot> row(static_cast<std::size_t>(columns) + 1);
  for (int y = 0; y < samples.gray.rows; ++y) {
    const std::uint8_t *here = samples.gray.ptr(y), *least = limit.row(y);
    std::uint8_t* const out = darker.data();
    for (int x = 0; x < columns; ++x) out[x] = here[x] < least[x] ? 1 : 0;
    const Point start = toPage({static_cast<double>(samples.left), static_cast<double>(samples.top + y * samples.step)});
    std::size_t count = 0;
    for (int x = 0; x < columns; x += 8) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, out + x, 8);
      for (; eight; eight &= eight - 1) {
        const int at = x + std::countr_zero(eight) / 8;
        const int px = static_cast<int>(start.x * kPagePxPerMm + toPage.a * perStep * at),
                  py = static_cast<int>(start.y * kPagePxPerMm + toPage.d * perStep * at);
        if (px < 0 || py < 0 || px >= open.width || py >= open.height) continue;
        row[count] = {{px, py}, here[at], least[at]};
        count += open.at(px, py) & 1;  // no branch: whether it is print is as good as random
      }
    }
    spots.insert(spots.end(), row.begin(), row.begin() + static_cast<std::ptrdiff_t>(count));
  }
  return spots;
}

void eraseLines(cv::Mat& ink, const std::vector<PageLine>& lines) {
  const auto px = [](Point p) {
    return cv::Point(static_cast<int>(std::lround(p.x * kPagePxPerMm)), static_cast<int>(std::lround(p.y * kPagePxPerMm)));
  };
  for (const auto& l : lines) {
    const double dx = (l.to.x - l.from.x) * 0.1, dy = (l.to.y - l.from.y) * 0.1;
    cv::line(ink, px({l.from.x - dx, l.from.y - dy}), px({l.to.x + dx, l.to.y + dy}), cv::Scalar(0),
             static_cast<int>(2 * l.halfWidthMm * kPagePxPerMm) + 3);
  }
}

RectMm millimetres(const cv::Rect& px) {
  return {px.x / kPagePxPerMm, px.y / kPagePxPerMm, px.width / kPagePxPerMm, px.height / kPagePxPerMm};
}

/// Ends of the blots that may be frames; the others stay empty. `overSpots` calls back with each spot's blot and place.
template <typename OverSpots>
std::vector<InkEnds> endsOfFrames(const std::vector<cv::Rect>& boxes, OverSpots overSpots) {
  std::vector<InkEnds> ends(boxes.size());
  bool any = false;
  for (std::size_t i = 1; i < boxes.size(); ++i)
    if (maybeFrame(millimetres(boxes[i])))
      ends[i].left.assign(static_cast<std::size_t>(boxes[i].height), -1), ends[i].right = ends[i].left, any = true;
  if (any)
    overSpots([&](std::size_t blot, const cv::Point& at) {
      if (ends[blot].left.empty()) return;
      const auto y = static_cast<std::size_t>(at.y - boxes[blot].y);
      const int x = at.x - boxes[blot].x;
      int& left = ends[blot].left[y];
      left = left < 0 ? x : std::min(left, x), ends[blot].right[y] = std::max(ends[blot].right[y], x);
    });
  return ends;
}

}  // namespace

PagePrint makePagePrint(const Raster& reference, const PageGeometry& geometry) {
  PagePrint print;
  print.open.resize(static_cast<int>(std::lround(geometry.widthMm * kPagePxPerMm)),
                    static_cast<int>(std::lround(geometry.heightMm * kPagePxPerMm)));
  const cv::Mat page(reference.height, reference.width, CV_8UC1, const_cast<std::uint8_t*>(reference.data));
  cv::Mat small, dark;
  cv::resize(page, small, {print.open.width, print.open.height}, 0, 0, cv::INTER_AREA);
  cv::subtract(cv::Scalar::all(255), small, dark);
  cv::dilate(dark > kPrintDark, dark, cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * kPrintRoomPx + 1, 2 * kPrintRoomPx + 1}));
  cv::bitwise_not(dark, mat(print.open));
  const int edge = static_cast<int>(kEdgeMm * kPagePxPerMm);
  cv::rectangle(mat(print.open), {0, 0, print.open.width, print.open.height}, cv::Scalar(0), 2 * edge);
  return print;
}

PageInk findPageInk(const PageView& view, const Affine& toView, const PageGeometry& geometry, const PagePrint& print,
                    const std::vector<PageLine>& lines, int threshold, const RectMm& sealPlace) {
  const Samples samples = samplesOf(view, toView, geometry, scratch().samples);
  std::vector<InkSpot> spots = inkBeyondPrint(samples, toView, print.open, threshold);
  Gray& memory = scratch().ink;
  memory.resize(print.open.width, print.open.height);
  cv::Mat ink = mat(memory);
  ink.setTo(0);
  for (const InkSpot& s : spots) ink.at<std::uint8_t>(s.at) = 255;
  eraseLines(ink, lines);
  if (!lines.empty())
    spots.erase(std::remove_if(spots.begin(), spots.end(), [&](const InkSpot& s) { return !ink.at<std::uint8_t>(s.at); }), spots.end());
  PageInk found;
  if (spots.empty()) return found;

  Cells cells(ink.cols, ink.rows, scratch().slots);
  std::vector<std::size_t> slots;
  slots.reserve(spots.size());
  for (const InkSpot& s : spots) slots.push_back(static_cast<std::size_t>(cells.add(s.at.x, s.at.y)));
  const double sampleMm = samples.step / toView.scale(), mm2 = sampleMm * sampleMm;
  // Specks go before pieces are joined, or dust would add up to writing.
  int number = 0;
  const auto pieces = cells.groups(1, static_cast<int>(kSpeckMm2 / mm2), nullptr, number);
  const auto joined = cells.groups(static_cast<int>(kJoinMm * kPagePxPerMm / 2), 1, &pieces, number);
  std::vector<cv::Rect> boxes(static_cast<std::size_t>(number) + 1);
  std::vector<double> area(boxes.size()), dark(boxes.size());
  for (std::size_t k = 0; k < spots.size(); ++k) {
    const int g = joined[slots[k]];
    if (g <= 0) continue;
    const auto i = static_cast<std::size_t>(g);
    const cv::Rect here(spots[k].at, cv::Size(1, 1));
    boxes[i] = boxes[i].empty() ? here : boxes[i] | here;
    area[i] += mm2, dark[i] += mm2 * (1 - (255 - threshold) / 255.0 * spots[k].gray / spots[k].limit);
  }
  const auto ends = endsOfFrames(boxes, [&](auto each) {
    for (std::size_t k = 0; k < spots.size(); ++k)
      if (const int g = joined[slots[k]]; g > 0) each(static_cast<std::size_t>(g), spots[k].at);
  });
  for (std::size_t i = 1; i < boxes.size(); ++i) {
    const cv::Rect& b = boxes[i];
    if (area[i] < kBlotMm2 || std::max(b.width, b.height) < kBlotMm * kPagePxPerMm) continue;
    found.blots.push_back({millimetres(b), area[i], dark[i] / area[i], ends[i].left.empty() ? 0 : framedShare(ends[i])});
  }
  std::vector<cv::Point> points;
  points.reserve(spots.size());
  for (const InkSpot& s : spots) points.push_back(s.at);
  found.stamps = findStamps(points, ink, mat(print.open), sealPlace);
  return found;
}

}  // namespace kp
