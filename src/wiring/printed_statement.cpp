// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiring/printed_statement.h"

#include <cstring>

#include "election/text.h"
#include "scanner/code/photo_code.h"
#include "scanner/code/qr.h"
#include "scanner/source/page_source.h"

namespace kp {
namespace {

constexpr double kMinutesDpi = 300;  ///< the statement's smallest module is 0.381 mm: 4.5 pixels

bool isPdf(const std::string& bytes) { return bytes.compare(0, 5, "%PDF-") == 0; }

constexpr const char* kStatementStart = "KPM1:";

std::string statementOn(const Raster& page, bool rendered) {
  if (!rendered) return findTextInPhoto(page.data, page.width, page.height, page.width, kStatementStart).value_or("");
  for (const QrFound& code : findAllQr(page.data, page.width, page.height, page.width))
    if (code.text.compare(0, std::strlen(kStatementStart), kStatementStart) == 0) return code.text;
  return {};
}

}  // namespace

Expected<PrintedStatement> readPrintedStatement(const std::string& bytes) {
  const auto pages = countPages(bytes);
  if (!pages) return tl::unexpected<Error>(pages.error());
  PrintedStatement printed;
  printed.pages = *pages;
  std::string first;
  for (int index = 0; index < *pages; ++index) {
    const auto page = isPdf(bytes) ? renderPdfPage(bytes, index, kMinutesDpi) : decodePage(bytes, index, false);
    if (!page) return tl::unexpected<Error>(page.error());
    const std::string text = statementOn(*page, isPdf(bytes));
    if (text.empty())
      printed.findings.push_back(
          trf("Trang {0} không có mã xác thực đọc được", "Page {0} has no verification code that can be read", index + 1));
    else if (first.empty())
      first = text;
    else if (text != first)
      printed.findings.push_back(trf("Mã xác thực ở trang {0} khác với trang trước: các trang không cùng một biên bản",
                                     "The verification code on page {0} differs from the page before: the pages are not of one paper",
                                     index + 1));
  }
  if (first.empty())
    return fail(
        ErrorKind::Damaged,
        tr("Không đọc được mã xác thực nào trên văn bản này; hãy quét lại ở 300 dpi hoặc kiểm tra có đúng là biên bản của Kiểm Phiếu",
           "No verification code could be read off this paper; scan it again at 300 dpi or check that it is minutes made by Kiểm Phiếu"));
  auto statement = parseStatement(first);
  if (!statement) return tl::unexpected<Error>(statement.error());
  printed.statement = std::move(*statement);
  return printed;
}

}  // namespace kp
