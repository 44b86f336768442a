// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "election/text.h"
#include "ledger/verify.h"

namespace kp {
namespace {

constexpr std::size_t kHexDigits = 64;

/// The hashes of the blanks that a learned form's text names ("blank": "…"): the only runs of 64 hex digits in it (formats/learned_form_json).
std::vector<Digest> blanksIn(const std::string& form) {
  static const std::string kHex = "0123456789abcdef";
  std::vector<Digest> blanks;
  for (std::size_t at = 0; (at = form.find_first_of(kHex, at)) != std::string::npos;) {
    const std::size_t end = std::min(form.find_first_not_of(kHex, at), form.size());
    if (end - at == kHexDigits)
      if (const auto digest = digestFromHex(form.substr(at, kHexDigits))) blanks.push_back(*digest);
    at = end;
  }
  return blanks;
}

}  // namespace

void verifyLearned(Store& store, const std::vector<JournalEntry>& entries, ChainCheck& check) {
  std::map<std::string, const JournalEntry*> inForce;
  for (const JournalEntry& entry : entries)
    if (entry.event == toString(Event::BallotLearned)) inForce[entry.contest] = &entry;
  for (const auto& [contest, entry] : inForce)
    for (const Digest& blank : blanksIn(entry->after)) {
      Query row(store, "SELECT 1 FROM sources WHERE hash = ?1");
      if (row.with(blank).step()) continue;
      check.findings.push_back(
          {entry->seq, std::nullopt,
           trf("Không còn phiếu trắng của mẫu in sẵn cuộc bầu “{0}” (mục {1} của nhật ký): không đọc phiếu theo mẫu này được.",
               "The blank of the learned form of “{0}” is gone (journal entry {1}): ballots cannot be read by it.", contest, entry->seq)});
    }
}

}  // namespace kp
