// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "ledger/ledger.h"

namespace kp {

/// What the journal keeps of the images of a rehearsal deck (xấp phiếu chạy thử), for rehearsal-made's `after`: the first 64 bits of each image's hash.
/// The ballots of a rehearsal carry the file's own codes, so nothing else tells their images from those of ballots that were issued.
std::string rehearsalImages(const std::vector<Digest>& images);

/// The sheets of a contest, in id order, whose image is of a rehearsal made from this file (or from the file this one is a copy of). Paper printed from a rehearsal and
/// scanned anew is not known by this.
Expected<std::vector<int>> rehearsalSheets(const Ledger& ledger, const std::string& contest);

/// What to tell people who scan or close when there are such sheets; "" when there are none.
std::string rehearsalWarning(const std::vector<int>& sheets);

}  // namespace kp
