// SPDX-License-Identifier: GPL-3.0-or-later
#include <sodium.h>

#include <algorithm>
#include <map>

#include "election/text.h"
#include "ledger/definition_rows.h"
#include "ledger/figures_rows.h"
#include "ledger/json_text.h"
#include "ledger/verify.h"

namespace kp {
namespace {

/// The newest entry for which `wanted` holds.
template <typename Wanted>
const JournalEntry* newest(const std::vector<JournalEntry>& entries, Wanted&& wanted) {
  const auto found = std::find_if(entries.rbegin(), entries.rend(), wanted);
  return found == entries.rend() ? nullptr : &*found;
}

std::optional<int> seqOf(const JournalEntry* entry) { return entry ? std::optional<int>(entry->seq) : std::nullopt; }

void verifyLists(Store& store, const std::vector<JournalEntry>& entries, ChainCheck& check) {
  const JournalEntry* entry = newest(entries, [](const JournalEntry& e) {
    return e.event == toString(Event::CongressCreated) || e.event == toString(Event::CongressChanged) ||
           e.event == toString(Event::RulesChanged);
  });
  if (entry && entry->details == definitionDetails(store)) return;
  check.findings.push_back(
      {seqOf(entry), std::nullopt,
       tr("Thông tin đại hội, danh sách bầu cử, Ban kiểm phiếu, quy tắc hoặc khóa công khai đã bị sửa ngoài chương trình.",
          "The congress, the lists, the committee, the rules or the public key were changed behind the program's back.")});
}

void verifyFigures(Store& store, const std::string& contest, const std::vector<JournalEntry>& entries, ChainCheck& check) {
  const JournalEntry* entry =
      newest(entries, [&](const JournalEntry& e) { return e.event == toString(Event::FiguresSet) && e.contest == contest; });
  // A contest dropped and made anew has no figures although an entry speaks of some.
  const std::string now = canonicalText(loadFigures(store, contest)), none = canonicalText(Figures{});
  Query row(store, "SELECT 1 FROM figures WHERE contest = ?1");
  const bool kept = row.with(contest).step();
  if (entry ? (kept ? entry->after == now
                    : newest(entries,
                             [&](const JournalEntry& e) { return e.event == toString(Event::CongressChanged) && e.seq > entry->seq; }) !=
                          nullptr)
            : now == none)
    return;
  check.findings.push_back({seqOf(entry), std::nullopt,
                            trf("Số liệu của cuộc bầu “{0}” đã bị sửa ngoài chương trình.",
                                "The figures of the contest “{0}” were changed behind the program's back.", contest)});
}

void verifyStates(Store& store, const std::vector<JournalEntry>& entries, ChainCheck& check) {
  std::map<int, std::pair<std::string, bool>> states;
  Query row(store, "SELECT entry, contest, closed FROM contest_states");
  while (row.step()) states[row.integer(0)] = {row.text(1), row.integer(2) != 0};
  std::size_t met = 0;
  for (const JournalEntry& entry : entries) {
    const bool closed = entry.event == toString(Event::ContestClosed);
    if (!closed && entry.event != toString(Event::ContestReopened)) continue;
    const auto state = states.find(entry.seq);
    if (state != states.end() && state->second == std::pair(entry.contest, closed)) {
      ++met;
      continue;
    }
    check.findings.push_back({entry.seq, std::nullopt,
                              trf("Trạng thái chốt của cuộc bầu “{0}” khác với mục {1} của nhật ký.",
                                  "The closed or open state of “{0}” is not that of journal entry {1}.", entry.contest, entry.seq)});
  }
  if (met != states.size())
    check.findings.push_back(
        {std::nullopt, std::nullopt,
         tr("Có trạng thái chốt không được ghi trong nhật ký.", "There is a closed or open state that the journal does not know.")});
}

/// In a copy for handing on there are none, and no PINs either.
void verifySecrets(Store& store, ChainCheck& check) {
  Query kept(store, "SELECT (SELECT COUNT(*) FROM secrets WHERE name IN ('code-key', 'sign-secret')), (SELECT COUNT(*) FROM pins)");
  if (kept.step() && kept.integer(0) != 2 && kept.integer(0) + kept.integer(1) > 0)
    check.findings.push_back(
        {std::nullopt, std::nullopt,
         tr("Khóa bí mật của tệp đã bị xóa ngoài chương trình (bản sao để bàn giao thì không còn khóa và mã cá nhân nào).",
            "A secret key of the file was removed behind the program's back (a copy for handing on has no keys and no PINs "
            "at all).")});
  Query code(store, "SELECT value, code_key_hash FROM secrets, public_key WHERE name = 'code-key'");
  if (code.step() && hashOf(code.bytes(0)) != code.digest(1))
    check.findings.push_back({std::nullopt, std::nullopt,
                              tr("Khóa của mã trên phiếu đã bị thay ngoài chương trình.",
                                 "The key of the ballot codes was replaced behind the program's back.")});
  Query secret(store, "SELECT value, sign_public FROM secrets, public_key WHERE name = 'sign-secret'");
  if (!secret.step()) return;
  const std::string_view value = secret.bytes(0);
  const Digest publicKey = secret.digest(1);
  if (value.size() != crypto_sign_SECRETKEYBYTES ||
      !std::equal(publicKey.begin(), publicKey.end(), reinterpret_cast<const std::uint8_t*>(value.data()) + 32))
    check.findings.push_back({std::nullopt, std::nullopt,
                              tr("Khóa ký bí mật không khớp khóa công khai.", "The secret signing key does not match the public key.")});
}

}  // namespace

void verifyDefinition(Store& store, const std::vector<JournalEntry>& entries, ChainCheck& check) {
  try {
    verifyLists(store, entries, check);
  } catch (const StoredNonsense& found) {
    check.findings.push_back({std::nullopt, std::nullopt, found.what});
  }
  Query contest(store, "SELECT id FROM contests ORDER BY place");
  while (contest.step()) verifyFigures(store, contest.text(0), entries, check);
  verifyStates(store, entries, check);
  verifySecrets(store, check);
}

}  // namespace kp
