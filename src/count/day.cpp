// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/day.h"

#include <algorithm>

#include "count/afterwards.h"
#include "count/contest_count.h"
#include "count/elected_before.h"
#include "count/medium.h"
#include "count/passes.h"
#include "count/passes_done.h"
#include "count/read_back.h"
#include "election/text.h"

namespace kp {
namespace {

/// What the steps are worked out of, loaded once.
struct Day {
  Congress congress;
  CountedContest counted;
  CountedPass pass;
  Figures figures;
  ContestResult result;
  std::vector<JournalEntry> journal;
  PassesDone passes;
  bool passesAgree = true;
  int underWay = 0;  ///< a later pass that has fewer sheets than were returned; 0 none
  long sheetsOfIt = 0;
  int waiting = 0;                           ///< ballots for the committee, in all passes
  std::vector<std::string> othersNotClosed;  ///< titles of contests
  ArchiveState archive;
  ReadBackState readBack;
  std::vector<AfterwardsState> afterwards;
};

bool happened(const Day& day, Event event, int afterSeq = 0) {
  return std::any_of(day.journal.begin(), day.journal.end(), [&](const JournalEntry& e) {
    return e.seq > afterSeq && e.event == toString(event) && (e.contest.empty() || e.contest == day.counted.contest.id);
  });
}

int lastOf(const Day& day, Event event) {
  int seq = 0;
  for (const JournalEntry& e : day.journal)
    if (e.event == toString(event) && e.contest == day.counted.contest.id) seq = e.seq;
  return seq;
}

StepStatus congressStep(const Congress& congress) {
  const auto of = [&](Role role) {
    return std::count_if(congress.committee.begin(), congress.committee.end(), [role](const CommitteeMember& m) { return m.role == role; });
  };
  if (of(Role::Head) == 0) return {DayStep::Congress, StepState::Now, tr("Chưa có Trưởng ban kiểm phiếu", "The committee has no head yet")};
  if (of(Role::Member) == 0)
    return {DayStep::Congress, StepState::Now, tr("Ban kiểm phiếu chưa có ủy viên", "The committee has no member yet")};
  return {DayStep::Congress, StepState::Done, {}};
}

StepStatus contestStep(const Congress& congress, const std::string& notElected = {}) {
  for (const Finding& finding : examine(congress))
    if (finding.severity == Finding::Severity::Block) return {DayStep::Contest, StepState::Stopped, finding.what};
  if (congress.contests.empty()) return {DayStep::Contest, StepState::Now, tr("Chưa có cuộc bầu nào", "There is no contest yet")};
  if (!notElected.empty()) return {DayStep::Contest, StepState::Stopped, trf("{0} (R-31)", "{0} (R-31)", notElected)};
  return {DayStep::Contest, StepState::Done, {}};
}

StepStatus figuresStep(const Day& day) {
  const Figures& f = day.figures;
  if (const auto checked = checkFigures(day.congress.info.kind, f); !checked)
    return {DayStep::Figures, StepState::Stopped, checked.error().what};
  if (!f.convened || !f.present)
    return {DayStep::Figures, StepState::Now, tr("Chưa nhập số triệu tập và có mặt", "Convened and present are not entered")};
  if (!f.issued || !f.returned)
    return {DayStep::Figures, StepState::Now, tr("Chưa nhập số phiếu phát ra và thu về", "Issued and returned are not entered")};
  return {DayStep::Figures, StepState::Done, {}};
}

/// Sheets of the ballots returned; 0 while that is not entered.
long expectedSheets(const Day& day) { return static_cast<long>(day.figures.returned.value_or(0)) * day.counted.pages; }

bool keyed(const Day& day) { return !day.pass.sheets.empty() && day.pass.sheets.front().sourceName.rfind("keyed-", 0) == 0; }

StepStatus takingStep(const Day& day, DayStep step) {
  const bool mine = keyed(day) == (step == DayStep::KeyIn);
  const bool any = !day.pass.sheets.empty();
  if (any && !mine)
    return {
        step, StepState::Waiting,
        step == DayStep::Scan ? tr("Lượt 1 nhập bằng bàn phím", "Pass 1 is keyed in") : tr("Lượt 1 quét bằng máy", "Pass 1 is scanned")};
  if (!day.figures.returned)
    return {step, any ? StepState::Now : StepState::Waiting,
            tr("Cần số phiếu thu về trước khi nhận phiếu", "The number of ballots returned is needed first")};
  const long expected = expectedSheets(day);
  if (day.result.sheets > expected)
    return {step, StepState::Stopped,
            trf("Đã nhận {0} tờ, nhiều hơn {1} tờ thu về: kiểm tra xấp phiếu",
                "{0} sheets taken in, more than the {1} returned: check the pile", day.result.sheets, expected)};
  if (day.result.sheets == expected && expected > 0) return {step, StepState::Done, {}};
  if (day.result.sheets == 0 && step == DayStep::KeyIn)
    return {step, StepState::Waiting, tr("Chỉ dùng khi không có máy quét", "Only where there is no scanner")};
  return {step, StepState::Now, trf("Đã nhận {0} / {1} tờ", "{0} of {1} sheets taken in", day.result.sheets, expected)};
}

StepStatus adjudicateStep(const Day& day) {
  if (day.waiting > 0 && !day.counted.state.closed)
    return {DayStep::Adjudicate, StepState::Now, trf("{0} phiếu chờ Ban kiểm phiếu", "{0} ballots wait for the committee", day.waiting)};
  if (day.pass.sheets.empty()) return {DayStep::Adjudicate, StepState::Waiting, tr("Chưa có phiếu nào", "No ballot yet")};
  return {DayStep::Adjudicate, StepState::Done, {}};
}

/// Every sheet of the first pass is in, the committee has ruled on all that waited, and the contest is open.
bool throughOnce(const Day& day) {
  const auto& returned = day.figures.returned;
  return !day.counted.state.closed && day.waiting == 0 && returned && !day.pass.sheets.empty() && day.result.sheets == expectedSheets(day);
}

StepStatus compareStep(const Day& day) {
  if (day.underWay > 0 && !day.passesAgree)
    return {
        DayStep::Compare, StepState::Now,
        trf("Lượt {0} đã nhận {1} / {2} tờ", "Pass {0}: {1} of {2} sheets taken in", day.underWay, day.sheetsOfIt, expectedSheets(day))};
  if (!day.passesAgree && day.waiting == 0)
    return {DayStep::Compare, StepState::Stopped, tr("Các lượt kiểm chưa khớp nhau", "The passes do not agree")};
  if (!day.passes
           .enough())  // the next thing to do once the first pass is through; closing with fewer passes is for two people to decide (R-36 is a setting)
    return {DayStep::Compare, throughOnce(day) ? StepState::Now : StepState::Waiting, passesMissing(day.passes)};
  if (!day.passesAgree)  // not yet: the committee has not ruled on all of them
    return {DayStep::Compare, StepState::Waiting, trf("{0} phiếu chờ Ban kiểm phiếu", "{0} ballots wait for the committee", day.waiting)};
  return {DayStep::Compare, StepState::Done, {}};
}

StepStatus resultStep(const Day& day, const std::vector<StepStatus>& before) {
  if (day.counted.state.closed) return {DayStep::Result, StepState::Done, {}};
  if (day.pass.sheets.empty()) return {DayStep::Result, StepState::Waiting, tr("Chưa có phiếu nào", "No ballot yet")};
  for (const StepStatus& s : before) {
    const bool needed = s.step == DayStep::Figures || s.step == DayStep::Adjudicate ||
                        (s.step == DayStep::Compare && !day.passesAgree);  // R-36 is a setting: fewer passes are said, not forbidden
    const bool counting = (s.step == DayStep::Scan || s.step == DayStep::KeyIn) && s.state == StepState::Now;  // sums cannot hold yet
    if (s.state == StepState::Stopped || counting || (needed && s.state != StepState::Done))
      return {DayStep::Result, StepState::Waiting, s.why};
  }
  for (const Sum& sum : day.result.sums)
    if (!sum.holds)
      return {DayStep::Result, StepState::Stopped,
              trf("Số liệu chưa khớp: {0} ({1} ≠ {2})", "A sum fails: {0} ({1} ≠ {2})", sum.text, sum.left, sum.right)};
  return {DayStep::Result, StepState::Now, tr("Đã đủ để chốt kết quả", "Ready to be closed")};
}

/// A step that can be done once the count is closed; done when `event` came after the closing.
StepStatus afterClosing(const Day& day, DayStep step, Event event) {
  if (!day.counted.state.closed) return {step, StepState::Waiting, tr("Chờ chốt kết quả", "Waits until the count is closed")};
  return {step, happened(day, event, lastOf(day, Event::ContestClosed)) ? StepState::Done : StepState::Now, {}};
}

StepStatus archiveStep(const Day& day) {
  const std::string left = afterwardsLeft(day.afterwards);
  if (!day.counted.state.closed) return {DayStep::Archive, StepState::Waiting, tr("Chờ chốt kết quả", "Waits until the count is closed")};
  if (!left.empty()) return {DayStep::Archive, StepState::Now, trf("Chưa ghi nhận (R-37): {0}", "Not noted yet (R-37): {0}", left)};
  if (day.archive.done() && !day.othersNotClosed.empty())
    return {DayStep::Archive, StepState::Now,
            trf("Còn cuộc bầu chưa chốt: {0}", "A contest is not closed yet: {0}", day.othersNotClosed.front())};
  if (day.archive.done()) return {DayStep::Archive, StepState::Done, {}};
  if (!day.archive.packageHash.empty() && !day.archive.current)
    return {DayStep::Archive, StepState::Now, tr("Gói lưu trữ đã cũ: hãy lập lại", "The package is out of date: make it again")};
  return {DayStep::Archive, StepState::Now,
          trf("Đã chép ra {0} / {1} thiết bị", "Copied to {0} of {1} media", day.archive.media, ArchiveState::kMediaAsked)};
}

StepStatus printStep(const Day& day) {
  if (day.readBack.settled()) return {DayStep::Print, StepState::Done, {}};
  if (!happened(day, Event::BallotsPrinted)) return {DayStep::Print, StepState::Now, {}};
  return {DayStep::Print, StepState::Now,
          day.readBack.changed ? tr("Phiếu đã sửa: phải đọc lại một tờ in mới", "The ballot was changed: a new print must be read back")
                               : tr("Chưa đọc lại một tờ phiếu trắng đã in", "No printed blank ballot was read back yet")};
}

StepStatus checkStep(const Day& day) {
  if (happened(day, Event::ZeroReportMade)) return {DayStep::Check, StepState::Done, {}};
  if (!day.pass.sheets.empty())
    return {DayStep::Check, StepState::Waiting,
            tr("Đã có phiếu nên không lập được biên bản số không nữa", "There are ballots, so no zero report can be made any more")};
  return {DayStep::Check, StepState::Now, {}};
}

Expected<Day> loadDay(const Ledger& ledger, const std::string& contest) {
  Day day;
  auto counted = loadContest(ledger, contest);
  if (!counted) return tl::unexpected<Error>(counted.error());
  day.counted = std::move(*counted);
  day.congress = day.counted.congress;
  auto pass = loadPass(ledger, day.counted, day.counted.passes.empty() ? 1 : day.counted.passes.front());
  if (!pass) return tl::unexpected<Error>(pass.error());
  day.pass = std::move(*pass);
  auto figures = ledger.figures().of(contest);
  if (!figures) return tl::unexpected<Error>(figures.error());
  day.figures = std::move(*figures);
  day.result = resultOf(day.counted, day.pass, day.figures);
  day.waiting = day.result.tally.undecided + day.result.unruledSetAside;
  for (const Contest& other : day.congress.contests) {
    const auto state = ledger.congress().state(other.id);
    if (!state) return tl::unexpected<Error>(state.error());
    if (other.id != contest && !state->closed) day.othersNotClosed.push_back(other.title);
  }
  auto journal = ledger.journal().list(contest);
  if (!journal) return tl::unexpected<Error>(journal.error());
  day.journal = std::move(*journal);
  auto passes = passesDone(ledger, day.counted);
  if (!passes) return tl::unexpected<Error>(passes.error());
  day.passes = std::move(*passes);
  for (std::size_t i = 1; i < day.counted.passes.size(); ++i) {
    const auto other = loadPass(ledger, day.counted, day.counted.passes[i]);
    if (!other) return tl::unexpected<Error>(other.error());
    const auto differences = comparePasses(ledger, day.counted, day.pass, *other);
    if (!differences) return tl::unexpected<Error>(differences.error());
    day.passesAgree = day.passesAgree && differences->empty();
    const ContestResult result = resultOf(day.counted, *other, {});
    if (day.underWay == 0 && result.sheets < expectedSheets(day)) day.underWay = day.counted.passes[i], day.sheetsOfIt = result.sheets;
    day.waiting += result.tally.undecided + result.unruledSetAside;
  }
  auto readBack = readBackState(ledger, contest);
  if (!readBack) return tl::unexpected<Error>(readBack.error());
  day.readBack = *readBack;
  day.afterwards = afterwardsIn(day.journal, contest);
  auto archive = archiveState(ledger);
  if (!archive) return tl::unexpected<Error>(archive.error());
  day.archive = std::move(*archive);
  return day;
}

std::vector<StepStatus> withoutContest(const Congress& congress) {
  std::vector<StepStatus> steps = {congressStep(congress), contestStep(congress)};
  for (int step = static_cast<int>(DayStep::Print); step <= static_cast<int>(DayStep::Archive); ++step)
    steps.push_back({static_cast<DayStep>(step), StepState::Waiting, tr("Chưa có cuộc bầu nào", "There is no contest yet")});
  return steps;
}

}  // namespace

Expected<std::vector<StepStatus>> dayOf(const Ledger& ledger, const std::string& contest) {
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  if (!congress->contest(contest)) return withoutContest(*congress);
  const auto day = loadDay(ledger, contest);
  if (!day) return tl::unexpected<Error>(day.error());
  const auto notElected = notElectedBefore(ledger, *congress, day->counted.contest);
  if (!notElected) return tl::unexpected<Error>(notElected.error());
  std::vector<StepStatus> steps = {
      congressStep(*congress),         contestStep(*congress, *notElected), printStep(*day),      checkStep(*day),  figuresStep(*day),
      takingStep(*day, DayStep::Scan), takingStep(*day, DayStep::KeyIn),    adjudicateStep(*day), compareStep(*day)};
  steps.push_back(resultStep(*day, steps));
  steps.push_back(afterClosing(*day, DayStep::Minutes, Event::MinutesMade));
  steps.push_back(afterClosing(*day, DayStep::Reveal, Event::ResultsReleased));
  steps.push_back(archiveStep(*day));
  return steps;
}

}  // namespace kp
