// SPDX-License-Identifier: GPL-3.0-or-later
// Which table a list gets, and which names stand on which page.
#include <algorithm>
#include <cmath>

#include "ballot/font_metrics.h"
#include "ballot/layout_parts.h"
#include "election/text.h"

namespace kp::layout {
namespace {

constexpr double kSingleRow = 8.5, kDoubleRow = 8.2, kBoxRow = 9.5;  // least row heights: one, two tables across, tables with squares
constexpr double kStrikeRowMax = 12, kBoxRowMax = 13, kFewRowMax = 16;
constexpr std::size_t kFew = 5;       // up to so many names get the highest rows: a short list is not lost on its page
constexpr double kSingleWidth = 140;  // of a single strike-out table; wider only when a name needs it
constexpr double kOvershoot = 8;      // a stroke through the widest name may end so far behind it before it meets the rule
constexpr double kNumberWidth = 14, kNarrowNumberWidth = 10, kSmallNumberWidth = 9;
constexpr double kBoxFree = 12;  // beside the first and the last square: a cross set beside one touches nothing
constexpr int kMaxPages = 31;    // the code's payload has 5 bits for it
constexpr int kMaxStruckLines = 3, kMaxLines = 12;
constexpr double kNarrowNamePt = 12;  // where three squares leave little of an A5 page: rather smaller than broken

Columns strikeColumns(const Paper& paper, int across, double tableWidth, std::size_t names) {
  Columns c;
  c.across = across;
  c.width = tableWidth;
  c.left = paper.width / 2 - tableWidth * across / 2;
  c.numberWidth = across > 1 ? kNarrowNumberWidth : kNumberWidth;
  c.nameWidth = tableWidth - c.numberWidth;
  c.minRow = across > 1 ? kDoubleRow : kSingleRow;
  c.maxRow = names <= kFew ? kFewRowMax : kStrikeRowMax;
  return c;
}

Columns boxColumns(const Paper& paper, Face face, std::size_t names) {
  const bool small = paper.width < 200;
  Columns c;
  c.left = paper.left;
  c.width = paper.right - paper.left;
  c.boxes = fieldsOf(face);
  c.numberWidth = small ? kSmallNumberWidth : kNumberWidth;
  c.boxMargin = kSquare / 2 + kBoxFree + (small ? 0 : 0.5);
  c.boxPitch = small ? 24 : face == Face::Columns ? 32 : 31;
  c.nameWidth = c.width - c.numberWidth - 2 * c.boxMargin - c.boxPitch * static_cast<double>(c.boxes.size() - 1);
  c.minRow = kBoxRow;
  c.maxRow = names <= kFew ? kFewRowMax : kBoxRowMax;
  return c;
}

using Names = std::vector<NameSetting>;

// All names set in the columns, or the first that cannot be.
tl::expected<Names, std::string> setNames(const Contest& contest, const Columns& columns, int maxLines, double sizePt = kNamePt) {
  Names names;
  for (const auto& candidate : contest.candidates) {
    auto name = setName(candidate.name, columns.maxName(), maxLines, sizePt);
    if (!name) return tl::unexpected<std::string>(candidate.name);
    names.push_back(std::move(*name));
  }
  return names;
}

double rowsOf(const Columns& columns, std::size_t count) { return std::ceil(static_cast<double>(count) / columns.across); }

double leastHeight(const TablePlan& plan, PageRows rows) {
  if (plan.columns.across > 1) return rowsOf(plan.columns, rows.count) * plan.columns.minRow;  // their names all have one line
  double sum = 0;
  for (std::size_t i = rows.first; i < rows.first + rows.count; ++i) sum += leastRow(plan, i);
  return sum;
}

// Shares the names evenly over `pages` pages; false when they do not fit.
bool share(TablePlan& plan, std::size_t pages, double firstRoom, double laterRoom) {
  plan.pages.clear();
  std::size_t next = 0;
  for (std::size_t p = 0; p < pages; ++p) {
    const std::size_t left = plan.names.size() - next, among = pages - p;
    PageRows rows{next, (left + among - 1) / among};
    while (rows.count > 0 && leastHeight(plan, rows) > (p == 0 ? firstRoom : laterRoom)) --rows.count;
    if (rows.count == 0) return false;
    plan.pages.push_back(rows);
    next += rows.count;
  }
  return next == plan.names.size();
}

// All pages get the same rows, as high as the fullest page allows.
void stretchRows(TablePlan& plan, double firstRoom, double laterRoom) {
  plan.stretch = plan.columns.maxRow - plan.columns.minRow;
  for (std::size_t p = 0; p < plan.pages.size(); ++p) {
    const double room = (p == 0 ? firstRoom : laterRoom) - leastHeight(plan, plan.pages[p]);
    plan.stretch = std::min(plan.stretch, room / rowsOf(plan.columns, plan.pages[p].count));
  }
  plan.tallestPage = plan.headerHeight + leastHeight(plan, plan.pages[0]) + plan.stretch * rowsOf(plan.columns, plan.pages[0].count);
}

struct Room {
  double first, later;
};

// Fills pages and stretch; the number of pages is the least that holds all names, at most `maxPages`.
bool paginate(TablePlan& plan, const Paper& paper, Room top, int maxPages) {
  const double firstRoom = paper.bottom - top.first - plan.headerHeight, laterRoom = paper.bottom - top.later - plan.headerHeight;
  for (int pages = 1; pages <= maxPages && static_cast<std::size_t>(pages) <= plan.names.size(); ++pages) {
    if (!share(plan, static_cast<std::size_t>(pages), firstRoom, laterRoom)) continue;
    stretchRows(plan, firstRoom, laterRoom);
    return true;
  }
  return false;
}

double widestName(const Names& names) {
  double widest = 0;
  for (const auto& name : names)
    for (const auto& line : name.lines) widest = std::max(widest, textWidthMm(line, name.sizePt, FontStyle::Regular));
  return widest;
}

Error cannotSet(const std::string& name) {
  return {ErrorKind::BadInput, trf("Họ tên “{0}” quá dài, không in vừa một dòng của phiếu. Hãy viết gọn lại hoặc dùng giấy A4.",
                                   "The name “{0}” is too long for a row of the ballot. Shorten it or use A4 paper.", name)};
}

Error tooManyPages(const Contest& contest) {
  return {ErrorKind::BadInput,
          trf("Phiếu của cuộc bầu “{0}” dài quá {1} trang. Hãy dùng giấy A4 hoặc viết gọn họ tên và tiêu đề.",
              "The ballot of contest “{0}” takes more than {1} pages. Use A4 paper or shorten names and title.", contest.title, kMaxPages)};
}

// One table of comfortable width while everything fits on one page, then two, then one table over several pages.
Expected<TablePlan> planStrikeOut(const Paper& paper, const Contest& contest, Room top) {
  const double full = paper.right - paper.left;
  const std::size_t count = contest.candidates.size();
  TablePlan plan;
  plan.headerHeight = kSingleRow;
  plan.columns = strikeColumns(paper, 1, full, count);
  const auto wrapped = setNames(contest, plan.columns, kMaxStruckLines);
  if (!wrapped) return tl::unexpected<Error>(cannotSet(wrapped.error()));
  plan.names = *wrapped;
  const double needed = widestName(plan.names) + kNumberWidth + kNameIndent + kOvershoot;
  plan.columns = strikeColumns(paper, 1, std::min(full, std::max(kSingleWidth, needed)), count);
  if (paginate(plan, paper, top, 1)) return plan;

  TablePlan two = plan;
  two.columns = strikeColumns(paper, 2, full / 2, count);
  if (auto names = setNames(contest, two.columns, 1)) {
    two.names = std::move(*names);
    if (paginate(two, paper, top, kMaxPages)) return two;
  }
  if (paginate(plan, paper, top, kMaxPages)) return plan;
  return tl::unexpected<Error>(tooManyPages(contest));
}

}  // namespace

double leastRow(const TablePlan& plan, std::size_t candidate) {
  const auto& name = plan.names[candidate];
  if (name.lines.size() == 1) return plan.columns.minRow;  // kept equal whatever the size of the name
  const double lines = static_cast<double>(name.lines.size());
  const double line = topMm(name.sizePt, FontStyle::Regular) + depthMm(name.sizePt, FontStyle::Regular);
  return std::max(plan.columns.minRow, lines * line + (lines - 1) * kLineGap + kRowPad);
}

std::optional<NameSetting> setName(const std::string& name, double maxWidth, int maxLines, double sizePt) {
  for (std::size_t lines = 1; lines <= static_cast<std::size_t>(maxLines); ++lines)
    for (double size = sizePt; size >= kSmallestNamePt; size -= kPtStep) {
      auto set = wrap(name, maxWidth, size, FontStyle::Regular);
      if (!set || set->size() > lines) continue;
      return NameSetting{size, std::move(*set)};
    }
  return std::nullopt;
}

Expected<TablePlan> planTable(const Paper& paper, const Contest& contest, double firstTop, double laterTop) {
  const Face face = faceOf(contest);
  const Room top{firstTop, laterTop};
  if (face == Face::StrikeOut) return planStrikeOut(paper, contest, top);
  TablePlan plan;
  plan.columns = boxColumns(paper, face, contest.candidates.size());
  plan.headerHeight = paper.width < 200 ? 2 * kSingleRow - 3 : kSingleRow;
  const bool narrow = paper.width < 200 && face == Face::Confidence;
  const auto names = setNames(contest, plan.columns, kMaxLines, narrow ? kNarrowNamePt : kNamePt);
  if (!names) return tl::unexpected<Error>(cannotSet(names.error()));
  plan.names = *names;
  if (!paginate(plan, paper, top, kMaxPages)) return tl::unexpected<Error>(tooManyPages(contest));
  return plan;
}

}  // namespace kp::layout
