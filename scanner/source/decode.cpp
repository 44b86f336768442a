// SPDX-License-Identifier: GPL-3.0-or-later
#include <exception>

#include "election/text.h"
#include "scanner/source/codecs.h"
#include "scanner/source/page_source.h"
#include "scanner/source/pdf.h"

namespace kp {
namespace {

Expected<FileFormat> knownFormat(const std::string& bytes) {
  if (bytes.empty())
    return fail(ErrorKind::BadInput,
                tr("Tệp rỗng (0 byte) nên không có gì để đọc; các tờ khác không bị ảnh hưởng. Hãy quét lại tờ này.",
                   "The file is empty (0 bytes), there is nothing to read; other sheets are not affected. Scan this sheet again."));
  const FileFormat format = formatOf(bytes);
  if (format == FileFormat::Unknown)
    return fail(
        ErrorKind::BadInput,
        tr("Tệp không phải là ảnh JPEG, PNG, TIFF hay PDF, dù tên là gì, nên không được đọc; các tờ khác không bị ảnh hưởng. Hãy bỏ tệp này hoặc quét lại.",
           "The file is no JPEG, PNG, TIFF or PDF, whatever its name, and was not read; other sheets are not affected. Remove it or scan again."));
  return format;
}

Expected<Raster> decode(const std::string& bytes, int index, bool keepColour) {
  const auto format = knownFormat(bytes);
  if (!format) return tl::unexpected(format.error());
  if (*format == FileFormat::Pdf) return decodePdfPage(bytes, index, keepColour);
  const auto header = readImageHeader(bytes, index);
  if (!header) return tl::unexpected(header.error());
  if (*format == FileFormat::Jpeg) return decodeJpeg(bytes, *header, keepColour);
  if (*format == FileFormat::Png) return decodePng(bytes, *header, keepColour);
  return decodeTiff(bytes, *header, index, keepColour);
}

}  // namespace

Expected<int> countPages(const std::string& bytes) {
  const auto format = knownFormat(bytes);
  if (!format) return tl::unexpected(format.error());
  if (*format == FileFormat::Pdf) return countPdfPages(bytes);
  const auto header = readImageHeader(bytes, 0);
  if (!header) return tl::unexpected(header.error());
  return header->pages;
}

Expected<Raster> decodePage(const std::string& bytes, int index, bool keepColour) {
  try {
    return decode(bytes, index, keepColour);
  } catch (const std::exception& problem) {  // no memory for the page
    return fail(
        ErrorKind::Io,
        trf("Không đủ bộ nhớ để mở trang này ({0}); các tờ khác không bị ảnh hưởng. Hãy đóng chương trình khác rồi quét lại tờ này.",
            "There is not enough memory to open this page ({0}); other sheets are not affected. Close other programs and scan this sheet again.",
            problem.what()));
  }
}

bool isBilevel(const Raster& page) {
  constexpr std::size_t kEvery = 61;  // a prime: no column of the page is left out for good
  for (std::size_t i = 0; i < page.bytes(); i += kEvery)
    if (page.data[i] != 0 && page.data[i] != 255) return false;
  return !page.empty();
}

}  // namespace kp
