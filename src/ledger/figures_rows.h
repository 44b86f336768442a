// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ledger/store.h"

namespace kp {

/// The figures of a contest as stored. Internal to src/ledger; throws SQLite::Exception.
Figures loadFigures(Store& store, const std::string& contest);

}  // namespace kp
