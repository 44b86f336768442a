// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "scanner/rehearsal/pens.h"

namespace kp::rehearsal {

/// A sentence or a signature where the ballot is free, or a name added to the list.
void writeExtra(Sheet& sheet, const PageGeometry& geometry, const Hand& hand, const Pen& pen, Rng& rng);
/// Ink over every code, so that none can be read.
void blotCodes(Sheet& sheet, const PageGeometry& geometry, Rng& rng);
/// Another code, of no congress at all, pasted over every code.
void foreignCodes(Sheet& sheet, const PageGeometry& geometry);
/// A large part of the sheet torn off or lying black; returns what is lost.
RectMm damage(Sheet& sheet, const PageGeometry& geometry, double backing, Rng& rng);
/// A sheet with nothing on it, as large as the given one.
Sheet blankSheet(const Sheet& like);
/// A page of other print, without marks of ours.
Sheet otherPrint(const Sheet& like, Rng& rng);
/// Two sheets that went through together: the second looks out from under the first, the picture is too long.
Sheet doubleFed(const Sheet& upper, const Sheet& lower, double backing, Rng& rng);

}  // namespace kp::rehearsal
