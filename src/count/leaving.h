// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "ledger/ledger.h"

// Leaving the kiosk for the operating system (rời chương trình): the technical staff's, with a PIN, and journalled (a signed-out entry whose details are {"left":"system"}).
namespace kp {

/// Whose PIN opens the way out while this file is open.
struct Leavers {
  std::vector<std::string> people;  ///< technical staff with a PIN; where none has one, heads with a PIN
  bool technician = false;          ///< `people` are technical staff: then nobody else is asked
};
Expected<Leavers> whoMayLeave(const Ledger& ledger);

/// Proves the PIN of one of whoMayLeave() and journals that this person left. Refused as signIn(), or for anybody else.
Expected<void> leave(Ledger& ledger, const std::string& name, const std::string& pin);
/// Journals that somebody left who proved the machine's own PIN, or none because there is none anywhere. Refused where technical staff have PINs.
Expected<void> leaveUnnamed(Ledger& ledger);

}  // namespace kp
