// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/leaving.h"

#include <algorithm>

#include "count/access.h"
#include "election/text.h"

namespace kp {
namespace {

constexpr const char* kLeft = R"({"left":"system"})";

Error onlyThey(const Leavers& leavers) {
  std::string names;
  for (const std::string& name : leavers.people) names += (names.empty() ? "" : ", ") + name;
  return {ErrorKind::Refused,
          trf("Rời chương trình ra hệ điều hành là việc của: {0}. Chương trình vẫn chạy, chưa có gì thay đổi",
              "Leaving the program for the operating system is for: {0}. The program runs on, nothing was changed", names)};
}

Expected<void> note(Ledger& ledger, const Actors& by) {
  JournalDraft draft{Event::SignedOut, by};
  draft.details = kLeft;
  const auto noted = ledger.journal().append(draft);
  if (!noted) return tl::unexpected<Error>(noted.error());
  return {};
}

}  // namespace

Expected<Leavers> whoMayLeave(const Ledger& ledger) {
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  const auto pins = ledger.congress().withPin();
  if (!pins) return tl::unexpected<Error>(pins.error());
  Leavers leavers;
  const auto add = [&](Role role) {
    for (const CommitteeMember& person : congress->committee) {
      const bool hasPin = std::find(pins->begin(), pins->end(), person.name) != pins->end();
      const bool known = std::find(leavers.people.begin(), leavers.people.end(), person.name) != leavers.people.end();
      if (person.role == role && hasPin && !known) leavers.people.push_back(person.name);
    }
  };
  add(Role::Technician);
  leavers.technician = !leavers.people.empty();
  if (!leavers.technician) add(Role::Head);
  return leavers;
}

Expected<void> leave(Ledger& ledger, const std::string& name, const std::string& pin) {
  const auto leavers = whoMayLeave(ledger);
  if (!leavers) return tl::unexpected<Error>(leavers.error());
  if (std::find(leavers->people.begin(), leavers->people.end(), name) == leavers->people.end())
    return tl::unexpected<Error>(onlyThey(*leavers));
  const auto proven = signIn(ledger, name, pin);
  if (!proven) return tl::unexpected<Error>(proven.error());
  ledger.noteSignedOut(name);
  return note(ledger, {name});
}

Expected<void> leaveUnnamed(Ledger& ledger) {
  const auto leavers = whoMayLeave(ledger);
  if (!leavers) return tl::unexpected<Error>(leavers.error());
  if (leavers->technician) return tl::unexpected<Error>(onlyThey(*leavers));
  return note(ledger, {});
}

}  // namespace kp
