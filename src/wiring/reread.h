// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ledger/ledger.h"

namespace kp {

/// The pass (lượt kiểm) that files about to be scanned into `pass` belong to already: another pass of the contest that holds each of the first of them, byte for byte.
/// Fewer than kSameFilesAsked images count only while `pass` holds none: a sheet that was scanned again alone is given to both passes (passes_done.h). Reading them again is no second count (R-36; passes_done.h), so people are told before anything is taken in. nullopt for a new pile, and where there is no other pass.
/// Errors as FileSource and the ledger.
Expected<std::optional<int>> passOfSameFiles(const Ledger& ledger, const std::string& contest, int pass,
                                             const std::vector<std::string>& sources);

inline constexpr int kSameFilesAsked =
    5;  ///< a sheet scanned again alone may have been given to both passes; that the first five of a pile were cannot be chance

}  // namespace kp
