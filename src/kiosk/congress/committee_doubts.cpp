// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/congress/committee_doubts.h"

#include <algorithm>

#include "election/text.h"
#include "kiosk/frame/words.h"

namespace kp::kiosk {
namespace {

bool holds(const std::vector<CommitteeMember>& people, const std::string& name) {
  return std::any_of(people.begin(), people.end(), [&name](const CommitteeMember& one) { return one.name == name; });
}

}  // namespace

QStringList committeeDoubts(const std::vector<CommitteeMember>& committee) {
  QStringList heads, names, doubts;
  std::vector<CommitteeMember> seen;
  for (const CommitteeMember& person : committee) {
    if (person.role == Role::Head) heads.append(text(person.name));
    if (holds(seen, person.name) && !names.contains(text(person.name))) names.append(text(person.name));
    seen.push_back(person);
  }
  if (heads.size() > 1)
    doubts.append(words("Có {0} Trưởng ban kiểm phiếu: {1}. Ban chỉ có một Trưởng ban; hãy bỏ bớt.",
                        "There are {0} heads: {1}. A committee has one head; take the others out.", heads.size(),
                        heads.join(QStringLiteral(", ")).toStdString()));
  if (!names.isEmpty())
    doubts.append(words(
        "{0} có hơn một lần trong danh sách: với chương trình vẫn chỉ là một người. Nếu là hai người trùng tên, hãy ghi thêm để phân biệt.",
        "{0} stands more than once in the list: to the program that is one person. If they are namesakes, write what tells them apart.",
        names.join(QStringLiteral(", ")).toStdString()));
  return doubts;
}

QStringList leftOut(const std::vector<CommitteeMember>& before, const std::vector<CommitteeMember>& after) {
  QStringList names;
  for (const CommitteeMember& person : before)
    if (!holds(after, person.name) && !names.contains(text(person.name))) names.append(text(person.name));
  return names;
}

}  // namespace kp::kiosk
