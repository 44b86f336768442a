// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <opencv2/core.hpp>

#include "ballot/form.h"
#include "election/error.h"
#include "scanner/raster.h"
#include "scanner/rehearsal/rng.h"

namespace kp::rehearsal {

/// How lively a deck is; see RehearsalOptions::profile.
enum class Profile { Clean, Office, Harsh, Ambiguous, Reasons };
/// True for the profiles whose paper and scanner are those of a good office.
inline bool isOffice(Profile p) { return p == Profile::Office || p == Profile::Ambiguous || p == Profile::Reasons; }

/// Reflectance under a white lamp, 0 black … 255 white.
struct Colour {
  double r = 0, g = 0, b = 0;
  /// What a gray scanner with a white lamp sees (ITU-R BT.601 weights).
  double luma() const { return 0.299 * r + 0.587 * g + 0.114 * b; }
};

struct PointMm {
  double x = 0, y = 0;
};

/// A sheet of paper being written on: 1 or 3 channels, and where its printed millimetres lie (a copier moves them).
struct Sheet {
  cv::Mat image;
  double pxPerMm = 8;
  cv::Matx23d toPx;  ///< printed millimetres → pixels
  Colour paper{255, 255, 255};

  cv::Point2d px(PointMm p) const {
    return {toPx(0, 0) * p.x + toPx(0, 1) * p.y + toPx(0, 2), toPx(1, 0) * p.x + toPx(1, 1) * p.y + toPx(1, 2)};
  }
  double widthMm() const { return image.cols / pxPerMm; }
  double heightMm() const { return image.rows / pxPerMm; }
  cv::Rect area() const { return {0, 0, image.cols, image.rows}; }
  /// Bounding pixels of a printed rectangle, inside the image.
  cv::Rect pixels(const RectMm& box, double marginMm = 0) const;
};

/// Takes over one blank page. BadInput for an empty raster.
Expected<Sheet> sheetOf(const Raster& blank, const PageGeometry& geometry, bool colour);

/// Prints lie on paper of this colour: everything on the sheet so far is tinted.
void tint(Sheet& sheet, const Colour& paper);

/// Ink of `colour` covering `alpha` (0…1) of one pixel, over what is there: both absorb.
inline void stain(cv::Mat& image, int x, int y, const Colour& colour, double alpha) {
  if (image.channels() == 1) {
    auto& v = image.at<unsigned char>(y, x);
    v = static_cast<unsigned char>(v * (1.0 - alpha * (1.0 - colour.luma() / 255.0)) + 0.5);
    return;
  }
  auto& v = image.at<cv::Vec3b>(y, x);
  const double c[3] = {colour.b, colour.g, colour.r};
  for (int k = 0; k < 3; ++k) v[k] = static_cast<unsigned char>(v[k] * (1.0 - alpha * (1.0 - c[k] / 255.0)) + 0.5);
}

/// Light or shadow: adds `delta` gray levels to one pixel.
inline void shade(cv::Mat& image, int x, int y, double delta) {
  if (image.channels() == 1) {
    auto& v = image.at<unsigned char>(y, x);
    v = cv::saturate_cast<unsigned char>(v + delta);
    return;
  }
  auto& v = image.at<cv::Vec3b>(y, x);
  for (int k = 0; k < 3; ++k) v[k] = cv::saturate_cast<unsigned char>(v[k] + delta);
}

/// A colour as OpenCV wants it for this image.
inline cv::Scalar scalarOf(const cv::Mat& image, const Colour& c) {
  return image.channels() == 1 ? cv::Scalar(c.luma()) : cv::Scalar(c.b, c.g, c.r);
}

/// The paper's tooth: smooth chance in 0…1 over the sheet, cells of about 0.16 mm (the grain pencil lead catches on). Same place, same value.
double tooth(double xMm, double yMm, std::uint32_t salt);

/// Slow chance over the sheet in 0…1, cells of `cellMm`, blended smoothly: uneven ink, stains, toner.
double cloud(double xMm, double yMm, double cellMm, std::uint32_t salt);

/// Do two rectangles share more than their edges?
bool overlaps(const RectMm& a, const RectMm& b);

}  // namespace kp::rehearsal
