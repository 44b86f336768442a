// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <opencv2/core.hpp>
#include <string>

#include "ballot/form.h"
#include "scanner/imaging/affine.h"
#include "scanner/imaging/page_view.h"
#include "scanner/raster.h"

namespace kp::test {

/// A sheet drawn in millimetres at 16 pixels a millimetre (what references are), and its scans.
class Paper {
 public:
  explicit Paper(bool colour = false, double widthMm = 210, double heightMm = 297);

  void fill(const RectMm& area, const cv::Scalar& colour = cv::Scalar::all(0));
  void line(Point from, Point to, double widthMm, const cv::Scalar& colour = cv::Scalar::all(0));
  void ring(Point centre, double radiusMm, double widthMm, const cv::Scalar& colour = cv::Scalar::all(0));
  /// Letters filling a box of a name: capitals from a fifth below its top to its baseline at four fifths.
  void text(const RectMm& box, const std::string& letters, const cv::Scalar& colour = cv::Scalar::all(0));

  /// The sheet itself, gray.
  Raster reference() const;
  /// What a scanner makes of it when the page's millimetres lie as `toScan` says (pixel centres at whole numbers); `backing` where there is no paper.
  Raster scan(const Affine& toScan, int width, int height, double backing = 255) const;
  /// Upright, filling the scan.
  Raster scan(double pxPerMm = kPxPerMm) const;

 private:
  cv::Mat m_px;
};

/// The map of an upright page that fills its scan.
Affine upright(double pxPerMm = kPxPerMm);
/// A page of `pxPerMm` turned clockwise by `degrees` about its own centre, the centre lying at `centre` on the scan.
Affine turned(double degrees, double pxPerMm, Point centre, double widthMm = 210, double heightMm = 297);
/// first, then second.
Affine chain(const Affine& first, const Affine& second);

Raster rasterOf(const cv::Mat& px);

/// Six squares of 3 mm and two code places, as on our ballots of A4.
PageGeometry ballotGeometry();

}  // namespace kp::test
