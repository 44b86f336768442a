// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/grouping.h"

#include <algorithm>
#include <map>
#include <set>

#include "election/text.h"

namespace kp {
namespace {

using Indices = std::vector<std::size_t>;

/// One run of sheets taken for one ballot, as they lie in the pass.
struct Run {
  Indices sheets;
  bool repeatsPage = false;  ///< its first page is the same page as the one before it
};

std::vector<Run> runsOf(const Indices& readable, const std::vector<PassSheet>& sheets, bool ascending) {
  std::vector<Run> runs;
  int last = 0;
  for (const std::size_t index : readable) {
    const int page = sheets[index].reading.page;
    const bool follows = !runs.empty() && (ascending ? page > last : page < last);
    if (!follows) runs.push_back({{}, !runs.empty() && page == last});
    runs.back().sheets.push_back(index);
    last = page;
  }
  return runs;
}

bool allComplete(const std::vector<Run>& runs, int pages) {
  return std::all_of(runs.begin(), runs.end(), [pages](const Run& r) { return r.sheets.size() == static_cast<std::size_t>(pages); });
}

std::string missingPages(const SheetGroup& group, int pages, const std::vector<PassSheet>& sheets) {
  std::string list;
  for (int page = 1; page <= pages; ++page) {
    const bool there = std::any_of(group.sheets.begin(), group.sheets.end(), [&](std::size_t i) { return sheets[i].reading.page == page; });
    if (!there) list += (list.empty() ? "" : ", ") + std::to_string(page);
  }
  return list;
}

void noteMissing(SheetGroup& group, int pages, const std::vector<PassSheet>& sheets) {
  group.complete = group.sheets.size() == static_cast<std::size_t>(pages);
  if (group.complete) return;
  group.doubts.push_back({Why::PageMissing, std::nullopt, std::nullopt,
                          trf("Phiếu thiếu trang {0} trên tổng số {1} trang", "The ballot is short of page {0} of {1}",
                              missingPages(group, pages, sheets), pages)});
}

void sortByPage(SheetGroup& group, const std::vector<PassSheet>& sheets) {
  std::stable_sort(group.sheets.begin(), group.sheets.end(),
                   [&](std::size_t a, std::size_t b) { return sheets[a].reading.page < sheets[b].reading.page; });
}

/// An unread sheet between two pages of one ballot may hide the end of this ballot and the start of the next, so the pages may be of two ballots.
void noteUnreadBetween(SheetGroup& group, const std::vector<PassSheet>& sheets, const std::set<std::size_t>& hidden) {
  const auto [low, high] = std::minmax_element(group.sheets.begin(), group.sheets.end());
  const auto between = hidden.upper_bound(*low);
  if (between == hidden.end() || *between >= *high) return;
  group.doubts.push_back({Why::PageMissing, std::nullopt, std::nullopt,
                          trf("Giữa các trang của phiếu này có tờ số {0} không đọc được; cần kiểm tra các trang có cùng một phiếu không",
                              "Between this ballot's pages lies sheet {0}, which could not be read; check that the pages are of one ballot",
                              sheets[*between].id)});
}

void groupShared(const Indices& readable, int pages, const std::vector<PassSheet>& sheets, GroupedSheets& result) {
  std::vector<Run> runs = runsOf(readable, sheets, true);
  if (!allComplete(runs, pages)) {
    std::vector<Run> descending = runsOf(readable, sheets, false);
    if (allComplete(descending, pages)) runs = std::move(descending);
  }
  std::set<std::size_t> hidden;
  for (const std::size_t index : result.setAside)
    if (mayHideABallot(sheets[index].reading)) hidden.insert(index);
  for (Run& run : runs) {
    SheetGroup group;
    group.sheets = std::move(run.sheets);
    noteUnreadBetween(group, sheets, hidden);
    sortByPage(group, sheets);
    noteMissing(group, pages, sheets);
    if (run.repeatsPage && pages > 1)
      group.doubts.push_back(
          {Why::PageRepeated, std::nullopt, std::nullopt,
           trf("Trang {0} xuất hiện hai lần liền nhau", "Page {0} came twice in a row", sheets[group.sheets.front()].reading.page)});
    for (const std::size_t index : group.sheets) result.added[index] = group.doubts;
    result.groups.push_back(std::move(group));
  }
}

void groupByCode(const Indices& readable, int pages, const std::vector<PassSheet>& sheets, GroupedSheets& result) {
  std::map<std::uint64_t, std::size_t> groupOf;
  std::map<std::pair<std::uint64_t, int>, std::size_t> firstSeen;
  for (const std::size_t index : readable) {
    const PageReading& reading = sheets[index].reading;
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
  else
    groupShared(readable, pages, sheets, result);
  return result;
}

}  // namespace kp
