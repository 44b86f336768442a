// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/people.h"

#include <algorithm>

#include "election/text.h"
#include "formats/letter_case.h"
#include "lists/mending.h"
#include "lists/name_checks.h"
#include "lists/repetition.h"

namespace kp::lists {
namespace {

std::string joined(const SheetRow& row) {
  std::string out;
  for (const std::string& cell : row.cells) {
    const std::string text = singleSpaced(cell);
    if (!text.empty()) out += (out.empty() ? "" : " | ") + text;
  }
  return out;
}

std::string letterOf(std::size_t index) {
  std::string out;
  for (std::size_t n = index + 1; n > 0; n = (n - 1) / 26) out.insert(out.begin(), static_cast<char>('A' + (n - 1) % 26));
  return out;
}

void passOver(ImportRow& row, RemarkKind kind, std::string what) {
  row.state = RowState::PassedOver;
  row.remarks.push_back({kind, RemarkLevel::Note, std::move(what)});
}

/// The name as it stands: of one column, or family and given name joined.
std::string rawName(const SheetRow& row, const Layout& layout) {
  if (layout.has(Meaning::FullName)) return cellAt(row, layout.all(Meaning::FullName).front());
  std::string name;
  for (const Meaning part : {Meaning::FamilyName, Meaning::GivenName})
    for (const std::size_t column : layout.all(part)) {
      const std::string& text = cellAt(row, column);
      if (!text.empty()) name += (name.empty() ? "" : " ") + text;
    }
  return name;
}

/// True when half of a name is missing from a list that has it in two columns.
bool halfMissing(const SheetRow& row, const Layout& layout) {
  if (layout.has(Meaning::FullName)) return false;
  return textOf(row, layout, Meaning::FamilyName, " ").empty() != textOf(row, layout, Meaning::GivenName, " ").empty();
}

void readPerson(const SheetRow& row, const Layout& layout, ListedPerson& person) {
  person.name = mended(rawName(row, layout));
  person.birth = textOf(row, layout, Meaning::Birth, "/");
  person.position = textOf(row, layout, Meaning::Position, "; ");
  person.unit = textOf(row, layout, Meaning::Unit, "; ");
  person.note = textOf(row, layout, Meaning::Note, "; ");
}

/// Numbering of a list: "1", "01", "1." – not the "I" or "A" of a group.
bool isListNumber(const std::string& text) { return isNumber(text); }

void judgeName(const SheetRow& source, const Layout& layout, ImportRow& row) {
  const std::string raw = rawName(source, layout);
  const std::string number = textOf(source, layout, Meaning::Number, " ");
  if (row.person.name.empty()) {
    const bool heading = !number.empty() && !isListNumber(number) && source.cells.size() <= layout.all(Meaning::Number).front() + 1;
    if (heading)
      reject(
          row, RemarkKind::NotAName,
          trf("“{0}” không ở cột họ tên nên được coi là tiêu đề của một nhóm. Nếu là một người, hãy ghi họ và tên vào cột ấy rồi nhập lại.",
              "“{0}” is not in the column of names and is taken for a heading. If it is a person, write the name into that column and import again.",
              number));
    else
      reject(row, RemarkKind::EmptyName,
             tr("Dòng này không có họ tên. Nếu là một người, hãy ghi họ và tên rồi nhập lại.",
                "This row has no name. If it is a person, write the full name and import again."));
    return;
  }
  if (auto problem = nameProblem(row.person.name)) {
    reject(row, problem->kind, problem->what);
    return;
  }
  if (!number.empty() && !isListNumber(number) && layout.header) {
    reject(
        row, RemarkKind::NotAName,
        trf("“{1}” có “{0}” ở cột số thứ tự nên là tiêu đề của một nhóm. Nếu là một người, hãy ghi số thứ tự rồi nhập lại.",
            "“{1}” has “{0}” in the column of numbers, so it is the heading of a group. If it is a person, write its number and import again.",
            number, row.person.name));
    return;
  }
  row.state = RowState::Accepted;
  noteMending(raw, row.person.name, row.suggestedName, row.remarks);
  if (halfMissing(source, layout) && wordCount(row.person.name) > 1)
    row.remarks.push_back({RemarkKind::OneWord, RemarkLevel::Warning,
                           trf("Danh sách ghi họ và tên ở hai cột nhưng dòng này chỉ có “{0}”. Hãy kiểm tra.",
                               "The list has names in two columns; this row has only “{0}”. Check it.", row.person.name)});
  if (source.hidden)
    row.remarks.push_back(
        {RemarkKind::Hidden, RemarkLevel::Warning,
         tr("Dòng này bị ẩn hoặc bị lọc trong bảng tính nhưng vẫn được nhập. Hãy kiểm tra người này có trong danh sách không.",
            "This row is hidden or filtered away in the workbook and is taken in all the same. Check that the person is on the list.")});
}

/// A row without number among numbered ones may be a line under the list.
void warnUnnumbered(const Sheet& sheet, Judged& out) {
  if (!out.layout.has(Meaning::Number)) return;
  const auto numbered = [&](std::size_t i) { return !textOf(sheet.rows[out.source[i]], out.layout, Meaning::Number, " ").empty(); };
  std::size_t accepted = 0, with = 0;
  for (std::size_t i = 0; i < out.preview.rows.size(); ++i) {
    if (out.preview.rows[i].state != RowState::Accepted) continue;
    ++accepted;
    if (numbered(i)) ++with;
  }
  if (with * 5 < accepted * 4) return;  // most lists number everybody or nobody
  for (std::size_t i = 0; i < out.preview.rows.size(); ++i)
    if (out.preview.rows[i].state == RowState::Accepted && !numbered(i))
      out.preview.rows[i].remarks.push_back(
          {RemarkKind::NoNumber, RemarkLevel::Warning,
           tr("Dòng này không có số thứ tự trong khi các dòng khác có. Hãy kiểm tra có phải là người trong danh sách không.",
              "This row has no number while the others have. Check that it is a person of the list.")});
}

void rejectBeyond(std::size_t most, std::vector<ImportRow>& rows) {
  std::size_t accepted = 0;
  for (ImportRow& row : rows)
    if (row.state == RowState::Accepted && ++accepted > most)
      reject(row, RemarkKind::TooMany,
             trf("Danh sách đã đủ {0} người, số nhiều nhất của một cuộc bầu. Hãy kiểm tra xem tệp có đúng danh sách không.",
                 "The list has {0} people already, the most a contest can have. Check that the file is the right list.", most));
}

void describeColumns(const Sheet& sheet, const Layout& layout, ImportPreview& preview) {
  for (const auto& column : layout.columns)
    preview.columns.push_back({letterOf(column.index), column.title, column.meaning ? meaningText(*column.meaning) : std::string()});
  if (!layout.header) {
    const bool split = layout.has(Meaning::FamilyName);
    const std::string name = letterOf(layout.all(split ? Meaning::FamilyName : Meaning::FullName).front());
    preview.notes.push_back(trf(
        "Không thấy dòng tên cột (ví dụ “Họ và tên”). Họ tên được lấy từ cột {0}; các cột khác không được dùng. Hãy kiểm tra.",
        "No row of column names (such as “Họ và tên”) was found. Names are taken from column {0}; other columns are not used. Check them.",
        name));
  }
  if (layout.secondNameIgnored)
    preview.notes.push_back(tr("Tệp có hơn một cột họ tên; chỉ một cột được dùng. Hãy kiểm tra bảng các cột.",
                               "The file has more than one column of names; one of them is used. Check the table of columns."));
  for (const std::string& other : sheet.otherSheets)
    preview.notes.push_back(trf("Trang tính “{0}” của tệp không được đọc.", "Worksheet “{0}” of the file was not read.", other));
}

}  // namespace

void reject(ImportRow& row, RemarkKind kind, std::string what) {
  row.state = RowState::Rejected;
  row.remarks.insert(row.remarks.begin(), {kind, RemarkLevel::Rejection, std::move(what)});
}

Judged judgePeople(const Sheet& sheet, std::size_t most) {
  Judged out;
  out.layout = findLayout(sheet);
  const Layout& layout = out.layout;
  out.preview.fileName = sheet.fileName;
  out.preview.sheetName = sheet.name;
  for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
    ImportRow row;
    row.number = sheet.rows[i].number;
    row.cells = joined(sheet.rows[i]);
    if (row.cells.empty()) continue;
    const bool header = std::find(layout.headerRows.begin(), layout.headerRows.end(), i) != layout.headerRows.end();
    if (header || (i >= layout.first && repeatsHeader(sheet.rows[i], layout))) {
      passOver(row, RemarkKind::Header, tr("Dòng tên cột.", "Row of column names."));
    } else if (layout.numberRow == i) {
      passOver(row, RemarkKind::ColumnNumbers, tr("Dòng đánh số cột.", "Row of column numbers."));
    } else if (i < layout.first) {
      passOver(row, RemarkKind::AboveHeader, tr("Nằm trên dòng tên cột.", "Stands above the column names."));
    } else {
      readPerson(sheet.rows[i], layout, row.person);
      judgeName(sheet.rows[i], layout, row);
    }
    out.preview.rows.push_back(std::move(row));
    out.source.push_back(i);
  }
  findRepetitions(out.preview.rows);
  warnUnnumbered(sheet, out);
  if (most > 0) rejectBeyond(most, out.preview.rows);
  describeColumns(sheet, layout, out.preview);
  return out;
}

}  // namespace kp::lists
