// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "ballot/form.h"

namespace kp {

/// The geometry of a contest's ballot ("kiemphieu-geometry/1" of interfaces.md), millimetres rounded to 0.001. `contest` gives the ids of the candidates
/// the form's targets stand for; a target beyond its list is a programming error and stops the program.
std::string geometryJson(const BallotForm& form, const Contest& contest);

}  // namespace kp
