// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "ballot/form.h"
#include "scanner/imaging/affine.h"
#include "scanner/raster.h"

namespace kp {

/// A small gray picture with its own pixels, rows from the top, packed.
struct Gray {
  int width = 0, height = 0;
  std::vector<std::uint8_t> px;
  std::uint8_t at(int x, int y) const { return px[static_cast<std::size_t>(y) * width + x]; }
  std::uint8_t& at(int x, int y) { return px[static_cast<std::size_t>(y) * width + x]; }
  void resize(int w, int h) { width = w, height = h, px.resize(static_cast<std::size_t>(w) * h); }
};

/// Resolution at which marks are measured: 8 pixels a millimetre (203.2 dpi), so that a pixel is 1/8 mm everywhere.
inline constexpr double kPxPerMm = 8;

/// One scanned page as the measuring code sees it: gray, at less than 15 px/mm (finer scans are shrunk once by a whole number, by area), colour kept aside when there is one.
/// Coordinates are those of the view unless said otherwise.
class PageView {
 public:
  /// `pxPerMm` is a first guess of the scan's resolution, used only to decide about shrinking.
  PageView(const Raster& scan, double pxPerMm);
  ~PageView();
  PageView(PageView&&) noexcept;
  PageView& operator=(PageView&&) noexcept;

  int width() const;
  int height() const;
  const std::uint8_t* data() const;
  int stride() const;
  bool hasColour() const;
  /// The view's own pixels, in colour when there is one; valid as long as the view.
  Raster pixels() const;
  /// View pixel → pixel of the original scan.
  Point toScan(Point p) const;
  double shrink() const;  ///< view pixels a scan pixel, ≤ 1

  /// Cuts `area` (mm of the page) at `pxPerMm` by bilinear interpolation through `toView` (mm → view pixels). Pixel (u, v) of the result is centred on
  /// area + ((u + ½), (v + ½)) / pxPerMm. Outside the scan is white.
  void cut(const Affine& toView, const RectMm& area, double pxPerMm, Gray& out) const;
  /// The same by the nearest pixel, at half the cost.
  void sample(const Affine& toView, const RectMm& area, double pxPerMm, Gray& out) const;
  /// The same from the colour planes; false (and untouched outputs) without colour.
  bool cutColour(const Affine& toView, const RectMm& area, double pxPerMm, Gray& blue, Gray& green, Gray& red) const;
  /// The view's own pixels from (left, top) on, shrunk `by` a whole number, by area; `out`'s size says how many. They must lie on the view.
  void shrunk(int left, int top, int by, Gray& out) const;
  /// True when the whole area lies at least `marginPx` inside the scan.
  bool contains(const Affine& toView, const RectMm& area, double marginPx = 0) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

/// Paper level of a patch: the gray that at least `fraction` of its pixels reach or exceed… counted from the bright end; 255 for an empty patch.
int brightLevel(const Gray& patch, double fraction);

}  // namespace kp
