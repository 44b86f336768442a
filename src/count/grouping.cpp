// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/grouping.h"

#include <algorithm>
#include <map>

#include "count/page_order.h"
#include "election/text.h"

namespace kp {
namespace {

using Indices = std::vector<std::size_t>;

bool has(const CountedReading& reading, Why why) {
  return std::any_of(reading.reasons.begin(), reading.reasons.end(), [why](const Reason& r) { return r.why == why; });
}

std::string missingPages(const SheetGroup& group, int pages, const std::vector<PassSheet>& sheets) {
  std::string list;
  for (int page = 1; page <= pages; ++page) {
    const bool there = std::any_of(group.sheets.begin(), group.sheets.end(), [&](std::size_t i) { return sheets[i].reading.page == page; });
    if (!there) list += (list.empty() ? "" : ", ") + std::to_string(page);
  }
  return list;
}

Reason pageDoubt(std::string detail) { return {Why::PageMissing, std::nullopt, std::nullopt, std::move(detail)}; }

void noteMissing(SheetGroup& group, int pages, const std::vector<PassSheet>& sheets) {
  group.complete = group.sheets.size() == static_cast<std::size_t>(pages);
  if (!group.complete)
    group.doubts.push_back(pageDoubt(trf("Phiếu thiếu trang {0} trên tổng số {1} trang", "The ballot is short of page {0} of {1}",
                                         missingPages(group, pages, sheets), pages)));
}

void sortByPage(SheetGroup& group, const std::vector<PassSheet>& sheets) {
  std::stable_sort(group.sheets.begin(), group.sheets.end(),
                   [&](std::size_t a, std::size_t b) { return sheets[a].reading.page < sheets[b].reading.page; });
}

using RunOfSheets = std::vector<std::size_t>;

std::vector<RunOfSheets> feederRuns(const std::vector<PassSheet>& sheets) {
  std::vector<RunOfSheets> runs;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    if (i == 0 || sheets[i].run.number != sheets[i - 1].run.number) runs.emplace_back();
    runs.back().push_back(i);
  }
  return runs;
}

std::vector<FedSheet> fedSheets(const RunOfSheets& run, const std::vector<PassSheet>& sheets, const std::vector<bool>& aside) {
  std::vector<FedSheet> fed;
  for (const std::size_t index : run) {
    const CountedReading& reading = sheets[index].reading;
    if (!aside[index])
      fed.push_back({index, reading.page});
    else if (mayHideABallot(reading))
      fed.insert(fed.end(), has(reading, Why::DoubleFeed) ? 2 : 1, {index, FedSheet::kUnread});
    else if (!has(reading, Why::BlankSheet) && !has(reading, Why::SeenBefore))  // an empty back, or a file given twice, is no sheet between
      fed.push_back({index, FedSheet::kForeign});
  }
  return fed;
}

/// Carries from run to run what the earlier ones left open; later runs never change what an earlier one made.
struct PassSoFar {
  std::size_t open =
      0;  ///< sheets that may still come: missing pages, and a ballot for each unread sheet (two sheets may have been fed as one)
  bool certain = true;  ///< every pile showed in which direction it was fed
};

void noteOrder(const OrderedRun& run, const BallotPages& ballot, bool maybeFedAgain, bool certainSoFar, SheetGroup& group) {
  if (maybeFedAgain)
    group.doubts.push_back(pageDoubt(
        tr("Đợt quét này ngắn và có thể gồm những tờ quét lại của nhiều phiếu; hãy đối chiếu các trang có phải của cùng một phiếu không",
           "This scanning run is short and may hold sheets of several ballots fed again; check that the pages are of one ballot")));
  else if (!run.certain || !certainSoFar || !ballot.certain)
    group.doubts.push_back(pageDoubt(tr(
        "Không chắc xấp phiếu được nạp từ trang đầu hay từ trang cuối nên các trang có thể là của hai phiếu; hãy đối chiếu với phiếu giấy",
        "It is not certain whether the pile was fed first page first or last page first, so the pages may be of two ballots; compare the paper")));
}

void noteUnread(const BallotPages& ballot, const std::vector<PassSheet>& sheets, SheetGroup& group) {
  if (group.complete) return;
  for (const std::size_t unread : ballot.unreadBeside)
    group.doubts.push_back(
        pageDoubt(trf("Cạnh các trang này có tờ số {0} không đọc được, có thể là trang còn thiếu",
                      "Beside these pages lies sheet {0}, which could not be read and may be the missing page", sheets[unread].id)));
}

SheetGroup groupOf(const BallotPages& ballot, int pages, const std::vector<PassSheet>& sheets) {
  SheetGroup group;
  group.sheets = ballot.sheets;
  sortByPage(group, sheets);
  noteMissing(group, pages, sheets);
  noteUnread(ballot, sheets, group);
  if (ballot.repeatsPage)
    group.doubts.push_back(
        {Why::PageRepeated, std::nullopt, std::nullopt,
         trf("Trang {0} xuất hiện hai lần liền nhau", "Page {0} came twice in a row", sheets[group.sheets.front()].reading.page)});
  return group;
}

void groupShared(int pages, const std::vector<PassSheet>& sheets, GroupedSheets& result) {
  std::vector<bool> aside(sheets.size(), false);
  for (const std::size_t index : result.setAside) aside[index] = true;
  PassSoFar pass;
  for (const RunOfSheets& sheetsOfRun : feederRuns(sheets)) {
    const std::vector<FedSheet> fed = fedSheets(sheetsOfRun, sheets, aside);
    const OrderedRun run = orderRun(fed, pages, sheets[sheetsOfRun.back()].run.ended);
    const auto unread =
        static_cast<std::size_t>(std::count_if(fed.begin(), fed.end(), [](const FedSheet& s) { return s.page == FedSheet::kUnread; }));
    const bool maybeFedAgain = fed.size() <= pass.open;
    const bool certainSoFar = pass.certain;
    pass.open += unread * static_cast<std::size_t>(pages);
    for (const BallotPages& ballot : run.ballots) {
      SheetGroup group = groupOf(ballot, pages, sheets);
      noteOrder(run, ballot, maybeFedAgain, certainSoFar, group);
      pass.open += static_cast<std::size_t>(pages) - group.sheets.size();
      for (const std::size_t index : group.sheets) result.added[index] = group.doubts;
      result.groups.push_back(std::move(group));
    }
    pass.certain = certainSoFar && (maybeFedAgain || pages > 2 || (run.certain && run.unbroken));
  }
}

/// One page a ballot: nothing to pair.
void groupSingles(const Indices& readable, GroupedSheets& result) {
  for (const std::size_t index : readable) {
    result.groups.emplace_back();
    result.groups.back().sheets = {index};
  }
}

void groupByCode(const Indices& readable, int pages, const std::vector<PassSheet>& sheets, GroupedSheets& result) {
  std::map<std::uint64_t, std::size_t> groupOf;
  std::map<std::pair<std::uint64_t, int>, std::size_t> firstSeen;
  for (const std::size_t index : readable) {
    const CountedReading& reading = sheets[index].reading;
    const auto [seen, isNew] = firstSeen.try_emplace({*reading.ballotCode, reading.page}, index);
    if (!isNew) {
      result.added[index].push_back(
          {Why::SeenBefore, std::nullopt, std::nullopt,
           trf("Mã của trang này đã có ở tờ số {0}", "This page's code was already on sheet {0}", sheets[seen->second].id)});
      result.setAside.push_back(index);
      continue;
    }
    const auto [group, isFirst] = groupOf.try_emplace(*reading.ballotCode, result.groups.size());
    if (isFirst) result.groups.emplace_back();
    result.groups[group->second].sheets.push_back(index);
  }
  for (SheetGroup& group : result.groups) {
    sortByPage(group, sheets);
    noteMissing(group, pages, sheets);
    for (const std::size_t index : group.sheets) result.added[index] = group.doubts;
  }
}

}  // namespace

GroupedSheets groupSheets(const Contest& contest, int pages, const std::vector<PassSheet>& sheets) {
  GroupedSheets result;
  result.added.resize(sheets.size());
  Indices readable;
  for (std::size_t i = 0; i < sheets.size(); ++i)
    (isSetAsideByReading(contest, pages, sheets[i].reading) ? result.setAside : readable).push_back(i);
  if (contest.ballotCode == BallotCode::PerBallot)
    groupByCode(readable, pages, sheets, result);
  else if (pages == 1)
    groupSingles(readable, result);
  else
    groupShared(pages, sheets, result);
  return result;
}

}  // namespace kp
