// SPDX-License-Identifier: GPL-3.0-or-later
// What a file is, is told by its first bytes; its suffix must say the same.
#include <algorithm>

#include "election/text.h"
#include "formats/letter_case.h"
#include "lists/csv_reader.h"
#include "lists/sheet.h"
#include "lists/xlsx_reader.h"

namespace kp {
namespace {

enum class Suffix { Text, Workbook, OldWorkbook, Other };

Suffix suffixOf(const std::string& fileName) {
  const std::size_t dot = fileName.rfind('.');
  const std::string suffix = dot == std::string::npos ? std::string() : lowerCase(fileName.substr(dot));
  if (suffix == ".csv" || suffix == ".txt" || suffix == ".tsv") return Suffix::Text;
  if (suffix == ".xlsx" || suffix == ".xlsm") return Suffix::Workbook;
  return suffix == ".xls" ? Suffix::OldWorkbook : Suffix::Other;
}

enum class Content { Text, Zip, Compound, Markup, Pdf };

Content contentOf(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return Content::Zip;
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return Content::Compound;
  if (bytes.starts_with("%PDF-")) return Content::Pdf;
  std::string_view text = bytes;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  return text.starts_with("<") ? Content::Markup : Content::Text;
}

/// An encrypted workbook is a compound file with a stream of this name, in UTF-16 ([MS-OFFCRYPTO] 2.3.1).
bool isEncryptedWorkbook(std::string_view bytes) {
  std::string name;
  for (const char c : std::string_view("EncryptedPackage")) (name += c) += '\0';
  return bytes.find(name) != std::string_view::npos;
}

tl::unexpected<Error> notXlsx(std::string_view bytes, Content content, const std::string& fileName) {
  if (content == Content::Compound && isEncryptedWorkbook(bytes))
    return fail(ErrorKind::BadInput,
                trf("{0} được đặt mật khẩu. Chưa nhập gì. Hãy mở bằng Excel, bỏ mật khẩu, lưu lại rồi nhập lại.",
                    "{0} is protected by a password. Nothing was taken in. Open it in Excel, take the password off, save and import again.",
                    fileName));
  if (content == Content::Compound)
    return fail(
        ErrorKind::BadInput,
        trf("{0} là tệp Excel kiểu cũ (.xls). Chưa nhập gì. Hãy mở bằng Excel hoặc LibreOffice, chọn “Lưu thành” kiểu .xlsx rồi nhập tệp ấy.",
            "{0} is an old Excel file (.xls). Nothing was taken in. Open it in Excel or LibreOffice, save it as .xlsx and import that.",
            fileName));
  if (content == Content::Markup)
    return fail(
        ErrorKind::BadInput,
        trf("{0} là trang web hoặc tệp XML, không phải bảng tính. Chưa nhập gì. Hãy mở bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi nhập tệp ấy.",
            "{0} is a web page or an XML file, no workbook. Nothing was taken in. Open it in Excel or LibreOffice, save it as .xlsx and import that.",
            fileName));
  if (content == Content::Pdf)
    return fail(ErrorKind::BadInput, trf("{0} là tệp PDF, không phải danh sách. Chưa nhập gì. Hãy lấy danh sách ở dạng .xlsx hoặc .csv.",
                                         "{0} is a PDF, not a list. Nothing was taken in. Get the list as .xlsx or .csv.", fileName));
  return fail(
      ErrorKind::BadInput,
      trf("{0} có đuôi của bảng tính nhưng nội dung không phải. Chưa nhập gì. Nếu là tệp CSV, hãy đổi đuôi thành .csv; nếu không, hãy lấy bản khác.",
          "{0} is called a workbook and is none. Nothing was taken in. If it is CSV, rename it to .csv; otherwise get another copy.",
          fileName));
}

Expected<Sheet> readByKind(std::string_view bytes, const std::string& fileName, const std::string& sheetName) {
  const Suffix suffix = suffixOf(fileName);
  const Content content = contentOf(bytes);
  if (suffix == Suffix::Other)
    return fail(
        ErrorKind::BadInput,
        trf("Không nhập được {0}: chỉ nhập được danh sách dạng .xlsx hoặc .csv. Chưa nhập gì. Hãy lưu danh sách ở một trong hai dạng ấy.",
            "{0} cannot be imported: lists are taken as .xlsx or .csv. Nothing was taken in. Save the list as one of these.", fileName));
  if (content == Content::Zip && suffix != Suffix::Workbook)
    return fail(
        ErrorKind::BadInput,
        trf("{0} thật ra là bảng tính .xlsx hoặc tệp nén. Chưa nhập gì. Nếu là bảng tính, hãy đổi đuôi thành .xlsx rồi nhập lại.",
            "{0} is in fact an .xlsx workbook or an archive. Nothing was taken in. If it is a workbook, rename it to .xlsx and import again.",
            fileName));
  if (content == Content::Zip) return readXlsx(bytes, fileName, sheetName);
  if (suffix != Suffix::Text || content != Content::Text) return notXlsx(bytes, content, fileName);
  return readCsv(bytes, fileName);
}

tl::unexpected<Error> tooLong(const std::string& fileName) {
  return fail(ErrorKind::BadInput,
              trf("{0} có hơn {1} dòng, nhiều hơn mọi danh sách. Chưa nhập gì. Hãy chép riêng danh sách sang tệp mới.",
                  "{0} has more than {1} rows, more than any list. Nothing was taken in. Copy the list alone into a new file.", fileName,
                  kMaxTableRows));
}

tl::unexpected<Error> tooWide(const std::string& fileName) {
  return fail(ErrorKind::BadInput, trf("{0} có hơn {1} cột. Chưa nhập gì. Hãy chép riêng các cột của danh sách sang tệp mới.",
                                       "{0} has more than {1} columns. Nothing was taken in. Copy the columns of the list into a new file.",
                                       fileName, kMaxTableColumns));
}

}  // namespace

Expected<Sheet> readTable(std::string_view bytes, const std::string& fileName, const std::string& sheetName) {
  if (bytes.empty())
    return fail(ErrorKind::BadInput, trf("{0} là tệp rỗng. Chưa nhập gì. Hãy chép lại tệp từ nơi lập.",
                                         "{0} is empty. Nothing was taken in. Copy it again from where it was made.", fileName));
  if (bytes.size() > kMaxTableFileBytes)
    return fail(ErrorKind::BadInput,
                trf("{0} lớn hơn {1} MB, quá lớn đối với một danh sách. Chưa nhập gì. Hãy chép riêng danh sách sang tệp mới.",
                    "{0} is larger than {1} MB, too large for a list. Nothing was taken in. Copy the list alone into a new file.", fileName,
                    kMaxTableFileBytes >> 20));
  auto sheet = readByKind(bytes, fileName, sheetName);
  if (!sheet) return sheet;
  if (sheet->rows.empty())
    return fail(ErrorKind::BadInput, trf("{0} không có chữ nào trong bảng. Chưa nhập gì. Hãy chọn tệp có danh sách.",
                                         "The table in {0} has no text. Nothing was taken in. Choose a file with a list.", fileName));
  if (sheet->rows.size() > static_cast<std::size_t>(kMaxTableRows)) return tooLong(fileName);
  for (const auto& row : sheet->rows)
    if (row.cells.size() > static_cast<std::size_t>(kMaxTableColumns)) return tooWide(fileName);
  return sheet;
}

}  // namespace kp
