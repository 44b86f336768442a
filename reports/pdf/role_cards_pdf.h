// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "reports/role_cards.h"

namespace kp {

/// One A4 page for each card, in type large enough to read standing (kCardPt, smaller only as far as kSmallestCardPt when a card is long). The PDF's bytes.
/// BadInput, naming the card, when one does not fit a page even so; Io as Canvas.
Expected<std::string> roleCardsPdf(const std::vector<RoleCard>& cards);

inline constexpr double kCardPt = 16, kSmallestCardPt = 13;
inline constexpr double kCardMargin = 18;  ///< mm on every side; office printers leave up to 6 mm blank

}  // namespace kp
