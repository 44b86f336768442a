// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/supervise/ballot_note.h"

#include <algorithm>

#include "count/unruled.h"
#include "kiosk/frame/words.h"
#include "kiosk/supervise/ballot_words.h"

namespace kp::kiosk {
namespace {

bool notIssued(const Ballots& ballots, const BallotRef& ref) {
  return std::any_of(ref.sheets.begin(), ref.sheets.end(),
                     [&](std::size_t i) { return proposesNotIssued(ballots.pass.readings[i].reading); });
}

/// "" where no rule is cited: a file that could not be opened has no marks to be unclear.
std::string ruleOf(const Ballots& ballots, const BallotRef& ref) {
  if (ref.ballot && !ref.ballot->transcribed) return ref.ballot->machine.rule;
  if (notIssued(ballots, ref)) return "R-07";
  for (const Reason& reason : reasonsOf(ballots, ref))
    if (reason.why == Why::CodeUnreadable) return "R-07";
  return std::any_of(ref.sheets.begin(), ref.sheets.end(), [&](std::size_t i) { return !ballots.pass.sheets[i].refused.empty(); }) ? ""
                                                                                                                                   : "R-20";
}

QString proposedInvalid(const std::string& rule) {
  return words("Máy đề nghị: không hợp lệ theo {0}. Ban kiểm phiếu kết luận.", "Proposal: invalid by {0}. The committee concludes.", rule);
}

QString noProposal() { return words("Máy không đề nghị gì: Ban kiểm phiếu kết luận.", "No proposal: the committee concludes."); }

QString proposalText(const Ballots& ballots, const BallotRef& ref) {
  if (ref.unread())
    return notIssued(ballots, ref)
               ? proposedInvalid("R-07")
               : words("Máy không đọc được thành phiếu: Ban kiểm phiếu xem ảnh hoặc tờ giấy rồi kết luận.",
                       "This could not be read as a ballot: the committee looks at the picture or the paper and concludes.");
  const Judgement& machine = ref.ballot->machine;
  if (machine.proposal == Validity::Invalid) return proposedInvalid(machine.rule);
  for (const std::size_t index : ref.sheets)
    if (const auto twin = twinOf(ballots, index))
      return words(
          "Máy đề nghị so hai ảnh: nếu là một tờ giấy thì để riêng (đã tính ở tờ {0}); nếu là hai phiếu thì giữ như phiếu riêng.",
          "Proposal: compare the two pictures. If they are one paper, set it aside (it counts as sheet {0}); if two ballots, keep it.",
          ballots.pass.sheets[*twin].id);
  return machine.validity == Validity::Undecided ? noProposal() : QString();
}

QVariantMap note(const std::string& rule, const QString& proposal) {
  const RuleText* source = ruleText(rule);
  return {{QStringLiteral("rule"), QString::fromStdString(rule)},
          {QStringLiteral("ruleText"), ruleWords(rule)},
          {QStringLiteral("ruleSource"), source ? text(source->source) : QString()},
          {QStringLiteral("proposal"), proposal}};
}

}  // namespace

std::optional<std::size_t> twinOf(const Ballots& ballots, std::size_t index) {
  const auto& reasons = ballots.pass.readings[index].reading.reasons;
  const auto& twin = ballots.pass.sheets[index].duplicateOf;
  if (!twin || std::none_of(reasons.begin(), reasons.end(), [](const Reason& r) { return r.why == Why::PageRepeated; })) return {};
  for (std::size_t i = 0; i < ballots.pass.sheets.size(); ++i)
    if (ballots.pass.sheets[i].id == *twin) return i;
  return {};
}

QVariantMap noteOf(const Ballots& ballots, const BallotRef& ref) { return note(ruleOf(ballots, ref), proposalText(ballots, ref)); }

QVariantMap noteOf(const Judgement& judgement) {
  if (judgement.validity != Validity::Undecided) return note(judgement.rule, {});
  return note(judgement.rule, judgement.proposal == Validity::Invalid ? proposedInvalid(judgement.rule) : noProposal());
}

}  // namespace kp::kiosk
