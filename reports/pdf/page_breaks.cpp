// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "reports/pdf/pieces.h"

namespace kp::typeset {
namespace {

/// Index after the last piece that must share a page with `first`.
std::size_t groupEnd(const Flow& flow, std::size_t first) {
  while (first < flow.pieces.size() && flow.pieces[first].keepNext) ++first;
  return std::min(first + 1, flow.pieces.size());
}

double heightOf(const Flow& flow, std::size_t from, std::size_t to, bool atTop) {
  double height = 0;
  for (std::size_t i = from; i < to; ++i) height += flow.pieces[i].height + (i == from && atTop ? 0 : flow.pieces[i].before);
  return height;
}

}  // namespace

std::vector<PagePlan> breakPages(const Flow& flow, double top, double bottom) {
  std::vector<PagePlan> pages(1);
  double y = top;
  const auto turn = [&](std::size_t next) {
    pages.emplace_back();
    y = top;
    const int table = flow.pieces[next].table;
    if (table < 0) return;
    pages.back().repeatedHead = table;
    y += flow.tableHeads[static_cast<std::size_t>(table)].height;
  };
  for (std::size_t i = 0; i < flow.pieces.size();) {
    const std::size_t end = groupEnd(flow, i);
    const bool fits = y + heightOf(flow, i, end, pages.back().pieces.empty()) <= bottom;
    if (!fits && !pages.back().pieces.empty()) turn(i);
    for (; i < end; ++i) {
      // A group longer than a page is broken where the page ends.
      const bool first = pages.back().pieces.empty();
      if (!first && y + flow.pieces[i].before + flow.pieces[i].height > bottom) turn(i);
      if (!pages.back().pieces.empty()) y += flow.pieces[i].before;
      pages.back().pieces.push_back({i, y});
      y += flow.pieces[i].height;
    }
  }
  return pages;
}

}  // namespace kp::typeset
