// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ballot/form.h"
#include "election/congress.h"
#include "scanner/raster.h"

namespace kp {

/// A learned page to be looked at before it is confirmed: the page as it was understood, in red each row's number and name beside its print, and the places to mark outlined. B, G, R.
Expected<Raster> learnedPicture(const Raster& reference, const PageGeometry& geometry, const std::vector<Target>& names,
                                const Contest& contest);

}  // namespace kp
