// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/setup.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "ballot/code_payload.h"
#include "ballot/form.h"
#include "count/access.h"
#include "count/closed_result.h"
#include "count/committee.h"
#include "count/two_people.h"
#include "election/text.h"
#include "formats/unicode.h"

namespace kp {
namespace {

/// Names are NFC on the way in (interfaces.md), whoever typed them.
void normalise(Contest& contest) {
  contest.title = nfc(contest.title);
  for (Candidate& candidate : contest.candidates) candidate.name = nfc(candidate.name);
}

void normalise(Congress& congress) {
  for (CommitteeMember& person : congress.committee)
    for (std::string* text : {&person.name, &person.introducedBy, &person.approvedBy}) *text = nfc(*text);
  for (Contest& contest : congress.contests) normalise(contest);
}

Expected<void> usable(const Congress& congress) {
  for (const Finding& finding : examine(congress))
    if (finding.severity == Finding::Severity::Block)
      return fail(ErrorKind::Refused, trf("{0} Chưa có gì thay đổi.", "{0} Nothing was changed.", finding.what), finding.rule);
  for (const Contest& contest : congress.contests)
    if (const auto form = layOut(congress.info, contest); !form) return tl::unexpected<Error>(form.error());
  return {};
}

/// both names, as they are kept.
Expected<std::pair<std::string, std::string>> introduction(const std::string& introducedBy, const std::string& approvedBy) {
  const Actors introduced = eachOnce({nfc(introducedBy)}), approved = eachOnce({nfc(approvedBy)});
  if (!introduced.empty() && !approved.empty()) return std::pair(introduced.front(), approved.front());
  return fail(
      ErrorKind::Refused,
      tr("Nhân viên kỹ thuật phải do ai giới thiệu và Đoàn Chủ tịch đồng ý (R-35): hãy ghi cả người giới thiệu và người của Đoàn Chủ "
         "tịch đã đồng ý. Chưa có gì thay đổi.",
         "Technical staff are introduced by somebody and approved by the presidium (R-35): enter who introduced them and who of the "
         "presidium approved. Nothing was changed."),
      "R-35");
}

/// Who is in the committee decides who may act, so from the head's first PIN on nobody changes it without the head, and the file never falls back to no PIN at all.
Expected<void> committeeMayChange(const Ledger& ledger, const Congress& before, const Congress& after, const Actors& by) {
  if (before.committee == after.committee) return {};
  const auto pins = ledger.congress().withPin();
  if (!pins) return tl::unexpected<Error>(pins.error());
  const auto isIn = [](const auto& names, const std::string& name) { return std::find(names.begin(), names.end(), name) != names.end(); };
  bool headActs = false;
  std::string heads;
  for (const CommitteeMember& person : before.committee) {
    if (person.role != Role::Head || !isIn(*pins, person.name)) continue;
    heads += (heads.empty() ? "" : ", ") + person.name;
    headActs = headActs || isIn(by, person.name);
  }
  const auto two = committeeTakesTwo(ledger, before);
  if (!two) return tl::unexpected<Error>(two.error());
  if (*two)
    if (auto may = mayAct(ledger, before, Act::Rule, by); !may) {
      may.error().what = trf("Đã đọc phiếu nên thay đổi Ban kiểm phiếu và tổ giúp việc phải có hai người. {0}",
                             "Ballots were read, so changing the committee and its staff takes two people. {0}", may.error().what);
      return may;
    }
  if (!heads.empty() && !headActs)
    return fail(ErrorKind::Refused,
                trf("Chỉ Trưởng ban kiểm phiếu ({0}) được thay đổi danh sách Ban kiểm phiếu và tổ giúp việc; chưa có gì thay đổi",
                    "Only the head of the committee ({0}) may change who is in it and its staff; nothing was changed", heads));
  const auto stays = [&](const std::string& name) {
    return std::any_of(after.committee.begin(), after.committee.end(), [&](const CommitteeMember& m) { return m.name == name; });
  };
  if (!pins->empty() && std::none_of(pins->begin(), pins->end(), stays))
    return fail(ErrorKind::Refused, tr("Không bỏ được người cuối cùng có mã cá nhân, vì khi đó ai cũng mở được tệp; chưa có gì thay đổi. "
                                       "Hãy thêm người khác và đặt mã cho người đó trước",
                                       "The last person with a PIN stays, else anybody could act on the file; nothing was changed. "
                                       "Add somebody else and set their PIN first"));
  return {};
}

/// nobody alone changes what a contest whose ballots are known stands on, or puts another one of its office beside it.
Expected<void> contestsMayChange(const Ledger& ledger, const Congress& before, const Congress& after, const Actors& by) {
  if (before.contests == after.contests) return {};
  const auto read = contestsRead(ledger, before);
  if (!read) return tl::unexpected<Error>(read.error());
  const Contest* touched = contestTouched(before, after, *read);
  if (!touched) return {};
  auto may = mayAct(ledger, before, Act::Rule, by);
  if (!may) {
    may.error().what =
        trf("Đã đọc phiếu của “{0}”, nên thêm, sửa hay bỏ cuộc bầu cùng chức danh hoặc cuộc bầu phải chốt trước nó phải có hai "
            "người (R-31). {1}",
            "Ballots of \"{0}\" were read, so adding, changing or removing a contest of its office, or one that must be closed "
            "before it, takes two people (R-31). {1}",
            touched->title, may.error().what);
    may.error().rule = "R-31";
  }
  return may;
}

/// What a contest's ballots look like hangs on the congress's name, superior, issuer, term, place and date too: laid out another way, ballots taken in would be read
/// by the wrong form, and printed ones would no longer be this congress's.
Expected<void> formsStay(const Ledger& ledger, const Congress& before, const Congress& after) {
  if (before.info == after.info) return {};
  for (const Contest& contest : before.contests) {
    const auto counted = ballotsWereRead(ledger, contest.id);
    if (!counted) return tl::unexpected<Error>(counted.error());
    if (!*counted) continue;
    const auto learned = ledger.learned().of(contest.id);
    if (!learned) return tl::unexpected<Error>(learned.error());
    if (*learned) continue;
    const auto was = layOut(before.info, contest), is = layOut(after.info, contest);
    if (was && is && formTag(*was) == formTag(*is)) continue;
    return fail(
        ErrorKind::Refused,
        trf("Đã đọc phiếu của cuộc bầu “{0}”, mà thông tin vừa sửa làm phiếu này in ra khác đi nên không sửa được nữa; phiếu và kết quả còn nguyên, "
            "chưa có gì thay đổi. Hãy giữ thông tin như trên phiếu đã in; chỗ sai ghi vào biên bản bằng tay",
            "Ballots of \"{0}\" were read, and what was changed would make them print differently, so it cannot be changed any more; ballots and "
            "results are as they were, nothing was changed. Keep what the printed ballots say; note the mistake on the minutes by hand",
            contest.title));
  }
  return {};
}

Expected<Congress> loadFor(const Ledger& ledger, const Actors& by) {
  auto congress = ledger.congress().load();
  if (!congress) return congress;
  if (const auto may = mayAct(ledger, *congress, Act::EditCongress, by); !may) return tl::unexpected<Error>(may.error());
  return congress;
}

Expected<void> store(Ledger& ledger, const Congress& before, Congress after, const Actors& by) {
  normalise(after);
  if (const auto may = committeeMayChange(ledger, before, after, by); !may) return may;
  if (const auto fit = usable(after); !fit) return fit;
  if (const auto same = formsStay(ledger, before, after); !same) return same;
  if (const auto may = contestsMayChange(ledger, before, after, by); !may) return may;
  if (const auto saved = ledger.congress().save(after, eachOnce(by)); !saved) return saved;
  for (const std::string& name : std::vector<std::string>(ledger.signedIn()))
    if (std::none_of(after.committee.begin(), after.committee.end(), [&](const CommitteeMember& m) { return m.name == name; }))
      if (const auto out = signOut(ledger, name); !out) return out;
  return {};
}

std::vector<Contest>::iterator placeOf(Congress& congress, const std::string& id) {
  return std::find_if(congress.contests.begin(), congress.contests.end(), [&id](const Contest& c) { return c.id == id; });
}

tl::unexpected<Error> noContest(const std::string& id) {
  return fail(ErrorKind::NotFound, trf("Không có cuộc bầu “{0}” trong tệp này", "There is no contest \"{0}\" in this file", id));
}

std::string nextId(const Contest& contest) {
  const std::string suffix = "-v" + std::to_string(contest.round);
  const bool laterRound = contest.round > 1 && contest.id.size() > suffix.size() &&
                          contest.id.compare(contest.id.size() - suffix.size(), suffix.size(), suffix) == 0;
  return (laterRound ? contest.id.substr(0, contest.id.size() - suffix.size()) : contest.id) + "-v" + std::to_string(contest.round + 1);
}

Expected<void> rulesFit(const RuleSet& rules) {
  if (rules.name.find_first_not_of(" \t") == std::string::npos)
    return fail(ErrorKind::BadInput, tr("Bộ quy tắc phải có tên; chưa có gì thay đổi", "A rule set needs a name; nothing was changed"));
  if (rules.passesRequired < 1 || rules.passesRequired > kMostPasses)
    return fail(ErrorKind::BadInput,
                trf("Số lượt kiểm phải từ 1 đến {0}; chưa có gì thay đổi", "The number of passes must be 1 to {0}; nothing was changed",
                    kMostPasses),
                "R-36");
  if (rules.percentDecimals < 0 || rules.percentDecimals > kMostDecimals)
    return fail(ErrorKind::BadInput,
                trf("Số chữ số thập phân phải từ 0 đến {0}; chưa có gì thay đổi", "The decimals must be 0 to {0}; nothing was changed",
                    kMostDecimals),
                "R-30");
  if (rules.surplusPercentLimit < 0 || rules.surplusPercentLimit > 100)
    return fail(ErrorKind::BadInput,
                tr("Giới hạn số dư phải từ 0 đến 100 phần trăm; chưa có gì thay đổi",
                   "The surplus limit must be 0 to 100 per cent; nothing was changed"),
                "R-04");
  return {};
}

}  // namespace

Expected<void> saveCongress(Ledger& ledger, const Congress& congress, const Actors& by) {
  const auto before = loadFor(ledger, by);
  return before ? store(ledger, *before, congress, by) : tl::unexpected<Error>(before.error());
}

Expected<void> addPerson(Ledger& ledger, const CommitteeMember& person, const Actors& by) {
  const auto before = loadFor(ledger, by);
  if (!before) return tl::unexpected<Error>(before.error());
  const Actors name = eachOnce({nfc(person.name)});
  if (name.empty())
    return fail(ErrorKind::BadInput, tr("Hãy ghi họ và tên; chưa có gì thay đổi", "Enter the full name; nothing was changed"));
  CommitteeMember added{name.front(), person.role};
  if (std::any_of(before->committee.begin(), before->committee.end(),
                  [&added](const CommitteeMember& m) { return m.name == added.name && m.role == added.role; }))
    return fail(ErrorKind::BadInput, trf("{0} đã có trong danh sách với vai trò {1}; chưa có gì thay đổi",
                                         "{0} is in the list already as {1}; nothing was changed", added.name, roleText(added.role)));
  if (added.role == Role::Technician) {
    const auto introduced = introduction(person.introducedBy, person.approvedBy);
    if (!introduced) return tl::unexpected<Error>(introduced.error());
    std::tie(added.introducedBy, added.approvedBy) = *introduced;
  }
  Congress after = *before;
  after.committee.push_back(added);
  return store(ledger, *before, std::move(after), by);
}

Expected<void> introduceStaff(Ledger& ledger, const std::string& name, const std::string& introducedBy, const std::string& approvedBy,
                              const Actors& by) {
  const auto before = loadFor(ledger, by);
  if (!before) return tl::unexpected<Error>(before.error());
  const auto introduced = introduction(introducedBy, approvedBy);
  if (!introduced) return tl::unexpected<Error>(introduced.error());
  Congress after = *before;
  bool found = false;
  for (CommitteeMember& person : after.committee) {
    if (person.name != name || person.role != Role::Technician) continue;
    std::tie(person.introducedBy, person.approvedBy) = *introduced;
    found = true;
  }
  if (!found)
    return fail(ErrorKind::NotFound, trf("Không có nhân viên kỹ thuật nào tên “{0}”; chưa có gì thay đổi",
                                         "No technical staff member is named \"{0}\"; nothing was changed", name));
  return store(ledger, *before, std::move(after), by);
}

Expected<void> removePerson(Ledger& ledger, const std::string& name, const Actors& by) {
  const auto before = loadFor(ledger, by);
  if (!before) return tl::unexpected<Error>(before.error());
  Congress after = *before;
  auto& people = after.committee;
  people.erase(std::remove_if(people.begin(), people.end(), [&name](const CommitteeMember& m) { return m.name == name; }), people.end());
  if (people.size() == before->committee.size())
    return fail(ErrorKind::NotFound, trf("Không có ai tên “{0}” trong danh sách; chưa có gì thay đổi",
                                         "Nobody named \"{0}\" is in the list; nothing was changed", name));
  return store(ledger, *before, std::move(after), by);
}

namespace {

/// `computed`: it follows from a closed count, so nobody has chosen it.
Expected<void> add(Ledger& ledger, const Contest& contest, const Actors& by, const std::string& like, bool computed) {
  const auto before = loadFor(ledger, by);
  if (!before) return tl::unexpected<Error>(before.error());
  if (before->contest(contest.id))
    return fail(ErrorKind::BadInput, trf("Mã cuộc bầu “{0}” đã dùng rồi; hãy chọn mã khác. Chưa có gì thay đổi",
                                         "The contest id \"{0}\" is in use; choose another. Nothing was changed", contest.id));
  Congress after = *before;
  after.contests.push_back(contest);
  normalise(after.contests.back());
  if (const auto fit = usable(after); !fit) return fit;
  if (!computed)
    if (const auto may = contestsMayChange(ledger, *before, after, by); !may) return may;
  return ledger.congress().addContest(after.contests.back(), eachOnce(by), like);
}

}  // namespace

Expected<void> addContest(Ledger& ledger, const Contest& contest, const Actors& by, const std::string& like) {
  return add(ledger, contest, by, like, false);
}

Expected<void> changeContest(Ledger& ledger, const Contest& contest, const Actors& by) {
  const auto before = loadFor(ledger, by);
  if (!before) return tl::unexpected<Error>(before.error());
  Congress after = *before;
  const auto place = placeOf(after, contest.id);
  if (place == after.contests.end()) return noContest(contest.id);
  *place = contest;
  return store(ledger, *before, std::move(after), by);
}

Expected<void> removeContest(Ledger& ledger, const std::string& contest, const Actors& by) {
  const auto before = loadFor(ledger, by);
  if (!before) return tl::unexpected<Error>(before.error());
  Congress after = *before;
  const auto place = placeOf(after, contest);
  if (place == after.contests.end()) return noContest(contest);
  after.contests.erase(place);
  return store(ledger, *before, std::move(after), by);
}

Expected<Contest> nextRoundOf(const Contest& contest, const RuleSet& rules, const Outcome& outcome) {
  if (contest.kind != ContestKind::Election)
    return fail(ErrorKind::Refused, trf("“{0}” là phiếu xin ý kiến hoặc lấy phiếu tín nhiệm nên không có lần bầu tiếp theo",
                                        "\"{0}\" is a poll or a confidence vote and has no next round", contest.title));
  const bool tie = !outcome.tied.empty() && rules.tieNeedsRunOff;
  Contest next = contest;
  next.id = nextId(contest);
  next.round = contest.round + 1;
  next.runOff = contest.runOff || tie;
  next.seats = tie ? contest.seats - static_cast<int>(outcome.elected.size()) : outcome.shortfall;
  next.candidates.clear();
  for (std::size_t i = 0; i < contest.candidates.size(); ++i) {
    const auto& chosen = tie ? outcome.tied : outcome.elected;
    const bool in = std::find(chosen.begin(), chosen.end(), i) != chosen.end();
    if (in == tie) next.candidates.push_back(contest.candidates[i]);
  }
  if (next.seats <= 0)
    return fail(ErrorKind::Refused, trf("“{0}” đã bầu đủ {1} người nên không cần bầu tiếp",
                                        "All {1} seats of \"{0}\" are filled; no further round is needed", contest.title, contest.seats));
  if (next.candidates.empty())
    return fail(
        ErrorKind::Refused,
        trf("“{0}” còn thiếu {1} người nhưng không còn ai trong danh sách; đại hội phải giới thiệu người mới, rồi thêm cuộc bầu mới (R-28)",
            "\"{0}\" is short of {1} and nobody is left on the list; the congress must nominate, then add a new contest (R-28)",
            contest.title, next.seats),
        "R-28");
  return next;
}

Expected<Contest> nextRound(Ledger& ledger, const std::string& contest, const Actors& by) {
  if (const auto may = loadFor(ledger, by); !may) return tl::unexpected<Error>(may.error());
  const auto counted = loadContest(ledger, contest);
  if (!counted) return tl::unexpected<Error>(counted.error());
  if (!counted->state.closed)
    return fail(ErrorKind::Refused,
                trf("Phải chốt kết quả “{0}” trước khi lập lần bầu tiếp theo; chưa có gì thay đổi",
                    "\"{0}\" must be closed before its next round is made; nothing was changed", counted->contest.title));
  const auto result = resultOf(ledger, *counted);
  if (!result) return tl::unexpected<Error>(result.error());
  if (const auto same = requireAsClosed(ledger, *counted, *result); !same) return tl::unexpected<Error>(same.error());
  const auto next = nextRoundOf(counted->contest, counted->rules, result->outcome);
  if (!next) return next;
  if (counted->congress.contest(next->id))
    return fail(ErrorKind::Refused, trf("Cuộc bầu “{0}” đã có lần bầu tiếp theo ({1}) trong tệp",
                                        "The next round of \"{0}\" ({1}) is in the file already", counted->contest.title, next->id));
  if (const auto added = add(ledger, *next, by, contest, true); !added) return tl::unexpected<Error>(added.error());
  return next;
}

Expected<void> setRules(Ledger& ledger, const std::string& contest, const RuleSet& rules, const Actors& by) {
  const auto congress = loadFor(ledger, by);
  if (!congress) return tl::unexpected<Error>(congress.error());
  if (!congress->contest(contest)) return noContest(contest);
  if (const auto fit = rulesFit(rules); !fit) return fit;
  const auto read = ballotsWereRead(ledger, contest);
  if (!read) return tl::unexpected<Error>(read.error());
  if (*read)
    if (const auto may = mayAct(ledger, *congress, Act::Rule, by); !may) return may;
  return ledger.congress().setRules(contest, rules, eachOnce(by));
}

}  // namespace kp
