// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/result/result_model.h"

#include <algorithm>

#include "count/closing.h"
#include "count/rehearsed.h"
#include "count/setup.h"
#include "kiosk/figures/figures_text.h"
#include "kiosk/frame/words.h"

namespace kp::kiosk {
namespace {

struct Loaded {
  ResultLook look;
  QString nextText, rehearsed;
};

/// What the next round would be, asked of the use case that makes it.
QString nextRoundText(const ResultLook& look) {
  if (!look.closed()) return {};
  const auto next = nextRoundOf(look.contest(), look.counted.rules, look.result.outcome);
  if (!next || look.nextRoundThere) return {};
  if (next->runOff)
    return words("Vòng {0}: bầu {1} người trong {2} người bằng phiếu; ai nhiều phiếu hơn thì trúng cử, không cần quá bán.",
                 "Round {0}: {1} of the {2} tied; most votes win, no majority asked.", next->round, next->seats, next->candidates.size());
  return words("Vòng {0}: bầu thêm {1} người trong {2} người chưa trúng cử. Đại hội có thể sửa danh sách ở bước “Cuộc bầu”.",
               "Round {0}: {1} more among the {2} not elected. The congress may change the list at step \"Contest\".", next->round,
               next->seats, next->candidates.size());
}

Expected<Loaded> load(const Ledger& ledger, const std::string& contest) {
  auto look = lookAtResult(ledger, contest);
  if (!look) return tl::unexpected<Error>(look.error());
  const auto rehearsed = rehearsalSheets(ledger, contest);
  if (!rehearsed) return tl::unexpected<Error>(rehearsed.error());
  Loaded out{std::move(*look), {}, text(rehearsalWarning(*rehearsed))};
  out.nextText = nextRoundText(out.look);
  return out;
}

QString otherVotes(const Contest& contest, const CandidateVotes& votes) {
  if (contest.kind == ContestKind::Confidence)
    return words("Tín nhiệm {0} · thấp {1} · không tính {2}", "Medium {0} · low {1} · not counted {2}", votes.medium, votes.low,
                 votes.notCounted);
  if (faceOf(contest) == Face::Columns)
    return words("Không đồng ý {0} · không tính {1}", "Against {0} · not counted {1}", votes.no, votes.notCounted);
  return {};
}

const StepStatus* stepOf(const ResultLook& look, DayStep step) {
  const auto found = std::find_if(look.day.begin(), look.day.end(), [step](const StepStatus& s) { return s.step == step; });
  return found == look.day.end() ? nullptr : &*found;
}

QString goText(DayStep step) {
  switch (step) {
    case DayStep::Figures: return words("Nhập số liệu", "Enter figures");
    case DayStep::Scan: return words("Quét phiếu", "Scan");
    case DayStep::KeyIn: return words("Nhập phiếu", "Key in");
    case DayStep::Adjudicate: return words("Xem phiếu", "See ballots");
    case DayStep::Compare: return words("Đối chiếu", "Compare");
    default: break;
  }
  return words("Cuộc bầu", "Contest");
}

}  // namespace

ResultModel::ResultModel(QObject* parent)
    : PageModel(parent), m_rows({"candidate", "number", "name", "votes", "percent", "detail", "fraction", "outcome", "stateText"}, this) {}

void ResultModel::reload() {
  look([contest = contest()](const Ledger& ledger) { return load(ledger, contest); },
       [this](Loaded&& loaded) {
         m_look = std::move(loaded.look);
         m_nextText = loaded.nextText;
         m_rehearsed = loaded.rehearsed;
         fillRows();
         emit changed();
       });
}

void ResultModel::setHighToLow(bool highToLow) {
  if (highToLow == m_highToLow) return;
  m_highToLow = highToLow;
  fillRows();
  emit orderChanged();
}

void ResultModel::fillRows() {
  const Contest& contest = m_look.contest();
  const Outcome& outcome = m_look.result.outcome;
  std::vector<std::size_t> order = m_look.byVotes();
  if (!m_highToLow) std::sort(order.begin(), order.end());
  std::vector<QVariantMap> rows;
  for (const std::size_t i : order) {
    const std::string state = stateOf(m_look, i);
    const int votes = m_look.votesOf(i);
    rows.push_back({{QStringLiteral("candidate"), static_cast<int>(i)},
                    {QStringLiteral("number"), static_cast<int>(i) + 1},
                    {QStringLiteral("name"), text(contest.candidates[i].name)},
                    {QStringLiteral("votes"), votes},
                    {QStringLiteral("percent"), percentText(outcome.percent[i])},
                    {QStringLiteral("detail"), otherVotes(contest, m_look.result.tally.votes[i])},
                    {QStringLiteral("fraction"), outcome.base > 0 ? std::min(1.0, double(votes) / outcome.base) : 0.0},
                    {QStringLiteral("outcome"), text(state)},
                    {QStringLiteral("stateText"),
                     state == "elected" && !isClosed() ? words("Trúng cử (tạm tính)", "Elected (provisional)") : stateText(state)}});
  }
  m_rows.setRows(std::move(rows));
}

QString ResultModel::standing() const {
  if (!hasAny()) return words("Chưa nhận phiếu nào nên chưa có kết quả.", "No ballot was taken in yet, so there is no result.");
  if (isClosed()) return words("Kết quả đã chốt.", "The result is closed.");
  if (m_look.saysWhoWon())
    return words("TẠM TÍNH: mọi phiếu đã được kết luận và các phép cộng đều khớp, nhưng kết quả chưa chốt.",
                 "PROVISIONAL: every ballot is decided and all sums hold, but the result is not closed.");
  if (m_look.waiting() > 0)
    return words("TẠM TÍNH: còn {0} phiếu chờ Ban kiểm phiếu, số phiếu còn thay đổi; chưa nói được ai trúng cử.",
                 "PROVISIONAL: {0} ballots wait for the committee and votes will change; nobody can be called elected yet.",
                 m_look.waiting());
  return words("TẠM TÍNH: số liệu chưa đủ hoặc chưa khớp, số phiếu còn có thể thay đổi; chưa nói được ai trúng cử.",
               "PROVISIONAL: figures are missing or do not agree, votes may change; nobody can be called elected yet.");
}

QString ResultModel::votesLabel() const {
  if (m_look.contest().kind == ContestKind::Confidence) return words("Tín nhiệm cao", "High");
  return faceOf(m_look.contest()) == Face::Columns ? words("Đồng ý", "For") : words("Số phiếu", "Votes");
}

QString ResultModel::voteKey() const { return text(toString(m_look.contest().kind == ContestKind::Confidence ? Vote::High : Vote::Yes)); }

QString ResultModel::majorityText() const {
  const int base = m_look.result.outcome.base;
  if (majority() > 0)
    return words("Quá bán: từ {0} phiếu (2 × {0} = {1} > {2})", "Majority: {0} votes or more (2 × {0} = {1} > {2})", majority(),
                 2 * majority(), base);
  if (m_look.contest().runOff)
    return words("Bầu trong số người bằng phiếu: không cần quá bán (R-27)", "Run-off among the tied: no majority asked (R-27)");
  if (m_look.contest().kind != ContestKind::Election)
    return words("Phiếu xin ý kiến, lấy tín nhiệm: không ai trúng cử (R-32)", "A poll: nobody is elected (R-32)");
  return words("Chưa có số làm căn cứ", "No base yet");
}

bool ResultModel::isOpenEnded() const {
  return m_look.saysWhoWon() && (!m_look.result.outcome.tied.empty() || m_look.result.outcome.shortfall > 0);
}

QString ResultModel::failing() const {
  if (!hasAny()) return {};
  for (const QVariant& entry : sumRows(m_look)) {
    const QVariantMap sum = entry.toMap();
    if (sum.value(QStringLiteral("state")) == QLatin1String("fails"))
      return sum.value(QStringLiteral("text")).toString() + QStringLiteral(" (") + sum.value(QStringLiteral("detail")).toString() +
             QLatin1Char(')');
  }
  return {};
}

QString ResultModel::baseText() const { return baseArithmetic(m_look.result.figures); }

bool ResultModel::canClose() const {
  const StepStatus* result = stepOf(m_look, DayStep::Result);
  return result && result->state == StepState::Now && obstacles().isEmpty();
}

QVariantList ResultModel::obstacles() const {
  QVariantList list;
  if (isClosed()) return list;
  const auto add = [&list](DayStep step, const QString& what) {
    list.append(
        QVariantMap{{QStringLiteral("text"), what}, {QStringLiteral("step"), keyOf(step)}, {QStringLiteral("label"), goText(step)}});
  };
  for (const StepStatus& status : m_look.day) {
    const bool taking = status.step == DayStep::Scan || status.step == DayStep::KeyIn;
    const bool needed = status.step == DayStep::Figures || taking || status.step == DayStep::Adjudicate;
    const bool missing = status.state == StepState::Now && needed;
    const bool stopped = status.state == StepState::Stopped && (needed || status.step == DayStep::Compare);
    if (missing || stopped) add(status.step, text(status.why));
  }
  for (const std::string& title : m_look.waitsFor)
    add(DayStep::Contest, words("Phải chốt “{0}” trước (R-31).", "\"{0}\" must be closed first (R-31).", title));
  return list;
}

QString ResultModel::onePass() const {
  const StepStatus* compare = stepOf(m_look, DayStep::Compare);
  const bool missing = compare && (compare->state == StepState::Waiting || compare->state == StepState::Now);
  if (isClosed() || !m_look.any() || !missing) return {};
  return text(compare->why) + QLatin1Char(' ') +
         words("Hai người vẫn chốt được; biên bản ghi rõ đã kiểm mấy lượt.",
               "Two people can close all the same; the minutes tell how often was counted.");
}

QString ResultModel::closeText() const {
  const QString before = m_rehearsed.isEmpty() ? QString() : m_rehearsed + QStringLiteral(".\n\n");
  return before +
         words(
             "Sau khi chốt, không ai sửa được phiếu và số liệu của “{0}”; biên bản được lập theo đúng kết quả này. Muốn sửa phải mở lại, cũng do hai người, và nhật ký ghi lại cả hai lần.",
             "Once closed, nobody can change ballots or figures of \"{0}\"; the minutes are made from exactly this result. To change anything it must be reopened, again by two people; the journal keeps both.",
             m_look.contest().title);
}

QString ResultModel::pickedText(int candidate) const {
  const auto place = static_cast<std::size_t>(candidate);
  if (candidate < 0 || place >= m_look.result.tally.votes.size()) return {};
  return words("{0}: {1} phiếu", "{0}: {1} votes", m_look.contest().candidates[place].name, m_look.votesOf(place));
}

void ResultModel::close() {
  const Actors by = station()->session()->actors();
  act([contest = contest(), by](Ledger& ledger) { return closeContest(ledger, contest, by); },
      [this](ContestResult&&) { emit closedNow(); });
}

void ResultModel::reopen(const QString& why) {
  const Actors by = station()->session()->actors();
  act([contest = contest(), by,
       why = why.trimmed().toStdString()](Ledger& ledger) { return doneOr(reopenContest(ledger, contest, by, why)); },
      [](Done) {});
}

void ResultModel::makeNextRound() {
  const Actors by = station()->session()->actors();
  act([contest = contest(), by](Ledger& ledger) { return nextRound(ledger, contest, by); },
      [this](Contest&& made) {
        station()->setContest(text(made.id));
        emit nextRoundMade();
      });
}

}  // namespace kp::kiosk
