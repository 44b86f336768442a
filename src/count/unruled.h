// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "count/contest_count.h"

namespace kp {

/// True for papers that are perhaps not the committee's own – another contest's, another congress's, a code that is none of ours –: R-07, which the program only proposes.
bool proposesNotIssued(const CountedReading& reading);

/// True while a sheet in no ballot waits for the committee (domain.md ): one that may be a ballot although it could not be read, or one by R-07, on which it has not
/// ruled. Blank sheets and sheets seen before need nobody. `sheet` is an index into the pass.
bool waitsUnruled(const CountedPass& pass, std::size_t sheet);

}  // namespace kp
