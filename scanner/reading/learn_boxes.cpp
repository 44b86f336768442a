// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/reading/learn_boxes.h"

#include <algorithm>
#include <cmath>

#include "election/text.h"

namespace kp {
namespace {

/// From a cell's rules to the target within it, and to what may be print in it, mm.
constexpr double kCellRoom = 0.7, kPrintRoom = 0.4;
/// Printed squares are this large, mm, and as wide as high within this share.
constexpr double kLeastSquare = 3, kLargestSquare = 9, kSquareness = 0.2;
/// Share of the rows in which a column of boxes is empty or has its square.
constexpr double kBoxShare = 0.9;

/// Where a mark belongs in a cell; nullopt when something else is printed there.
std::optional<RectMm> boxIn(const PrintedPage& page, const RectMm& cell) {
  const auto print = page.printIn({cell.x + kPrintRoom, cell.y + kPrintRoom, cell.w - 2 * kPrintRoom, cell.h - 2 * kPrintRoom});
  if (!print) return RectMm{cell.x + kCellRoom, cell.y + kCellRoom, cell.w - 2 * kCellRoom, cell.h - 2 * kCellRoom};
  const bool square = print->w >= kLeastSquare && print->w <= kLargestSquare && std::abs(print->w / print->h - 1) <= kSquareness;
  const double in = print->w * 0.25;
  if (!square || page.printIn({print->x + in, print->y + in, print->w - 2 * in, print->h - 2 * in})) return std::nullopt;
  return *print;
}

/// The cell of a column beside a row.
const RectMm* cellAt(const TableColumn& column, const RectMm& row) {
  const double middle = row.y + row.h / 2;
  for (const RectMm& cell : column.cells)
    if (middle > cell.y && middle < cell.y + cell.h) return &cell;
  return nullptr;
}

struct BoxColumn {
  std::vector<std::optional<RectMm>> boxes;  ///< by row
};

/// The columns of boxes between the names and `end`, for the rows given.
std::vector<BoxColumn> boxColumns(const PrintedPage& page, const std::vector<TableColumn>& columns, double from, double end,
                                  const std::vector<RectMm>& rows) {
  std::vector<BoxColumn> found;
  for (const TableColumn& column : columns) {
    if (column.left < from - 1 || column.right > end + 1) continue;
    BoxColumn boxes;
    for (const RectMm& row : rows) {
      const RectMm* cell = cellAt(column, row);
      boxes.boxes.push_back(cell ? boxIn(page, *cell) : std::nullopt);
    }
    const auto usable = std::count_if(boxes.boxes.begin(), boxes.boxes.end(), [](const auto& b) { return b.has_value(); });
    if (static_cast<double>(usable) >= kBoxShare * static_cast<double>(rows.size())) found.push_back(std::move(boxes));
  }
  return found;
}

}  // namespace

Expected<std::vector<Target>> boxesBeside(const PrintedPage& page, const std::vector<TableColumn>& nameColumns,
                                          const std::vector<RectMm>& cells, std::size_t first, const std::vector<Field>& fields,
                                          std::vector<std::string>& notes) {
  std::vector<Target> targets;
  const auto columns = columnsOf(page);
  std::size_t candidate = first, more = 0;
  for (std::size_t k = 0; k < nameColumns.size(); ++k) {
    std::vector<RectMm> rows;
    for (const RectMm& cell : cells)
      if (std::abs(cell.x - nameColumns[k].left) < 1) rows.push_back(cell);
    const double end = k + 1 < nameColumns.size() ? nameColumns[k + 1].left : page.letters.width / kPxPerMm;
    const auto boxes = boxColumns(page, columns, nameColumns[k].right, end, rows);
    if (boxes.size() < fields.size())
      return fail(
          ErrorKind::BadInput,
          trf("Bên phải họ tên chỉ thấy {0} cột ô trống, mặt phiếu này cần {1} cột; chưa có gì được lưu. Hãy kiểm tra mẫu phiếu và loại cuộc bầu.",
              "Only {0} columns of empty boxes stand beside the names, this face needs {1}; nothing was stored. Check the form and the kind of contest.",
              boxes.size(), fields.size()));
    more = std::max(more, boxes.size() - fields.size());
    for (std::size_t i = 0; i < rows.size(); ++i, ++candidate)
      for (std::size_t f = 0; f < fields.size(); ++f) {
        if (!boxes[f].boxes[i])
          return fail(
              ErrorKind::BadInput,
              trf("Hàng {0} có ô đã in chữ hoặc không có ô; chưa có gì được lưu. Phiếu trắng không được có dấu nào.",
                  "Row {0} has a box with something in it, or none; nothing was stored. A blank ballot has no marks.", candidate + 1));
        targets.push_back({candidate, fields[f], *boxes[f].boxes[i], {}});
      }
  }
  if (more > 0)
    notes.push_back(trf(
        "Bên phải họ tên còn {0} cột trống nữa không dùng để đánh dấu; hãy xem các ô được viền trên hình có đúng cột không.",
        "There are {0} more empty columns beside the names that are not for marks; check on the picture that the boxes outlined are the right columns.",
        more));
  return targets;
}

}  // namespace kp
