// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/access.h"

#include <algorithm>
#include <array>
#include <utility>

#include "count/committee.h"
#include "election/text.h"

namespace kp {
namespace {

enum : unsigned { kHead = 1, kMember = 2, kTechnician = 4, kSupervisor = 8, kSecretary = 16 };
constexpr unsigned kCommittee = kHead | kMember;
constexpr unsigned kMachine = kCommittee | kTechnician;
constexpr unsigned kPapers = kMachine | kSecretary;
constexpr unsigned kEverybody = kPapers | kSupervisor;

struct ActRow {
  Act act;
  unsigned roles;
  bool two;
  const char *vi, *en;
};

// domain.md §4. Figures are the committee's: pieces counted by hand are the control of the machine, so who runs the machine does not enter them. For the same reason
// technical staff and secretary do not check the machine against the paper.
constexpr std::array<ActRow, 17> kActs = {{
    {Act::EditCongress, kMachine, false, "sửa thông tin đại hội và danh sách bầu cử", "change the congress and its lists"},
    {Act::SetPins, kHead, false, "đặt mã cá nhân cho người khác", "set other people's PINs"},
    {Act::EnterFigures, kCommittee, false, "nhập số liệu", "enter figures"},
    {Act::PrintBallots, kPapers, false, "in phiếu bầu", "print ballots"},
    {Act::Rehearse, kMachine, false, "chạy thử máy", "rehearse"},
    {Act::MakePapers, kPapers, false, "lập và in văn bản", "make and print papers"},
    {Act::Scan, kMachine, false, "quét phiếu", "scan ballots"},
    {Act::KeyIn, kMachine, false, "nhập phiếu bằng bàn phím", "key in ballots"},
    {Act::Rule, kCommittee, true, "quyết định về phiếu", "rule on ballots"},
    {Act::Close, kCommittee, true, "chốt kết quả", "close the count"},
    {Act::Reopen, kCommittee, true, "mở lại kết quả đã chốt", "reopen a closed count"},
    {Act::Release, kCommittee, true, "công bố kết quả", "release the results"},
    {Act::Package, kPapers, false, "đóng gói hồ sơ lưu trữ", "make the archive package"},
    {Act::Verify, kEverybody, false, "kiểm tra tính toàn vẹn của tệp", "verify the file"},
    {Act::RandomCheck, kCommittee | kSupervisor, false, "kiểm tra ngẫu nhiên phiếu giấy", "check paper ballots at random"},
    {Act::Afterwards, kCommittee | kSecretary, false, "ghi nhận việc sau công bố", "note what was done after announcing"},
    {Act::SkipReadBack, kCommittee, true, "cho quét mà không đọc lại phiếu trắng", "let scanning start without a read-back"},
}};

constexpr bool inOrder() {
  for (std::size_t i = 0; i < kActs.size(); ++i)
    if (static_cast<std::size_t>(kActs[i].act) != i) return false;
  return kActs.back().act == Act::SkipReadBack;
}
static_assert(inOrder(), "one row for each act, in the order of the enum");

const ActRow& rowOf(Act act) { return kActs.at(static_cast<std::size_t>(act)); }

unsigned bitOf(Role role) {
  switch (role) {
    case Role::Head: return kHead;
    case Role::Member: return kMember;
    case Role::Technician: return kTechnician;
    case Role::Supervisor: return kSupervisor;
    case Role::Secretary: break;
  }
  return kSecretary;
}

/// Setting up is the technical staff's: they may hand out PINs as long as nobody has one.
bool mayNow(Role role, Act act, bool pins) { return roleMay(role, act) || (act == Act::SetPins && !pins && role == Role::Technician); }

std::string whoText(const Congress& congress, Act act) {
  std::string list;
  for (const std::string& name : whoMay(congress, act)) list += (list.empty() ? "" : ", ") + name;
  return list.empty() ? tr("chưa khai báo ai", "nobody is entered") : list;
}

Expected<void> roleAllows(const Congress& congress, Act act, const std::string& name, bool pins) {
  const CommitteeMember* found = nullptr;
  for (const CommitteeMember& person : congress.committee) {
    if (person.name != name) continue;
    if (mayNow(person.role, act, pins)) return {};
    found = &person;
  }
  if (found)
    return fail(ErrorKind::Refused, trf("{0} là {1} nên không được {2}; chưa có gì thay đổi. Những người có quyền: {3}",
                                        "{0} is {1} and may not {2}; nothing was changed. Those who can: {3}", name, roleText(found->role),
                                        actText(act), whoText(congress, act)));
  if (!pins) return {};
  return fail(
      ErrorKind::Refused,
      trf("“{0}” không có tên trong Ban kiểm phiếu và tổ giúp việc nên không được {1}; chưa có gì thay đổi. Những người có quyền: {2}",
          "\"{0}\" is not in the counting committee or its staff and may not {1}; nothing was changed. Those who can: {2}", name,
          actText(act), whoText(congress, act)));
}

Expected<void> present(const Ledger& ledger, const Congress& congress, Act act, const Actors& people) {
  if (people.empty())
    return fail(ErrorKind::Refused,
                trf("Tệp này dùng mã cá nhân nên phải có người đăng nhập mới được {0}; chưa có gì thay đổi. Những người có quyền: {1}",
                    "This file uses PINs: somebody must sign in to {0}; nothing was changed. Those who can: {1}", actText(act),
                    whoText(congress, act)));
  const auto& here = ledger.signedIn();
  for (const std::string& name : people)
    if (std::find(here.begin(), here.end(), name) == here.end())
      return fail(
          ErrorKind::Refused,
          trf("{0} chưa đăng nhập bằng mã cá nhân nên chưa được {1}; chưa có gì thay đổi. Hãy đăng nhập rồi làm lại",
              "{0} has not signed in with a PIN and may not {1} yet; nothing was changed. Sign in, then do it again", name, actText(act)));
  return {};
}

}  // namespace

const std::vector<Act>& allActs() {
  static const std::vector<Act> acts = [] {
    std::vector<Act> list;
    for (const ActRow& row : kActs) list.push_back(row.act);
    return list;
  }();
  return acts;
}

std::string actText(Act act) { return tr(rowOf(act).vi, rowOf(act).en); }

std::string roleText(Role role) {
  switch (role) {
    case Role::Head: return tr("Trưởng ban kiểm phiếu", "head of the committee");
    case Role::Member: return tr("ủy viên Ban kiểm phiếu", "member of the committee");
    case Role::Technician: return tr("nhân viên kỹ thuật", "technical staff");
    case Role::Supervisor: return tr("giám sát", "supervisor");
    case Role::Secretary: break;
  }
  return tr("thư ký", "secretary");
}

bool roleMay(Role role, Act act) { return (rowOf(act).roles & bitOf(role)) != 0; }
bool needsTwo(Act act) { return rowOf(act).two; }

std::vector<std::string> whoMay(const Congress& congress, Act act) {
  std::vector<std::string> names;
  for (const CommitteeMember& person : congress.committee)
    if (roleMay(person.role, act) && std::find(names.begin(), names.end(), person.name) == names.end()) names.push_back(person.name);
  return names;
}

Expected<bool> hasPins(const Ledger& ledger) {
  const auto names = ledger.congress().withPin();
  if (!names) return tl::unexpected<Error>(names.error());
  return !names->empty();
}

std::vector<std::string> signedIn(const Ledger& ledger) { return ledger.signedIn(); }

Expected<void> mayAct(const Ledger& ledger, const Congress& congress, Act act, const Actors& by) {
  if (ledger.isCopyForHandingOn())
    return fail(
        ErrorKind::Refused,
        trf("Tệp này là bản sao để bàn giao, chỉ để xem và kiểm tra, nên không {0} trên tệp này được; chưa có gì thay đổi. Hãy làm trên tệp đại hội gốc",
            "This file is a copy for handing on, there to be looked at and verified: nobody can {0} on it; nothing was changed. "
            "Work on the original congress file",
            actText(act)));
  const auto pins = hasPins(ledger);
  if (!pins) return tl::unexpected<Error>(pins.error());
  const Actors people = eachOnce(by);
  if (needsTwo(act)) {
    if (const auto two = twoOfCommittee(congress, people); !two) return tl::unexpected<Error>(two.error());
  } else {
    for (const std::string& name : people)
      if (const auto allowed = roleAllows(congress, act, name, *pins); !allowed) return allowed;
  }
  return *pins ? present(ledger, congress, act, people) : Expected<void>();
}

Actors actorsFor(const Ledger& ledger, const Congress& congress, Act act) {
  const auto may = whoMay(congress, act);
  Actors people;
  for (const std::string& name : ledger.signedIn())
    if (std::find(may.begin(), may.end(), name) != may.end()) people.push_back(name);
  return people;
}

}  // namespace kp
