// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <optional>

#include "ballot/code_payload.h"
#include "ballot/form.h"
#include "ballot/page_reading.h"
#include "scanner/imaging/homography.h"
#include "scanner/imaging/page_view.h"
#include "scanner/imaging/registration.h"

namespace kp {

/// A photographed sheet (ảnh chụp phiếu) laid flat: the page upright at kPxPerMm with a rim around it, in colour when it is.
struct Straightened {
  PageView view;          ///< of the flat page
  Affine guess;           ///< page mm → `view`
  Homography pageToScan;  ///< page mm → pixels of the photograph
  /// A box on the flat page → the upright box round it on the photograph.
  RectPx onScan(const RectPx& flat) const;
};

/// True when an affine map does not explain the sheet: it could not be placed, a square was found that does not agree with the others, or one is off by kBentMm.
bool looksBent(const Registration& reg);

/// Lays a sheet flat that was seen in perspective: a homography through the corners of both of the page's codes and then its squares.
/// nullopt unless both codes with the text `code` are seen, at least kFewestSquares squares are found and all of them agree within kFlatMm: a crumpled or torn
/// sheet is not made to look like a flat one.
std::optional<Straightened> straighten(const Raster& scan, const PageView& view, const PageGeometry& geometry, const std::string& code);

/// Of six squares; with the eight corners of the codes more than twice what determines a homography.
inline constexpr int kFewestSquares = 5;
/// Feeders bend a page by up to 0.4 mm (docs/measurements.md); a photograph from 3 % to one side leaves more.
inline constexpr double kBentMm = 0.45;
/// A flat sheet photographed by hand is explained to 0.2 mm; lenses bend by as much again. Folds in the hand give 1 mm and more.
inline constexpr double kFlatMm = 0.5;

}  // namespace kp
