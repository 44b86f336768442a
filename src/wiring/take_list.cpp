// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiring/take_list.h"

#include <algorithm>

#include "count/closing.h"
#include "count/setup.h"
#include "election/text.h"
#include "ledger/hash.h"
#include "scanner/source/page_source.h"

namespace kp {
namespace {

std::string kindText(ListKind kind) {
  switch (kind) {
    case ListKind::Candidates: return tr("danh sách bầu cử", "list of candidates");
    case ListKind::Committee: return tr("danh sách Ban kiểm phiếu", "list of the committee");
    case ListKind::Delegates: return tr("danh sách đại biểu, đảng viên", "list of delegates or members");
  }
  return {};
}

}  // namespace

Expected<ReadList> readList(const std::filesystem::path& file, ListKind kind, CongressKind congress, const std::string& sheet) {
  const auto bytes = readFile(file);
  if (!bytes) return tl::unexpected<Error>(bytes.error());
  const auto table = readTable(*bytes, file.filename().string(), sheet);
  if (!table) return tl::unexpected<Error>(table.error());
  ReadList list;
  list.kind = kind;
  list.hash = toHex(hashOf(*bytes));
  list.preview = kind == ListKind::Candidates  ? previewCandidates(*table)
                 : kind == ListKind::Committee ? previewCommittee(*table)
                                               : previewDelegates(*table, congress);
  return list;
}

Expected<int> takeCommittee(Ledger& ledger, const ReadList& list, bool suggestedNames, bool replace, const Actors& by) {
  auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  const std::vector<CommitteeMember> before = congress->committee;
  if (replace) congress->committee.clear();
  const auto there = [](const std::vector<CommitteeMember>& in, const CommitteeMember& person) {
    return std::find_if(in.begin(), in.end(), [&](const CommitteeMember& m) { return m.name == person.name && m.role == person.role; });
  };
  int added = 0;
  for (const CommitteeMember& person : committeeOf(list.preview, suggestedNames)) {
    if (there(congress->committee, person) != congress->committee.end()) continue;
    const auto known = there(before, person);  // a list does not say who introduced technical staff: what was entered stays
    congress->committee.push_back(known == before.end() ? person : *known);
    ++added;
  }
  if (added > 0 || replace)
    if (const auto saved = saveCongress(ledger, *congress, by); !saved) return tl::unexpected<Error>(saved.error());
  if (const auto noted = noteList(ledger, list, {}, by); !noted) return tl::unexpected<Error>(noted.error());
  return added;
}

Expected<int> takeDelegates(Ledger& ledger, const ReadList& list, const std::vector<std::string>& contests, const Actors& by) {
  int entered = 0;
  for (const std::string& contest : contests) {
    const auto figures = enterFigures(ledger, contest, list.preview.delegates.proposed, by);
    if (!figures) return tl::unexpected<Error>(figures.error());
    if (const auto noted = noteList(ledger, list, contest, by); !noted) return tl::unexpected<Error>(noted.error());
    ++entered;
  }
  return entered;
}

Expected<void> noteList(Ledger& ledger, const ReadList& list, const std::string& contest, const Actors& by) {
  const auto noted = ledger.journal().append({Event::ListImported,
                                              by,
                                              contest,
                                              std::nullopt,
                                              {},
                                              {},
                                              trf("{0}, tệp {1}: {2} Mã băm {3}", "{0}, file {1}: {2} Hash {3}", kindText(list.kind),
                                                  list.preview.fileName, list.preview.summary(), list.hash)});
  if (!noted) return tl::unexpected<Error>(noted.error());
  return {};
}

}  // namespace kp
