// SPDX-License-Identifier: GPL-3.0-or-later
// What one mark cannot tell alone: the page's other marks and names are what it is held against.
#include <algorithm>

#include "scanner/reading/decide.h"

namespace kp {
namespace {

// Each threshold lies in the gap between the distributions that tests/accuracy measured; docs/measurements.md has the figures and the command.

/// A struck name's contrast against the page's usual: true strikes 0.82 or more (99 %), rows that slipped out of reach mostly 0.25 … 0.55.
constexpr double kLeastOfUsual = 0.72;
/// So much ink a millimetre of the name, mm², is a scribble, which hides the print: letters that slipped leave 0.2, names under a seal 0.9, scribbles 1.8 (75 %).
constexpr double kMoreThanLetters = 1.2;
/// An untouched name with less than this of it has lost a part of its letters: painted out with a strike on it (bút xóa), rubbed out, not printed.
constexpr double kLeastOfUntouched = 0.6;

/// A line this much darker than paper (of 255), and more on grainy paper, is no grain. In a square: untouched ones of office decks have up to 1.4 (99 %), a hard pencil of 8 %
/// contrast 7.6. Along a name, where letters hide most of a stroke: untouched ones up to 1.0, on softly printed pages 2.0; a pencil of 16 % contrast 2.5 (90 % more), of 12 % 2.9 (75 %).
/// On a name it must also exceed the usual of the page so many times, but never more than the last: rims of the softest print have 4.
constexpr double kFaintInSquare = 6, kFaintInSquareOfPaper = 0.4, kFaintOnNameLine = 2.4, kFaintOnNameOfPaper = 0.3, kFaintOverUsual = 3,
                 kMostUsualFaint = 6;
/// However grainy the paper, a line so dark is looked at when the page's usual is a third of it: on a page of the grainiest paper (57) strikes of a pencil had 15 … 18 and untouched names 1.2 at most.
constexpr double kGrainOnName = 8, kGrainInSquare = 12;
/// A mark this much lighter than the usual one of its page, of at least so many, was not made with the same hand: set-off of wet ink, a rubbed out mark, a hair, a slip of the pen.
/// Squares of office decks have 0.74 or more of the usual, 99.9 % of harsh ones 0.69; strikes 0.73; set-off 0.34 … 0.47, hairs 0.42 … 0.67, slips drawn lighter on purpose 0.41 … 0.67.
constexpr double kPalerThanUsual = 0.70;
constexpr std::size_t kFewMarks = 2;
/// A line from margin to margin along an untouched name, so dark against the page's own strikes, was drawn with the same pen; where nothing is struck only its darkness tells: folds of office
/// decks are 0.15 … 0.28 and 0.4 … 0.65 of the strikes, a pencil along a ruler 0.20 and more, as dark as its voter's other strikes.
constexpr double kFoldOfStrikes = 0.70, kFoldAlone = 0.25;
/// With fewer names than this a voter may have struck most of them.
constexpr std::size_t kShortList = 12;

/// Rows closer than this, mm: a line seen over the lower name (up to 1.6 mm, imaging/name_marks) may lie as near to the upper one.
constexpr double kCloseRows = 3.2;

/// The middle one, 0 of none.
double middle(std::vector<double>& values) {
  const auto half = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), half, values.end());
  return values.empty() ? 0 : *half;
}

/// What the page's paper may look like is no more than what its untouched targets show: fine grain cancels itself out along a line, and a pencil's stroke does not.
double grain(double ofPaper, double least, double usual) { return std::min(ofPaper, std::max(least, kFaintOverUsual * usual)); }

double usualInSquares(const std::vector<double>& faint, const std::vector<MarkReading>& marks) {
  std::vector<double> squares;
  for (std::size_t i = 0; i < marks.size(); ++i)
    if (marks[i].field != Field::Name && marks[i].state == MarkState::None) squares.push_back(faint[i]);
  return middle(squares);
}

void doubt(MarkReading& mark, const char* why) { mark.state = MarkState::Unsure, mark.score = 0, mark.why = why; }

}  // namespace

void judgeRows(const std::vector<Decision>& decisions, std::vector<MarkReading>& marks) {
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (!decisions[i].filled) continue;
    const auto sharesRow = [&](const MarkReading& m) { return m.candidate == marks[i].candidate && m.state != MarkState::None; };
    if (std::count_if(marks.begin(), marks.end(), sharesRow) < 2) continue;
    for (auto& m : marks)
      if (sharesRow(m) && m.state == MarkState::Mark) doubt(m, "corrected");
  }
}

void judgeSlippedRows(const std::vector<double>& contrast, const std::vector<double>& inkPerMm, std::vector<MarkReading>& marks) {
  std::vector<double> names;
  for (std::size_t i = 0; i < marks.size(); ++i)
    if (marks[i].field == Field::Name) names.push_back(contrast[i]);
  const double usual = middle(names);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (marks[i].field != Field::Name || marks[i].state == MarkState::Unsure) continue;
    const bool struck = marks[i].state == MarkState::Mark;
    if (struck && inkPerMm[i] >= kMoreThanLetters) continue;
    if (contrast[i] < (struck ? kLeastOfUsual : kLeastOfUntouched) * usual) doubt(marks[i], struck ? "print-torn" : "print-missing");
  }
}

void judgeFaintLines(const std::vector<double>& faint, double paper, std::vector<MarkReading>& marks) {
  std::vector<double> names;
  for (std::size_t i = 0; i < marks.size(); ++i)
    if (marks[i].field == Field::Name && marks[i].state == MarkState::None) names.push_back(faint[i]);
  // In a short list most of the names may be struck by the same pale hand: there its paler quarter tells what is usual.
  std::sort(names.begin(), names.end());
  const double usual = names.size() > 1 ? names[names.size() < kShortList ? (names.size() - 1) / 4 : names.size() / 2] : 0;
  const double onName = std::max(grain(kFaintOnNameLine + kFaintOnNameOfPaper * paper, kGrainOnName, usual),
                                 std::min(kFaintOverUsual * usual, kMostUsualFaint));
  const double inSquare = grain(kFaintInSquare + kFaintInSquareOfPaper * paper, kGrainInSquare, usualInSquares(faint, marks));
  for (std::size_t i = 0; i < marks.size(); ++i)
    if (marks[i].state == MarkState::None && faint[i] >= (marks[i].field == Field::Name ? onName : inSquare)) doubt(marks[i], "faint");
}

void judgeFolds(const std::vector<double>& dark, const std::vector<double>& onLines, std::vector<MarkReading>& marks) {
  std::vector<double> strikes;
  for (std::size_t i = 0; i < marks.size(); ++i)
    if (marks[i].field == Field::Name && marks[i].state == MarkState::Mark) strikes.push_back(dark[i]);
  const double darkest = strikes.empty() ? kFoldAlone : kFoldOfStrikes * middle(strikes);
  for (std::size_t i = 0; i < marks.size(); ++i)
    if (marks[i].field == Field::Name && marks[i].state == MarkState::None && onLines[i] > kLineBins && dark[i] >= darkest)
      doubt(marks[i], "on-line");
}

void judgePaleMarks(const std::vector<double>& dark, std::vector<MarkReading>& marks) {
  std::vector<double> all;
  for (std::size_t i = 0; i < marks.size(); ++i)
    if (marks[i].state == MarkState::Mark) all.push_back(dark[i]);
  if (all.size() < kFewMarks) return;
  const double usual = middle(all);
  for (std::size_t i = 0; i < marks.size(); ++i)
    if (marks[i].state == MarkState::Mark && dark[i] < kPalerThanUsual * usual) doubt(marks[i], "paler");
}

void judgeLinesBetween(const PageGeometry& geometry, std::vector<MarkReading>& marks) {
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (marks[i].state != MarkState::Unsure || marks[i].why != "above") continue;
    const RectMm& lower = geometry.targets[i].box;
    for (std::size_t j = 0; j < marks.size(); ++j) {
      const RectMm& upper = geometry.targets[j].box;
      const double gap = lower.y - upper.y - upper.h;
      const bool close = gap > -1 && gap <= kCloseRows && upper.x < lower.x + lower.w && lower.x < upper.x + upper.w;
      if (close && marks[j].state == MarkState::None) doubt(marks[j], "below");
    }
  }
}

}  // namespace kp
