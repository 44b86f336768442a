// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <set>

#include "election/congress.h"
#include "election/name_order.h"
#include "election/rule_set.h"
#include "election/text.h"
#include "election/utf8.h"

namespace kp {
namespace {

using Findings = std::vector<Finding>;

void block(Findings& out, std::string what, std::string rule = {}) {
  out.push_back({Finding::Severity::Block, std::move(rule), std::move(what)});
}
void warn(Findings& out, std::string what, std::string rule = {}) {
  out.push_back({Finding::Severity::Warn, std::move(rule), std::move(what)});
}

bool isBlank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

/// YYYY-MM-DD and a day of the calendar.
bool isDate(const std::string& text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U})
    if (text[i] < '0' || text[i] > '9') return false;
  const auto number = [&](std::size_t from, std::size_t length) { return std::stoi(text.substr(from, length)); };
  const std::chrono::year_month_day day{std::chrono::year(number(0, 4)), std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                        std::chrono::day(static_cast<unsigned>(number(8, 2)))};
  return day.ok();
}

void checkInfo(const CongressInfo& info, Findings& out) {
  if (isBlank(info.id))
    block(out, tr("Đại hội chưa có mã. Hãy đặt một mã ngắn, ví dụ “dh-2025”.",
                  "The congress has no id. Give it a short one, such as “dh-2025”."));
  else if (info.id.size() > kMaxIdBytes)
    block(out, trf("Mã đại hội dài {0} byte, mã xác thực của biên bản chỉ chứa được {1}. Hãy đặt mã ngắn hơn.",
                   "The congress id has {0} bytes; the code of the minutes holds {1}. Choose a shorter one.", info.id.size(), kMaxIdBytes));
  if (isBlank(info.name)) block(out, tr("Đại hội chưa có tên. Hãy ghi tên đại hội.", "The congress has no name. Enter its name."));
  if (!isDate(info.date))
    block(out, trf("Ngày đại hội “{0}” không đúng. Hãy ghi theo dạng năm-tháng-ngày, ví dụ 2025-09-20.",
                   "The congress date “{0}” is not a date. Write it as year-month-day, for example 2025-09-20.", info.date));
  if (const auto rules = ruleSet(info.rules); !rules) block(out, rules.error().what);
}

/// A person's name: there is something to print, it fits a row, and nothing in it is hidden. `who` says whose name it is.
void checkName(const std::string& name, const std::string& who, Findings& out) {
  if (isBlank(name)) {
    block(out, trf("{0} chưa có họ tên. Hãy ghi đầy đủ họ và tên.", "{0} has no name. Enter the full name.", who));
  } else if (!decodeUtf8(name)) {
    block(out, trf("{0} có họ tên không phải chữ Unicode (UTF-8). Hãy gõ lại họ tên.",
                   "{0} has a name that is not UTF-8. Type the name again.", who));
  } else if (codePoints(name) > static_cast<std::size_t>(kMaxNameLetters)) {
    block(out, trf("{0} có họ tên dài {1} ký tự; phiếu chỉ in rõ được tối đa {2}. Hãy viết gọn lại.",
                   "{0} has a name of {1} characters; a ballot row takes at most {2} legibly. Shorten it.", who, codePoints(name),
                   kMaxNameLetters));
  } else if (hasInvisibleCharacter(name)) {
    block(out, trf("{0} có họ tên chứa ký tự ẩn hoặc ký tự điều khiển. Hãy gõ lại họ tên bằng tay.",
                   "{0} has a name with a control or invisible character. Type the name again by hand.", who));
  }
}

void checkCommittee(const Congress& congress, Findings& out) {
  for (std::size_t i = 0; i < congress.committee.size(); ++i)
    checkName(congress.committee[i].name, trf("Người thứ {0} của Ban kiểm phiếu", "Person {0} of the counting committee", i + 1), out);
}

/// A contest as people call it: by its title, by its id only while it has none.
std::string nameOf(const Contest& contest) { return isBlank(contest.title) ? contest.id : contest.title; }

void checkContestItself(const Contest& contest, Findings& out) {
  const bool election = contest.kind == ContestKind::Election;
  if (isBlank(contest.title))
    block(out, trf("Cuộc bầu “{0}” chưa có tên. Hãy ghi tên để in trên phiếu.",
                   "Contest “{0}” has no title. Enter the title printed on the ballot.", nameOf(contest)));
  if (election ? contest.seats < 1 : contest.seats < 0)
    block(out, trf("Cuộc bầu “{0}” có số lượng cần bầu là {1}. Số lượng cần bầu phải từ 1 trở lên.",
                   "Contest “{0}” has {1} seats. There must be at least 1.", nameOf(contest), contest.seats));
  if (contest.candidates.empty() || contest.candidates.size() > static_cast<std::size_t>(kMaxCandidates))
    block(out,
          trf("Cuộc bầu “{0}” có {1} người trong danh sách. Danh sách phải có từ 1 đến {2} người.",
              "Contest “{0}” has {1} candidates. A list must have 1 to {2}.", nameOf(contest), contest.candidates.size(), kMaxCandidates));
  if (contest.round < 1)
    block(out, trf("Cuộc bầu “{0}” có lần bầu là {1}. Lần bầu phải từ 1 trở lên.", "Contest “{0}” is round {1}. Rounds start at 1.",
                   nameOf(contest), contest.round));
  if (contest.paper != "A4" && contest.paper != "A5")
    block(out, trf("Cuộc bầu “{0}” dùng khổ giấy “{1}”. Chỉ in được trên giấy A4 hoặc A5.",
                   "Contest “{0}” is set on paper “{1}”. Only A4 and A5 can be printed.", nameOf(contest), contest.paper));
}

/// and a list too short for the seats. Run-offs have a list of their own that none of them is about.
void checkSurplus(const Contest& contest, int surplusPercentLimit, Findings& out) {
  if (contest.kind != ContestKind::Election || contest.runOff || contest.seats < 1 || contest.candidates.empty()) return;
  const long candidates = static_cast<long>(contest.candidates.size());
  const long surplus = candidates - contest.seats;
  const bool mustHaveSurplus = contest.office == Office::CapUy || contest.office == Office::BanThuongVu;
  if (mustHaveSurplus && surplus <= 0)
    warn(out,
         trf("Cuộc bầu “{0}” có {1} người cho {2} chỗ; bầu cấp ủy và ban thường vụ phải có số dư.",
             "Contest “{0}” has {1} candidates for {2} seats; the election of a committee or its standing board must have a surplus.",
             nameOf(contest), candidates, contest.seats),
         "R-03");
  if (surplus < 0)
    warn(out,
         trf("Cuộc bầu “{0}” chỉ có {1} người cho {2} chỗ; dù ai cũng trúng cử vẫn thiếu {3} chỗ.",
             "Contest “{0}” has only {1} candidates for {2} seats; even if all are elected {3} seats stay empty.", nameOf(contest),
             candidates, contest.seats, -surplus),
         "R-28");
  if (contest.seats > 5 && surplus * 100 > static_cast<long>(surplusPercentLimit) * contest.seats)
    warn(
        out,
        trf("Cuộc bầu “{0}” có số dư {1} người, quá {2}% của {3} chỗ.", "Contest “{0}” has a surplus of {1}, more than {2} % of {3} seats.",
            nameOf(contest), surplus, surplusPercentLimit, contest.seats),
        "R-04");
  if (contest.seats >= 3 && contest.seats <= 5 && surplus > 1)
    warn(out,
         trf("Cuộc bầu “{0}” cần bầu {1} người nhưng có số dư {2}; từ 3 đến 5 chỗ thì số dư không quá 1.",
             "Contest “{0}” elects {1} but has a surplus of {2}; for 3 to 5 seats the surplus is at most 1.", nameOf(contest),
             contest.seats, surplus),
         "R-05");
}

/// the same name on the ballot and among those who count.
void checkNotOfCommittee(const Congress& congress, const Contest& contest, const Candidate& candidate, Findings& out) {
  for (const CommitteeMember& person : congress.committee) {
    const bool counts = person.role == Role::Head || person.role == Role::Member;
    if ((!counts && person.role != Role::Technician) || isBlank(person.name) || !sameName(person.name, candidate.name)) continue;
    if (counts)
      block(
          out,
          trf("“{0}” vừa ở Ban kiểm phiếu vừa ở danh sách của cuộc bầu “{1}”. Hãy cử người khác kiểm phiếu; nếu là hai người trùng tên, ghi thêm để phân biệt trong Ban kiểm phiếu.",
              "“{0}” is on the counting committee and on the list of contest “{1}”. Appoint somebody else; if these are two people of one name, tell them apart in the committee's list.",
              candidate.name, nameOf(contest)),
          "R-06");
    else
      block(
          out,
          trf("“{0}” vừa là nhân viên kỹ thuật vừa ở danh sách của cuộc bầu “{1}”. Hãy cử nhân viên kỹ thuật khác; nếu là hai người trùng tên, ghi thêm để phân biệt.",
              "“{0}” is technical staff and on the list of contest “{1}”. Choose other staff; if these are two people of one name, tell them apart.",
              candidate.name, nameOf(contest)),
          "R-35");
  }
}

void checkCandidates(const Congress& congress, const Contest& contest, Findings& out) {
  std::set<std::string> ids;
  for (std::size_t i = 0; i < contest.candidates.size(); ++i) {
    const Candidate& candidate = contest.candidates[i];
    const std::string who = trf("Người thứ {0} trong danh sách “{1}”", "Candidate {0} of contest “{1}”", i + 1, nameOf(contest));
    if (isBlank(candidate.id) || hasInvisibleCharacter(candidate.id))
      block(out, trf("{0} chưa có mã dùng được. Hãy đặt mã, ví dụ “c01”.", "{0} has no usable id. Give one, such as “c01”.", who));
    else if (!ids.insert(candidate.id).second)
      block(out, trf("Mã “{0}” được dùng cho hai người trong cuộc bầu “{1}”. Hãy đặt mã khác nhau.",
                     "The id “{0}” is used for two candidates of contest “{1}”. Give each its own.", candidate.id, nameOf(contest)));
    checkName(candidate.name, who, out);
    if (isBlank(candidate.name)) continue;
    for (std::size_t k = 0; k < i; ++k)
      if (sameName(contest.candidates[k].name, candidate.name)) {
        warn(out, trf("Danh sách “{0}” có hai người cùng tên “{1}”. Hãy ghi thêm để cử tri phân biệt được.",
                      "Contest “{0}” has two candidates named “{1}”. Add something voters can tell them apart by.", nameOf(contest),
                      candidate.name));
        break;
      }
    checkNotOfCommittee(congress, contest, candidate, out);
  }
}

}  // namespace

std::vector<Finding> examine(const Congress& congress) {
  Findings out;
  checkInfo(congress.info, out);
  checkCommittee(congress, out);
  const auto rules = ruleSet(congress.info.rules);
  const int limit = rules ? rules->surplusPercentLimit : RuleSet{}.surplusPercentLimit;
  std::set<std::string> ids;
  for (std::size_t i = 0; i < congress.contests.size(); ++i) {
    const Contest& contest = congress.contests[i];
    if (isBlank(contest.id) || hasInvisibleCharacter(contest.id))
      block(out, trf("Cuộc bầu thứ {0} chưa có mã dùng được. Hãy đặt mã, ví dụ “bch”.",
                     "Contest {0} has no usable id. Give one, such as “bch”.", i + 1));
    else if (contest.id.size() > kMaxIdBytes)
      block(out, trf("Mã “{0}” của cuộc bầu dài {1} byte, mã xác thực của biên bản chỉ chứa được {2}. Hãy đặt mã ngắn hơn.",
                     "The contest id “{0}” has {1} bytes; the code of the minutes holds {2}. Choose a shorter one.", contest.id,
                     contest.id.size(), kMaxIdBytes));
    else if (!ids.insert(contest.id).second)
      block(out, trf("Mã “{0}” được dùng cho hai cuộc bầu. Hãy đặt mã khác nhau.",
                     "The id “{0}” is used for two contests. Give each its own.", contest.id));
    checkContestItself(contest, out);
    checkSurplus(contest, limit, out);
    if (contest.candidates.size() <= static_cast<std::size_t>(kMaxCandidates)) checkCandidates(congress, contest, out);
  }
  return out;
}

}  // namespace kp
