// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "scanner/rehearsal/sheet.h"

namespace kp::rehearsal {

/// Dirt on the sensor's glass: a line along the feed.
struct Streak {
  double xShare = 0;  ///< place across the feed, 0 … 1
  int widthPx = 1;
  double level = 150;  ///< gray it pulls the pixels to
  double cover = 0.6;
};

/// A scanner and its settings; the same for a run of sheets.
struct Scanner {
  double backing = 250;         ///< gray behind the sheet: white or black plate
  Colour paper{250, 250, 248};  ///< of the run of ballots that goes through it
  double gain = 1, offset = 0, gamma = 1, lampFall = 0;
  double blurMm = 0.03, sharpen = 0, noise = 1.5;
  int quality = 88;     ///< JPEG
  double marginMm = 0;  ///< scanned beyond the page on all sides; negative: cut off
  bool edgeShadow = false, writesDpi = true;
  std::vector<Streak> streaks;
};

/// How one sheet went through.
struct Pass {
  double rotation = 0;            ///< degrees, clockwise on the scan
  int turn = 0;                   ///< 0, 90, 180, 270 degrees clockwise
  double shiftX = 0, shiftY = 0;  ///< mm
  double scaleX = 1, scaleY = 1, shear = 0;
  double wobbleMm = 0, wobblePeriodMm = 60, wobblePhase = 0;  ///< uneven feed
};

/// `bilevel`: the scanner decides black or white itself, so its tone and noise are kept where its threshold works.
Scanner pickScanner(Rng& rng, Profile profile, bool bilevel);
/// What the scanner makes of a gray (0 … 255), before noise.
double toneOf(const Scanner& scanner, double gray);
Pass pickPass(Rng& rng, Profile profile);

/// The scan of a sheet. `targets` must stay in the picture: a pass that would cut one off is made gentler.
/// `pass` is updated to what really happened.
cv::Mat scan(const Sheet& sheet, const std::vector<Target>& targets, const Scanner& scanner, Pass& pass, Rng& rng);

/// The scan as the bytes of a file: "jpg", "png", "tif" (gray or colour), "mono" (bilevel TIFF by a scanner's dynamic threshold).
std::vector<unsigned char> encodeScan(const cv::Mat& scan, const std::string& format, double dpi, const Scanner& scanner);
/// Suffix of the files of a format, with the dot; "" for an unknown format.
std::string suffixOf(const std::string& format);

}  // namespace kp::rehearsal
