// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ballot/form.h"

/// Parts of layOut(), for src/ballot only. All lengths mm.
namespace kp::layout {

// --- marks for the reader; see docs/decisions/0002-ballot-marks-and-codes.md ---
inline constexpr double kEdge = 9;       ///< nothing nearer to the paper's edge: office printers and copiers keep 4–6 mm white
inline constexpr double kFiducial = 3;   ///< side of a black square: 24 px at 203 dpi
inline constexpr double kModule = 0.5;   ///< QR module: 4 px at 203 dpi
inline constexpr int kCodeModules = 29;  ///< QR version 3: up to 47 alphanumeric characters at level Q
inline constexpr double kCode = kModule * kCodeModules;
inline constexpr double kQuiet = 3;  ///< white round a code; the standard asks 4 modules = 2 mm

// --- rows ---
inline constexpr double kNamePt = 14, kSmallestNamePt = 11.5, kPtStep = 0.5;
inline constexpr double kLineGap = 1.8;       ///< between the lines of one wrapped name, so that each can be struck by itself
inline constexpr double kRowPad = 2.7;        ///< least white above and below the lines of a row, together
inline constexpr double kNameIndent = 3;      ///< from the vertical rule to the name
inline constexpr double kNameRightPad = 1.5;  ///< the least left free at the right end of a name's cell
inline constexpr double kRule = 0.2, kSquareLine = 0.3, kSquare = 6.5;

/// A sheet of paper: where may be printed, and its marks.
struct Paper {
  double width, height;
  double left, right;                                      ///< of the table
  double bottom;                                           ///< lowest edge of the table
  double tableTop;                                         ///< no table above: the round stamp reaches to 60 mm
  double leftBlockRight, rightBlockLeft, rightBlockRight;  ///< the two blocks of the head
  double mottoPt, blockPt, titlePt, bodyPt, headerPt;
  double headWidth;  ///< of the centred lines
  std::vector<RectMm> fiducials, codes;
};
Expected<Paper> paperOf(const std::string& name);

/// Breaks at spaces (not round a dash: "2025 - 2030") into the fewest lines no wider than `maxWidth`, of about the same length; nullopt when one
/// word alone is wider. Runs of spaces become one.
std::optional<std::vector<std::string>> wrap(const std::string& text, double maxWidth, double sizePt, FontStyle style);

/// Texts and rules under construction, and how far down they reach.
struct Block {
  std::vector<TextRun> texts;
  std::vector<LineMm> lines;
  double bottom = 0;
};

/// The first page's head; `air` 0 (tight) … 1 (a short list, room to spare).
Expected<Block> firstHead(const Paper& paper, const CongressInfo& congress, const Contest& contest, double air);
/// The head of the pages after the first.
Expected<Block> laterHead(const Paper& paper, const CongressInfo& congress, const Contest& contest);
/// "Trang k/m" at the foot.
TextRun pageNumber(const Paper& paper, int page, int pages);

/// How one name is set: its lines and size.
struct NameSetting {
  double sizePt = kNamePt;
  std::vector<std::string> lines;
};
/// `sizePt` down to 11.5 pt on one line, then on up to `maxLines` lines; nullopt when it cannot be set.
std::optional<NameSetting> setName(const std::string& name, double maxWidth, int maxLines, double sizePt);

/// The columns of a table; `across` tables of the same shape stand side by side.
struct Columns {
  int across = 1;
  double left = 0, width = 0;  ///< of the first table, of each
  double numberWidth = 0, nameWidth = 0;
  double boxPitch = 0, boxMargin = 0;  ///< box columns: centre to centre; from the first and last centre to the rule
  std::vector<Field> boxes;            ///< empty on a strike-out face
  double minRow = 0, maxRow = 0;
  double maxName() const { return nameWidth - kNameIndent - kNameRightPad; }
};

/// Which candidates stand on a page and how far the rows are stretched.
struct PageRows {
  std::size_t first = 0, count = 0;
};
struct TablePlan {
  Columns columns;
  std::vector<NameSetting> names;  ///< by candidate
  std::vector<PageRows> pages;
  double stretch = 0;  ///< added to each row's least height
  double headerHeight = 0;
  double tallestPage = 0;  ///< height of the first page's table, stretched
};
/// A row's height before stretching.
double leastRow(const TablePlan& plan, std::size_t candidate);
/// Plans the table for tables that may start at `firstTop` and, on later pages, `laterTop`.
Expected<TablePlan> planTable(const Paper& paper, const Contest& contest, double firstTop, double laterTop);
/// Draws one page of the plan with its top at `top`, adding texts, rules and targets.
void drawTable(const TablePlan& plan, std::size_t page, double top, double headerPt, FormPage& out);

TextRun centred(double centre, double baseline, double sizePt, FontStyle style, std::string text);

}  // namespace kp::layout
