// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/page_order.h"

#include <algorithm>

namespace kp {
namespace {

enum class Fed { FirstPageFirst, LastPageFirst };

bool isPage(const FedSheet& sheet) { return sheet.page > 0; }

std::vector<BallotPages> divided(const std::vector<FedSheet>& run, Fed order) {
  std::vector<BallotPages> ballots;
  bool parted = true;
  int last = 0;
  for (const FedSheet& sheet : run) {
    if (!isPage(sheet)) {
      parted = true;
      continue;
    }
    const bool follows = !parted && (order == Fed::FirstPageFirst ? sheet.page > last : sheet.page < last);
    if (!follows) {
      ballots.emplace_back();
      ballots.back().repeatsPage = !parted && sheet.page == last;
    }
    ballots.back().sheets.push_back(sheet.index);
    parted = false;
    last = sheet.page;
  }
  return ballots;
}

std::ptrdiff_t whole(const std::vector<BallotPages>& ballots, int pages) {
  return std::count_if(ballots.begin(), ballots.end(),
                       [pages](const BallotPages& b) { return b.sheets.size() == static_cast<std::size_t>(pages); });
}

/// Sheets between two breaks in the turn of two pages, with the page each end stands for, the unread sheets beside it included.
struct Stretch {
  std::size_t first = 0, last = 0;  ///< sheet indices of the pass
  int begins = 1, ends = 2;
  bool mayLieTheWrongWay = false;
};

/// The page `unread` sheets away from `page` when pages 1 and 2 take turns.
int turned(int page, int unread) { return unread % 2 == 0 ? page : 3 - page; }

std::vector<Stretch> stretchesOf(const std::vector<FedSheet>& run) {
  std::vector<Stretch> stretches;
  int last = 0, unread = 0;
  for (const FedSheet& sheet : run) {
    if (sheet.page == FedSheet::kUnread) ++unread;
    if (!isPage(sheet)) continue;
    const bool takesTurn = !stretches.empty() && turned(last, unread + 1) == sheet.page;
    if (!takesTurn) {
      if (!stretches.empty()) stretches.back().ends = turned(last, unread);
      stretches.push_back({sheet.index, sheet.index, turned(sheet.page, unread), sheet.page, sheet.page == 2 || unread > 0});
    }
    stretches.back().last = sheet.index;
    last = sheet.page;
    unread = 0;
  }
  if (!stretches.empty()) stretches.back().ends = turned(last, unread);
  return stretches;
}

/// The first stretch is the run's own beginning, which the run as a whole is judged by.
void markWrongWay(const std::vector<Stretch>& stretches, OrderedRun& run) {
  for (std::size_t i = 1; i < stretches.size(); ++i) {
    if (!stretches[i].mayLieTheWrongWay) continue;
    run.unbroken = false;
    for (BallotPages& ballot : run.ballots)
      if (ballot.sheets.front() <= stretches[i].last && ballot.sheets.back() >= stretches[i].first) ballot.certain = false;
  }
}

void noteUnreadBeside(const std::vector<FedSheet>& run, std::vector<BallotPages>& ballots) {
  const auto isUnread = [](const FedSheet& sheet) { return sheet.page == FedSheet::kUnread; };
  const auto at = [&run](std::size_t index) {
    return std::lower_bound(run.begin(), run.end(), index, [](const FedSheet& sheet, std::size_t i) { return sheet.index < i; });
  };
  for (BallotPages& ballot : ballots) {
    const auto first = at(ballot.sheets.front()), last = at(ballot.sheets.back());
    if (first != run.begin() && isUnread(*std::prev(first))) ballot.unreadBeside.push_back(std::prev(first)->index);
    if (std::next(last) != run.end() && isUnread(*std::next(last))) ballot.unreadBeside.push_back(std::next(last)->index);
  }
}

}  // namespace

OrderedRun orderRun(const std::vector<FedSheet>& run, int pages, bool ended) {
  OrderedRun result;
  result.ballots = divided(run, Fed::FirstPageFirst);
  std::vector<BallotPages> backwards = divided(run, Fed::LastPageFirst);
  const auto forward = whole(result.ballots, pages), backward = whole(backwards, pages);
  if (pages == 2) {
    const auto stretches = stretchesOf(run);
    result.certain = run.empty() || (!stretches.empty() && stretches.front().begins == 1 && (stretches.back().ends == 2 || !ended));
    if (!result.certain && backward > forward) result.ballots = std::move(backwards);
    markWrongWay(stretches, result);
  } else {
    result.certain = forward == 0 || backward == 0;
    if (backward > forward) result.ballots = std::move(backwards);
  }
  noteUnreadBeside(run, result.ballots);
  return result;
}

}  // namespace kp
