// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/unruled.h"

#include <algorithm>

namespace kp {
namespace {

bool hasAny(const CountedReading& reading, std::initializer_list<Why> whys) {
  return std::any_of(reading.reasons.begin(), reading.reasons.end(),
                     [whys](const Reason& r) { return std::find(whys.begin(), whys.end(), r.why) != whys.end(); });
}

}  // namespace

bool proposesNotIssued(const CountedReading& reading) { return hasAny(reading, {Why::OtherContest, Why::CodeNotOurs}); }

bool waitsUnruled(const CountedPass& pass, std::size_t sheet) {
  if (pass.assembly.ballotOf[sheet] || !pass.readings[sheet].rulings.empty() || !pass.assembly.added[sheet].empty()) return false;
  return !hasAny(pass.readings[sheet].reading, {Why::BlankSheet, Why::SeenBefore});
}

}  // namespace kp
