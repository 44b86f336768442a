// SPDX-License-Identifier: GPL-3.0-or-later
// Paragraphs, headings and signatures as pieces.
#include <algorithm>

#include "reports/pdf/pieces.h"
#include "reports/wording.h"

namespace kp::typeset {
namespace {

constexpr double kHeadingGap = 3;
/// Room for a signature and, with it, a stamp of 36–42 mm beside it.
constexpr double kSignatureRoom = 27;
constexpr double kMemberRow = 11;
/// A line whose spaces would grow beyond this many spaces is left ragged.
constexpr double kWidestGap = 3;

/// One line of a paragraph, its words spread over the width unless it is the last or too short for it.
Piece lineOf(const std::string& text, double x, double sizePt, FontStyle style, bool spread) {
  Piece piece;
  piece.height = pitch(sizePt);
  const double baseline = topMm(sizePt, style);
  const auto list = words(text);
  const double space = textWidthMm(" ", sizePt, style);
  double gap = space;
  if (spread && list.size() > 1) gap += (kRight - x - textWidthMm(text, sizePt, style)) / static_cast<double>(list.size() - 1);
  if (!spread || gap > kWidestGap * space) {
    piece.texts.push_back({x, baseline, sizePt, style, text});
    return piece;
  }
  for (const auto& word : list) {
    piece.texts.push_back({x, baseline, sizePt, style, word});
    x += textWidthMm(word, sizePt, style) + gap;
  }
  return piece;
}

void addSigner(Piece& out, const Signer& signer, double centre, std::size_t officeLines) {
  double y = topMm(kBodyPt, FontStyle::Bold);
  for (std::size_t i = 0; i < officeLines; ++i, y += pitch(kBodyPt))
    if (i < signer.office.size()) out.texts.push_back(centred(centre, y, kBodyPt, FontStyle::Bold, signer.office[i]));
  out.texts.push_back(centred(centre, y, kSmallPt, FontStyle::Italic, "(ký, ghi rõ họ tên)"));
  y += kSignatureRoom;
  const double width = kWidth / 2 - 6;
  if (signer.name.empty()) {
    out.texts.push_back(centred(centre, y, kBodyPt, FontStyle::Regular, std::string(wording::kDots) + wording::kDots));
  } else {
    for (const auto& line : breakLines(signer.name, width, width, kBodyPt, FontStyle::Bold)) {
      out.texts.push_back(centred(centre, y, kBodyPt, FontStyle::Bold, line));
      y += pitch(kBodyPt);
    }
    y -= pitch(kBodyPt);
  }
  out.height = std::max(out.height, y + depthMm(kBodyPt, FontStyle::Bold));
}

/// One member's name with a dotted line up to the end of the column; a long name takes a second line, the dots follow the last.
double addMember(Piece& out, const std::string& text, double x, double width) {
  const std::string dot = ".";
  const double dotWidth = textWidthMm(dot, kBodyPt, FontStyle::Regular);
  const auto lines = breakLines(text, width - 30, width - 30, kBodyPt, FontStyle::Regular);
  double y = kMemberRow - 2.5;
  for (std::size_t i = 0; i < lines.size(); ++i, y += pitch(kBodyPt)) out.texts.push_back({x, y, kBodyPt, FontStyle::Regular, lines[i]});
  y -= pitch(kBodyPt);
  const double from = x + textWidthMm(lines.back() + " ", kBodyPt, FontStyle::Regular);
  const auto dots = static_cast<std::size_t>(std::max(0.0, (x + width - from) / dotWidth));
  out.texts.push_back({from, y, kBodyPt, FontStyle::Regular, std::string(dots, '.')});
  return y + 2.5;
}

}  // namespace

void addParagraph(Flow& flow, const Paragraph& paragraph) {
  const FontStyle style = paragraph.italic ? FontStyle::Italic : FontStyle::Regular;
  const auto lines = breakLines(paragraph.text, kWidth - kIndent, kWidth, kBodyPt, style);
  const bool introduces = !paragraph.text.empty() && paragraph.text.back() == ':';
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool last = i + 1 == lines.size();
    Piece piece = lineOf(lines[i], i == 0 ? kLeft + kIndent : kLeft, kBodyPt, style, !last);
    piece.before = i == 0 ? kParagraphGap : 0;
    // No first line alone at a page's foot, no last line alone at a page's head.
    piece.keepNext = last ? introduces : i == 0 || i + 2 == lines.size();
    flow.pieces.push_back(std::move(piece));
  }
}

void addHeading(Flow& flow, const Heading& heading) {
  const auto lines = breakLines(heading.text, kWidth - kIndent, kWidth - kIndent, kBodyPt, FontStyle::Bold);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Piece piece = lineOf(lines[i], kLeft + kIndent, kBodyPt, FontStyle::Bold, false);
    piece.before = i == 0 ? kHeadingGap : 0;
    piece.keepNext = true;
    flow.pieces.push_back(std::move(piece));
  }
}

void addSignatures(Flow& flow, const Signatures& signatures) {
  // Signatures never stand on a page without text: what comes before goes with them.
  if (!flow.pieces.empty()) flow.pieces.back().keepNext = true;
  if (flow.pieces.size() > 1 && flow.pieces.back().table < 0 && flow.pieces.back().before == 0)
    flow.pieces[flow.pieces.size() - 2].keepNext = true;
  Piece block;
  block.before = 5;
  std::size_t officeLines = 0;
  for (const auto& signer : signatures.signers) officeLines = std::max(officeLines, signer.office.size());
  const double quarter = kWidth / 4;
  if (signatures.signers.size() == 1) addSigner(block, signatures.signers[0], kLeft + 3 * quarter, officeLines);
  for (std::size_t i = 0; signatures.signers.size() > 1 && i < signatures.signers.size(); ++i)
    addSigner(block, signatures.signers[i], kLeft + quarter * (i == 0 ? 1.0 : 3.0), officeLines);
  block.keepNext = !signatures.members.empty();
  flow.pieces.push_back(std::move(block));
  if (signatures.members.empty()) return;

  Piece title;
  title.before = 4;
  title.texts.push_back(centred((kLeft + kRight) / 2, topMm(kBodyPt, FontStyle::Bold), kBodyPt, FontStyle::Bold, signatures.membersTitle));
  title.height = pitch(kBodyPt);
  title.keepNext = true;
  flow.pieces.push_back(std::move(title));
  const double column = kWidth / 2;
  for (std::size_t i = 0; i < signatures.members.size(); i += 2) {
    Piece row;
    for (std::size_t k = i; k < std::min(i + 2, signatures.members.size()); ++k)
      row.height = std::max(row.height, addMember(row, std::to_string(k + 1) + ". " + signatures.members[k],
                                                  kLeft + column * static_cast<double>(k - i), column - 5));
    row.keepNext = i + 2 < signatures.members.size();
    flow.pieces.push_back(std::move(row));
  }
}

}  // namespace kp::typeset
