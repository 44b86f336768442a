// SPDX-License-Identifier: GPL-3.0-or-later
// The head of a Party document after 36-HD/VPTW: sizes and places as domain.md §6 gives them.
#include <algorithm>

#include "reports/pdf/pieces.h"
#include "reports/wording.h"

namespace kp::typeset {
namespace {

constexpr double kPartyPt = 15, kSidePt = 14, kKindPt = 16, kSubjectPt = 14;
constexpr double kLeftBlockRight = 104, kRightBlockLeft = 108;  // the Party's name in 15 pt bold takes 83 mm of the right block's 87
constexpr double kSubjectInset = 8;

/// Centred lines under each other; returns the last baseline.
double block(Piece& out, const std::string& text, double centre, double width, double baseline, double sizePt, FontStyle style) {
  const auto lines = titleLines(text, width, sizePt, style);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) baseline += pitch(sizePt);
    out.texts.push_back(centred(centre, baseline, sizePt, style, lines[i]));
  }
  return baseline;
}

double leftBlock(Piece& out, const PaperHead& head, double first) {
  const double centre = (kLeft + kLeftBlockRight) / 2, width = kLeftBlockRight - kLeft;
  double y = first;
  if (!head.superior.empty()) y = block(out, head.superior, centre, width, y, kSidePt, FontStyle::Regular) + pitch(kSidePt);
  y = block(out, head.issuer, centre, width, y, kSidePt, FontStyle::Bold) + pitch(kSidePt);
  y = block(out, "*", centre, width, y, kSidePt, FontStyle::Regular) + pitch(kSidePt) * 0.9;
  return block(out, head.number, centre, width, y, kSidePt, FontStyle::Regular);
}

double rightBlock(Piece& out, const PaperHead& head, double first) {
  const double centre = (kRightBlockLeft + kRight) / 2, width = kRight - kRightBlockLeft;
  const double y = block(out, wording::kParty, centre, width, first, kPartyPt, FontStyle::Bold);
  const double half = textWidthMm(wording::kParty, kPartyPt, FontStyle::Bold) / 2;
  const double rule = y + depthMm(kPartyPt, FontStyle::Bold) + 0.6;
  out.lines.push_back({centre - half, rule, centre + half, rule, 0.25});
  return block(out, head.placeAndDate, centre, width, rule + topMm(kSidePt, FontStyle::Italic) + 2.2, kSidePt, FontStyle::Italic);
}

}  // namespace

Piece headPiece(const PaperHead& head) {
  Piece out;
  const double first = topMm(kPartyPt, FontStyle::Bold), centre = (kLeft + kRight) / 2, width = kWidth - 2 * kSubjectInset;
  const double upper = std::max(leftBlock(out, head, first), rightBlock(out, head, first));
  double y = upper + 2.1 * pitch(kKindPt);
  y = block(out, head.kind, centre, width, y, kKindPt, FontStyle::Bold) + pitch(kSubjectPt);
  y = block(out, head.subject, centre, width, y, kSubjectPt, FontStyle::Bold);
  y = block(out, "-----", centre, width, y + pitch(kSubjectPt) * 0.85, kSubjectPt, FontStyle::Regular);
  out.height = y + 3;
  out.keepNext = true;
  return out;
}

}  // namespace kp::typeset
