// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ballot/form.h"
#include "election/congress.h"
#include "scanner/raster.h"

namespace kp {

/// Number and name written beside a name of the ballot, as much of them as `roomMm` holds: the whole, the whole in small letters, the number with the last words, the number.
struct LearnedNote {
  std::string text;
  double sizePt = 0;
};
LearnedNote learnedNote(std::size_t candidate, const std::string& name, double roomMm);

/// A learned page to be looked at before it is confirmed: the page as it was understood, in red each row's number and name beside its print, and the places to mark outlined. B, G, R.
Expected<Raster> learnedPicture(const Raster& reference, const PageGeometry& geometry, const std::vector<Target>& names,
                                const Contest& contest);

}  // namespace kp
