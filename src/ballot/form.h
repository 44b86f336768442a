// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "election/congress.h"

namespace kp {

/// A rectangle in millimetres from the page's upper left corner, x to the right, y down, of the printed page.
struct RectMm {
  double x = 0, y = 0, w = 0, h = 0;
  friend bool operator==(const RectMm&, const RectMm&) = default;
};

/// One place where a voter may mark. Strike-out: the box around the printed full name only (not its number), from the top of the highest
/// possible diacritic to the bottom of the descenders of its line(s). Else: the outer edge of the printed square.
struct Target {
  std::size_t candidate = 0;  ///< index in ballot order
  Field field = Field::Name;
  RectMm box;
  std::vector<RectMm> lines;  ///< Name only: one box per printed line (one line unless the name had to be wrapped); union == box
};

/// One page of a ballot as interfaces.md "geometry" gives it. Fiducials are solid black squares; codes are the QR codes' outer edges without quiet zone.
struct PageGeometry {
  int page = 1;  ///< from 1
  double widthMm = 210, heightMm = 297;
  std::vector<RectMm> fiducials, codes;
  std::vector<Target> targets;
};

enum class FontStyle { Regular, Bold, Italic, BoldItalic };

/// Text to print: `x`,`baseline` mm of its left end, size in PDF points (1/72 inch), gray 0 black … 1 white.
struct TextRun {
  double x = 0, baseline = 0, sizePt = 14;
  FontStyle style = FontStyle::Regular;
  std::string text;
};

/// A straight line to print, mm.
struct LineMm {
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0, width = 0.2;
};

/// A page ready to draw; the drawing code adds fiducials and codes from `geometry`, nothing else.
struct FormPage {
  PageGeometry geometry;
  std::vector<TextRun> texts;
  std::vector<LineMm> lines;  ///< table rules and the squares of targets
};

/// The printed form of one contest (mẫu phiếu): what is printed, and where the reader must look.
struct BallotForm {
  std::string contest;
  Face face = Face::StrikeOut;
  std::vector<FormPage> pages;
};

/// Lays out a contest's ballot. Deterministic: same input, same form, on every machine and locale (own font metrics, no library).
/// Error BadInput when a name cannot be set legibly.
Expected<BallotForm> layOut(const CongressInfo& congress, const Contest& contest);

}  // namespace kp
