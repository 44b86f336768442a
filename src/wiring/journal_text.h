// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "count/contest_words.h"
#include "election/congress.h"
#include "election/judgement.h"
#include "ledger/journal.h"

namespace kp {

/// A journal entry in one line for people, in the process's language: what happened, to which contest (its title as it is today) and sheet, and what was entered or ruled.
/// Hashes and other text for machines stay in `journal --json`.
std::string journalSentence(const Congress& congress, const JournalEntry& entry);

/// One vote in words, by the face of the ballot ("không bầu", "đồng ý").
std::string voteWords(const Contest& contest, const std::string& vote);

/// What a ruling says of single votes ("Nguyễn Văn An: không bầu"); of many, grouped, the largest group of a whole ballot by its number ("không bầu 3 người: …; bầu 39 người còn
/// lại").
std::string votesInWords(const Contest& contest, const Ruling& ruling);

/// A ruling in words, without who made it ("Nguyễn Văn An: không bầu", "không hợp lệ theo R-08", "để riêng: …").
std::string rulingWords(const Contest& contest, const Ruling& ruling);

}  // namespace kp
