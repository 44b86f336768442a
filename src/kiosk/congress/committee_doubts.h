// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStringList>
#include <vector>

#include "election/congress.h"

namespace kp::kiosk {

/// What in a committee is allowed and hardly meant, a sentence each: several heads, one name more than once (both are one person to the program, TwoPeople of
/// src/count). In the language of the screen.
QStringList committeeDoubts(const std::vector<CommitteeMember>& committee);

/// The names of `before` that are not in `after`, each once, in the order of `before`.
QStringList leftOut(const std::vector<CommitteeMember>& before, const std::vector<CommitteeMember>& after);

}  // namespace kp::kiosk
