// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/source/image_header.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <set>

#include "election/text.h"
#include "scanner/source/page_source.h"
#include "scanner/source/tiff_directory.h"

namespace kp {
namespace {

constexpr double kCentimetresPerInch = 2.54;
constexpr std::size_t kPdfHeaderWithin = 1024;

std::uint32_t byteAt(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }
std::uint32_t big16(std::string_view bytes, std::size_t at) { return byteAt(bytes, at) << 8 | byteAt(bytes, at + 1); }
std::uint32_t big32(std::string_view bytes, std::size_t at) { return big16(bytes, at) << 16 | big16(bytes, at + 2); }

/// SOF0…SOF15 without DHT (C4), JPG (C8) and DAC (CC): ITU-T T.81 table B.1.
bool isStartOfFrame(std::uint32_t marker) { return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC; }

/// Density of a JFIF APP0 segment whose contents start at `at`.
double jfifDpi(std::string_view bytes, std::size_t at, std::size_t length) {
  if (length < 12 || bytes.substr(at, 5) != std::string_view("JFIF\0", 5)) return 0;
  const double density = big16(bytes, at + 8);
  const std::uint32_t unit = byteAt(bytes, at + 7);
  if (unit == 1) return density;
  return unit == 2 ? density * kCentimetresPerInch : 0;
}

Expected<ImageHeader> readJpegHeader(std::string_view bytes) {
  ImageHeader header{FileFormat::Jpeg};
  std::size_t at = 2;
  while (at + 4 <= bytes.size()) {
    if (byteAt(bytes, at) != 0xFF) return tl::unexpected(brokenHeader());
    const std::uint32_t marker = byteAt(bytes, at + 1);
    if (marker == 0xFF) {  // fill byte
      ++at;
      continue;
    }
    if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {  // markers without a segment
      at += 2;
      continue;
    }
    const std::size_t length = big16(bytes, at + 2);
    if (length < 2 || marker == 0xD9 || marker == 0xDA) return tl::unexpected(brokenHeader());
    if (at + 2 + length > bytes.size()) break;
    if (marker == 0xE0 && header.dpi == 0) header.dpi = jfifDpi(bytes, at + 4, length - 2);
    if (isStartOfFrame(marker)) {
      if (length < 8) return tl::unexpected(brokenHeader());
      header.bits = static_cast<int>(byteAt(bytes, at + 4));
      header.height = static_cast<int>(big16(bytes, at + 5));
      header.width = static_cast<int>(big16(bytes, at + 7));
      header.channels = static_cast<int>(byteAt(bytes, at + 9));
      return header;
    }
    at += 2 + length;
  }
  return tl::unexpected(breaksOff({}));
}

/// pHYs stands before the first IDAT; unit 1 is the metre (PNG specification 11.3.5.3).
double pngDpi(std::string_view bytes) {
  constexpr double kMetresPerInch = 0.0254;
  std::size_t at = 8;
  while (at + 12 <= bytes.size()) {
    const std::size_t length = big32(bytes, at);
    const std::string_view type = bytes.substr(at + 4, 4);
    if (type == "IDAT" || length > bytes.size() - at - 12) return 0;
    if (type == "pHYs" && length == 9) return byteAt(bytes, at + 16) == 1 ? big32(bytes, at + 8) * kMetresPerInch : 0;
    at += 12 + length;
  }
  return 0;
}

Expected<ImageHeader> readPngHeader(std::string_view bytes) {
  if (bytes.size() < 33) return tl::unexpected(breaksOff({}));
  if (big32(bytes, 8) != 13 || bytes.substr(12, 4) != "IHDR") return tl::unexpected(brokenHeader());
  const std::uint32_t width = big32(bytes, 16), height = big32(bytes, 20), colour = byteAt(bytes, 25);
  if (width > INT32_MAX || height > INT32_MAX || colour > 6) return tl::unexpected(brokenHeader());
  static constexpr int kChannels[] = {1, 0, 3, 1, 2, 0, 4};  // by colour type
  if (kChannels[colour] == 0) return tl::unexpected(brokenHeader());
  return ImageHeader{FileFormat::Png,
                     static_cast<int>(width),
                     static_cast<int>(height),
                     kChannels[colour],
                     static_cast<int>(byteAt(bytes, 24)),
                     pngDpi(bytes),
                     1};
}

Expected<ImageHeader> readTiffHeader(std::string_view bytes, int index) {
  const auto pages = readTiffDirectories(bytes);
  if (!pages) return tl::unexpected(pages.error());
  const int count = static_cast<int>(pages->size());
  if (index < 0 || index >= count) return tl::unexpected(noSuchPage(index, count));
  const TiffPage& page = (*pages)[static_cast<std::size_t>(index)];
  return ImageHeader{FileFormat::Tiff, page.width, page.height, page.channels, page.bits, page.dpi, count};
}

Expected<ImageHeader> readAny(std::string_view bytes, int index) {
  switch (formatOf(bytes)) {
    case FileFormat::Jpeg: return readJpegHeader(bytes);
    case FileFormat::Png: return readPngHeader(bytes);
    case FileFormat::Tiff: return readTiffHeader(bytes, index);
    case FileFormat::Pdf:
    case FileFormat::Unknown: break;
  }
  return tl::unexpected(brokenHeader());
}

}  // namespace

FileFormat formatOf(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xFF\xD8\xFF"sv)) return FileFormat::Jpeg;
  if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) return FileFormat::Png;
  for (const std::string_view start : {"II*\0"sv, "MM\0*"sv, "II+\0"sv, "MM\0+"sv})
    if (bytes.starts_with(start)) return FileFormat::Tiff;
  if (bytes.substr(0, kPdfHeaderWithin).find("%PDF-") != std::string_view::npos) return FileFormat::Pdf;
  return FileFormat::Unknown;
}

Expected<ImageHeader> readImageHeader(std::string_view bytes, int index) {
  auto header = readAny(bytes, index);
  if (!header) return header;
  if (index < 0 || index >= header->pages) return tl::unexpected(noSuchPage(index, header->pages));
  if (const auto size = checkSize(header->width, header->height); !size) return tl::unexpected(size.error());
  if (!std::isfinite(header->dpi) || header->dpi < 1) header->dpi = 0;
  return header;
}

Expected<void> checkSize(long width, long height) {
  if (width <= 0 || height <= 0) return tl::unexpected(brokenHeader());
  if (width <= kMaxPixels / height) return {};
  return fail(
      ErrorKind::BadInput,
      trf("Ảnh {0} × {1} điểm lớn hơn mọi tờ phiếu nên không được mở; các tờ khác không bị ảnh hưởng. Hãy quét lại tờ này ở 200–300 dpi.",
          "The image of {0} × {1} pixels is larger than any ballot and was not opened; other sheets are not affected. Scan this sheet again at 200–300 dpi.",
          width, height));
}

Error breaksOff(std::string_view detail) {
  const std::string text = tr(
      "Tệp bị đứt hoặc hỏng giữa chừng nên không đọc phần nào; các tờ khác không bị ảnh hưởng. Hãy sao chép lại tệp hoặc quét lại tờ này.",
      "The file breaks off or is damaged within, so nothing of it was read; other sheets are not affected. Copy the file again or scan this sheet again.");
  return Error{ErrorKind::BadInput, detail.empty() ? text : text + " [" + std::string(detail) + "]"};
}

Error brokenHeader() {
  return Error{ErrorKind::BadInput,
               tr("Phần đầu của tệp ảnh bị hỏng nên tệp không được mở; các tờ khác không bị ảnh hưởng. Hãy quét lại tờ này.",
                  "The image file's header is broken, so it was not opened; other sheets are not affected. Scan this sheet again.")};
}

Error noSuchPage(int index, int pages) {
  return Error{ErrorKind::BadInput,
               trf("Tệp có {1} trang, không có trang {0}; chưa có gì được đọc. Hãy kiểm tra lại tệp.",
                   "The file has {1} pages, not a page {0}; nothing was read. Check the file.", static_cast<long>(index) + 1, pages)};
}

}  // namespace kp
