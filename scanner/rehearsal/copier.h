// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "scanner/rehearsal/sheet.h"

namespace kp::rehearsal {

/// An office copier and the master lying on its glass; the same for all copies of a run.
struct Copier {
  double scale = 1;               ///< 0.94 … 1.03
  double rotation = 0;            ///< degrees
  double shiftX = 0, shiftY = 0;  ///< mm
  double bold = 0;                ///< > 0 fattens print, < 0 thins it; mm of edge moved
  double veil = 0;                ///< gray laid over the page, growing to one side
  double veilAngle = 0;
  double toner = 1;      ///< 1 full black … 0.5 pale
  double dropouts = 0;   ///< share of print lost in patches
  double bandLevel = 0;  ///< a pale band along the drum
  double bandAt = 0.5;
  int specks = 0;
  std::uint32_t salt = 0;
};

Copier pickCopier(Rng& rng, bool harsh);

/// The copy of a printed sheet; its toPx says where the print has moved to.
void copySheet(Sheet& sheet, const Copier& copier, Rng& rng);

}  // namespace kp::rehearsal
