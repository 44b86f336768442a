// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/imaging/table_rules.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

namespace kp {
namespace {

/// Darkness (of 255) from which a pixel of the cleaned page is print.
constexpr int kPrintDark = 90;
/// The same for rules: one of 0.15 mm that falls between two dots of a 200 dpi scan is this dark. Letters run together at it, so both sides of a rule must be free over this
/// share of its length, this far from its middle, mm.
constexpr int kRuleDark = 48;
constexpr double kFreeShare = 0.6, kFreeMm = 0.75;
/// Shortest rule, widest gap in one (a worn print), thickest rule, and how far two pieces of one rule may lie apart across it, mm.
constexpr double kLeastRule = 12, kGap = 4.5, kThickest = 1.4, kSameRule = 1.0;
/// A rule's pixels and their blurred edge, taken off the letters, mm.
constexpr double kRuleRoom = 0.3;
/// Least size of a column, a cell and what counts as print within one: mm, mm, pixels.
constexpr double kLeastColumn = 4, kLeastCell = 3.5;
constexpr int kLeastPrint = 6;
/// Words of a line are parted by no more than this, mm; height of a line of text, least and most.
constexpr double kWordGap = 2, kLeastText = 1.5, kLargestText = 9;
/// Rules end within this of each other where they meet, mm.
constexpr double kMeet = 1.2;

/// Share of a piece's length over which the print has nothing above or below it: rules stand free, lines of text have bodies.
double freeShare(const cv::Mat& print, int y, int x0, int x1) {
  const int off = static_cast<int>(kFreeMm * kPxPerMm);
  int free = 0;
  for (int x = x0; x < x1; ++x)
    free += (y < off || !print.at<std::uint8_t>(y - off, x)) && (y + off >= print.rows || !print.at<std::uint8_t>(y + off, x));
  return static_cast<double>(free) / std::max(1, x1 - x0);
}

/// Rules across in `print` (0 or 255); `print` turned for those running down.
std::vector<Rule> rulesAcross(const cv::Mat& print, cv::Mat& rules) {
  const int least = static_cast<int>(kLeastRule * kPxPerMm);
  // A rule may wander by a pixel over the page: thickened across first, so that the opening follows it.
  cv::Mat thick;
  cv::dilate(print, thick, cv::Mat::ones(3, 1, CV_8U));
  cv::morphologyEx(thick, rules, cv::MORPH_OPEN, cv::Mat::ones(1, least, CV_8U));
  cv::Mat labels, stats, centres;
  const int count = cv::connectedComponentsWithStats(rules, labels, stats, centres, 8, CV_32S);
  std::vector<Rule> found;
  for (int i = 1; i < count; ++i) {
    const double area = stats.at<int>(i, cv::CC_STAT_AREA), width = stats.at<int>(i, cv::CC_STAT_WIDTH);
    const int x = stats.at<int>(i, cv::CC_STAT_LEFT), y = static_cast<int>(std::lround(centres.at<double>(i, 1)));
    const cv::Rect box(x, stats.at<int>(i, cv::CC_STAT_TOP), static_cast<int>(width), stats.at<int>(i, cv::CC_STAT_HEIGHT));
    if (area / width > (kThickest * kPxPerMm) + 2 || freeShare(print, y, x, x + box.width) < kFreeShare) {
      rules(box).setTo(0, labels(box) == i);
      continue;  // a black bar, a line of text
    }
    found.push_back({(centres.at<double>(i, 1) + 0.5) / kPxPerMm, stats.at<int>(i, cv::CC_STAT_LEFT) / kPxPerMm,
                     (stats.at<int>(i, cv::CC_STAT_LEFT) + width) / kPxPerMm});
  }
  std::sort(found.begin(), found.end(), [](const Rule& p, const Rule& q) { return p.at < q.at; });
  std::vector<Rule> merged;
  for (const Rule& r : found) {
    const auto same = std::find_if(merged.begin(), merged.end(), [&](const Rule& m) {
      return std::abs(m.at - r.at) < kSameRule && r.from < m.to + kGap && m.from < r.to + kGap;
    });
    if (same == merged.end())
      merged.push_back(r);
    else
      same->from = std::min(same->from, r.from), same->to = std::max(same->to, r.to);
  }
  return merged;
}

}  // namespace

std::optional<RectMm> PrintedPage::printIn(const RectMm& area) const {
  const int x0 = std::max(0, static_cast<int>(std::ceil(area.x * kPxPerMm))),
            y0 = std::max(0, static_cast<int>(std::ceil(area.y * kPxPerMm)));
  const int x1 = std::min(letters.width, static_cast<int>((area.x + area.w) * kPxPerMm)),
            y1 = std::min(letters.height, static_cast<int>((area.y + area.h) * kPxPerMm));
  int left = x1, right = x0, top = y1, bottom = y0, count = 0;
  for (int y = y0; y < y1; ++y)
    for (int x = x0; x < x1; ++x)
      if (letters.at(x, y))
        ++count, left = std::min(left, x), right = std::max(right, x + 1), top = std::min(top, y), bottom = std::max(bottom, y + 1);
  if (count < kLeastPrint) return std::nullopt;
  return RectMm{left / kPxPerMm, top / kPxPerMm, (right - left) / kPxPerMm, (bottom - top) / kPxPerMm};
}

PrintedPage readPrint(const Raster& reference) {
  const cv::Mat full(reference.height, reference.width, CV_8UC1, const_cast<std::uint8_t*>(reference.data));
  cv::Mat page, print, thin, across, down, turned;
  cv::resize(full, page, {reference.width / 2, reference.height / 2}, 0, 0, cv::INTER_AREA);
  print = page < 255 - kPrintDark;
  PrintedPage out;
  thin = page < 255 - kRuleDark;
  out.across = rulesAcross(thin, across);
  cv::transpose(thin, turned);
  out.down = rulesAcross(turned, down);
  cv::transpose(down, down);
  const int room = 2 * static_cast<int>(kRuleRoom * kPxPerMm) + 1;
  cv::dilate(across | down, across, cv::Mat::ones(room, room, CV_8U));
  print.setTo(0, across);
  out.letters.resize(print.cols, print.rows);
  cv::Mat letters(print.rows, print.cols, CV_8UC1, out.letters.px.data());
  cv::min(print, 1, letters);
  return out;
}

std::vector<RectMm> textBoxes(const PrintedPage& page, const std::vector<RectMm>& apart, double room, double longest) {
  // Letters of one line grow together along it, lines do not.
  const cv::Mat letters(page.letters.height, page.letters.width, CV_8UC1, const_cast<std::uint8_t*>(page.letters.px.data()));
  cv::Mat words, labels, stats, centres;
  cv::dilate(letters, words, cv::Mat::ones(3, 2 * static_cast<int>(kWordGap / 2 * kPxPerMm) + 1, CV_8U));
  const int count = cv::connectedComponentsWithStats(words, labels, stats, centres, 8, CV_32S);
  std::vector<RectMm> boxes;
  for (int i = 1; i < count; ++i) {
    RectMm box{stats.at<int>(i, cv::CC_STAT_LEFT) / kPxPerMm, stats.at<int>(i, cv::CC_STAT_TOP) / kPxPerMm,
               std::min(longest, stats.at<int>(i, cv::CC_STAT_WIDTH) / kPxPerMm), stats.at<int>(i, cv::CC_STAT_HEIGHT) / kPxPerMm};
    if (box.h < kLeastText || box.h > kLargestText || box.w < kLeastText) continue;
    const auto near = [&](const RectMm& r) {
      return box.x < r.x + r.w + room && r.x < box.x + box.w + room && box.y < r.y + r.h + room && r.y < box.y + box.h + room;
    };
    if (std::none_of(apart.begin(), apart.end(), near)) boxes.push_back(box);
  }
  std::stable_sort(boxes.begin(), boxes.end(), [](const RectMm& p, const RectMm& q) { return p.w > q.w; });
  return boxes;
}

std::vector<TableColumn> columnsOf(const PrintedPage& page) {
  std::vector<TableColumn> columns;
  for (const Rule& left : page.down) {
    // The nearest rule to the right that runs beside it.
    const Rule* right = nullptr;
    for (const Rule& r : page.down)
      if (r.at > left.at + kLeastColumn && std::min(r.to, left.to) - std::max(r.from, left.from) >= kLeastRule &&
          (!right || r.at < right->at))
        right = &r;
    if (!right) continue;
    TableColumn column{left.at, right->at, {}};
    const double top = std::max(left.from, right->from) - kMeet, bottom = std::min(left.to, right->to) + kMeet;
    const Rule* above = nullptr;
    for (const Rule& r : page.across) {
      if (r.at < top || r.at > bottom || r.from > left.at + kMeet || r.to < right->at - kMeet) continue;
      if (above && r.at - above->at >= kLeastCell) column.cells.push_back({left.at, above->at, right->at - left.at, r.at - above->at});
      if (!above || r.at - above->at >= kLeastCell) above = &r;
    }
    if (column.cells.size() >= 2) columns.push_back(std::move(column));
  }
  return columns;
}

}  // namespace kp
