// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "election/congress.h"

namespace kp {

/// What one person of the counting day holds in the hand: one page of large type, for somebody who does this once in five years. Always Vietnamese, as all papers.
struct RoleCard {
  struct Part {
    std::string title;
    std::vector<std::string> lines;
    bool numbered = false;  ///< steps in their order
  };
  Role role = Role::Head;
  std::string title;    ///< the role in capitals
  std::string purpose;  ///< one sentence: what the role is for
  std::vector<Part> parts;
};

/// The cards of head, member, technician, supervisor and secretary, in this order (domain.md §4, §5; names of screens as on the kiosk).
std::vector<RoleCard> roleCards();

}  // namespace kp
