// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <opencv2/core.hpp>
#include <string>
#include <vector>

#include "printed.h"

namespace kp::test {

/// A printed page that is written on, worn and scanned. Drawing is in millimetres of the page and only darkens.
class Sheet {
 public:
  explicit Sheet(const Printed& printed, double dpi = 200, int page = 0);
  explicit Sheet(const cv::Mat& px, double pxPerMm) : m_px(px), m_pxPerMm(pxPerMm) {}

  void line(double x1, double y1, double x2, double y2, double widthMm = 0.45, double gray = 50);
  void fill(const RectMm& area, double gray);
  /// A triangle at a corner (0 upper left, clockwise) with legs of `legMm`, painted over everything.
  void corner(int which, double legMm, double gray);
  void ring(double x, double y, double radiusMm, double widthMm, double gray);

  /// Paints `gray` over an area: torn off, pasted over.
  void cover(const RectMm& area, double gray = 255) { over(area, gray); }
  cv::Mat& px() { return m_px; }
  double pxPerMm() const { return m_pxPerMm; }

  /// Scanned: turned by quarters, then by degrees about the middle, scaled; a scanner's softness and noise (always the same).
  Raster scan(int quarterTurns = 0, double degrees = 0, double scale = 1) const;

 private:
  void over(const RectMm& area, double gray);
  cv::Mat m_px;
  double m_pxPerMm;
};

Raster rasterOf(const cv::Mat& px);

/// How a voter marks one target, and what must be read of it. A doubtful one (Unsure) must go to a person.
struct Stroke {
  std::string name;
  MarkState expect;
  std::function<void(Sheet&, const RectMm&, int)> draw;  ///< box and a number that varies the hand
};
const std::vector<Stroke>& nameStrokes();
const std::vector<Stroke>& boxStrokes();
/// By its name; throws when there is none.
const Stroke& stroke(const std::string& name);

/// A reading held against what was meant.
struct Score {
  int right = 0, unsure = 0, wrong = 0;
  std::string what;  ///< the wrong ones, for the test's message
};
/// `expect` by target. A page that was not read counts as unsure throughout; a doubtful target is right when it is unsure or the page has a reason.
Score score(const PageReading& reading, const std::vector<MarkState>& expect);
bool has(const PageReading& reading, Why why);
std::string describe(const PageReading& reading);

/// Marks every target i with i % every == 0 by the stroke; the expectation by target.
std::vector<MarkState> markEvery(Sheet& sheet, const PageGeometry& geometry, const Stroke& with, int every = 2);

}  // namespace kp::test
