// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/verify.h"

#include "election/text.h"
#include "ledger/journal_rows.h"
#include "ledger/journal_tail.h"

namespace kp {

void verifyEntries(const std::vector<JournalEntry>& entries, ChainCheck& check) {
  Digest previous{};
  int seq = 0;
  for (const JournalEntry& entry : entries) {
    if (entry.seq != seq + 1)
      check.findings.push_back(
          {entry.seq, entry.sheet,
           trf("Nhật ký thiếu các mục từ {0} đến {1}.", "The journal lacks the entries {0} to {1}.", seq + 1, entry.seq - 1)});
    else if (entry.hash != entryHash(previous, entry))
      check.findings.push_back({entry.seq, entry.sheet,
                                trf("Mục {0} của nhật ký đã bị sửa, hoặc mục trước nó đã bị thay.",
                                    "Entry {0} of the journal was changed, or the one before it was replaced.", entry.seq)});
    seq = entry.seq;
    previous = entry.hash;
  }
  if (entries.empty() || entries.front().event != toString(Event::CongressCreated))
    check.findings.push_back(
        {std::nullopt, std::nullopt,
         tr("Nhật ký không bắt đầu bằng việc lập tệp đại hội.", "The journal does not begin with the creation of the congress file.")});
  check.entries = static_cast<int>(entries.size());
}

const JournalEntry* entryOf(const std::vector<JournalEntry>& entries, int seq, Event event) {
  for (const JournalEntry& entry : entries)
    if (entry.seq == seq) return entry.event == toString(event) ? &entry : nullptr;
  return nullptr;
}

VerifyMeter::VerifyMeter(Store& store, const VerifyProgress& progress) : m_progress(progress) {
  if (!progress) return;
  // Lengths are in the rows' headers: SQLite reads no picture for this.
  Query sources(store, "SELECT COALESCE(SUM(length(bytes)), 0) FROM sources");
  if (sources.step()) m_total += static_cast<std::uint64_t>(sources.integer64(0));
  Query entries(store, "SELECT COUNT(*) FROM journal");
  if (entries.step()) m_entries = static_cast<std::uint64_t>(entries.integer64(0));
  m_total += m_entries * (kEntryVerifyBytes + kEntryChecks * kEntryCheckBytes);
  Query sheets(store, "SELECT COUNT(*) FROM sheets");
  if (sheets.step()) m_total += static_cast<std::uint64_t>(sheets.integer64(0)) * kSheetVerifyBytes;
}

void VerifyMeter::add(std::uint64_t bytes) {
  m_done += bytes;
  if (m_progress && !m_progress(m_done, m_total)) throw Stopped{};
}

void VerifyMeter::addCheck() { add(m_entries * kEntryCheckBytes); }

Expected<ChainCheck> JournalRepository::verifyChain(const VerifyProgress& progress) const {
  return reading(*m_store, [&]() -> Expected<ChainCheck> {
    try {
      ChainCheck check;
      VerifyMeter meter(*m_store, progress);
      std::vector<JournalEntry> entries;
      eachEntry(*m_store, [&](const JournalEntry& entry) {
        entries.push_back(entry);
        meter.add(kEntryVerifyBytes);
      });
      verifyEntries(entries, check);
      verifyTail(*m_store, entries, check);
      verifySources(*m_store, check, meter);
      verifySheets(*m_store, entries, check, meter);
      verifyLearned(*m_store, entries, check);
      for (const auto part : {verifyRulings, verifyKeyed, verifyPeople, verifyDefinition}) {
        part(*m_store, entries, check);
        meter.addCheck();
      }
      check.head = toHex(entries.empty() ? Digest{} : entries.back().hash);
      return check;
    } catch (const VerifyMeter::Stopped&) {
      return fail(ErrorKind::Refused,
                  tr("Đã dừng kiểm tra theo yêu cầu; tệp không bị động đến. Chưa biết chuỗi nhật ký có nguyên vẹn hay không.",
                     "Verifying was stopped as asked; the file was not touched. Whether the chain is sound is not known yet."));
    }
  });
}

}  // namespace kp
