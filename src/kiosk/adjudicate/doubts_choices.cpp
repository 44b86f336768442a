// SPDX-License-Identifier: GPL-3.0-or-later
// The doubtful ballot in hand: questions, choices, what it would come to, and votes entered by hand.
#include <algorithm>

#include "count/keyed_entry.h"
#include "election/rows.h"
#include "kiosk/adjudicate/doubts_model.h"
#include "kiosk/frame/words.h"
#include "kiosk/supervise/ballot_note.h"
#include "kiosk/supervise/ballot_words.h"

namespace kp::kiosk {

QVariantList DoubtsModel::spots() const {
  if (!mayLook()) return {};
  QVariantList spots = m_spots;
  for (QVariant& entry : spots) {
    QVariantMap spot = entry.toMap();
    const int candidate = spot.value(QStringLiteral("candidate")).toInt();
    const auto vote = candidate < 0 ? std::nullopt : m_decision.voteOf(static_cast<std::size_t>(candidate));
    spot[QStringLiteral("answer")] = vote ? voteText(faceOf(m_ballots->counted.contest), *vote) : QString();
    entry = spot;
  }
  return spots;
}

void DoubtsModel::setSpot(int spot) {
  if (spot == m_spot || spot < 0 || spot >= m_spots.size()) return;
  m_spot = spot;
  emit changed();
}

QVariantMap DoubtsModel::ballot() const {
  QVariantMap view = m_view;
  if (!isDeciding() || m_decision.rulings().empty()) return view;
  if (const auto then = m_decision.after(); then && then->taken)
    view.insert(noteOf(then->judgement));  // the rule cited follows the answers
  return view;
}

QString DoubtsModel::question() const {
  if (!isDeciding()) return {};
  if (const auto candidate = askedHere()) {
    const Contest& contest = m_ballots->counted.contest;
    const std::string& name = contest.candidates[*candidate].name;
    return faceOf(contest) == Face::StrikeOut ? words("{0}: có bị gạch không?", "{0}: is the name struck?", name)
                                              : words("{0}: phiếu này chọn ô nào?", "{0}: which box does this ballot choose?", name);
  }
  return words("Kết luận về phiếu này?", "What is concluded on this ballot?");
}

QVariantList DoubtsModel::choices() const {
  QVariantList list;
  if (!isDeciding()) return list;
  const auto candidate = askedHere();
  const Contest& contest = m_ballots->counted.contest;
  for (const Choice& choice : m_decision.choices(candidate)) {
    const bool rulesOnIt = choice.kind == Choice::Kind::Invalid;
    bool taken = m_decision.isTaken(choice, candidate);
    QString text = choiceText(contest, choice);
    const auto& conclusion = m_decision.conclusion();
    if (choice.kind == Choice::Kind::InvalidOther && conclusion && conclusion->kind == Ruling::Kind::Invalid) {
      const bool listed =
          std::any_of(list.begin(), list.end(), [](const QVariant& c) { return c.toMap().value(QStringLiteral("taken")).toBool(); });
      taken = !listed;
      if (taken) text = words("Không hợp lệ theo {0}", "Invalid by {0}", conclusion->rule);
    }
    list.append(QVariantMap{{QStringLiteral("text"), text},
                            {QStringLiteral("detail"), rulesOnIt ? ruleWords(choice.rule) : QString()},
                            {QStringLiteral("kind"), choice.kind == Choice::Kind::VoteFor        ? QStringLiteral("vote")
                                                     : choice.kind == Choice::Kind::Valid        ? QStringLiteral("valid")
                                                     : choice.kind == Choice::Kind::Invalid      ? QStringLiteral("invalid")
                                                     : choice.kind == Choice::Kind::InvalidOther ? QStringLiteral("other")
                                                     : choice.kind == Choice::Kind::Transcribe   ? QStringLiteral("votes")
                                                                                                 : QStringLiteral("aside")},
                            {QStringLiteral("vote"), QString::fromStdString(toString(choice.vote))},
                            {QStringLiteral("rule"), QString::fromStdString(choice.rule)},
                            {QStringLiteral("taken"), taken}});
  }
  return list;
}

QString DoubtsModel::after() const {
  if (!isDeciding() || m_decision.rulings().empty()) return {};
  const auto result = m_decision.after();
  if (!result) return text(result.error().what);
  return countsText(m_ballots->counted.contest, result->judgement, result->taken);
}

QVariantList DoubtsModel::rulesToCite() const {
  QVariantList list;
  for (const std::string& rule : m_decision.rulesToCite())
    list.append(QVariantMap{{QStringLiteral("id"), QString::fromStdString(rule)}, {QStringLiteral("text"), ruleWords(rule)}});
  return list;
}

void DoubtsModel::choose(int place) {
  if (!isDeciding()) return;
  const auto candidate = askedHere();
  const std::vector<Choice> choices = m_decision.choices(candidate);
  if (place < 0 || place >= static_cast<int>(choices.size())) return;
  const Choice& choice = choices[static_cast<std::size_t>(place)];
  switch (choice.kind) {
    case Choice::Kind::InvalidOther: emit needsRule(); return;
    case Choice::Kind::SetAside: emit needsReason(); return;
    case Choice::Kind::Transcribe:
      startDraft();
      emit needsVotes();
      return;
    case Choice::Kind::VoteFor:
    case Choice::Kind::Valid:
    case Choice::Kind::Invalid: break;
  }
  m_decision.take(choice, candidate);
  if (choice.kind == Choice::Kind::VoteFor) settleSpot();
  m_recorded.clear();
  emit changed();
}

void DoubtsModel::chooseRule(const QString& rule) {
  if (!isDeciding()) return;
  m_decision.take({Choice::Kind::Invalid, Vote::Unsure, rule.toStdString()}, {});
  emit changed();
}

void DoubtsModel::setAside(const QString& why) {
  if (!isDeciding() || why.trimmed().isEmpty()) return;
  m_decision.setAside(why.trimmed().toStdString());
  emit changed();
}

void DoubtsModel::clearChoice() {
  m_decision.clear();
  m_spot = -1;
  settleSpot();
  emit changed();
}

int DoubtsModel::unwritten() const { return static_cast<int>(m_unwritten.size()) + (m_decision.touched() && !m_onward ? 1 : 0); }

QVariant DoubtsModel::kept() const {
  Kept all{m_unwritten, m_number};
  if (m_decision.touched()) all.decisions.insert_or_assign({m_decision.pass(), m_number}, m_decision);
  return QVariant::fromValue(all);
}

void DoubtsModel::resume(const QVariant& kept) {
  if (!m_ballots || !kept.canConvert<Kept>()) return;
  const auto before = kept.value<Kept>();
  m_unwritten = before.decisions;
  dropOutdated();
  show(std::find(m_list.begin(), m_list.end(), before.number) == m_list.end() ? m_number : before.number);
}

void DoubtsModel::discard() {
  m_unwritten.clear();
  clearChoice();
}

void DoubtsModel::startDraft() {
  m_draft = m_decision.votesNow();
  for (std::size_t i = 0; i < m_draft.size(); ++i)
    if (const auto vote = m_decision.voteOf(i)) m_draft[i] = *vote;
  m_draftProblem.clear();
  emit draftChanged();
}

void DoubtsModel::draftText(const QString& typed) {
  if (!m_ballots) return;
  m_draftProblem.clear();
  if (!typed.trimmed().isEmpty()) {
    const Contest& contest = m_ballots->counted.contest;
    const auto entry = parseEntry(contest, typed.toStdString());
    if (entry) {
      const std::vector<Row> rows = rowsOf(contest, evidenceOf(contest, *entry));
      for (std::size_t i = 0; i < rows.size() && i < m_draft.size(); ++i) m_draft[i] = rows[i].vote;
    } else {
      m_draftProblem = text(entry.error().what);
    }
  }
  emit draftChanged();
}

void DoubtsModel::turnDraft(int candidate) {
  if (!m_ballots || candidate < 0 || candidate >= static_cast<int>(m_draft.size())) return;
  const std::vector<Vote> votes = votesOfFace(faceOf(m_ballots->counted.contest));
  Vote& vote = m_draft[static_cast<std::size_t>(candidate)];
  const auto at = std::find(votes.begin(), votes.end(), vote);
  vote = at == votes.end() || at + 1 == votes.end() ? votes.front() : *(at + 1);
  emit draftChanged();
}

int DoubtsModel::draftOpen() const { return static_cast<int>(std::count(m_draft.begin(), m_draft.end(), Vote::Unsure)); }

QVariantList DoubtsModel::draft() const {
  QVariantList rows;
  if (!m_ballots) return rows;
  const Contest& contest = m_ballots->counted.contest;
  for (std::size_t i = 0; i < m_draft.size() && i < contest.candidates.size(); ++i)
    rows.append(QVariantMap{{QStringLiteral("number"), static_cast<int>(i + 1)},
                            {QStringLiteral("name"), text(contest.candidates[i].name)},
                            {QStringLiteral("vote"), QString::fromStdString(toString(m_draft[i]))},
                            {QStringLiteral("text"), voteText(faceOf(contest), m_draft[i])}});
  return rows;
}

QString DoubtsModel::draftHint() const {
  if (!m_ballots) return {};
  switch (faceOf(m_ballots->counted.contest)) {
    case Face::StrikeOut:
      return words("Gõ số của những người bị gạch, cách nhau bằng dấu cách (ví dụ: 3 7 12-15); không gạch ai: 0. Hoặc chạm vào từng người.",
                   "Type the numbers of the names struck, with spaces (3 7 12-15); none struck: 0. Or tap each name.");
    case Face::Columns:
      return words(
          "Gõ số của những người Không đồng ý (ví dụ: 1 4); tất cả đồng ý: 0; để trống hàng 5: 5t; cả hai ô: 5b. Hoặc chạm vào từng người.",
          "Type the numbers marked Disagree (1 4); all agree: 0; row 5 left empty: 5t; both boxes: 5b. Or tap each name.");
    case Face::Confidence: break;
  }
  return words("Gõ số của những người Tín nhiệm (5) hoặc Tín nhiệm thấp (5p); tất cả tín nhiệm cao: 0. Hoặc chạm vào từng người.",
               "Type the numbers with Confidence (5) or Low confidence (5p); all high: 0. Or tap each name.");
}

void DoubtsModel::takeDraft() {
  if (!isDeciding() || draftOpen() > 0) return;
  m_decision.takeVotes(m_draft);
  m_spot = -1;
  settleSpot();
  emit changed();
}

}  // namespace kp::kiosk
