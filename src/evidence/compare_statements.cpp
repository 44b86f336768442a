// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "election/text.h"
#include "evidence/statement.h"

namespace kp {
namespace {

std::string kindText(ContestKind kind) {
  switch (kind) {
    case ContestKind::Election: return tr("phiếu bầu cử", "election");
    case ContestKind::Opinion: return tr("phiếu xin ý kiến", "opinion poll");
    case ContestKind::Confidence: return tr("phiếu tín nhiệm", "confidence vote");
  }
  return {};
}

/// Collects the differences of two statements; each line names both sides.
struct Differences {
  const std::string& aName;
  const std::string& bName;
  std::vector<std::string> lines{};

  template <typename T>
  void value(const std::string& what, const T& a, const T& b) {
    if (a != b) lines.push_back(trf("{0}: {1} ghi {2}, {3} ghi {4}.", "{0}: {1} {2}, {3} {4}.", what, aName, a, bName, b));
  }

  void candidate(std::size_t index, const std::string& what, int a, int b) {
    if (a != b)
      lines.push_back(trf("Người số {0} trên phiếu, {1}: {2} ghi {3}, {4} ghi {5}.", "Candidate {0}, {1}: {2} {3}, {4} {5}.", index + 1,
                          what, aName, a, bName, b));
  }
};

void compareVotes(Differences& out, const Statement& a, const Statement& b, Face face) {
  for (std::size_t i = 0; i < std::min(a.votes.size(), b.votes.size()); ++i) {
    const auto &x = a.votes[i], &y = b.votes[i];
    out.candidate(i, a.kind == ContestKind::Election ? tr("số phiếu", "votes") : tr("đồng ý", "in favour"), x.yes, y.yes);
    // On a strike-out ballot nobody disagrees with a name: it is struck, and so not voted for.
    out.candidate(i, face == Face::StrikeOut ? tr("không bầu", "not voted for") : tr("không đồng ý", "against"), x.no, y.no);
    out.candidate(i, tr("tín nhiệm cao", "high confidence"), x.high, y.high);
    out.candidate(i, tr("tín nhiệm", "confidence"), x.medium, y.medium);
    out.candidate(i, tr("tín nhiệm thấp", "low confidence"), x.low, y.low);
    out.candidate(i, tr("không tính", "not counted"), x.notCounted, y.notCounted);
  }
}

void compareElected(Differences& out, const Statement& a, const Statement& b) {
  const auto in = [](const Statement& s, std::size_t i) { return std::find(s.elected.begin(), s.elected.end(), i) != s.elected.end(); };
  for (std::size_t i = 0; i < std::max(a.votes.size(), b.votes.size()); ++i) {
    if (in(a, i) == in(b, i)) continue;
    out.lines.push_back(trf("Người số {0} trên phiếu: {1} ghi trúng cử, {2} không ghi.", "Candidate {0}: elected in {1}, not in {2}.",
                            i + 1, in(a, i) ? out.aName : out.bName, in(a, i) ? out.bName : out.aName));
  }
}

}  // namespace

std::vector<std::string> compareStatements(const Statement& a, const std::string& aName, const Statement& b, const std::string& bName,
                                           Face face) {
  Differences out{aName, bName};
  out.value(tr("Đại hội", "Congress"), a.congress, b.congress);
  out.value(tr("Cuộc bầu", "Contest"), a.contest, b.contest);
  out.value(tr("Lần bầu", "Round"), a.round, b.round);
  out.value(tr("Loại phiếu", "Kind of contest"), kindText(a.kind), kindText(b.kind));
  out.value(tr("Số triệu tập", "Convened"), a.convened, b.convened);
  out.value(tr("Số có mặt", "Present"), a.present, b.present);
  out.value(tr("Số phiếu phát ra", "Ballots issued"), a.issued, b.issued);
  out.value(tr("Số phiếu thu về", "Ballots returned"), a.returned, b.returned);
  out.value(tr("Số phiếu hợp lệ", "Valid ballots"), a.valid, b.valid);
  out.value(tr("Số phiếu không hợp lệ", "Invalid ballots"), a.invalid, b.invalid);
  out.value(tr("Số làm căn cứ tính kết quả", "Base of the result"), a.base, b.base);
  out.value(tr("Số người trên phiếu", "Names on the ballot"), a.votes.size(), b.votes.size());
  compareVotes(out, a, b, face);
  compareElected(out, a, b);
  if (a.journalHead != b.journalHead)
    out.lines.push_back(trf(
        "Nhật ký: {0} và {1} không cùng một mốc cuối; sau khi lập biên bản có việc đã ghi thêm hoặc nhật ký đã khác đi.",
        "Journal: {0} and {1} do not end at the same entry; something was recorded after the minutes were made, or the journal differs.",
        aName, bName));
  return out.lines;
}

}  // namespace kp
