// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/compare/compare_model.h"

#include <algorithm>

#include "count/contest_count.h"
#include "count/passes.h"
#include "count/passes_done.h"
#include "kiosk/frame/words.h"
#include "kiosk/supervise/ballot_words.h"

namespace kp::kiosk {
namespace {

/// Ballots of a pass that wait for the committee, papers that could not be read included.
int waitingOf(const CountedContest& counted, const CountedPass& pass) {
  const ContestResult result = resultOf(counted, pass, {});
  return result.tally.undecided + result.unruledSetAside;
}

int number(const CandidateVotes& votes, Vote vote) {
  switch (vote) {
    case Vote::Yes: return votes.yes;
    case Vote::No: return votes.no;
    case Vote::High: return votes.high;
    case Vote::Medium: return votes.medium;
    case Vote::Low: return votes.low;
    case Vote::None:
    case Vote::Unsure: break;
  }
  return votes.notCounted;
}

QVariantMap row(const QString& key, const QString& name, int a, int b, bool two, int candidate, const char* vote, const char* validity) {
  return {{QStringLiteral("key"), key},
          {QStringLiteral("name"), name},
          {QStringLiteral("a"), a},
          {QStringLiteral("b"), two ? QString::number(b) : QString()},
          {QStringLiteral("same"), !two || a == b},
          {QStringLiteral("candidate"), candidate},
          {QStringLiteral("vote"), QString::fromLatin1(vote)},
          {QStringLiteral("validity"), QString::fromLatin1(validity)}};
}

std::vector<QVariantMap> rowsOf(const Contest& contest, const Tally& a, const Tally& b, bool two) {
  std::vector<QVariantMap> rows;
  rows.push_back(row(QStringLiteral("valid"), words("Phiếu hợp lệ", "Valid ballots"), a.valid, b.valid, two, -1, "", "valid"));
  rows.push_back(
      row(QStringLiteral("invalid"), words("Phiếu không hợp lệ", "Invalid ballots"), a.invalid, b.invalid, two, -1, "", "invalid"));
  rows.push_back(row(QStringLiteral("undecided"), words("Phiếu chờ kết luận", "Undecided ballots"), a.undecided, b.undecided, two, -1, "",
                     "undecided"));
  std::vector<Vote> votes = {Vote::Yes};
  if (faceOf(contest) == Face::Columns) votes = {Vote::Yes, Vote::No};
  if (faceOf(contest) == Face::Confidence) votes = {Vote::High, Vote::Medium, Vote::Low};
  for (std::size_t i = 0; i < contest.candidates.size(); ++i)
    for (const Vote vote : votes) {
      const std::string what = vote == Vote::Yes && faceOf(contest) == Face::StrikeOut ? words("phiếu bầu", "votes").toStdString()
                                                                                       : voteText(faceOf(contest), vote).toStdString();
      rows.push_back(row(QStringLiteral("%1/%2").arg(i).arg(static_cast<int>(vote)),
                         words("{0}. {1} – {2}", "{0}. {1} – {2}", i + 1, contest.candidates[i].name, what), number(a.votes[i], vote),
                         two ? number(b.votes[i], vote) : 0, two, static_cast<int>(i), toString(vote).c_str(), ""));
    }
  return rows;
}

}  // namespace

struct CompareModel::Loaded {
  QVariantList passes, differences;
  std::vector<QVariantMap> rows;
  int first = 0, second = 0, required = 2, waitingFirst = 0, waitingSecond = 0, reread = 0;
  bool perBallot = false, closed = false, any = false;
};

CompareModel::CompareModel(QObject* parent)
    : PageModel(parent), m_rows({"key", "name", "a", "b", "same", "candidate", "vote", "validity"}) {}

void CompareModel::reload() {
  const std::string id = contest();
  if (id.empty()) return;
  look(
      [id, wantFirst = m_first, wantSecond = m_second](const Ledger& ledger) -> Expected<Loaded> {
        const auto counted = loadContest(ledger, id);
        if (!counted) return tl::unexpected<Error>(counted.error());
        Loaded out;
        out.required = counted->rules.passesRequired;
        out.closed = counted->state.closed;
        const auto& all = counted->passes;
        out.any = !all.empty();
        const auto has = [&all](int pass) { return std::find(all.begin(), all.end(), pass) != all.end(); };
        out.first = has(wantFirst) ? wantFirst : all.empty() ? 1 : all.front();
        out.second = has(wantSecond) && wantSecond != out.first ? wantSecond : 0;
        for (const int pass : all)
          if (out.second == 0 && pass != out.first) out.second = pass;
        for (const int pass : all)
          out.passes.append(QVariantMap{{QStringLiteral("value"), pass}, {QStringLiteral("text"), words("Lượt {0}", "Pass {0}", pass)}});
        const auto a = loadPass(ledger, *counted, out.first);
        if (!a) return tl::unexpected<Error>(a.error());
        const auto b = loadPass(ledger, *counted, out.second > 0 ? out.second : out.first);
        if (!b) return tl::unexpected<Error>(b.error());
        out.waitingFirst = waitingOf(*counted, *a);
        out.rows =
            rowsOf(counted->contest, tally(counted->contest, a->judgements()), tally(counted->contest, b->judgements()), out.second > 0);
        if (out.second == 0) return out;
        out.waitingSecond = waitingOf(*counted, *b);
        const auto done = passesDone(ledger, *counted);
        if (!done) return tl::unexpected<Error>(done.error());
        for (const int pass : done->reread)
          if (pass == out.first || pass == out.second) out.reread = pass;
        out.perBallot = counted->contest.ballotCode == BallotCode::PerBallot && !a->keyed && !b->keyed;
        const auto differences = passDifferences(ledger, *counted, *a, *b);
        if (!differences) return tl::unexpected<Error>(differences.error());
        for (const PassDifference& difference : *differences)
          out.differences.append(QVariantMap{{QStringLiteral("text"), text(difference.what)},
                                             {QStringLiteral("first"), difference.first},
                                             {QStringLiteral("second"), difference.second}});
        return out;
      },
      [this, id](Loaded loaded) {
        if (id == contest()) show(std::move(loaded));
      });
}

void CompareModel::show(Loaded loaded) {
  m_passes = std::move(loaded.passes);
  m_differences = std::move(loaded.differences);
  m_first = loaded.first;
  m_second = loaded.second;
  m_required = loaded.required;
  m_waitingFirst = loaded.waitingFirst;
  m_waitingSecond = loaded.waitingSecond;
  m_reread = loaded.reread;
  m_perBallot = loaded.perBallot;
  m_closed = loaded.closed;
  m_anyPass = loaded.any;
  m_rows.setRows(std::move(loaded.rows));
  emit changed();
}

void CompareModel::setFirst(int pass) {
  if (pass == m_first) return;
  if (pass == m_second) m_second = m_first;
  m_first = pass;
  reload();
}

void CompareModel::setSecond(int pass) {
  if (pass == m_second) return;
  if (pass == m_first) m_first = m_second;
  m_second = pass;
  reload();
}

QString CompareModel::todo() const {
  if (!m_anyPass)
    return words("Chưa có lượt kiểm nào: hãy quét hoặc nhập phiếu trước.", "There is no pass yet: scan or key in the ballots first.");
  if (m_second == 0)
    return m_required > 1
               ? words(
                     "Mới có một lượt; quy tắc của cuộc bầu này yêu cầu {0} lượt (R-36). Hãy quét hoặc nhập lại toàn bộ phiếu thành lượt 2, rồi đối chiếu.",
                     "There is one pass so far; the rules of this contest ask for {0} (R-36). Scan or key in all ballots again as pass 2, then compare.",
                     m_required)
               : words("Quy tắc của cuộc bầu này chỉ yêu cầu một lượt kiểm.", "The rules of this contest ask for one pass only.");
  if (m_waitingFirst + m_waitingSecond > 0)
    return words("Còn phiếu chờ Ban kiểm phiếu kết luận (lượt {0}: {1}, lượt {2}: {3}). Kết luận xong cả hai lượt rồi mới đối chiếu được.",
                 "Ballots still wait for the committee (pass {0}: {1}, pass {2}: {3}). Conclude on them in both passes, then compare.",
                 m_first, m_waitingFirst, m_second, m_waitingSecond);
  if (m_differences.isEmpty() && m_reread > 0)
    return words(
        "Lượt {0} và lượt {1} khớp nhau, nhưng lượt {2} chỉ đọc lại chính các tệp ảnh của lượt trước: không tính là một lần kiểm (R-36). Hãy quét lại phiếu giấy vào "
        "một lượt khác.",
        "Pass {0} and pass {1} agree, but pass {2} only read the very image files of the pass before again: that is no count (R-36). Scan the paper again into "
        "another pass.",
        m_first, m_second, m_reread);
  if (m_differences.isEmpty())
    return words("Lượt {0} và lượt {1} khớp nhau từng số.", "Pass {0} and pass {1} agree in every number.", m_first, m_second);
  return m_perBallot
             ? words("Mở từng phiếu nêu bên dưới, xem ảnh, kết luận lại ở lượt đọc sai.",
                     "Open each ballot named below, look at the picture and rule on it in the pass that read it wrong.")
             : words(
                   "Chạm vào số khác nhau để xem các phiếu đứng sau số đó ở mỗi lượt; kết luận lại phiếu đọc sai, hoặc quét lại cả lượt 2 nếu thiếu tờ.",
                   "Tap a number that differs to see the ballots behind it in each pass; rule again on a ballot that was read wrong, or scan pass 2 again if a sheet is missing.");
}

}  // namespace kp::kiosk
