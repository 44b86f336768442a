// SPDX-License-Identifier: GPL-3.0-or-later
// PINs: signing in, what wrong ones cost, and who may set one.
#include <algorithm>
#include <cstdio>
#include <ctime>

#include "count/access.h"
#include "count/committee.h"
#include "count/two_people.h"
#include "election/text.h"

namespace kp {
namespace {

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string joined(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return list.empty() ? tr("chưa có ai", "nobody yet") : list;
}

/// Milliseconds since 1970 of a ledger's time; it writes them itself, so they parse.
long long millisecondsOf(const std::string& utc) {
  std::tm t{};
  int milliseconds = 0;
  std::sscanf(utc.c_str(), "%d-%d-%dT%d:%d:%d.%dZ", &t.tm_year, &t.tm_mon, &t.tm_mday, &t.tm_hour, &t.tm_min, &t.tm_sec, &milliseconds);
  t.tm_year -= 1900;
  t.tm_mon -= 1;
  return static_cast<long long>(timegm(&t)) * 1000 + milliseconds;
}

/// After so many wrong PINs in a row.
int waitAfter(int wrong) {
  int seconds = wrong < kFreeTries ? 0 : kFirstWaitSeconds;
  for (int i = kFreeTries; i < wrong && seconds < kLongestWaitSeconds; ++i) seconds *= 2;
  return std::min(seconds, kLongestWaitSeconds);
}

/// The person, with the role that may do most.
Expected<CommitteeMember> personOf(const Congress& congress, const std::string& name) {
  const CommitteeMember* best = nullptr;
  const auto reach = [](const CommitteeMember& m) {
    return std::count_if(allActs().begin(), allActs().end(), [&m](Act act) { return roleMay(m.role, act); });
  };
  for (const CommitteeMember& person : congress.committee)
    if (person.name == name && (!best || reach(person) > reach(*best))) best = &person;
  if (best) return *best;
  return fail(ErrorKind::NotFound,
              trf("Không có ai tên “{0}” trong Ban kiểm phiếu và tổ giúp việc; hãy xem lại danh sách đã nhập",
                  "Nobody named \"{0}\" is in the counting committee or its staff; check the list that was entered", name));
}

std::vector<std::string> namesOf(const Congress& congress, std::initializer_list<Role> roles) {
  std::vector<std::string> names;
  for (const CommitteeMember& person : congress.committee)
    if (std::find(roles.begin(), roles.end(), person.role) != roles.end() && !has(names, person.name)) names.push_back(person.name);
  return names;
}

Error wrongPin(const std::string& name, int wait) {
  if (wait == 0)
    return {ErrorKind::Refused, trf("Mã cá nhân của {0} không đúng; lần nhập sai này được ghi vào nhật ký. Hãy nhập lại",
                                    "That is not {0}'s PIN; the wrong entry is journalled. Enter it again", name)};
  return {ErrorKind::Refused,
          trf("Mã cá nhân của {0} không đúng; lần nhập sai này được ghi vào nhật ký. Hãy đợi {1} giây rồi nhập lại",
              "That is not {0}'s PIN; the wrong entry is journalled. Wait {1} seconds, then enter it again", name, wait)};
}

/// Who is signed in among the actors given.
std::vector<std::string> presentOf(const Ledger& ledger, const Actors& by) {
  std::vector<std::string> names;
  for (const std::string& name : by)
    if (has(ledger.signedIn(), name)) names.push_back(name);
  return names;
}

/// Who may stand by when the head gives a first PIN after ballots were read: anybody else who has one, of whatever role, so that a committee whose only other member with a PIN fell ill can go
/// on. Empty: there is nobody who could. A head who is entered as member too is the one who gives it, and no second person.
std::vector<std::string> witnesses(const Congress& congress, const std::vector<std::string>& pins, const std::string& name) {
  const auto heads = namesOf(congress, {Role::Head});
  std::vector<std::string> names;
  for (const CommitteeMember& person : congress.committee)
    if (has(pins, person.name) && person.name != name && !has(names, person.name) && !has(heads, person.name)) names.push_back(person.name);
  return names;
}

/// Once ballots were read: a PIN that the head alone gave would let one person rule as two.
Expected<void> mayGiveFirstNow(const Ledger& ledger, const Congress& congress, const std::vector<std::string>& pins,
                               const std::string& name, const std::vector<std::string>& here) {
  const auto read = ballotsWereRead(ledger);
  if (!read) return tl::unexpected<Error>(read.error());
  const auto others = witnesses(congress, pins, name);
  if (!*read || others.empty() || std::any_of(others.begin(), others.end(), [&](const std::string& other) { return has(here, other); }))
    return {};
  return fail(ErrorKind::Refused,
              trf("Đã đọc phiếu nên mã đầu tiên của {0} phải do hai người cùng đặt: Trưởng ban kiểm phiếu và một trong những "
                  "người này: {1}. Chưa có gì thay đổi. Hai người cùng đăng nhập rồi đặt mã ở màn hình Đại hội, phần Ban kiểm phiếu",
                  "Ballots were read, so {0}'s first PIN takes two people: the head of the committee and one of these: {1}. Nothing "
                  "was changed. Both sign in, then set the PIN on the Congress screen, part Committee",
                  name, joined(others)));
}

/// A first PIN: see setPin().
Expected<void> mayGiveFirst(const Ledger& ledger, const Congress& congress, const std::vector<std::string>& pins, const std::string& name,
                            const Actors& by) {
  const auto heads = namesOf(congress, {Role::Head});
  const bool headHasOne = std::any_of(heads.begin(), heads.end(), [&](const std::string& head) { return has(pins, head); });
  const bool own = by.empty() || by == Actors{name};
  if (!headHasOne && own) return {};
  if (pins.empty() && by.size() == 1 && has(namesOf(congress, {Role::Technician}), by.front())) return {};
  const auto here = presentOf(ledger, by);
  if (std::any_of(heads.begin(), heads.end(), [&](const std::string& head) { return has(here, head); }))
    return mayGiveFirstNow(ledger, congress, pins, name, here);
  return fail(ErrorKind::Refused,
              headHasOne
                  ? trf("Mã đầu tiên của {0} phải do Trưởng ban kiểm phiếu ({1}) đăng nhập rồi đặt; chưa có gì thay đổi",
                        "{0}'s first PIN is set by the head of the committee ({1}), signed in; nothing was changed", name, joined(heads))
                  : trf("Khi Trưởng ban chưa có mã, mỗi người tự đặt mã của mình: mã của {0} phải do chính {0} đặt; chưa có gì thay đổi",
                        "While the head has no PIN each person sets their own: {0}'s is set by {0}; nothing was changed", name));
}

/// A new PIN for one who has one: see setPin().
Expected<void> mayReplace(const Ledger& ledger, const Congress& congress, const std::string& name, const Actors& by) {
  const auto here = presentOf(ledger, by);
  if (by == Actors{name} && has(here, name)) return {};
  auto others = namesOf(congress, {Role::Head, Role::Member});
  others.erase(std::remove(others.begin(), others.end(), name), others.end());
  const auto deciders = others;
  const auto addWhereShort = [&](std::initializer_list<Role> roles) {
    if (others.size() >= 2) return;
    for (const std::string& person : namesOf(congress, roles))
      if (person != name && !has(others, person)) others.push_back(person);
  };
  addWhereShort({Role::Supervisor});
  addWhereShort({Role::Technician, Role::Secretary});
  const auto among = [&here](const std::vector<std::string>& names) {
    return std::count_if(here.begin(), here.end(), [&names](const std::string& person) { return has(names, person); });
  };
  if (among(others) >= 2 && (deciders.empty() || among(deciders) > 0)) return {};
  return fail(
      ErrorKind::Refused,
      trf("{0} đã có mã cá nhân: {0} đăng nhập để tự đổi, hoặc quên mã thì hai người khác đăng nhập và đặt lại ({1}); chưa có gì thay đổi",
          "{0} has a PIN already: {0} signs in to change it or, when it is forgotten, two others sign in and set a new one ({1}); "
          "nothing was changed",
          name, joined(others)));
}

}  // namespace

Expected<int> waitBeforePin(const Ledger& ledger, const std::string& name) {
  const auto wrong = ledger.congress().wrongPins(name);
  if (!wrong) return tl::unexpected<Error>(wrong.error());
  const long long wait = 1000LL * waitAfter(wrong->inARow);
  if (wait == 0) return 0;
  // A clock set back meanwhile must not lock a person out for longer than the wait itself.
  const long long left = std::min(wait, millisecondsOf(wrong->last) + wait - millisecondsOf(ledger.now()));
  return static_cast<int>(std::max(0LL, (left + 999) / 1000));
}

Expected<CommitteeMember> signIn(Ledger& ledger, const std::string& name, const std::string& pin) {
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  const auto person = personOf(*congress, name);
  if (!person) return person;
  const auto pins = ledger.congress().withPin();
  if (!pins) return tl::unexpected<Error>(pins.error());
  if (!has(*pins, name))
    return fail(ErrorKind::Refused,
                trf("{0} chưa có mã cá nhân; hãy đặt mã rồi đăng nhập", "{0} has no PIN yet; set one, then sign in", name));
  const auto wait = waitBeforePin(ledger, name);
  if (!wait) return tl::unexpected<Error>(wait.error());
  if (*wait > 0)
    return fail(
        ErrorKind::Refused,
        trf("Đã nhập sai mã của {0} nhiều lần liên tiếp; còn phải đợi {1} giây mới được nhập lại, kể cả mã đúng",
            "{0}'s PIN was wrong several times in a row; wait {1} more seconds, then enter it again, the right one too", name, *wait));
  const auto right = ledger.congress().checkPin(name, pin);
  if (!right) return tl::unexpected<Error>(right.error());
  if (!*right) {
    if (const auto noted = ledger.congress().noteWrongPin(name); !noted) return tl::unexpected<Error>(noted.error());
    const auto next = waitBeforePin(ledger, name);
    if (!next) return tl::unexpected<Error>(next.error());
    return tl::unexpected<Error>(wrongPin(name, *next));
  }
  if (const auto noted = ledger.congress().noteRightPin(name); !noted) return tl::unexpected<Error>(noted.error());
  ledger.noteSignedIn(name);
  return person;
}

Expected<void> signOut(Ledger& ledger, const std::string& name) {
  if (!has(ledger.signedIn(), name)) return {};
  ledger.noteSignedOut(name);  // first: whoever leaves is out, also when the disk is full
  const auto noted = ledger.journal().append({Event::SignedOut, {name}});
  if (!noted) return tl::unexpected<Error>(noted.error());
  return {};
}

Expected<void> setPin(Ledger& ledger, const std::string& name, const std::string& pin, const Actors& by) {
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  if (const auto person = personOf(*congress, name); !person) return tl::unexpected<Error>(person.error());
  const auto pins = ledger.congress().withPin();
  if (!pins) return tl::unexpected<Error>(pins.error());
  const Actors people = eachOnce(by);
  const bool first = !has(*pins, name);
  const auto may = first ? mayGiveFirst(ledger, *congress, *pins, name, people) : mayReplace(ledger, *congress, name, people);
  if (!may) return may;
  const auto set = ledger.congress().setPin(name, pin, people.empty() ? Actors{name} : people);
  if (!set) return set;
  return first ? Expected<void>() : signOut(ledger, name);
}

}  // namespace kp
