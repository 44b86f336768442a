// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/reading/learn_form.h"

#include <algorithm>
#include <cmath>

#include "ballot/font_metrics.h"
#include "election/text.h"
#include "scanner/imaging/one_thread.h"
#include "scanner/reading/learn_boxes.h"
#include "scanner/reading/learn_rows.h"

namespace kp {
namespace {

/// A column of names has print at least this wide, mm, in this share of its cells.
constexpr double kLeastName = 8, kNameShare = 0.6;
/// Columns of tables side by side are as wide as each other within this, mm.
constexpr double kSameWidth = 4;
/// Agreement over all rows below which the blank is not taken to be this ballot, and by which more rows are worth less agreement.
constexpr double kLeastScore = 0.55, kMoreRows = 0.12;
/// Room left and right of the print in a name's box, and to the cell's rules, mm.
constexpr double kBesidePrint = 0.2, kToRule = 0.3;

/// One way to see a page: which columns hold names, which cells are rows.
struct Rows {
  std::vector<TableColumn> columns;  ///< of names, from the left
  std::vector<RectMm> cells;         ///< in ballot order
  std::vector<PrintedName> print;
  RowsFit fit;
};

bool holdsNames(const PrintedPage& page, const TableColumn& column) {
  int wide = 0;
  for (const RectMm& cell : column.cells)
    if (const auto ink = page.printIn({cell.x + kToRule, cell.y + kToRule, cell.w - 2 * kToRule, cell.h - 2 * kToRule}))
      wide += ink->w >= kLeastName;
  return wide >= kNameShare * static_cast<double>(column.cells.size());
}

Rows rowsIn(const PrintedPage& page, const std::vector<TableColumn>& columns, bool header, const std::vector<std::string>& names) {
  Rows rows;
  rows.columns = columns;
  for (const TableColumn& column : columns)
    for (std::size_t i = header ? 1 : 0; i < column.cells.size(); ++i) {
      rows.cells.push_back(column.cells[i]);
      rows.print.push_back(readName(page, column.cells[i]));
    }
  while (!rows.print.empty() && rows.print.back().lines.empty()) rows.cells.pop_back(), rows.print.pop_back();
  const std::size_t n = std::min(rows.print.size(), names.size());
  rows.fit = fitRows({rows.print.begin(), rows.print.begin() + static_cast<std::ptrdiff_t>(n)},
                     {names.begin(), names.begin() + static_cast<std::ptrdiff_t>(n)});
  return rows;
}

/// The best way to see the page as rows of `names` (those not found on earlier pages).
std::optional<Rows> bestRows(const PrintedPage& page, const std::vector<std::string>& names) {
  std::vector<TableColumn> wide;
  for (auto& column : columnsOf(page))
    if (holdsNames(page, column)) wide.push_back(std::move(column));
  std::optional<Rows> best;
  const auto worth = [](const Rows& r) { return r.fit.score + kMoreRows * std::log2(static_cast<double>(r.cells.size()) + 1); };
  for (std::size_t i = 0; i < wide.size(); ++i) {
    std::vector<TableColumn> beside{wide[i]};
    for (std::size_t j = i;;) {
      for (const bool header : {false, true}) {
        Rows rows = rowsIn(page, beside, header, names);
        if (!rows.cells.empty() && (!best || worth(rows) > worth(*best))) best = std::move(rows);
      }
      const auto next = std::find_if(wide.begin() + static_cast<std::ptrdiff_t>(j) + 1, wide.end(), [&](const TableColumn& c) {
        return std::abs(c.right - c.left - wide[i].right + wide[i].left) <= kSameWidth;
      });
      if (next == wide.end()) break;
      j = static_cast<std::size_t>(next - wide.begin());
      beside.push_back(*next);
    }
  }
  return best;
}

/// The box of a printed name as the layout would give it: from the top of the highest capital to the descenders, kept within its cell.
Target nameTarget(std::size_t candidate, const PrintedName& print, double sizePt, const RectMm& cell) {
  Target target{candidate, Field::Name, {}, {}};
  for (std::size_t i = 0; i < print.lines.size(); ++i) {
    const double top = std::max(cell.y + kToRule, print.baselines[i] - topMm(sizePt, FontStyle::Regular));
    const double bottom = std::min(cell.y + cell.h - kToRule, print.baselines[i] + depthMm(sizePt, FontStyle::Regular));
    target.lines.push_back({print.lines[i].x - kBesidePrint, top, print.lines[i].w + 2 * kBesidePrint, bottom - top});
  }
  RectMm& box = target.box = target.lines.front();
  for (const RectMm& line : target.lines) {
    const double right = std::max(box.x + box.w, line.x + line.w), bottom = std::max(box.y + box.h, line.y + line.h);
    box.x = std::min(box.x, line.x), box.y = std::min(box.y, line.y);
    box.w = right - box.x, box.h = bottom - box.y;
  }
  return target;
}

struct Seen {
  BlankSheet sheet;
  PrintedPage print;
  std::optional<Rows> rows;
};

/// The blank may have been laid on the scanner any way up: the way in which its rows show the names is the right one.
Seen lookAt(const Raster& blank, const std::vector<std::string>& names) {
  Seen best;
  for (const int turn : {0, 2, 1, 3}) {
    Seen seen{layStraight(blank, turn), {}, {}};
    seen.print = readPrint(seen.sheet.reference);
    seen.rows = bestRows(seen.print, names);
    const bool good = seen.rows && seen.rows->fit.score >= kLeastScore;
    if (turn == 0 || (seen.rows && (!best.rows || seen.rows->fit.score > best.rows->fit.score))) best = std::move(seen);
    if (good) break;
  }
  return best;
}

tl::unexpected<Error> noTable(int page) {
  return fail(
      ErrorKind::BadInput,
      trf("Trang {0} của phiếu trắng không thấy bảng danh sách (các đường kẻ ngang, kẻ dọc); chưa có gì được lưu. Hãy quét thẳng, rõ, 200 điểm/inch trở lên, hoặc dùng tệp PDF.",
          "Page {0} of the blank ballot shows no table with rules; nothing was stored. Scan it straight and clear at 200 dpi or more, or give the PDF.",
          page));
}

tl::unexpected<Error> otherCount(const std::vector<std::size_t>& perPage, std::size_t people) {
  std::size_t rows = 0;
  std::string list;
  for (const std::size_t n : perPage) rows += n, list += (list.empty() ? "" : " + ") + std::to_string(n);
  return fail(
      ErrorKind::BadInput,
      trf("Phiếu trắng có {0} hàng tên ({1}), danh sách có {2} người; chưa có gì được lưu. Hãy kiểm tra phiếu đã đủ trang, đúng cuộc bầu và danh sách trong tệp.",
          "The blank ballot has {0} rows of names ({1}), the list has {2} people; nothing was stored. Check that all pages are there, the contest, and the list in the file.",
          rows, list, people));
}

/// Rows that do not look like their name: a note, or the error when another name fits better.
Expected<void> checkOrder(const std::vector<PrintedName>& rows, const std::vector<std::string>& names, const RowsFit& fit,
                          std::vector<std::string>& notes) {
  if (fit.score < kLeastScore)
    return fail(
        ErrorKind::Refused,
        tr("Chữ in trên phiếu trắng không giống danh sách của cuộc bầu này (độ dài và chỗ cách chữ của các tên); chưa có gì được lưu. "
           "Hãy kiểm tra phiếu có đúng cuộc bầu, tên có đúng thứ tự không.",
           "The print on the blank ballot does not look like this contest's list (lengths and spaces of the names); nothing was stored. "
           "Check the contest and the order of the names."));
  if (const auto changed = changedPlaces(rows, names, fit.sizePt))
    return fail(
        ErrorKind::Refused,
        trf("Hàng {0} và hàng {1} của phiếu trắng trông như đổi chỗ cho nhau (danh sách: “{2}” và “{3}”); chưa có gì được lưu. Thứ tự tên trên phiếu phải đúng như trong tệp.",
            "Rows {0} and {1} of the blank ballot look as if they had changed places (list: \"{2}\" and \"{3}\"); nothing was stored. The order on the ballot must be that of the file.",
            changed->first + 1, changed->second + 1, names[changed->first], names[changed->second]));
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (fit.rows[i] < kRowFits)
      notes.push_back(trf("Hàng {0}: độ dài chữ in không khớp với tên “{1}”; hãy nhìn kỹ trên hình.",
                          "Row {0}: the print's length does not match the name \"{1}\"; look closely at the picture.", i + 1, names[i]));
  return {};
}

}  // namespace

Expected<LearnedBallot> learnBallot(const Contest& contest, const std::vector<Raster>& blanks) {
  keepToOneThread();
  std::vector<std::string> names;
  for (const Candidate& c : contest.candidates) names.push_back(c.name);
  std::vector<Seen> seen;
  std::vector<std::size_t> perPage;
  std::vector<PrintedName> all;
  for (const Raster& blank : blanks) {
    const std::vector<std::string> left(names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), all.size())), names.end());
    seen.push_back(lookAt(blank, left));
    if (!seen.back().rows) return noTable(static_cast<int>(seen.size()));
    perPage.push_back(seen.back().rows->cells.size());
    all.insert(all.end(), seen.back().rows->print.begin(), seen.back().rows->print.end());
  }
  if (all.size() != names.size()) return otherCount(perPage, names.size());
  LearnedBallot learned;
  const RowsFit fit = fitRows(all, names);
  if (const auto order = checkOrder(all, names, fit, learned.notes); !order) return tl::unexpected<Error>(order.error());
  const auto& fields = fieldsOf(faceOf(contest));
  std::size_t candidate = 0;
  for (Seen& page : seen) {
    LearnedSheet sheet;
    const std::size_t first = candidate;
    for (std::size_t i = 0; i < page.rows->cells.size(); ++i, ++candidate) {
      sheet.names.push_back(nameTarget(candidate, page.rows->print[i], fit.sizePt, page.rows->cells[i]));
      sheet.fits.push_back(fit.rows[candidate]);
    }
    sheet.geometry.page = static_cast<int>(learned.pages.size()) + 1;
    sheet.geometry.widthMm = page.sheet.widthMm, sheet.geometry.heightMm = page.sheet.heightMm;
    if (fields.front() == Field::Name) {
      sheet.geometry.targets = sheet.names;
    } else {
      auto boxes = boxesBeside(page.print, page.rows->columns, page.rows->cells, first, fields, learned.notes);
      if (!boxes) return tl::unexpected<Error>(boxes.error());
      sheet.geometry.targets = std::move(*boxes);
    }
    sheet.sheet = std::move(page.sheet);
    learned.pages.push_back(std::move(sheet));
  }
  return learned;
}

}  // namespace kp
