// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/list_export.h"

#include "election/text.h"
#include "reports/csv/csv_text.h"

namespace kp {
namespace {

std::string roleWord(Role role) {
  switch (role) {
    case Role::Head: return tr("Trưởng ban", "Head");
    case Role::Member: return tr("Ủy viên", "Member");
    case Role::Technician: return tr("Nhân viên kỹ thuật", "Technical staff");
    case Role::Supervisor: return tr("Giám sát", "Supervisor");
    case Role::Secretary: return tr("Thư ký", "Secretary");
  }
  return {};
}

}  // namespace

std::string candidatesCsv(const std::vector<Candidate>& candidates) {
  std::vector<std::vector<std::string>> rows = {{tr("STT", "No"), tr("Họ và tên", "Full name"), tr("Ghi chú", "Note")}};
  for (std::size_t i = 0; i < candidates.size(); ++i) rows.push_back({std::to_string(i + 1), candidates[i].name, candidates[i].note});
  return csvText(rows);
}

std::string committeeCsv(const std::vector<CommitteeMember>& committee) {
  std::vector<std::vector<std::string>> rows = {{tr("STT", "No"), tr("Họ và tên", "Full name"), tr("Vai trò", "Role")}};
  for (std::size_t i = 0; i < committee.size(); ++i)
    rows.push_back({std::to_string(i + 1), committee[i].name, roleWord(committee[i].role)});
  return csvText(rows);
}

}  // namespace kp
