// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/list_import.h"

#include <algorithm>
#include <set>

#include "election/text.h"
#include "formats/letter_case.h"
#include "lists/people.h"

namespace kp {
namespace {

using lists::Judged;
using lists::Meaning;

/// A role of the counting committee by the words of lists; nullopt for others.
std::optional<Role> roleOf(const std::string& text) {
  static const std::vector<std::pair<Role, std::set<std::string>>> words = {
      {Role::Head, {"truong ban", "truong ban kiem phieu", "truong bkp", "to truong", "to truong kiem phieu", "head"}},
      {Role::Member,
       {"uy vien", "uy vien ban kiem phieu", "thanh vien", "thanh vien ban kiem phieu", "pho ban", "pho truong ban",
        "pho truong ban kiem phieu", "to vien", "member", "deputy head"}},
      {Role::Technician,
       {"nhan vien ky thuat", "ky thuat", "ky thuat vien", "can bo ky thuat", "to ky thuat", "technician", "technical staff"}},
      {Role::Supervisor, {"giam sat", "giam sat vien", "nguoi giam sat", "doan chu tich", "dai dien doan chu tich", "supervisor"}},
      {Role::Secretary, {"thu ky", "thu ky ban kiem phieu", "thu ky dai hoi", "doan thu ky", "secretary"}}};
  const std::string word = folded(text);
  for (const auto& [role, names] : words)
    if (names.count(word) > 0) return role;
  return std::nullopt;
}

/// Sets roles from the column of roles; where there is none, from positions. Those may be of any kind in a list that names no role at all (`positionsAreRoles` false:
/// all are members); where some of them are roles, one that is none is refused – nobody becomes a member who rules and closes because of a word not understood.
void readRole(ImportRow& row, const std::string& column, bool positionsAreRoles) {
  const std::string role = column.empty() && positionsAreRoles ? row.person.position : column;
  if (!role.empty()) {
    const auto known = roleOf(role);
    if (known) {
      row.person.role = *known;
      return;
    }
    lists::reject(
        row, RemarkKind::UnknownRole,
        trf("Vai trò “{0}” không có trong Ban kiểm phiếu. Hãy ghi một trong các vai trò: trưởng ban, ủy viên, nhân viên kỹ thuật, giám sát, thư ký.",
            "The committee has no role “{0}”. Write one of: head, member, technician, supervisor, secretary.", role));
  }
}

void checkHeads(ImportPreview& preview) {
  const ImportRow* head = nullptr;
  for (ImportRow& row : preview.rows) {
    if (row.state != RowState::Accepted || row.person.role != Role::Head) continue;
    if (head)
      row.remarks.push_back({RemarkKind::SecondHead, RemarkLevel::Warning,
                             trf("Dòng {0} đã là trưởng ban. Ban kiểm phiếu chỉ có một trưởng ban; hãy sửa vai trò của một người.",
                                 "Row {0} is head already. A committee has one head; change the role of one of them.", head->number)});
    else
      head = &row;
  }
  if (!head)
    preview.notes.push_back(tr("Danh sách không có trưởng ban kiểm phiếu. Hãy chọn trưởng ban sau khi nhập.",
                               "The list has no head of the committee. Choose the head after importing."));
}

/// What tells a namesake apart: note, birth, unit and position, those the list has.
std::string distinction(const ListedPerson& person) {
  std::string out;
  for (const std::string* part : {&person.note, &person.birth, &person.unit, &person.position})
    if (!part->empty()) out += (out.empty() ? "" : "; ") + *part;
  return out;
}

bool isNamesake(const ImportRow& row) {
  return std::any_of(row.remarks.begin(), row.remarks.end(), [](const Remark& r) { return r.kind == RemarkKind::Namesake; });
}

const std::string& takenName(const ImportRow& row, bool suggested) {
  return suggested && !row.suggestedName.empty() ? row.suggestedName : row.person.name;
}

void giveIds(std::vector<Candidate>& candidates) {
  const std::size_t digits = candidates.size() < 100 ? 2 : 3;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    std::string number = std::to_string(i + 1);
    number.insert(0, number.size() < digits ? digits - number.size() : 0, '0');
    candidates[i].id = "c" + number;
  }
}

}  // namespace

std::string ImportRow::why() const {
  std::string out;
  for (const Remark& remark : remarks) out += (out.empty() ? "" : " ") + remark.what;
  return out;
}

int ImportPreview::count(RowState state) const {
  return static_cast<int>(std::count_if(rows.begin(), rows.end(), [&](const ImportRow& row) { return row.state == state; }));
}

bool ImportPreview::hasSuggestions() const {
  return std::any_of(rows.begin(), rows.end(),
                     [](const ImportRow& row) { return row.state == RowState::Accepted && !row.suggestedName.empty(); });
}

std::string ImportPreview::summary() const {
  return trf("{0} dòng được nhận, {1} dòng bị loại, {2} dòng không phải người trong danh sách.",
             "{0} rows accepted, {1} rejected, {2} that are not people of the list.", count(RowState::Accepted), count(RowState::Rejected),
             count(RowState::PassedOver));
}

ImportPreview previewCandidates(const Sheet& sheet) { return lists::judgePeople(sheet, static_cast<std::size_t>(kMaxCandidates)).preview; }

ImportPreview previewCommittee(const Sheet& sheet) {
  Judged judged = lists::judgePeople(sheet, 0);
  std::vector<ImportRow>& rows = judged.preview.rows;
  const bool positionsAreRoles =
      std::any_of(rows.begin(), rows.end(), [](const ImportRow& row) { return roleOf(row.person.position).has_value(); });
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].state == RowState::Accepted)
      readRole(rows[i], lists::textOf(sheet.rows[judged.source[i]], judged.layout, Meaning::Role, " "), positionsAreRoles);
  checkHeads(judged.preview);
  return judged.preview;
}

std::vector<Candidate> candidatesOf(const ImportPreview& preview, const ListOptions& options) {
  std::vector<Candidate> candidates;
  for (const ImportRow& row : preview.rows)
    if (row.state == RowState::Accepted)
      candidates.push_back({{}, takenName(row, options.suggestedNames), isNamesake(row) ? distinction(row.person) : row.person.note});
  if (options.sorted) return sortVietnamese(std::move(candidates));
  giveIds(candidates);
  return candidates;
}

std::vector<CommitteeMember> committeeOf(const ImportPreview& preview, bool suggestedNames) {
  std::vector<CommitteeMember> committee;
  for (const ImportRow& row : preview.rows)
    if (row.state == RowState::Accepted) committee.push_back({takenName(row, suggestedNames), row.person.role});
  return committee;
}

std::vector<Candidate> sortVietnamese(std::vector<Candidate> candidates) {
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return compareVietnameseNames(a.name, b.name) < 0; });
  giveIds(candidates);
  return candidates;
}

}  // namespace kp
