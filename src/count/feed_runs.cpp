// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/feed_runs.h"

#include <algorithm>
#include <string_view>

#include "election/text.h"

namespace kp {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// A file's name about its last number: "pile 2/s0012.jpg" → "pile 2/s", "12", ".jpg". Without a number all of it is `before`.
struct NumberedName {
  std::string_view before, number, after;
};

NumberedName split(std::string_view name) {
  std::size_t end = name.size();
  while (end > 0 && !isDigit(name[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && isDigit(name[begin - 1])) --begin;
  if (begin == end) return {name, {}, {}};
  std::string_view number = name.substr(begin, end - begin);
  while (number.size() > 1 && number.front() == '0') number.remove_prefix(1);
  return {name.substr(0, begin), number, name.substr(end)};
}

bool continues(const SheetOrigin& last, const SheetOrigin& next) {
  if (last.sourceName == next.sourceName) return last.sourceHash == next.sourceHash && next.pageIndex == last.pageIndex + 1;
  const NumberedName a = split(last.sourceName), b = split(next.sourceName);
  if (a.before != b.before || a.after != b.after || next.pageIndex != 0) return false;
  return a.number.size() != b.number.size() ? a.number.size() < b.number.size() : a.number < b.number;
}

}  // namespace

Expected<std::vector<FeedRun>> feedRuns(const Ledger& ledger, const std::string& contest, int pass,
                                        const std::vector<SheetOrigin>& sheets) {
  const auto scans = ledger.sheets().scanRuns(contest, pass);
  if (!scans) return tl::unexpected<Error>(scans.error());
  std::vector<FeedRun> runs;
  // the file may have grown between the two readings; what is not known yet belongs to the run that is under way
  const auto scanOf = [&scans](std::size_t i) {
    return i < scans->ofSheet.size() ? static_cast<std::size_t>(scans->ofSheet[i]) : scans->runs.size() - 1;
  };
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const ScanRun& scan = scans->runs[scanOf(i)];
    int number = i == 0 ? 1 : runs.back().number;
    if (i > 0 && scanOf(i) != scanOf(i - 1)) {
      const ScanRun& before = scans->runs[scanOf(i - 1)];
      if (before.ended || before.sources != scan.sources || !continues(sheets[i - 1], sheets[i])) ++number;
    }
    runs.push_back({number, scan.ended});
  }
  return runs;
}

}  // namespace kp
