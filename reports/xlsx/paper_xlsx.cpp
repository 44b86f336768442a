// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/xlsx/paper_xlsx.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "election/text.h"

namespace kp {
namespace {

constexpr double kMmPerCharacter = 2.0;      ///< width of a digit of the default font (Calibri 11), to set column widths from millimetres
constexpr std::size_t kLettersPerLine = 85;  ///< of a text line across the sheet, to give wrapped texts the height of their lines
constexpr double kLineHeightPt = 16.5;
constexpr double kTextWidthMm = 165;  ///< A4 less the margins of 36-HD/VPTW: what columns without a width share

/// One file in the folder for temporary files, taken away at the end.
class TemporaryFile {
 public:
  TemporaryFile() {
    std::random_device random;
    m_path = std::filesystem::temp_directory_path() / ("kiemphieu-" + std::to_string(random()) + std::to_string(random()) + ".xlsx");
  }
  ~TemporaryFile() {
    std::error_code ignored;
    std::filesystem::remove(m_path, ignored);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  const std::filesystem::path& path() const { return m_path; }

 private:
  std::filesystem::path m_path;
};

struct Formats {
  lxw_format *plain, *bold, *italic, *title, *head, *cells[3], *shares;
};

lxw_format* textFormat(lxw_workbook* book, bool bold, bool italic) {
  lxw_format* format = workbook_add_format(book);
  format_set_font_name(format, "Times New Roman");
  format_set_font_size(format, 13);
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  if (bold) format_set_bold(format);
  if (italic) format_set_italic(format);
  return format;
}

lxw_format* cellFormat(lxw_workbook* book, lxw_format_alignments align, bool bold) {
  lxw_format* format = textFormat(book, bold, false);
  format_set_align(format, static_cast<std::uint8_t>(align));
  format_set_border(format, LXW_BORDER_THIN);
  return format;
}

Formats makeFormats(lxw_workbook* book) {
  Formats out{};
  out.plain = textFormat(book, false, false);
  out.bold = textFormat(book, true, false);
  out.italic = textFormat(book, false, true);
  out.title = textFormat(book, true, false);
  format_set_align(out.title, LXW_ALIGN_CENTER);
  out.head = cellFormat(book, LXW_ALIGN_CENTER, true);
  out.cells[static_cast<int>(Align::Left)] = cellFormat(book, LXW_ALIGN_LEFT, false);
  out.cells[static_cast<int>(Align::Centre)] = cellFormat(book, LXW_ALIGN_CENTER, false);
  out.cells[static_cast<int>(Align::Right)] = cellFormat(book, LXW_ALIGN_RIGHT, false);
  out.shares = cellFormat(book, LXW_ALIGN_CENTER, false);
  format_set_num_format(out.shares, "0.00##");
  return out;
}

bool isWhole(const std::string& text) {
  return !text.empty() && text.size() <= 9 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "97,70": digits, one comma, digits.
bool isShare(const std::string& text) {
  const std::size_t comma = text.find(',');
  return comma != std::string::npos && isWhole(text.substr(0, comma)) && isWhole(text.substr(comma + 1));
}

/// Writes block after block downwards. Every call's status is kept: the first that fails is the file's.
class SheetWriter {
 public:
  SheetWriter(lxw_workbook* book, lxw_worksheet* sheet, lxw_col_t columns)
      : m_sheet(sheet), m_formats(makeFormats(book)), m_last(static_cast<lxw_col_t>(std::max<int>(columns, 2) - 1)) {}

  void operator()(const Heading& heading) { line(heading.text, m_formats.bold); }
  void operator()(const Paragraph& paragraph) { line(paragraph.text, paragraph.italic ? m_formats.italic : m_formats.plain); }
  void operator()(const Table& table) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) text(m_row, i, table.columns[i].title, m_formats.head);
    ++m_row;
    for (const auto& row : table.rows) {
      for (std::size_t i = 0; i < row.size() && i < table.columns.size(); ++i) cell(i, row[i], table.columns[i].align);
      ++m_row;
    }
    ++m_row;
  }
  void operator()(const Signatures& signatures) {
    for (const Signer& signer : signatures.signers) {
      for (const std::string& office : signer.office) line(office, m_formats.bold);
      line(signer.name, m_formats.plain);
    }
    if (!signatures.membersTitle.empty()) line(signatures.membersTitle, m_formats.bold);
    for (const std::string& member : signatures.members) line(member, m_formats.plain);
  }
  void head(const PaperHead& head) {
    for (const std::string* text : {&head.superior, &head.issuer, &head.number, &head.placeAndDate}) line(*text, m_formats.plain);
    line(head.kind, m_formats.title);
    line(head.subject, m_formats.title);
    ++m_row;
  }
  void line(const std::string& text, lxw_format* format) {
    if (text.empty()) return;
    keep(worksheet_merge_range(m_sheet, m_row, 0, m_row, m_last, text.c_str(), format));
    const std::size_t lines = 1 + text.size() / kLettersPerLine;
    keep(worksheet_set_row(m_sheet, m_row, kLineHeightPt * static_cast<double>(lines), nullptr));
    ++m_row;
  }
  lxw_error error() const { return m_error; }

 private:
  void keep(lxw_error error) {
    if (m_error == LXW_NO_ERROR) m_error = error;
  }
  void text(lxw_row_t row, std::size_t column, const std::string& value, lxw_format* format) {
    keep(worksheet_write_string(m_sheet, row, static_cast<lxw_col_t>(column), value.c_str(), format));
  }
  void cell(std::size_t column, const std::string& value, Align align) {
    lxw_format* format = m_formats.cells[static_cast<int>(align)];
    const auto number = static_cast<lxw_col_t>(column);
    if (isWhole(value)) {
      keep(worksheet_write_number(m_sheet, m_row, number, std::stod(value), format));
    } else if (isShare(value)) {
      std::string point = value;
      point[point.find(',')] = '.';
      keep(worksheet_write_number(m_sheet, m_row, number, std::stod(point), m_formats.shares));
    } else {
      text(m_row, column, value, format);
    }
  }

  lxw_worksheet* m_sheet;
  Formats m_formats;
  lxw_col_t m_last;
  lxw_row_t m_row = 0;
  lxw_error m_error = LXW_NO_ERROR;
};

/// The widest table sets the columns.
const Table* widestTable(const Paper& paper) {
  const Table* widest = nullptr;
  for (const PaperBlock& block : paper.blocks)
    if (const Table* table = std::get_if<Table>(&block); table && (!widest || table->columns.size() > widest->columns.size()))
      widest = table;
  return widest;
}

lxw_error setColumns(lxw_worksheet* sheet, const Table* table) {
  if (!table) return worksheet_set_column(sheet, 0, 1, kTextWidthMm / 2 / kMmPerCharacter, nullptr);
  double taken = 0;
  for (const Column& column : table->columns) taken += column.widthMm;
  for (std::size_t i = 0; i < table->columns.size(); ++i) {
    const double width = table->columns[i].widthMm > 0 ? table->columns[i].widthMm : std::max(30.0, kTextWidthMm - taken);
    const auto number = static_cast<lxw_col_t>(i);
    if (const lxw_error error = worksheet_set_column(sheet, number, number, width / kMmPerCharacter, nullptr)) return error;
  }
  return LXW_NO_ERROR;
}

lxw_error fill(lxw_workbook* book, const Paper& paper) {
  lxw_worksheet* sheet = workbook_add_worksheet(book, "Kiểm phiếu");
  if (!sheet) return LXW_ERROR_MEMORY_MALLOC_FAILED;
  const Table* table = widestTable(paper);
  if (const lxw_error error = setColumns(sheet, table)) return error;
  worksheet_set_paper(sheet, 9);  // A4
  worksheet_fit_to_pages(sheet, 1, 0);
  SheetWriter out(book, sheet, static_cast<lxw_col_t>(table ? table->columns.size() : 2));
  out.head(paper.head);
  for (const PaperBlock& block : paper.blocks) std::visit(out, block);
  return out.error();
}

tl::unexpected<Error> failed(lxw_error error) {
  return fail(ErrorKind::Io,
              trf("Không ghi được bảng tính ({0}). Tệp đại hội không bị ảnh hưởng. Hãy kiểm tra đĩa còn chỗ rồi làm lại.",
                  "The workbook could not be written ({0}). The congress file is not affected. Check that the disk has room and try again.",
                  std::string(lxw_strerror(error))));
}

}  // namespace

Expected<std::string> paperXlsx(const Paper& paper) {
  const TemporaryFile file;
  lxw_workbook* book = workbook_new(file.path().c_str());
  if (!book) return failed(LXW_ERROR_MEMORY_MALLOC_FAILED);
  const lxw_error filled = fill(book, paper);
  const lxw_error closed = workbook_close(book);
  if (filled != LXW_NO_ERROR || closed != LXW_NO_ERROR) return failed(filled != LXW_NO_ERROR ? filled : closed);
  std::ifstream in(file.path(), std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in || bytes.empty()) return failed(LXW_ERROR_CREATING_XLSX_FILE);
  return bytes;
}

}  // namespace kp
