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
/// Room that a member needs beside the name to sign, and between the two columns of names.
constexpr double kSigning = 25, kColumnGap = 5;
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
    for (const auto& line : titleLines(signer.name, width, kBodyPt, FontStyle::Bold)) {
      out.texts.push_back(centred(centre, y, kBodyPt, FontStyle::Bold, line));
      y += pitch(kBodyPt);
    }
    y -= pitch(kBodyPt);
  }
  out.height = std::max(out.height, y + depthMm(kBodyPt, FontStyle::Bold));
}

/// One member's name with a dotted line up to the end of the column; a name that leaves no room to sign takes further lines, the dots follow the last.
double addMember(Piece& out, const std::string& text, double x, double width) {
  const double dotWidth = textWidthMm(".", kBodyPt, FontStyle::Regular);
  const auto lines = breakLines(glued(text), width - kSigning, width - kSigning, kBodyPt, FontStyle::Regular);
  double y = kMemberRow - 2.5;
  for (std::size_t i = 0; i < lines.size(); ++i, y += pitch(kBodyPt)) out.texts.push_back({x, y, kBodyPt, FontStyle::Regular, lines[i]});
  y -= pitch(kBodyPt);
  const double from = x + textWidthMm(lines.back() + " ", kBodyPt, FontStyle::Regular);
  const auto dots = static_cast<std::size_t>(std::max(0.0, (x + width - from) / dotWidth));
  out.texts.push_back({from, y, kBodyPt, FontStyle::Regular, std::string(dots, '.')});
  return y + 2.5;
}

/// Members' lines in two columns; one below the other when a name is too long to leave room for signing in half the width.
void addMembers(Flow& flow, const std::vector<std::string>& members) {
  const auto text = [&](std::size_t i) { return std::to_string(i + 1) + ". " + members[i]; };
  bool narrow = true;
  for (std::size_t i = 0; i < members.size(); ++i)
    narrow = narrow && textWidthMm(text(i), kBodyPt, FontStyle::Regular) <= kWidth / 2 - kColumnGap - kSigning;
  const std::size_t columns = narrow ? 2 : 1;
  const double column = kWidth / static_cast<double>(columns);
  for (std::size_t i = 0; i < members.size(); i += columns) {
    Piece row;
    for (std::size_t k = i; k < std::min(i + columns, members.size()); ++k)
      row.height =
          std::max(row.height, addMember(row, text(k), kLeft + column * static_cast<double>(k - i), column - (narrow ? kColumnGap : 0)));
    row.keepNext = i + columns < members.size();
    flow.pieces.push_back(std::move(row));
  }
}

}  // namespace

void addParagraph(Flow& flow, const Paragraph& paragraph) {
  const FontStyle style = paragraph.italic ? FontStyle::Italic : FontStyle::Regular;
  const auto lines = breakLines(glued(paragraph.text), kWidth - kIndent, kWidth, kBodyPt, style);
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
  const auto lines = breakLines(glued(heading.text), kWidth - kIndent, kWidth - kIndent, kBodyPt, FontStyle::Bold);
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
  addMembers(flow, signatures.members);
}

}  // namespace kp::typeset
