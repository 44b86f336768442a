// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/reading/learn_rows.h"

#include <algorithm>
#include <cmath>
#include <sstream>

#include "ballot/font_metrics.h"

namespace kp {
namespace {

/// Left free at a cell's rules, mm.
constexpr double kCellRoom = 0.4;
/// Lines of one name lie apart by at least this, mm: bodies of 9 pt letters are 1.5 mm high.
constexpr double kLinePitch = 3.2;
/// A gap between words is wider than this share of the height of small letters' line, mm at least; gaps between letters are not.
constexpr double kLeastSpace = 0.65;
/// A row may be this much longer or shorter than its name in the size of the others (another font, a fatter print), share of the length and mm.
constexpr double kLengthOff = 0.08, kLengthMm = 1.2;
/// A space that is nowhere counts as this far off, mm; two rows change places when they come nearer together by this, mm, and this times what rows are usually off.
constexpr double kNoSpaceMm = 3, kLeastGainMm = 1.5, kGainOverUsual = 4;
/// A space is where it should be within this share of the line.
constexpr double kSpaceOff = 0.05;

std::vector<std::string> wordsOf(const std::string& name) {
  std::istringstream in(name);
  std::vector<std::string> words;
  for (std::string w; in >> w;) words.push_back(w);
  return words;
}

/// Ink by row of pixels.
std::vector<int> heights(const PrintedPage& page, const RectMm& box) {
  std::vector<int> counts(static_cast<std::size_t>(std::lround(box.h * kPxPerMm)));
  const int x0 = static_cast<int>(std::lround(box.x * kPxPerMm)), x1 = static_cast<int>(std::lround((box.x + box.w) * kPxPerMm)),
            y0 = static_cast<int>(std::lround(box.y * kPxPerMm));
  for (std::size_t y = 0; y < counts.size(); ++y)
    for (int x = x0; x < x1; ++x) counts[y] += page.letters.at(x, y0 + static_cast<int>(y));
  return counts;
}

/// Baselines: where much ink ends downwards. The steepest fall first, then others a line's distance away that fall at least half as steeply.
std::vector<double> baselinesOf(const std::vector<int>& counts, double top) {
  const int n = static_cast<int>(counts.size());
  const auto at = [&](int y) { return y < 0 || y >= n ? 0 : counts[static_cast<std::size_t>(y)]; };
  std::vector<int> fall(static_cast<std::size_t>(n) + 1);
  for (int y = 0; y <= n; ++y) fall[static_cast<std::size_t>(y)] = at(y - 1) + at(y - 2) - at(y) - at(y + 1);
  const int steepest = *std::max_element(fall.begin(), fall.end()), pitch = static_cast<int>(kLinePitch * kPxPerMm);
  std::vector<int> found;
  std::vector<int> order(fall.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int>(i);
  std::stable_sort(order.begin(), order.end(),
                   [&](int p, int q) { return fall[static_cast<std::size_t>(p)] > fall[static_cast<std::size_t>(q)]; });
  for (const int y : order) {
    if (2 * fall[static_cast<std::size_t>(y)] < steepest) break;
    if (std::all_of(found.begin(), found.end(), [&](int f) { return std::abs(f - y) >= pitch; })) found.push_back(y);
  }
  std::sort(found.begin(), found.end());
  std::vector<double> baselines;
  for (const int y : found) baselines.push_back(top + y / kPxPerMm);
  return baselines;
}

/// Middles of the gaps without ink in a line, as shares of its length.
std::vector<double> gapsOf(const PrintedPage& page, const RectMm& line) {
  std::vector<double> gaps;
  const int x0 = static_cast<int>(std::lround(line.x * kPxPerMm)), x1 = static_cast<int>(std::lround((line.x + line.w) * kPxPerMm));
  const int y0 = static_cast<int>(std::lround(line.y * kPxPerMm)), y1 = static_cast<int>(std::lround((line.y + line.h) * kPxPerMm));
  int since = x0;
  for (int x = x0; x < x1; ++x) {
    bool ink = false;
    for (int y = y0; y < y1 && !ink; ++y) ink = page.letters.at(x, y);
    if (!ink) continue;
    if (x - since >= kLeastSpace * kPxPerMm) gaps.push_back(((x + since) / 2.0 - x0) / (x1 - x0));
    since = x + 1;
  }
  return gaps;
}

double em(double sizePt) { return sizePt * kMmPerPt; }

}  // namespace

PrintedName readName(const PrintedPage& page, const RectMm& cell) {
  PrintedName name;
  const auto ink = page.printIn({cell.x + kCellRoom, cell.y + kCellRoom, cell.w - 2 * kCellRoom, cell.h - 2 * kCellRoom});
  if (!ink) return name;
  name.ink = *ink;
  name.baselines = baselinesOf(heights(page, *ink), ink->y);
  double above = ink->y;
  for (std::size_t i = 0; i < name.baselines.size(); ++i) {
    // Lines part a third of the way from one baseline to the next: descenders above, marks of capitals below.
    const double below =
        i + 1 < name.baselines.size() ? name.baselines[i] + (name.baselines[i + 1] - name.baselines[i]) / 3 : ink->y + ink->h;
    if (const auto line = page.printIn({ink->x, above, ink->w, below - above})) {
      for (const double gap : gapsOf(page, *line)) name.gaps.push_back(static_cast<double>(name.lines.size()) + gap);
      name.lines.push_back(*line);
      name.length += line->w;
    }
    above = below;
  }
  if (name.lines.size() != name.baselines.size()) name.lines = {*ink}, name.baselines = {ink->y + ink->h}, name.length = ink->w;
  return name;
}

namespace {

/// How far a row is from a name, mm: its length, and a word's worth for each space that is not where it should be.
double farFrom(const PrintedName& row, const std::string& name, double sizePt) {
  const double expected = textWidthMm(name, sizePt, FontStyle::Regular), space = 0.25 * em(sizePt);
  double far = std::abs(row.length + space * static_cast<double>(row.lines.size() - 1) - expected);
  if (row.lines.size() != 1) return far;
  const auto words = wordsOf(name);
  double x = 0;
  for (std::size_t i = 0; i + 1 < words.size(); ++i, x += space / 2) {
    x += textWidthMm(words[i], sizePt, FontStyle::Regular) + space / 2;
    double nearest = kNoSpaceMm;
    for (const double gap : row.gaps) nearest = std::min(nearest, std::abs(gap - x / expected) * expected);
    far += nearest;
  }
  return far;
}

}  // namespace

std::optional<std::pair<std::size_t, std::size_t>> changedPlaces(const std::vector<PrintedName>& rows,
                                                                 const std::vector<std::string>& names, double sizePt) {
  const std::size_t n = std::min(rows.size(), names.size());
  std::vector<double> own;
  for (std::size_t i = 0; i < n; ++i) own.push_back(farFrom(rows[i], names[i], sizePt));
  if (n < 2) return std::nullopt;
  // What the type and the scan leave of difference where the order is right: another font than Times more than Times.
  std::vector<double> sorted = own;
  std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(n / 2), sorted.end());
  double most = std::max(kLeastGainMm, kGainOverUsual * sorted[n / 2]);
  std::optional<std::pair<std::size_t, std::size_t>> worst;
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = i + 1; j < n; ++j) {
      if (own[i] + own[j] <= most) continue;
      const double gain = own[i] + own[j] - farFrom(rows[i], names[j], sizePt) - farFrom(rows[j], names[i], sizePt);
      if (gain > most) most = gain, worst = {i, j};
    }
  return worst;
}

double fitRow(const PrintedName& row, const std::string& name, double sizePt) {
  if (row.lines.empty() || sizePt <= 0) return 0;
  const auto words = wordsOf(name);
  const double space = 0.25 * em(sizePt);
  const double expected = textWidthMm(name, sizePt, FontStyle::Regular),
               seen = row.length + space * static_cast<double>(row.lines.size() - 1);
  const double off = std::abs(seen - expected) / (kLengthOff * expected + kLengthMm);
  const double length = std::exp(-off * off / 2);
  if (row.lines.size() > 1 || words.size() < 2) return length;
  // Spaces: each of the name's should be a gap of the line, and the line has no more.
  double x = 0;
  int there = 0;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    x += textWidthMm(words[i], sizePt, FontStyle::Regular) + space / 2;
    if (std::any_of(row.gaps.begin(), row.gaps.end(), [&](double g) { return std::abs(g - x / expected) <= kSpaceOff; })) ++there;
    x += space / 2;
  }
  const double spaces = static_cast<double>(there) / static_cast<double>(std::max(words.size() - 1, row.gaps.size()));
  return length * (0.4 + 0.6 * spaces);
}

RowsFit fitRows(const std::vector<PrintedName>& rows, const std::vector<std::string>& names) {
  RowsFit fit;
  std::vector<double> sizes;
  for (std::size_t i = 0; i < rows.size() && i < names.size(); ++i)
    if (!rows[i].lines.empty()) sizes.push_back(rows[i].length / textWidthMm(names[i], 1, FontStyle::Regular));
  if (sizes.empty()) return fit;
  std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2), sizes.end());
  fit.sizePt = sizes[sizes.size() / 2];
  for (std::size_t i = 0; i < rows.size() && i < names.size(); ++i) {
    fit.rows.push_back(fitRow(rows[i], names[i], fit.sizePt));
    fit.score += fit.rows.back();
  }
  fit.score /= static_cast<double>(std::max<std::size_t>(1, fit.rows.size()));
  return fit;
}

}  // namespace kp
