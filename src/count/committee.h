// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "election/congress.h"
#include "ledger/journal.h"

namespace kp {

/// Names trimmed, each once, in the order given; empty ones left out.
Actors eachOnce(const Actors& names);

/// Checks that these people may rule, close or reopen (domain.md §4): at least two different people of the counting committee (head or members; technical
/// staff, supervisor and secretary decide nothing), the head among them. Whether they are present is for mayAct() (access.h). Refused otherwise, naming who is wrong and who could act.
/// Names are compared exactly, NFC, after trimming.
Expected<Actors> twoOfCommittee(const Congress& congress, const Actors& names);

}  // namespace kp
