// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/verification.h"

#include <algorithm>
#include <map>

#include "count/closing.h"
#include "count/keying_check.h"
#include "count/utc_time.h"
#include "election/text.h"

namespace kp {
namespace {

std::map<std::string, std::string> fieldsOfText(const std::string& text) {
  std::map<std::string, std::string> fields;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find("; ", at), text.size());
    const std::string field = text.substr(at, end - at);
    const std::size_t equals = field.find('=');
    if (equals != std::string::npos) fields[field.substr(0, equals)] = field.substr(equals + 1);
    at = end + 2;
  }
  return fields;
}

/// What a field of resultText() is, for people.
std::string nameOf(const Contest& contest, const std::string& field) {
  const std::map<std::string, std::string> words = {
      {"pass", tr("Lượt kiểm", "Pass")},
      {"sheets", tr("Số tờ đã kiểm", "Sheets counted")},
      {"convened", tr("Số triệu tập", "Convened")},
      {"present", tr("Số có mặt", "Present")},
      {"issued", tr("Số phiếu phát ra", "Ballots issued")},
      {"returned", tr("Số phiếu thu về", "Ballots returned")},
      {"base", tr("Số làm căn cứ tính kết quả", "Base of the result")},
      {"valid", tr("Số phiếu hợp lệ", "Valid ballots")},
      {"invalid", tr("Số phiếu không hợp lệ", "Invalid ballots")},
      {"elected", tr("Những người trúng cử (số trên phiếu)", "The elected (numbers on the ballot)")},
      {"tied", tr("Những người ngang phiếu (số trên phiếu)", "Those tied (numbers on the ballot)")},
      {"shortfall", tr("Số chỗ còn thiếu", "Seats left empty")},
  };
  if (const auto word = words.find(field); word != words.end()) return word->second;
  if (field.rfind("invalid.", 0) == 0) return trf("Số phiếu không hợp lệ theo {0}", "Ballots invalid by {0}", field.substr(8));
  const auto& classes = deductionClasses(CongressKind::Members);
  const auto& others = deductionClasses(CongressKind::Delegates);
  if (std::count(classes.begin(), classes.end(), field) + std::count(others.begin(), others.end(), field) > 0) return deductionText(field);
  if (!field.empty() && field.find_first_not_of("0123456789") == std::string::npos && field.size() < 4) {
    const auto place = static_cast<std::size_t>(std::stoi(field));
    if (place >= 1 && place <= contest.candidates.size()) return contest.candidates[place - 1].name;
  }
  return field;
}

std::vector<std::string> differencesOf(const Contest& contest, const std::string& recorded, const std::string& recomputed) {
  const auto was = fieldsOfText(recorded), is = fieldsOfText(recomputed);
  std::vector<std::string> found;
  const auto valueIn = [](const std::map<std::string, std::string>& fields, const std::string& name) {
    const auto at = fields.find(name);
    return at == fields.end() ? std::string("–") : at->second;
  };
  std::map<std::string, std::string> all = was;
  all.insert(is.begin(), is.end());
  for (const auto& [name, value] : all)
    if (valueIn(was, name) != valueIn(is, name))
      found.push_back(trf("{0}: khi chốt là {1}, tính lại từ các tờ phiếu là {2}", "{0}: {1} when closed, {2} recomputed from the sheets",
                          nameOf(contest, name), valueIn(was, name), valueIn(is, name)));
  return found;
}

Expected<ContestCheck> checkContest(const Ledger& ledger, const Contest& contest, const std::string& closedText) {
  const auto counted = loadContest(ledger, contest.id);
  if (!counted) return tl::unexpected<Error>(counted.error());
  const auto result = resultOf(ledger, *counted);
  if (!result) return tl::unexpected<Error>(result.error());
  ContestCheck check{contest.id, contest.title, counted->state.closed, true, {}};
  if (!check.closed) return check;
  if (closedText.empty())
    check.differences.push_back(
        tr("Cuộc bầu đã chốt nhưng nhật ký không ghi kết quả khi chốt", "The contest is closed but the journal has no result of closing"));
  else
    check.differences = differencesOf(counted->contest, closedText, resultText(counted->contest, *result));
  check.agrees = check.differences.empty();
  return check;
}

}  // namespace

bool FileCheck::sound() const {
  return chain.sound() && std::all_of(contests.begin(), contests.end(), [](const ContestCheck& c) { return c.agrees; });
}

Expected<FileCheck> verifyFile(const Ledger& ledger) {
  auto chain = ledger.verifyChain();
  if (!chain) return tl::unexpected<Error>(chain.error());
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  const auto journal = ledger.journal().list();
  if (!journal) return tl::unexpected<Error>(journal.error());
  std::map<std::string, std::string> closedTexts;
  for (const JournalEntry& entry : *journal)
    if (entry.event == toString(Event::ContestClosed)) closedTexts[entry.contest] = entry.details;
  FileCheck check;
  check.chain = std::move(*chain);
  for (const Contest& contest : congress->contests) {
    auto one = checkContest(ledger, contest, closedTexts[contest.id]);
    if (!one &&
        one.error().kind == ErrorKind::Refused) {  // its learned form is out of date: its ballots cannot be counted, the others' can
      const auto state = ledger.congress().state(contest.id);
      if (!state) return tl::unexpected<Error>(state.error());
      check.contests.push_back({contest.id, contest.title, state->closed, false, {one.error().what}});
      continue;
    }
    if (!one) return tl::unexpected<Error>(one.error());
    check.contests.push_back(std::move(*one));
    const auto counted = loadContest(ledger, contest.id);
    if (!counted) return tl::unexpected<Error>(counted.error());
    const auto keyed = checkKeyed(ledger, *counted);
    if (!keyed) return tl::unexpected<Error>(keyed.error());
    check.chain.findings.insert(check.chain.findings.end(), keyed->begin(), keyed->end());
  }
  return check;
}

Expected<Statement> makeStatement(const CountedContest& counted, const ContestResult& result, const std::string& journalHead,
                                  std::int64_t madeAt, const std::string& program) {
  const Figures& f = result.figures;
  if (!f.convened || !f.present || !f.issued || !f.returned)
    return fail(
        ErrorKind::Refused,
        tr("Chưa nhập đủ số liệu (triệu tập, có mặt, phát ra, thu về) nên chưa lập được biên bản; hãy nhập bằng “figures set”",
           "Figures (convened, present, issued, returned) are missing, so no minutes can be made; enter them with \"figures set\""));
  const auto head = digestFromHex(journalHead);
  if (!head) return fail(ErrorKind::BadInput, tr("Mã đầu chuỗi của nhật ký không hợp lệ", "The journal's head is no hash"));
  Statement s;
  s.congress = counted.congress.info.id;
  s.contest = counted.contest.id;
  s.round = counted.contest.round;
  s.kind = counted.contest.kind;
  s.convened = *f.convened;
  s.present = *f.present;
  s.issued = *f.issued;
  s.returned = *f.returned;
  s.valid = result.tally.valid;
  s.invalid = result.tally.invalid;
  s.base = result.outcome.base;
  s.votes = result.tally.votes;
  s.elected = result.outcome.elected;
  s.journalHead = *head;
  s.madeAt = madeAt;
  s.program = program;
  normalise(s);
  return s;
}

Expected<Statement> statementOfClosing(const Ledger& ledger, const CountedContest& counted, const ContestResult& result,
                                       const std::string& program) {
  const auto journal = ledger.journal().list(counted.contest.id);
  if (!journal) return tl::unexpected<Error>(journal.error());
  const auto closing = std::find_if(journal->rbegin(), journal->rend(), [&](const JournalEntry& entry) {
    return entry.event == toString(Event::ContestClosed) && entry.contest == counted.contest.id;
  });
  if (!counted.state.closed || closing == journal->rend())
    return fail(ErrorKind::Refused,
                trf("Cuộc bầu “{0}” chưa chốt nên chưa có mã xác thực; chưa có gì thay đổi",
                    "Contest \"{0}\" is not closed and has no verification code yet; nothing was changed", counted.contest.title));
  return makeStatement(counted, result, toHex(closing->hash), secondsOf(closing->time), program);
}

Expected<std::vector<std::string>> compareWithFile(const Ledger& ledger, const SignedStatement& found) {
  std::vector<std::string> differences;
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  const Statement& printed = found.statement;
  if (printed.congress != congress->info.id)
    return std::vector{trf("Biên bản là của đại hội {0}, tệp này là của đại hội {1}",
                           "The minutes are of congress {0}, this file of congress {1}", printed.congress, congress->info.id)};
  const auto key = ledger.keys().publicKey();
  if (!key) return tl::unexpected<Error>(key.error());
  if (*key != found.key)
    differences.push_back(tr("Chữ ký trên biên bản không phải bằng khóa của tệp đại hội này: biên bản của tệp khác, hoặc là giả",
                             "The minutes are not signed with this congress file's key: they are another file's, or forged"));
  if (!congress->contest(printed.contest)) {
    differences.push_back(
        trf("Tệp này không có cuộc bầu {0} ghi trong biên bản", "This file has no contest {0}, which the minutes name", printed.contest));
    return differences;
  }
  const auto counted = loadContest(ledger, printed.contest);
  if (!counted) return tl::unexpected<Error>(counted.error());
  const auto result = resultOf(ledger, *counted);
  if (!result) return tl::unexpected<Error>(result.error());
  // the head may be any entry of the journal: it goes on growing after the minutes were made
  const auto entry = ledger.journal().byHash(toHex(printed.journalHead));
  if (!entry) return tl::unexpected<Error>(entry.error());
  if (!*entry)
    differences.push_back(tr("Mã nhật ký ghi trong biên bản không có trong nhật ký của tệp này",
                             "The journal code in the minutes is not in this file's journal"));
  if (!counted->state.closed)
    differences.push_back(
        tr("Trong tệp, cuộc bầu này đang mở: chưa chốt, hoặc đã mở lại sau khi lập biên bản nên biên bản không còn giá trị",
           "In the file this contest is open: not closed yet, or reopened after the minutes were made, which are void then"));
  const Figures& f = result->figures;
  if (!f.convened || !f.present || !f.issued || !f.returned) {
    differences.push_back(tr("Tệp này chưa có đủ số liệu (triệu tập, có mặt, phát ra, thu về) như biên bản ghi",
                             "This file lacks figures (convened, present, issued, returned) that the minutes give"));
    return differences;
  }
  const auto own = makeStatement(*counted, *result, toHex(printed.journalHead), printed.madeAt, printed.program);
  if (!own) return tl::unexpected<Error>(own.error());
  const auto more = compareStatements(printed, tr("biên bản", "the minutes"), *own, tr("tệp đại hội", "the congress file"));
  differences.insert(differences.end(), more.begin(), more.end());
  return differences;
}

}  // namespace kp
