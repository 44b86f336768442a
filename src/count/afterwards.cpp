// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/afterwards.h"

#include <algorithm>

#include "count/access.h"
#include "count/committee.h"
#include "count/journal_fields.h"
#include "election/text.h"

namespace kp {
namespace {

/// Seq of the closing that stands; 0 while the count is open.
int closingIn(const std::vector<JournalEntry>& journal, const std::string& contest) {
  int seq = 0;
  for (const JournalEntry& entry : journal) {
    if (entry.contest != contest) continue;
    if (entry.event == toString(Event::ContestClosed)) seq = entry.seq;
    if (entry.event == toString(Event::ContestReopened)) seq = 0;
  }
  return seq;
}

bool isDone(const std::vector<AfterwardsState>& states, Afterwards task) {
  return std::any_of(states.begin(), states.end(), [task](const AfterwardsState& s) { return s.task == task && s.done; });
}

Expected<void> inOrder(const std::vector<JournalEntry>& journal, const std::vector<AfterwardsState>& states, int closing, Afterwards task) {
  if ((task == Afterwards::HandedOver && !isDone(states, Afterwards::Sealed)) ||
      (task == Afterwards::Archived && !isDone(states, Afterwards::HandedOver))) {
    const Afterwards before = task == Afterwards::HandedOver ? Afterwards::Sealed : Afterwards::HandedOver;
    return fail(
        ErrorKind::Refused,
        trf("Chưa ghi nhận việc “{0}”, việc này phải làm trước; chưa có gì thay đổi. Hãy ghi nhận theo thứ tự (R-37).",
            "\"{0}\" comes first and is not noted yet; nothing was changed. Note the tasks in their order (R-37).", explain(before)),
        "R-37");
  }
  if (task != Afterwards::JournalFiled) return {};
  const bool printed = std::any_of(journal.begin(), journal.end(), [closing](const JournalEntry& e) {
    return e.seq > closing && e.event == toString(Event::JournalPrinted);
  });
  if (printed) return {};
  return fail(ErrorKind::Refused,
              tr("Nhật ký chưa được in từ khi chốt kết quả nên chưa lưu hồ sơ được; chưa có gì thay đổi. Hãy in nhật ký trước (R-37).",
                 "The journal was not printed since the count was closed, so it cannot be filed yet; nothing was changed. Print it first "
                 "(R-37)."),
              "R-37");
}

}  // namespace

const std::vector<Afterwards>& allAfterwards() {
  static const std::vector<Afterwards> tasks = {Afterwards::Sealed, Afterwards::HandedOver, Afterwards::Archived, Afterwards::JournalFiled};
  return tasks;
}

std::string toString(Afterwards task) {
  switch (task) {
    case Afterwards::Sealed: return "sealed";
    case Afterwards::HandedOver: return "handed-over";
    case Afterwards::Archived: return "archived";
    case Afterwards::JournalFiled: break;
  }
  return "journal-filed";
}

Expected<Afterwards> parseAfterwards(const std::string& id) {
  for (const Afterwards task : allAfterwards())
    if (toString(task) == id) return task;
  return fail(ErrorKind::BadInput,
              trf("Không có việc “{0}”; các việc sau công bố: sealed, handed-over, archived, journal-filed",
                  "There is no task \"{0}\"; the tasks afterwards are sealed, handed-over, archived, journal-filed", id));
}

std::string explain(Afterwards task) {
  switch (task) {
    case Afterwards::Sealed: return tr("Niêm phong phiếu bầu", "Seal the ballots");
    case Afterwards::HandedOver: return tr("Giao phiếu đã niêm phong cho Đoàn Chủ tịch", "Hand the sealed ballots to the presidium");
    case Afterwards::Archived: return tr("Đưa phiếu đã niêm phong vào lưu trữ", "Archive the sealed ballots");
    case Afterwards::JournalFiled: break;
  }
  return tr("Lưu nhật ký đã in vào hồ sơ", "File the printed journal");
}

std::vector<AfterwardsState> afterwardsIn(const std::vector<JournalEntry>& journal, const std::string& contest) {
  std::vector<AfterwardsState> states;
  for (const Afterwards task : allAfterwards()) states.push_back({task, false, {}, {}});
  const int closing = closingIn(journal, contest);
  if (closing == 0) return states;
  for (const JournalEntry& entry : journal) {
    if (entry.seq < closing || entry.contest != contest || entry.event != toString(Event::AfterwardsNoted)) continue;
    const auto fields = readFields(entry.details);
    for (AfterwardsState& state : states)
      if (toString(state.task) == textIn(fields, "task")) state = {state.task, textIn(fields, "done") == "yes", entry.time, entry.by};
  }
  return states;
}

Expected<std::vector<AfterwardsState>> afterwardsOf(const Ledger& ledger, const std::string& contest) {
  const auto journal = ledger.journal().list(contest);
  if (!journal) return tl::unexpected<Error>(journal.error());
  return afterwardsIn(*journal, contest);
}

std::string afterwardsLeft(const std::vector<AfterwardsState>& states) {
  std::string left;
  for (const AfterwardsState& state : states)
    if (!state.done) left += (left.empty() ? "" : "; ") + explain(state.task);
  return left;
}

Expected<void> noteAfterwards(Ledger& ledger, const std::string& contest, Afterwards task, bool done, const Actors& by) {
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  if (const auto may = mayAct(ledger, *congress, Act::Afterwards, by); !may) return may;
  const auto journal = ledger.journal().list(contest);
  if (!journal) return tl::unexpected<Error>(journal.error());
  const int closing = closingIn(*journal, contest);
  if (closing == 0)
    return fail(ErrorKind::Refused,
                trf("Kết quả “{0}” chưa chốt nên chưa ghi nhận được việc sau công bố; chưa có gì thay đổi",
                    "\"{0}\" is not closed, so nothing that follows can be noted yet; nothing was changed", contest),
                "R-37");
  const auto states = afterwardsIn(*journal, contest);
  if (isDone(states, task) == done) return {};
  if (done)
    if (const auto order = inOrder(*journal, states, closing, task); !order) return order;
  const auto noted = ledger.journal().append({Event::AfterwardsNoted,
                                              eachOnce(by),
                                              contest,
                                              std::nullopt,
                                              {},
                                              {},
                                              fieldsText({{"task", toString(task)}, {"done", done ? "yes" : "no"}})});
  if (!noted) return tl::unexpected<Error>(noted.error());
  return {};
}

}  // namespace kp
