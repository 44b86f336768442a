// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/congress/list_import_model.h"

#include "count/access.h"
#include "kiosk/figures/figures_text.h"
#include "kiosk/frame/background.h"
#include "kiosk/frame/words.h"

namespace kp::kiosk {
namespace {

QString stateOf(RowState state) {
  switch (state) {
    case RowState::Accepted: return QStringLiteral("accepted");
    case RowState::Rejected: return QStringLiteral("rejected");
    case RowState::PassedOver: return QStringLiteral("passed");
  }
  return {};
}

QString stateText(RowState state) {
  switch (state) {
    case RowState::Accepted: return words("Nhận", "Accepted");
    case RowState::Rejected: return words("Không nhận", "Rejected");
    case RowState::PassedOver: return words("Bỏ qua", "Passed over");
  }
  return {};
}

bool warned(const ImportRow& row) {
  return std::any_of(row.remarks.begin(), row.remarks.end(), [](const Remark& r) { return r.level == RemarkLevel::Warning; });
}

QString signOf(const ImportRow& row) {
  if (row.state == RowState::Rejected) return QStringLiteral("!");
  if (row.state == RowState::PassedOver) return QStringLiteral("–");
  return warned(row) ? QStringLiteral("⚠") : QStringLiteral("✓");
}

/// What a list of this kind says beside the name.
QString besideName(ListKind kind, const ListedPerson& person) {
  if (kind == ListKind::Committee) return text(roleText(person.role));
  if (kind == ListKind::Delegates) return person.deduction.empty() ? QString() : text(deductionText(person.deduction));
  return text(person.note);
}

QVariantMap rowOf(ListKind kind, const ImportRow& row, bool suggested) {
  const bool use = suggested && !row.suggestedName.empty();
  return {{QStringLiteral("number"), row.number},
          {QStringLiteral("name"), row.state == RowState::Accepted ? text(use ? row.suggestedName : row.person.name) : text(row.cells)},
          {QStringLiteral("beside"), row.state == RowState::Accepted ? besideName(kind, row.person) : QString()},
          {QStringLiteral("rowState"), stateOf(row.state)},
          {QStringLiteral("stateText"), stateText(row.state)},
          {QStringLiteral("sign"), signOf(row)},
          {QStringLiteral("why"), text(row.why())},
          {QStringLiteral("suggested"), text(row.suggestedName)},
          {QStringLiteral("cells"), text(row.cells)}};
}

}  // namespace

ListImportModel::ListImportModel() : m_rows({"number", "name", "beside", "rowState", "stateText", "sign", "why", "suggested", "cells"}) {}

QString ListImportModel::kind() const {
  return m_kind == ListKind::Candidates  ? QStringLiteral("candidates")
         : m_kind == ListKind::Committee ? QStringLiteral("committee")
                                         : QStringLiteral("delegates");
}

void ListImportModel::setKind(const QString& kind) {
  m_kind = kind == QLatin1String("committee")   ? ListKind::Committee
           : kind == QLatin1String("delegates") ? ListKind::Delegates
                                                : ListKind::Candidates;
  forget();
  emit kindChanged();
}

QString ListImportModel::fileName() const { return m_list ? text(m_list->preview.fileName) : QString(); }
QString ListImportModel::summary() const { return m_list ? text(m_list->preview.summary()) : QString(); }

QStringList ListImportModel::notes() const {
  QStringList notes;
  if (m_list)
    for (const std::string& note : m_list->preview.notes) notes.append(text(note));
  return notes;
}

QString ListImportModel::columns() const {
  QStringList used;
  if (m_list)
    for (const ColumnUse& column : m_list->preview.columns)
      if (!column.meaning.empty()) used.append(text(column.letter) + QStringLiteral(" = ") + text(column.meaning));
  return used.join(QStringLiteral(" · "));
}

QString ListImportModel::figures() const {
  if (!m_list || m_kind != ListKind::Delegates) return {};
  return baseArithmetic(m_list->preview.delegates.proposed);
}

void ListImportModel::setSuggestedNames(bool on) {
  m_suggested = on;
  emit optionsChanged();
  showRows();
}

void ListImportModel::setSorted(bool on) {
  m_sorted = on;
  emit optionsChanged();
}

void ListImportModel::setOnlyProblems(bool on) {
  m_onlyProblems = on;
  emit optionsChanged();
  showRows();
}

void ListImportModel::showRows() {
  std::vector<QVariantMap> rows;
  if (m_list)
    for (const ImportRow& row : m_list->preview.rows)
      if (!m_onlyProblems || row.state == RowState::Rejected || warned(row)) rows.push_back(rowOf(m_kind, row, m_suggested));
  m_rows.setRows(std::move(rows));
}

void ListImportModel::read(const QString& path) {
  const int request = ++m_request;
  m_problem.clear();
  m_reading = true;
  emit readingChanged();
  const auto shown = [this, request](Expected<ReadList> list) {
    if (request != m_request) return;
    m_reading = false;
    if (list)
      m_list = std::make_shared<const ReadList>(std::move(*list));
    else
      m_problem = text(list.error().what);
    showRows();
    emit readingChanged();
    emit listChanged();
  };
  // the congress's kind says which deduction classes are looked for
  station()->looking().ask(
      this,
      [path, kind = m_kind](const Ledger& ledger) -> Expected<ReadList> {
        const auto congress = ledger.congress().load();
        if (!congress) return tl::unexpected<Error>(congress.error());
        return readList(path.toStdString(), kind, congress->info.kind);
      },
      shown);
}

void ListImportModel::forget() {
  ++m_request;
  m_list.reset();
  m_problem.clear();
  m_reading = false;
  showRows();
  emit readingChanged();
  emit listChanged();
}

void ListImportModel::takeCommittee(bool replace) {
  if (!m_list) return;
  const Actors by = station()->session()->actors();
  act([list = m_list, suggested = m_suggested, replace,
       by](Ledger& ledger) { return kp::takeCommittee(ledger, *list, suggested, replace, by); },
      [this](int added) {
        forget();
        emit taken(
            words("Đã nhập {0} người vào Ban kiểm phiếu và tổ giúp việc.", "{0} people were added to the committee and its staff.", added));
      });
}

void ListImportModel::takeDelegates(bool everyContest) {
  if (!m_list) return;
  const Actors by = station()->session()->actors();
  std::vector<std::string> contests;
  for (const QVariant& entry : station()->contests()) {
    const QVariantMap contest = entry.toMap();
    const QString id = contest.value(QStringLiteral("id")).toString();
    if (everyContest ? !contest.value(QStringLiteral("closed")).toBool() : id == station()->contest()) contests.push_back(id.toStdString());
  }
  act([list = m_list, contests, by](Ledger& ledger) { return kp::takeDelegates(ledger, *list, contests, by); },
      [this](int entered) {
        forget();
        emit taken(words("Đã nhập số liệu triệu tập và giảm trừ cho {0} cuộc bầu.",
                         "Convened and deductions were entered for {0} contests.", entered));
      });
}

}  // namespace kp::kiosk
