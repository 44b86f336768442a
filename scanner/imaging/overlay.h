// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <string>
#include <vector>

#include "ballot/form.h"
#include "scanner/imaging/page_view.h"

namespace kp {

/// A box to draw over a page, mm, with a word beside it.
struct OverlayBox {
  RectMm box;
  std::array<std::uint8_t, 3> bgr{0, 0, 255};
  std::string label{};  ///< ASCII
};

/// Writes the view as PNG with boxes laid over it through `toView`. False when the file cannot be written.
bool writeOverlay(const std::string& path, const PageView& view, const Affine& toView, const std::vector<OverlayBox>& boxes);

/// Writes a gray picture as PNG, values multiplied by `factor`. False when the file cannot be written.
bool writePicture(const std::string& path, const Gray& picture, int factor = 1);

}  // namespace kp
