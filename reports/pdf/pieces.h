// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "ballot/font_metrics.h"
#include "reports/paper.h"

/// Parts of paperPdf(), for reports/pdf only. Lengths in mm; x from the page's left edge, y from the piece's top.
namespace kp::typeset {

inline constexpr double kLeft = 30, kRight = 195, kWidth = kRight - kLeft;
inline constexpr double kBodyPt = 14, kSmallPt = 12;
inline constexpr double kLeading = 1.25;      ///< line pitch over font size: marks of Vietnamese capitals stay clear of the line above
inline constexpr double kParagraphGap = 1.6;  ///< about 4.5 pt between paragraphs
inline constexpr double kIndent = 10;         ///< first line of a paragraph (36-HD: 10–12.7 mm)

/// Something that is never broken over two pages.
struct Piece {
  double height = 0;
  double before = 0;      ///< air above it, dropped at the top of a page
  bool keepNext = false;  ///< may not be the last on its page
  int table = -1;         ///< number of the table it is a row of; its head is repeated when a page begins with it
  std::vector<TextRun> texts;
  std::vector<LineMm> lines;
};

/// The pieces of a whole paper in order, and the heads of its tables.
struct Flow {
  std::vector<Piece> pieces;
  std::vector<Piece> tableHeads;  ///< by Piece::table
};

inline double pitch(double sizePt) { return sizePt * kMmPerPt * kLeading; }

/// Breaks at spaces so that no line is wider than `widths` (the first line's width, then the others'); a word wider than a line is cut. At least one line.
std::vector<std::string> breakLines(const std::string& text, double firstWidth, double width, double sizePt, FontStyle style);
/// The same in as few lines, of nearly the same length: a name's last word is not left alone.
std::vector<std::string> evenLines(const std::string& text, double width, double sizePt, FontStyle style);
std::vector<std::string> words(const std::string& text);
/// `text` with spaces at which breakLines() breaks only in need: after a number of a list ("3. Lê Công Bằng"), before Roman digits ("khóa XIV"), after "Điều".
std::string glued(const std::string& text);
/// A title in as few lines as read well, each no wider than `width` mm where words allow it: lines end where a reader pauses ("ĐẠI HỘI ĐẠI BIỂU / ĐẢNG BỘ HUYỆN / AN SƠN THƯỢNG
/// / LẦN THỨ XIV"), not inside a term or a place's name, and are of nearly the same length.
std::vector<std::string> titleLines(const std::string& text, double width, double sizePt, FontStyle style);

TextRun centred(double centre, double baseline, double sizePt, FontStyle style, const std::string& text);

/// Head of the document: the two upper blocks, kind, subject, five dashes.
Piece headPiece(const PaperHead& head);
void addParagraph(Flow& flow, const Paragraph& paragraph);
void addHeading(Flow& flow, const Heading& heading);
void addTable(Flow& flow, const Table& table);
void addSignatures(Flow& flow, const Signatures& signatures);

/// Which pieces stand on a page.
struct PlacedPiece {
  std::size_t piece = 0;
  double top = 0;  ///< from the page's upper edge
};
struct PagePlan {
  std::vector<PlacedPiece> pieces;
  int repeatedHead = -1;  ///< table whose head stands at the top of this page
};
/// Breaks the flow into pages whose text reaches from `top` to `bottom`. Pieces that must stay together do, unless they fill more than a page.
std::vector<PagePlan> breakPages(const Flow& flow, double top, double bottom);

}  // namespace kp::typeset
