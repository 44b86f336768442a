// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/result/result_look.h"

#include <algorithm>
#include <numeric>

#include "count/closing.h"
#include "count/setup.h"
#include "kiosk/frame/words.h"

namespace kp::kiosk {
namespace {

bool has(const std::vector<std::size_t>& list, std::size_t candidate) {
  return std::find(list.begin(), list.end(), candidate) != list.end();
}

std::string namesOf(const Contest& contest, const std::vector<std::size_t>& places) {
  std::string names;
  for (std::size_t i = 0; i < places.size(); ++i)
    names += (i == 0 ? "" : i + 1 == places.size() ? tr(" và ", " and ") : ", ") + contest.candidates[places[i]].name;
  return names;
}

QString numberOr(const std::optional<int>& value) { return value ? QString::number(*value) : QStringLiteral("–"); }

QVariantMap row(const QString& key, const QString& label, const QString& value) {
  return {{QStringLiteral("key"), key}, {QStringLiteral("label"), label}, {QStringLiteral("value"), value}};
}

}  // namespace

bool ResultLook::saysWhoWon() const {
  if (closed()) return true;
  const Figures& f = result.figures;
  if (!any() || waiting() > 0 || !f.convened || !f.present || !f.issued || !f.returned) return false;
  return std::all_of(result.sums.begin(), result.sums.end(), [](const Sum& sum) { return sum.holds; });
}

int ResultLook::votesOf(std::size_t candidate) const {
  const CandidateVotes& votes = result.tally.votes[candidate];
  return contest().kind == ContestKind::Confidence ? votes.high : votes.yes;
}

std::vector<std::size_t> ResultLook::byVotes() const {
  std::vector<std::size_t> order(result.tally.votes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) { return votesOf(a) > votesOf(b); });
  return order;
}

int ResultLook::majority() const {
  if (contest().kind != ContestKind::Election || contest().runOff || result.outcome.base <= 0) return 0;
  return result.outcome.base / 2 + 1;
}

Expected<ResultLook> lookAtResult(const Ledger& ledger, const std::string& contest) {
  ResultLook look;
  auto counted = loadContest(ledger, contest);
  if (!counted) return tl::unexpected<Error>(counted.error());
  look.counted = std::move(*counted);
  auto result = resultOf(ledger, look.counted);
  if (!result) return tl::unexpected<Error>(result.error());
  look.result = std::move(*result);
  auto day = dayOf(ledger, contest);
  if (!day) return tl::unexpected<Error>(day.error());
  look.day = std::move(*day);
  for (const Contest* earlier : earlierContests(look.counted.congress, look.counted.contest)) {
    const auto state = ledger.congress().state(earlier->id);
    if (!state) return tl::unexpected<Error>(state.error());
    if (!state->closed) look.waitsFor.push_back(earlier->title);
  }
  const auto next = nextRoundOf(look.counted.contest, look.counted.rules, look.result.outcome);
  look.nextRoundThere = next && look.counted.congress.contest(next->id) != nullptr;
  return look;
}

std::string stateOf(const ResultLook& look, std::size_t candidate) {
  const Outcome& outcome = look.result.outcome;
  if (look.contest().kind != ContestKind::Election || !look.saysWhoWon()) return {};
  if (has(outcome.elected, candidate)) return "elected";
  if (has(outcome.tied, candidate)) return "tied";
  const bool passed =
      look.contest().runOff ? look.votesOf(candidate) > 0 : look.majority() > 0 && look.votesOf(candidate) >= look.majority();
  return passed ? "beyond" : "not";
}

QString stateText(const std::string& state) {
  if (state == "elected") return words("Trúng cử", "Elected");
  if (state == "tied") return words("Bằng phiếu", "Tied");
  if (state == "beyond") return words("Quá bán, hết chỗ", "No seat left");
  if (state == "not") return words("Không trúng cử", "Not elected");
  return {};
}

QString percentText(const std::string& percent) {
  if (percent.empty()) return {};
  QString shown = text(percent);
  if (language() == Language::Vietnamese) shown.replace(QLatin1Char('.'), QLatin1Char(','));
  return shown + QStringLiteral("\u00a0%");
}

QStringList outcomeTexts(const ResultLook& look) {
  if (look.contest().kind != ContestKind::Election || !look.saysWhoWon()) return {};
  const Outcome& outcome = look.result.outcome;
  QStringList list;
  list.append(
      words("Trúng cử {0} người, số lượng cần bầu {1}.", "{0} elected, {1} to be elected.", outcome.elected.size(), look.contest().seats));
  const int left = look.contest().seats - static_cast<int>(outcome.elected.size());
  if (!outcome.tied.empty())
    list.append(words("{0} cùng được {1} phiếu cho {2} vị trí còn lại: chưa xác định được ai trúng cử (R-27).",
                      "{0} have {1} votes each for the {2} seats left: undecided (R-27).", namesOf(look.contest(), outcome.tied),
                      look.votesOf(outcome.tied.front()), left));
  if (outcome.shortfall > 0)
    list.append(words("Còn thiếu {0} người so với số lượng cần bầu (R-28). Đại hội quyết định có bầu tiếp hay không.",
                      "{0} short of the number to be elected (R-28). The congress decides whether to vote again.", outcome.shortfall));
  return list;
}

QVariantList figureRows(const ResultLook& look) {
  const Figures& f = look.result.figures;
  const Tally& tally = look.result.tally;
  const bool members = look.counted.congress.info.kind == CongressKind::Members;
  QVariantList list;
  list.append(row({}, members ? words("Đảng viên triệu tập", "Members convened") : words("Đại biểu triệu tập", "Delegates convened"),
                  numberOr(f.convened)));
  list.append(row({}, words("Có mặt", "Present"), numberOr(f.present)));
  list.append(row({}, words("Phiếu phát ra", "Issued"), numberOr(f.issued)));
  list.append(row({}, words("Phiếu thu về", "Returned"), numberOr(f.returned)));
  list.append(row(QStringLiteral("valid"), words("Hợp lệ", "Valid"), QString::number(tally.valid)));
  list.append(row(QStringLiteral("invalid"), words("Không hợp lệ", "Invalid"), QString::number(tally.invalid)));
  for (const auto& [rule, ballots] : tally.invalidByRule)
    list.append(row(QStringLiteral("rule:") + text(rule), words("Không hợp lệ, {0}", "Invalid by {0}", rule), QString::number(ballots)));
  if (look.waiting() > 0)
    list.append(
        row(QStringLiteral("undecided"), words("Chờ Ban kiểm phiếu", "Waiting for the committee"), QString::number(look.waiting())));
  return list;
}

QVariantList sumRows(const ResultLook& look) {
  const Figures& f = look.result.figures;
  QVariantList list;
  for (const Sum& sum : look.result.sums) {
    const bool attendance = sum.id == "present + deducted <= convened", issued = sum.id == "issued <= present",
               returned = sum.id == "returned <= issued";
    const bool entered = attendance ? f.convened && f.present : issued ? f.issued && f.present : f.returned && f.issued;
    const bool waits = attendance || issued || returned ? !entered : !look.any();
    const QString sign = sum.holds ? (sum.left == sum.right ? QStringLiteral("=") : QStringLiteral("≤"))
                                   : (sum.left > sum.right ? QStringLiteral(">") : QStringLiteral("<"));
    list.append(
        QVariantMap{{QStringLiteral("text"), text(sum.text)},
                    {QStringLiteral("detail"), waits ? QString() : QStringLiteral("%1 %2 %3").arg(sum.left).arg(sign).arg(sum.right)},
                    {QStringLiteral("state"), waits       ? QStringLiteral("waits")
                                              : sum.holds ? QStringLiteral("holds")
                                                          : QStringLiteral("fails")}});
  }
  return list;
}

}  // namespace kp::kiosk
