// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/verification.h"

#include <algorithm>
#include <map>

#include "count/closed_result.h"
#include "count/keying_check.h"
#include "count/utc_time.h"
#include "election/text.h"

namespace kp {
namespace {

Expected<ContestCheck> checkContest(const Ledger& ledger, const Contest& contest, const std::string& closedText) {
  const auto counted = loadContest(ledger, contest.id);
  if (!counted) return tl::unexpected<Error>(counted.error());
  const auto result = resultOf(ledger, *counted);
  if (!result) return tl::unexpected<Error>(result.error());
  ContestCheck check{contest.id, contest.title, counted->state.closed, true, {}};
  if (!check.closed) return check;
  if (closedText.empty()) {
    check.differences.push_back(
        tr("Cuộc bầu đã chốt nhưng nhật ký không ghi kết quả khi chốt", "The contest is closed but the journal has no result of closing"));
  } else {
    ClosingComparison found = compareWithClosing(*counted, *result, closedText);
    if (found.otherMethod)
      check.notRecomputed = otherMethodText(*result);
    else
      check.differences = std::move(found.differences);
  }
  check.agrees = check.differences.empty() && check.notRecomputed.empty();
  return check;
}

/// The result that minutes must agree with: the recomputed one; where the closing was made by an earlier counting method, the one it recorded.
Expected<ContestResult> resultToCompare(const Ledger& ledger, const CountedContest& counted, const std::optional<JournalEntry>& closing) {
  auto result = resultOf(ledger, counted);
  if (!result || !counted.state.closed || !closing) return result;
  return compareWithClosing(counted, *result, closing->details).otherMethod ? resultAsClosed(counted.contest, closing->details) : result;
}

}  // namespace

bool FileCheck::sound() const {
  return chain.sound() &&
         std::all_of(contests.begin(), contests.end(), [](const ContestCheck& c) { return c.agrees || !c.notRecomputed.empty(); });
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
  check.withoutSecrets = ledger.isCopyForHandingOn();
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
  const auto closing = newestClosing(ledger, counted.contest.id);
  if (!closing) return tl::unexpected<Error>(closing.error());
  if (!counted.state.closed || !*closing)
    return fail(ErrorKind::Refused,
                trf("Cuộc bầu “{0}” chưa chốt nên chưa có mã xác thực; chưa có gì thay đổi",
                    "Contest \"{0}\" is not closed and has no verification code yet; nothing was changed", counted.contest.title));
  if (const auto same = requireAsClosed(ledger, counted, result); !same) return tl::unexpected<Error>(same.error());
  return makeStatement(counted, result, toHex((*closing)->hash), secondsOf((*closing)->time), program);
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
  const auto closing = newestClosing(ledger, printed.contest);
  if (!closing) return tl::unexpected<Error>(closing.error());
  const auto result = resultToCompare(ledger, *counted, *closing);
  if (!result) return tl::unexpected<Error>(result.error());
  // the head may be any entry of the journal: it goes on growing after the minutes were made
  const auto entry = ledger.journal().byHash(toHex(printed.journalHead));
  if (!entry) return tl::unexpected<Error>(entry.error());
  if (!*entry)
    differences.push_back(tr("Mã nhật ký ghi trong biên bản không có trong nhật ký của tệp này",
                             "The journal code in the minutes is not in this file's journal"));
  else if (counted->state.closed && *closing && (*entry)->seq < (*closing)->seq)
    differences.push_back(tr("Biên bản này là của lần chốt trước: cuộc bầu đã được mở lại và chốt lại nên biên bản không còn giá trị",
                             "These minutes are of an earlier closing: the contest was reopened and closed again, and they are void"));
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
  const auto more =
      compareStatements(printed, tr("biên bản", "the minutes"), *own, tr("tệp đại hội", "the congress file"), faceOf(counted->contest));
  differences.insert(differences.end(), more.begin(), more.end());
  return differences;
}

}  // namespace kp
