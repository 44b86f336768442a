// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QVariantMap>

#include "kiosk/supervise/ballot_view.h"

namespace kp::kiosk {

/// The rule cited for a ballot and what is proposed, as it was read: {rule, ruleText, ruleSource, proposal}, each "" where there is none.
QVariantMap noteOf(const Ballots& ballots, const BallotRef& ref);
/// The same for what answers come to: `judgement` with them.
QVariantMap noteOf(const Judgement& judgement);

/// The place in the pass of the sheet that this one is perhaps the same paper as (by the handwriting); nullopt when there is no such suspicion.
std::optional<std::size_t> twinOf(const Ballots& ballots, std::size_t index);

}  // namespace kp::kiosk
