// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "count/contest_count.h"
#include "election/text.h"
#include "reports/paper_data.h"

namespace kp {

/// A contest's papers' content from the congress file: result by the first pass, comparison of passes, rulings, journal, this program's version and hash.
/// Without the verification code. Call under a LanguageScope of Vietnamese: papers are always Vietnamese (36-HD/VPTW).
Expected<PaperData> paperData(const Ledger& ledger, const CountedContest& counted, const CountedPass& pass, const ContestResult& result);

/// Puts the signed statement's text and short code into the data. Refused while figures are missing.
Expected<void> addCode(const Ledger& ledger, const CountedContest& counted, const ContestResult& result, PaperData& data);

/// Entries of the journal as printed.
Expected<std::vector<JournalLine>> journalLines(const Ledger& ledger, const std::string& contest);

/// A UTC time of the ledger ("2026-11-22T15:04:05.678Z") in this machine's time zone, "2026-11-22T22:04:05"; the text unchanged when it is no such time.
std::string localTime(const std::string& utc);

}  // namespace kp
