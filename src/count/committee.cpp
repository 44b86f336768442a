// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/committee.h"

#include <algorithm>

#include "election/text.h"

namespace kp {
namespace {

bool decides(const CommitteeMember& m) { return m.role == Role::Head || m.role == Role::Member; }

std::string whoMayDecide(const Congress& congress) {
  std::string list;
  for (const CommitteeMember& m : congress.committee)
    if (decides(m)) list += (list.empty() ? "" : ", ") + (m.role == Role::Head ? trf("{0} (Trưởng ban)", "{0} (head)", m.name) : m.name);
  return list.empty() ? tr("chưa khai báo ai", "nobody is entered") : list;
}

std::string trimmed(const std::string& s) {
  const auto from = s.find_first_not_of(" \t");
  return from == std::string::npos ? std::string() : s.substr(from, s.find_last_not_of(" \t") - from + 1);
}

}  // namespace

Actors eachOnce(const Actors& names) {
  Actors people;
  for (const std::string& given : names)
    if (const std::string name = trimmed(given); !name.empty() && std::find(people.begin(), people.end(), name) == people.end())
      people.push_back(name);
  return people;
}

Expected<Actors> twoOfCommittee(const Congress& congress, const Actors& names) {
  const Actors people = eachOnce(names);
  bool head = false;
  for (const std::string& name : people) {
    const auto named = [&name](const CommitteeMember& m) { return m.name == name; };
    // somebody may be entered twice, e.g. as member and as secretary: the deciding role counts
    auto member = std::find_if(congress.committee.begin(), congress.committee.end(),
                               [&](const CommitteeMember& m) { return named(m) && decides(m); });
    if (member == congress.committee.end()) member = std::find_if(congress.committee.begin(), congress.committee.end(), named);
    if (member == congress.committee.end())
      return fail(ErrorKind::Refused,
                  trf("“{0}” không có tên trong Ban kiểm phiếu nên không thể quyết định; chưa có gì thay đổi. Những người có quyền: {1}",
                      "\"{0}\" is not in the counting committee and cannot decide; nothing was changed. Those who can: {1}", name,
                      whoMayDecide(congress)));
    if (!decides(*member))
      return fail(
          ErrorKind::Refused,
          trf("{0} không phải Trưởng ban hay ủy viên Ban kiểm phiếu nên không được quyết định; chưa có gì thay đổi. Những người có quyền: {1}",
              "{0} is neither head nor member of the counting committee and may not decide; nothing was changed. Those who can: {1}", name,
              whoMayDecide(congress)));
    head = head || member->role == Role::Head;
  }
  if (people.size() < 2)
    return fail(ErrorKind::Refused,
                trf("Việc này cần hai người của Ban kiểm phiếu, trong đó có Trưởng ban; chưa có gì thay đổi. Những người có quyền: {0}",
                    "This takes two people of the counting committee, the head among them; nothing was changed. Those who can: {0}",
                    whoMayDecide(congress)));
  if (!head)
    return fail(
        ErrorKind::Refused,
        trf("Việc này phải có Trưởng ban kiểm phiếu cùng quyết định; chưa có gì thay đổi. Những người có quyền: {0}",
            "The head of the counting committee must take part in this; nothing was changed. Those who can: {0}", whoMayDecide(congress)));
  return people;
}

}  // namespace kp
