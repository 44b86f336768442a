// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/xlsx_reader.h"

#include <map>
#include <optional>

#include "election/text.h"
#include "election/utf8.h"
#include "lists/xlsx_cells.h"
#include "lists/zip_parts.h"

namespace kp {
namespace {

using xlsx::Book;
using xlsx::childOf;
using xlsx::localName;

/// One worksheet as the workbook lists it.
struct Entry {
  std::string name, part;
  bool hidden = false;
};

tl::unexpected<Error> damaged(const std::string& fileName) {
  return fail(
      ErrorKind::BadInput,
      trf("Không đọc được bảng tính trong {0}: nội dung bị hỏng. Chưa nhập gì. Hãy mở tệp bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx rồi nhập lại.",
          "The workbook in {0} cannot be read: its content is damaged. Nothing was taken in. Open it in Excel or LibreOffice, save it as .xlsx and import again.",
          fileName));
}

tl::unexpected<Error> otherDocument(const std::string& fileName) {
  return fail(
      ErrorKind::BadInput,
      trf("{0} không phải bảng tính .xlsx (có thể là tệp nén, văn bản Word hoặc bảng tính .ods). Chưa nhập gì. Hãy mở tệp bằng chương trình đã lập nó và lưu thành .xlsx.",
          "{0} is no .xlsx workbook (it may be an archive, a Word document or an .ods sheet). Nothing was taken in. Open it in the program that made it and save it as .xlsx.",
          fileName));
}

/// Parses one part. The document is kept by the caller, nodes point into it. False: not there or no XML.
bool parsePart(const ZipParts& parts, const std::string& name, pugi::xml_document& document) {
  const auto found = parts.find(name);
  if (found == parts.end()) return false;
  constexpr unsigned kFlags = pugi::parse_default | pugi::parse_ws_pcdata_single;
  return static_cast<bool>(document.load_buffer(found->second.data(), found->second.size(), kFlags)) && document.document_element();
}

/// The part a relationship names: relative to the workbook's folder, or from the root when it starts with '/'.
std::string resolve(const std::string& folder, std::string target) {
  if (target.starts_with("/")) return target.substr(1);
  std::string base = folder;
  while (target.starts_with("../")) {
    target.erase(0, 3);
    const std::size_t slash = base.rfind('/', base.empty() ? 0 : base.size() - 2);
    base = slash == std::string::npos ? std::string() : base.substr(0, slash + 1);
  }
  if (target.starts_with("./")) target.erase(0, 2);
  return base + target;
}

std::string folderOf(const std::string& part) {
  const std::size_t slash = part.rfind('/');
  return slash == std::string::npos ? std::string() : part.substr(0, slash + 1);
}

/// The workbook's own part: the root relationship of type officeDocument, else where every program puts it.
std::string workbookPart(const ZipParts& parts) {
  pugi::xml_document document;
  if (parsePart(parts, "_rels/.rels", document))
    for (const auto& relation : document.document_element().children())
      if (std::string_view(relation.attribute("Type").value()).ends_with("/officeDocument"))
        return resolve({}, relation.attribute("Target").value());
  return "xl/workbook.xml";
}

/// Relationship id → part, and by type for the parts there is one of.
struct Relations {
  std::map<std::string, std::string> byId;
  std::string strings, styles;
};

Relations readRelations(const ZipParts& parts, const std::string& workbook) {
  Relations out;
  const std::string folder = folderOf(workbook);
  pugi::xml_document document;
  if (!parsePart(parts, folder + "_rels/" + workbook.substr(folder.size()) + ".rels", document)) return out;
  for (const auto& relation : document.document_element().children()) {
    const std::string part = resolve(folder, relation.attribute("Target").value());
    const std::string_view type = relation.attribute("Type").value();
    out.byId[relation.attribute("Id").value()] = part;
    if (type.ends_with("/sharedStrings")) out.strings = part;
    if (type.ends_with("/styles")) out.styles = part;
  }
  return out;
}

/// The attribute of this local name ("r:id" has a prefix that any letters may stand for).
std::string attributeOf(const pugi::xml_node& node, std::string_view name) {
  for (const auto& attribute : node.attributes()) {
    const std::string_view full = attribute.name();
    if (full.size() > name.size() && full.ends_with(name) && full[full.size() - name.size() - 1] == ':') return attribute.value();
  }
  return {};
}

std::vector<Entry> listSheets(const pugi::xml_node& workbook, const Relations& relations) {
  std::vector<Entry> sheets;
  for (const auto& node : childOf(workbook, "sheets").children()) {
    if (localName(node) != "sheet") continue;
    const auto part = relations.byId.find(attributeOf(node, "id"));
    const std::string_view state = node.attribute("state").value();
    sheets.push_back({node.attribute("name").value(), part == relations.byId.end() ? std::string() : part->second,
                      state == "hidden" || state == "veryHidden"});
  }
  return sheets;
}

tl::unexpected<Error> beyond(xlsx::Limit limit, const std::string& fileName, const std::string& sheet) {
  if (limit == xlsx::Limit::Rows)
    return fail(
        ErrorKind::BadInput,
        trf("Trang tính “{1}” của {0} có hơn {2} dòng, nhiều hơn mọi danh sách. Chưa nhập gì. Hãy chép riêng danh sách sang tệp mới.",
            "Worksheet “{1}” of {0} has more than {2} rows, more than any list. Nothing was taken in. Copy the list alone into a new file.",
            fileName, sheet, kMaxTableRows));
  return fail(ErrorKind::BadInput,
              trf("Trang tính “{1}” của {0} có hơn {2} cột. Chưa nhập gì. Hãy chép riêng các cột của danh sách sang tệp mới.",
                  "Worksheet “{1}” of {0} has more than {2} columns. Nothing was taken in. Copy the columns of the list into a new file.",
                  fileName, sheet, kMaxTableColumns));
}

bool allUtf8(const std::vector<SheetRow>& rows) {
  for (const auto& row : rows)
    for (const auto& cell : row.cells)
      if (!decodeUtf8(cell)) return false;
  return true;
}

/// Reads the worksheets asked for and keeps the best: called `wanted`, or visible with the most rows, the first of equals.
Expected<Sheet> choose(const ZipParts& parts, const std::vector<Entry>& entries, const Book& book, const std::string& fileName,
                       const std::string& wanted) {
  std::optional<std::size_t> best;
  std::vector<std::vector<SheetRow>> rows(entries.size());
  std::optional<std::size_t> tooBig;
  xlsx::Limit limit = xlsx::Limit::None;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    pugi::xml_document document;
    if (!parsePart(parts, entries[i].part, document)) continue;
    const xlsx::Limit found = xlsx::readRows(document.document_element(), book, rows[i]);
    const bool candidate = wanted.empty() ? !entries[i].hidden : entries[i].name == wanted;
    if (found != xlsx::Limit::None && candidate && !tooBig) tooBig = i, limit = found;
    if (candidate && (!best || rows[i].size() > rows[*best].size())) best = i;
  }
  if (tooBig) return beyond(limit, fileName, entries[*tooBig].name);
  if (!best && !wanted.empty())
    return fail(ErrorKind::NotFound, trf("{0} không có trang tính tên “{1}”. Chưa nhập gì. Hãy chọn trang khác.",
                                         "{0} has no worksheet called “{1}”. Nothing was taken in. Choose another.", fileName, wanted));
  if (!best || !allUtf8(rows[*best])) return damaged(fileName);
  Sheet sheet{fileName, entries[*best].name, {}, std::move(rows[*best])};
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (i != *best && !rows[i].empty()) sheet.otherSheets.push_back(entries[i].name);
  return sheet;
}

}  // namespace

Expected<Sheet> readXlsx(std::string_view bytes, const std::string& fileName, const std::string& sheetName) {
  const auto parts = unpackXml(bytes, fileName);
  if (!parts) return tl::unexpected<Error>(parts.error());
  const std::string workbook = workbookPart(*parts);
  pugi::xml_document document;
  if (parts->find(workbook) == parts->end()) return otherDocument(fileName);
  if (!parsePart(*parts, workbook, document)) return damaged(fileName);
  const pugi::xml_node root = document.document_element();
  if (localName(root) != "workbook") return otherDocument(fileName);
  const Relations relations = readRelations(*parts, workbook);
  Book book;
  const std::string_view from1904 = childOf(root, "workbookPr").attribute("date1904").value();
  book.from1904 = from1904 == "1" || from1904 == "true";
  pugi::xml_document strings, styles;
  if (!relations.strings.empty()) {
    if (!parsePart(*parts, relations.strings, strings)) return damaged(fileName);
    xlsx::readSharedStrings(strings.document_element(), book);
  }
  if (!relations.styles.empty() && parsePart(*parts, relations.styles, styles)) xlsx::readStyles(styles.document_element(), book);
  return choose(*parts, listSheets(root, relations), book, fileName, sheetName);
}

}  // namespace kp
