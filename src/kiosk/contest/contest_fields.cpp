// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of ContestModel's draft as the screen shows and sets them.
#include <algorithm>

#include "count/access.h"
#include "formats/unicode.h"
#include "kiosk/contest/contest_model.h"
#include "kiosk/frame/words.h"
#include "wiring/journal_text.h"

namespace kp::kiosk {
namespace {
constexpr int kUsualPasses = 3;  ///< three were ever needed (R-36, precedent of 2010)
}

QVariantList ContestModel::contests() const {
  QVariantList list;
  for (const StoredContest& s : m_contests) {
    const Contest& c = s.contest;
    const QString state = s.closed       ? words("✓ đã chốt", "✓ closed")
                          : s.sheets > 0 ? words("{0} tờ đã nhận", "{0} sheets taken in", s.sheets)
                                         : QString();
    const QString line = words("{0} người, bầu {1}", "{0} for {1} seats", c.candidates.size(), c.seats);
    list.append(QVariantMap{{QStringLiteral("id"), text(c.id)},
                            {QStringLiteral("title"), text(contestWords(c))},
                            {QStringLiteral("line"), state.isEmpty() ? line : line + QStringLiteral(" · ") + state},
                            {QStringLiteral("current"), m_draft && !m_isNew && m_draft->id == c.id}});
  }
  return list;
}

QString ContestModel::title() const { return m_draft ? text(m_draft->title) : QString(); }
QString ContestModel::office() const { return m_draft ? text(toString(m_draft->office)) : QString(); }
QString ContestModel::kind() const { return m_draft ? text(toString(m_draft->kind)) : QString(); }
QString ContestModel::paper() const { return m_draft ? text(m_draft->paper) : QString(); }
QString ContestModel::code() const { return m_draft ? text(toString(m_draft->ballotCode)) : QString(); }

void ContestModel::setTitle(const QString& title) {
  const std::string wanted = nfc(title.toStdString());
  if (!editable() || wanted == m_draft->title) return;
  m_draft->title = wanted;
  edit();
}

void ContestModel::setOffice(const QString& office) {
  const auto wanted = parseOffice(office.toStdString());
  if (!editable() || !wanted || *wanted == m_draft->office) return;
  if (m_draft->title.empty() || m_draft->title == usualTitle(m_draft->office)) m_draft->title = usualTitle(*wanted);
  m_draft->office = *wanted;
  if (m_isNew) m_draft->id = freeContestId(m_congress, *wanted);
  edit();
}

void ContestModel::setKind(const QString& kind) {
  const auto wanted = parseContestKind(kind.toStdString());
  if (!editable() || !wanted || *wanted == m_draft->kind) return;
  m_draft->kind = *wanted;
  edit();
}

void ContestModel::setSeats(int seats) {
  if (!editable() || seats == m_draft->seats) return;
  m_draft->seats = seats;
  edit();
}

void ContestModel::setPaper(const QString& paper) {
  if (!editable() || paper.toStdString() == m_draft->paper) return;
  m_draft->paper = paper.toStdString();
  edit();
}

void ContestModel::setCode(const QString& code) {
  const auto wanted = parseBallotCode(code.toStdString());
  if (!editable() || !wanted || *wanted == m_draft->ballotCode) return;
  m_draft->ballotCode = *wanted;
  edit();
}

/// Of the contest in the file, or what a new one gets: the rule set of the congress (addContest()).
int ContestModel::storedPasses() const {
  if (const StoredContest* one = m_draft ? stored(m_draft->id) : nullptr) return one->rules.passesRequired;
  const auto rules = ruleSet(m_congress.info.rules);
  return rules ? rules->passesRequired : RuleSet{}.passesRequired;
}

void ContestModel::setPasses(int passes) {
  if (!m_draft || passes == m_passes || passes < 1 || !mayChangePasses() || passesTakeTwo()) return;
  m_passes = passes;
  edit();
}

QVariantList ContestModel::passChoices() const {
  QVariantList list;
  for (int n = 1; n <= std::max(kUsualPasses, std::max(m_passes, storedPasses())); ++n)
    list.append(QVariantMap{
        {QStringLiteral("value"), n},
        {QStringLiteral("text"), n == 1 ? words("1 lượt", "1 pass") : words("{0} lượt, phải khớp nhau", "{0} passes that must agree", n)}});
  return list;
}

bool ContestModel::mayChangePasses() const {
  const StoredContest* one = m_draft && !m_isNew ? stored(m_draft->id) : nullptr;
  return m_draft && !(one && one->closed) &&
         (!station() || !station()->session()->isSignedIn() || station()->session()->may(QStringLiteral("editCongress")));
}

bool ContestModel::passesTakeTwo() const {
  const StoredContest* one = m_draft && !m_isNew ? stored(m_draft->id) : nullptr;
  return one && one->read;
}

QString ContestModel::lockedWhy() const {
  if (!m_draft || m_isNew) return {};
  const StoredContest* one = stored(m_draft->id);
  if (!one) return {};
  if (one->closed)
    return words("Cuộc bầu này đã chốt kết quả nên không sửa được nữa. Cần bầu tiếp thì lập lần bầu mới ở màn hình Kết quả.",
                 "This contest is closed and can no longer be changed. For another round, use the Result screen.");
  if (one->sheets > 0)
    return words("Đã nhận {0} tờ phiếu của cuộc bầu này nên danh sách và số lượng không sửa được nữa.",
                 "{0} sheets of this contest were taken in, so its list and seats can no longer be changed.", one->sheets);
  if (station() && station()->session()->isSignedIn() && !station()->session()->may(QStringLiteral("editCongress")))
    return words("Đồng chí được xem, không sửa: việc sửa cuộc bầu do Ban kiểm phiếu hoặc nhân viên kỹ thuật làm.",
                 "You may look but not change: contests are changed by the committee or technical staff.");
  return {};
}

QString ContestModel::face() const { return m_draft && m_candidates.count() > 0 ? text(faceName(faceOf(*m_draft))) : QString(); }
QString ContestModel::faceWhy() const { return m_draft ? text(whyThisFace(*m_draft)) : QString(); }

QVariantList ContestModel::findings() const {
  QVariantList list;
  for (const Finding& finding : m_look.findings)
    list.append(QVariantMap{{QStringLiteral("text"), text(finding.what)},
                            {QStringLiteral("rule"), text(finding.rule)},
                            {QStringLiteral("block"), finding.severity == Finding::Severity::Block}});
  const auto& people = m_candidates.list();
  if (!std::is_sorted(people.begin(), people.end(),
                      [](const Candidate& a, const Candidate& b) { return compareVietnameseNames(a.name, b.name) < 0; }))
    list.append(QVariantMap{
        {QStringLiteral("text"), words("Danh sách chưa xếp theo tên, vần A, B, C; bấm “Xếp theo tên” nếu phiếu phải theo thứ tự đó.",
                                       "The list is not ordered by given name; press \"Sort by name\" if the ballot is to be.")},
        {QStringLiteral("rule"), QString()},
        {QStringLiteral("block"), false}});
  return list;
}

QVariantList ContestModel::offices() const {
  QVariantList list;
  for (const Office office : allOffices())
    list.append(QVariantMap{{QStringLiteral("value"), text(toString(office))}, {QStringLiteral("text"), text(officeName(office))}});
  return list;
}

QVariantList ContestModel::kinds() const {
  QVariantList list;
  for (const ContestKind kind : allKinds())
    list.append(QVariantMap{{QStringLiteral("value"), text(toString(kind))}, {QStringLiteral("text"), text(kindName(kind))}});
  return list;
}

}  // namespace kp::kiosk
