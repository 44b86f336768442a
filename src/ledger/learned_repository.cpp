// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/learned_repository.h"

#include "election/text.h"
#include "ledger/definition_rows.h"
#include "ledger/journal_rows.h"

namespace kp {

Expected<std::optional<std::string>> LearnedRepository::of(const std::string& contest) const {
  return reading(*m_store, [&]() -> Expected<std::optional<std::string>> {
    Query row(*m_store, "SELECT after FROM journal WHERE event = ?1 AND contest = ?2 ORDER BY seq DESC LIMIT 1");
    if (!row.with(toString(Event::BallotLearned), contest).step() || row.text(0).empty()) return std::optional<std::string>();
    return std::optional<std::string>(row.text(0));
  });
}

Expected<void> LearnedRepository::save(const std::string& contest, const std::string& text, std::span<const SourceFile> blanks,
                                       const std::string& details, const Actors& by) {
  return acting(*m_store, [&]() -> Expected<void> {
    if (auto open = requireOpen(*m_store, contest); !open) return open;
    // A sheet that nobody knew (no marks) hangs on no form: it must not bar the way back from one that is out of date.
    Query read(
        *m_store,
        "SELECT 1 FROM sheets WHERE (contest = ?1 OR read_contest = ?1) AND EXISTS (SELECT 1 FROM marks WHERE marks.sheet = sheets.id) "
        "UNION ALL SELECT 1 FROM keyed_entries WHERE contest = ?1 LIMIT 1");
    if (read.with(contest).step())
      return fail(ErrorKind::Refused,
                  trf("Đã nhận phiếu của cuộc bầu “{0}” nên không thay đổi mẫu phiếu được nữa; chưa có gì thay đổi.",
                      "Ballots of “{0}” were taken in, so its form cannot be changed any more; nothing was changed.", contest));
    for (const SourceFile& blank : blanks)
      Query(*m_store, "INSERT INTO sources (hash, bytes) VALUES (?1, ?2) ON CONFLICT (hash) DO NOTHING")
          .with(blank.hash(), std::string_view(blank.bytes()))
          .run();
    JournalDraft draft{Event::BallotLearned, by, contest};
    draft.after = text;
    draft.details = details;
    writeEntry(*m_store, draft);
    return {};
  });
}

Expected<std::string> LearnedRepository::blank(const std::string& hash) const {
  return reading(*m_store, [&]() -> Expected<std::string> {
    const auto digest = digestFromHex(hash);
    Query row(*m_store, "SELECT bytes FROM sources WHERE hash = ?1");
    if (!digest || !row.with(*digest).step())
      return fail(ErrorKind::NotFound, tr("Không còn ảnh phiếu trắng của mẫu in sẵn trong tệp. Hãy kiểm tra tệp bằng lệnh verify.",
                                          "The blank of the learned form is not in the file. Check the file with verify."));
    std::string bytes(row.bytes(0));
    if (hashOf(bytes) != *digest)
      return fail(ErrorKind::Damaged, tr("Ảnh phiếu trắng của mẫu in sẵn đã bị sửa. Hãy dùng bản sao lưu của tệp đại hội.",
                                         "The blank of the learned form was changed. Use a backup of the congress file."));
    return bytes;
  });
}

}  // namespace kp
