// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "ballot/form.h"
#include "scanner/code/qr.h"
#include "scanner/imaging/affine.h"
#include "scanner/imaging/page_view.h"

namespace kp {

/// A code found on the view and where, by its own corners, the page then lies.
struct FoundCode {
  std::string text;
  std::array<Point, 4> corners;    ///< on the view, in the code's own order
  Affine guess;                    ///< page mm → view pixels, good to about 1 % of the distance from the code
  std::vector<PointPair> anchors;  ///< the centre of the code
};

/// Looks for the page's code: at the places where `geometry` prints it, for the page lying upright or upside down on the scan, then turned by a quarter,
/// then (`everywhere`) anywhere on the scan. `accept` tells whether a text is a code of ours; the first accepted one is returned.
/// `strangers` gets the texts of other codes met.
std::optional<FoundCode> findCode(const PageView& view, const PageGeometry& geometry, bool everywhere,
                                  bool (*accept)(const std::string&, const void*), const void* context,
                                  std::vector<std::string>& strangers);

/// The same code taken as one of another page's: a congress may have ballots of several sizes of paper, and which it is stands in the code.
FoundCode placeOn(const FoundCode& code, const PageView& view, const PageGeometry& geometry);

/// How the page would lie if it filled the scan, turned by `quarterTurns` × 90° clockwise.
Affine fillingGuess(const PageView& view, const PageGeometry& geometry, int quarterTurns);

}  // namespace kp
