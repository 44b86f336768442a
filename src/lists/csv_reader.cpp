// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/csv_reader.h"

#include <algorithm>
#include <map>
#include <optional>

#include "election/text.h"
#include "election/utf8.h"

namespace kp {
namespace {

constexpr int kProbedRecords = 50;  ///< enough to see past any title above a list

void appendUtf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

/// UTF-16 without its BOM; nullopt for an odd number of bytes or half a surrogate pair.
std::optional<std::string> fromUtf16(std::string_view bytes, bool littleEndian) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  std::string out;
  char32_t high = 0;
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    const auto first = static_cast<unsigned char>(bytes[i]), second = static_cast<unsigned char>(bytes[i + 1]);
    const char32_t unit = littleEndian ? first | (second << 8) : second | (first << 8);
    const bool isHigh = unit >= 0xD800 && unit < 0xDC00, isLow = unit >= 0xDC00 && unit < 0xE000;
    if (isLow != (high != 0)) return std::nullopt;
    if (isHigh)
      high = unit;
    else if (isLow)
      appendUtf8(out, 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00)), high = 0;
    else
      appendUtf8(out, unit);
  }
  if (high != 0) return std::nullopt;
  return out;
}

std::optional<std::string> toUtf8(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF")
    bytes.remove_prefix(3);
  else if (bytes.substr(0, 2) == "\xFF\xFE")
    return fromUtf16(bytes.substr(2), true);
  else if (bytes.substr(0, 2) == "\xFE\xFF")
    return fromUtf16(bytes.substr(2), false);
  if (!decodeUtf8(bytes)) return std::nullopt;
  return std::string(bytes);
}

bool isBlank(const std::string& cell) { return cell.find_first_not_of(" \t\r\n") == std::string::npos; }

/// Splits text into records (RFC 4180; a lone CR ends a record too). What follows a closing quote within its cell is kept.
class CsvParser {
 public:
  CsvParser(std::string_view text, char separator) : m_text(text), m_separator(separator) {}

  /// The next record, trailing blank cells cut off; cells beyond kMaxTableColumns are kept only as far as they show that there are some.
  SheetRow next() {
    SheetRow row{++m_record, {}, false};
    m_columns = 0;
    do {
      ++m_columns;
      std::string text = cell();
      if (row.cells.size() <= static_cast<std::size_t>(kMaxTableColumns))
        row.cells.push_back(std::move(text));
      else if (isBlank(row.cells.back()))
        row.cells.back() = std::move(text);
    } while (!endOfRecord());
    while (!row.cells.empty() && isBlank(row.cells.back())) row.cells.pop_back();
    return row;
  }
  bool atEnd() const { return m_at >= m_text.size(); }
  /// Columns of the last record, blank ones too.
  std::size_t columns() const { return m_columns; }
  /// The record (from 1) in which a quote was opened and never closed; 0 none.
  int unclosed() const { return m_unclosed; }

 private:
  bool endOfRecord() {
    if (atEnd()) return true;
    const char end = m_text[m_at++];
    if (end == '\r' && !atEnd() && m_text[m_at] == '\n') ++m_at;
    return end != m_separator;
  }

  bool atEndOfCell() const { return m_text[m_at] == m_separator || m_text[m_at] == '\n' || m_text[m_at] == '\r'; }

  std::string cell() {
    std::string out;
    if (!atEnd() && m_text[m_at] == '"') quoted(out);
    while (!atEnd() && !atEndOfCell()) out += m_text[m_at++];
    return out;
  }

  void quoted(std::string& out) {
    for (++m_at; !atEnd(); ++m_at) {
      if (m_text[m_at] != '"') {
        out += m_text[m_at];
      } else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == '"') {
        out += m_text[m_at++];
      } else {
        ++m_at;
        return;
      }
    }
    m_unclosed = m_record;
  }

  std::string_view m_text;
  char m_separator;
  std::size_t m_at = 0, m_columns = 0;
  int m_record = 0, m_unclosed = 0;
};

/// How many of the first records have the most common number of columns above one.
std::size_t agreement(std::string_view text, char separator) {
  std::map<std::size_t, std::size_t> sizes;
  CsvParser parser(text, separator);
  for (int i = 0; i < kProbedRecords && !parser.atEnd(); ++i) {
    parser.next();
    if (parser.columns() > 1) ++sizes[parser.columns()];
  }
  std::size_t best = 0;
  for (const auto& [size, times] : sizes) best = std::max(best, times);
  return best;
}

/// The separator most records agree on. Text without any is one column, for which each of them will do.
char separatorOf(std::string_view text) {
  char best = ';';
  std::size_t most = 0;
  for (const char candidate : {'\t', ';', ','}) {
    const std::size_t found = agreement(text, candidate);
    if (found > most) best = candidate, most = found;
  }
  return best;
}

/// Takes away a first line "sep=;" and gives its separator.
std::optional<char> declaredSeparator(std::string_view& text) {
  if (text.size() < 5 || text.substr(0, 4) != "sep=") return std::nullopt;
  const std::size_t end = text.find_first_of("\r\n", 5);
  if (end != 5 && text.size() != 5) return std::nullopt;
  const char separator = text[4];
  text.remove_prefix(std::min(end, text.size()));
  if (text.substr(0, 2) == "\r\n")
    text.remove_prefix(2);
  else if (!text.empty())
    text.remove_prefix(1);
  return separator;
}

/// Takes off the apostrophe that keeps spreadsheet programs from taking a cell for a formula.
void unguard(std::string& cell) {
  if (cell.size() > 1 && cell[0] == '\'' && std::string_view("=+-@").find(cell[1]) != std::string_view::npos) cell.erase(0, 1);
}

}  // namespace

Expected<Sheet> readCsv(std::string_view bytes, const std::string& fileName) {
  const auto decoded = toUtf8(bytes);
  if (!decoded || decoded->find('\0') != std::string::npos)
    return fail(
        ErrorKind::BadInput,
        trf("Chữ trong {0} không phải Unicode. Chưa nhập gì. Hãy mở tệp bằng Excel hoặc LibreOffice, chọn “Lưu thành” kiểu “CSV UTF-8” hoặc .xlsx rồi nhập lại.",
            "The text of {0} is not Unicode. Nothing was taken in. Open the file in Excel or LibreOffice, save it as “CSV UTF-8” or .xlsx and import again.",
            fileName));
  std::string_view text = *decoded;
  const auto declared = declaredSeparator(text);
  CsvParser parser(text, declared ? *declared : separatorOf(text));
  Sheet sheet{fileName, {}, {}, {}};
  while (!parser.atEnd() && sheet.rows.size() <= static_cast<std::size_t>(kMaxTableRows)) {
    SheetRow row = parser.next();
    for (auto& cell : row.cells) unguard(cell);
    if (!row.cells.empty()) sheet.rows.push_back(std::move(row));
  }
  if (parser.unclosed() != 0)
    return fail(ErrorKind::BadInput,
                trf("Dòng {1} của {0} mở dấu ngoặc kép mà không đóng. Chưa nhập gì. Hãy sửa dòng ấy hoặc lưu lại tệp dưới dạng .xlsx.",
                    "Row {1} of {0} opens a quote that is never closed. Nothing was taken in. Mend that row or save the file as .xlsx.",
                    fileName, parser.unclosed()));
  return sheet;
}

}  // namespace kp
